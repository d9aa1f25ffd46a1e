package storage_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
)

func TestARosterIsStoredTogether(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	before := must[hearing.Package](t)(d.Export(ctx))
	was := must[hearing.Person](t)(d.Person(ctx, before.People[0].ID))
	now := was
	now.Phone = "0350-5559999"
	unit := hearing.Organisation{ID: "o-new", Name: "澄河区图书馆", Kind: hearing.OtherBody}
	list := []hearing.Record{unit, now}
	for i := range 30 {
		list = append(list, hearing.Person{ID: hearing.ID(fmt.Sprintf("n-%d", i)), Name: fmt.Sprintf("新人%c", '一'+i), Organisation: unit.ID})
	}
	if err := d.SaveRoster(ctx, list); err != nil {
		t.Fatal(err)
	}
	after := must[hearing.Package](t)(d.Export(ctx))
	if len(after.People) != len(before.People)+30 || len(after.Organisations) != len(before.Organisations)+1 || must[hearing.Person](t)(d.Person(ctx, was.ID)).Phone != now.Phone {
		t.Error("not all of it is stored")
	}
	of := must[hearing.Change](t)(d.Undo(ctx))
	if of.Together != 32 {
		t.Errorf("undo says that %d records go together", of.Together)
	}
	back := must[hearing.Package](t)(d.Export(ctx))
	if len(back.People) != len(before.People) || len(back.Organisations) != len(before.Organisations) || must[hearing.Person](t)(d.Person(ctx, was.ID)).Phone != was.Phone {
		t.Error("one undo did not take all back")
	}
}

func TestARosterOfYesterdayStoresNothing(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	all := must[[]hearing.Person](t)(d.People(ctx, "", 2))
	mine := all[0]
	all[0].Note = "别处改过"
	_ = must[hearing.Version](t)(d.SavePerson(ctx, all[0]))
	mine.Phone = "0350-5559999"
	err := d.SaveRoster(ctx, []hearing.Record{hearing.Person{ID: "n-1", Name: "新人"}, mine})
	if !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
	if _, err := d.Person(ctx, "n-1"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a part of it is stored: %v", err)
	}
	var faults hearing.FieldErrors
	if err := d.SaveRoster(ctx, []hearing.Record{hearing.Person{ID: "n-1", Name: "新人"}, hearing.Person{ID: "n-2"}}); !errors.As(err, &faults) {
		t.Errorf("a person without a name: %v", err)
	}
	if err := d.SaveRoster(ctx, []hearing.Record{hearing.Person{ID: "n-1", Name: "新人", Organisation: "nowhere"}}); !errors.As(err, &faults) {
		t.Errorf("a unit that is not there: %v", err)
	}
}

func TestWhatColumnsMeanIsRemembered(t *testing.T) {
	ctx := t.Context()
	file := filepath.Join(t.TempDir(), "desk.db")
	d := open(t, file)
	if kind, fields, err := d.RosterMapping(ctx, "姓名|电话"); kind != "" || fields != nil || err != nil {
		t.Errorf("got %s %v %v of headings that nobody has seen", kind, fields, err)
	}
	for _, kind := range []string{"people", "officers"} {
		if err := d.KeepRosterMapping(ctx, "姓名|电话", kind, []string{"name", ""}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Undo(ctx); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("undo: %v", err)
	}
	kind, fields, err := open(t, file).RosterMapping(ctx, "姓名|电话")
	if kind != "officers" || len(fields) != 2 || fields[0] != "name" || err != nil {
		t.Errorf("got %s %v %v", kind, fields, err)
	}
}

func TestWhoGaveARosterOutIsNoted(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	_ = must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "n-1", Name: "新人"}))
	if err := d.NoteTaken(ctx, hearing.NounPerson, "听证员名册 12 人"); err != nil {
		t.Fatal(err)
	}
	last := must[[]hearing.Change](t)(d.Recent(ctx, 1))[0]
	if last.Name != "听证员名册 12 人" || last.Action != hearing.TakeScan || last.Actor == "" || last.Kind != hearing.NounPerson {
		t.Errorf("noted %+v", last)
	}
	if of := must[hearing.Change](t)(d.Undo(ctx)); of.Name != "新人" {
		t.Errorf("undo took back %+v", of)
	}
	whole(t, d.Path())
}
