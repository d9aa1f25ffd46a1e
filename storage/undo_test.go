package storage_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

func TestUndoGoesBackThroughFieldsAndDeletions(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	whole := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	h.Title = "程家听证会"
	h.Version = must[hearing.Version](t)(d.SaveHearing(ctx, h))
	h.Participants = h.Participants[:3]
	h.Opinions, h.Notary = nil, nil
	h.Version = must[hearing.Version](t)(d.SaveHearing(ctx, h))
	if err := d.DeleteHearing(ctx, h.ID, h.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Hearing(ctx, "h-e2"); !errors.Is(err, hearing.ErrNotFound) {
		t.Fatalf("got %v", err)
	}
	for range 3 {
		must[hearing.Change](t)(d.Undo(ctx))
	}
	back := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	back.Version = whole.Version
	if !reflect.DeepEqual(back, whole) {
		t.Error("undo does not bring the hearing back as it was")
	}
	for range 2 {
		must[hearing.Change](t)(d.Redo(ctx))
	}
	if got := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2")); len(got.Participants) != 3 || got.Title != "程家听证会" {
		t.Errorf("redo gives %d participants and %q", len(got.Participants), got.Title)
	}
	room := must[hearing.Room](t)(d.Room(ctx, "r-1"))
	room.Seats = 30
	must[hearing.Version](t)(d.SaveRoom(ctx, room))
	if _, err := d.Redo(ctx); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("a redo after another change: got %v, want ErrNothing", err)
	}
	history, err := d.History(ctx, hearing.NounHearing, "h-e2")
	if err != nil || len(history) < 8 || history[0].Actor != "许晚" || !history[0].At.Equal(noon) {
		t.Errorf("history %d, %v", len(history), err)
	}
}

func TestUndoOfAnImportTakesAllOfItBack(t *testing.T) {
	d := filled(t)
	must[hearing.Change](t)(d.Undo(t.Context()))
	if empty := must[bool](t)(d.Empty(t.Context())); !empty {
		t.Error("something of the import is left")
	}
	if _, err := d.Undo(t.Context()); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("got %v, want ErrNothing", err)
	}
	must[hearing.Change](t)(d.Redo(t.Context()))
	if p := must[hearing.Package](t)(d.Export(t.Context())); len(p.Hearings) != 3 {
		t.Errorf("redo brings back %d hearings", len(p.Hearings))
	}
}

func TestUndoDoesNotUndoAnother(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	a := open(t, file)
	ctx := t.Context()
	p := hearing.Person{ID: "p", Name: "许晚"}
	p.Version = must[hearing.Version](t)(a.SavePerson(ctx, p))
	db := must[*sql.DB](t)(storage.Raw(file))
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(ctx, `UPDATE record SET body = '{"id":"p","name":"别人改的"}', version = 9`); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(ctx); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
}

func TestARecordThatIsNamedStays(t *testing.T) {
	d := filled(t)
	p := must[hearing.Person](t)(d.Person(t.Context(), "p-xu"))
	err := d.DeletePerson(t.Context(), p.ID, p.Version)
	var inUse *storage.InUseError
	if !errors.As(err, &inUse) || !errors.Is(err, hearing.ErrInUse) || len(inUse.By) == 0 {
		t.Errorf("got %v, want the records that name her", err)
	}
}

// TestUndoIsTheActorsOwn holds that Ctrl+Z does not take back what a colleague
// did, and passes over what a colleague has built on.
func TestUndoIsTheActorsOwn(t *testing.T) {
	ctx := t.Context()
	file := filepath.Join(t.TempDir(), "desk.db")
	xu := open(t, file)
	lin := must[*storage.Desk](t)(begin(ctx, file, options("林知远")))
	defer func() { _ = lin.Close() }() // it is the other that is tested
	first := hearing.Person{ID: "p1", Name: "王䶮"}
	must[hearing.Version](t)(xu.SavePerson(ctx, first))
	phone := hearing.Person{ID: "p2", Name: "陈𬭎"}
	phone.Version = must[hearing.Version](t)(xu.SavePerson(ctx, phone))
	phone.Phone = "1"
	phone.Version = must[hearing.Version](t)(xu.SavePerson(ctx, phone))
	must[hearing.Version](t)(xu.SavePerson(ctx, hearing.Person{ID: "p3", Name: "周慧敏"}))

	phone.Post = "工程师"
	must[hearing.Version](t)(lin.SavePerson(ctx, phone))
	must[hearing.Version](t)(lin.SaveHearing(ctx, hearing.Hearing{ID: "h", Title: "某案听证会", Presider: "p3"}))

	_, err := xu.Undo(ctx) // of p3, whom the hearing names
	var inUse *storage.InUseError
	if !errors.As(err, &inUse) || len(inUse.By) != 1 || inUse.By[0] != "某案听证会" || !strings.HasPrefix(err.Error(), "周慧敏: ") {
		t.Errorf("got %v, want the hearing that names her", err)
	}
	if _, err := xu.Undo(ctx); !errors.Is(err, hearing.ErrStale) || !strings.HasPrefix(err.Error(), "陈𬭎: ") { // of the telephone
		t.Errorf("got %v, want ErrStale", err)
	}
	if _, err := xu.Undo(ctx); !errors.Is(err, hearing.ErrStale) { // of p2
		t.Errorf("got %v, want ErrStale", err)
	}
	if c := must[hearing.Change](t)(xu.Undo(ctx)); c.Record != "p1" {
		t.Errorf("undid %+v, want the first person", c)
	}
	if _, err := xu.Undo(ctx); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("got %v, want ErrNothing", err)
	}
	if c := must[hearing.Change](t)(xu.Redo(ctx)); c.Record != "p1" {
		t.Errorf("redid %+v", c)
	}
	if h := must[hearing.Hearing](t)(xu.Hearing(ctx, "h")); h.Presider != "p3" {
		t.Error("the colleague's hearing is gone")
	}
	for _, want := range []hearing.ID{"h", "p2"} {
		if c := must[hearing.Change](t)(lin.Undo(ctx)); c.Record != want {
			t.Errorf("the colleague undid %+v, want %s", c, want)
		}
	}
}

// TestUndoOfADeletionWhoseCaseIsGone cannot bring back what names nothing.
func TestUndoOfADeletionWhoseCaseIsGone(t *testing.T) {
	ctx := t.Context()
	file := filepath.Join(t.TempDir(), "desk.db")
	a := open(t, file)
	b := must[*storage.Desk](t)(begin(ctx, file, options("林知远")))
	defer func() { _ = b.Close() }() // it is the other that is tested
	k := hearing.Case{ID: "c", Cause: "某案", Type: hearing.OtherCase}
	k.Version = must[hearing.Version](t)(a.SaveCase(ctx, k))
	v := must[hearing.Version](t)(a.SaveHearing(ctx, hearing.Hearing{ID: "h", Cases: []hearing.ID{"c"}}))
	if err := errors.Join(a.DeleteHearing(ctx, "h", v), b.DeleteCase(ctx, "c", k.Version)); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(ctx); !errors.Is(err, hearing.ErrNotFound) || !strings.HasPrefix(err.Error(), "某案听证会: ") {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	must[hearing.Change](t)(b.Undo(ctx))
	if _, err := a.Case(ctx, "c"); err != nil {
		t.Errorf("the case did not come back: %v", err)
	}
}
