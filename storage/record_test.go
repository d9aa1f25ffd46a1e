package storage_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
)

func TestTwoWindowsCannotOverwriteEachOther(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	a, b := open(t, file), open(t, file)
	ctx := t.Context()
	p := hearing.Person{ID: "p", Name: "许晚"}
	p.Version = must[hearing.Version](t)(a.SavePerson(ctx, p))
	seen := must[hearing.Person](t)(b.Person(ctx, "p"))
	p.Phone = "1"
	p.Version = must[hearing.Version](t)(a.SavePerson(ctx, p))
	seen.Phone = "2"
	if _, err := b.SavePerson(ctx, seen); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
	if err := b.DeletePerson(ctx, "p", seen.Version); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
	if same := must[hearing.Version](t)(a.SavePerson(ctx, p)); same != p.Version {
		t.Errorf("saving the same made version %d of %d", same, p.Version)
	}
	if got := must[hearing.Person](t)(b.Person(ctx, "p")); got.Phone != "1" {
		t.Errorf("the phone is %q", got.Phone)
	}
}

// TestWindowsSeeEachOther holds that what one window saved is what another reads.
func TestWindowsSeeEachOther(t *testing.T) {
	ctx := t.Context()
	a := filled(t)
	b := open(t, a.Path())
	h := must[hearing.Hearing](t)(a.Hearing(ctx, "h-e2"))
	h.Title = "程家听证会"
	must[hearing.Version](t)(a.SaveHearing(ctx, h))
	if e := must[hearing.Entry](t)(b.Entry(ctx, "h-e2")); e.Title != "程家听证会" {
		t.Errorf("the other window shows %q", e.Title)
	}
	must[hearing.Change](t)(b.Undo(ctx)) // the same clerk's
	if got := must[hearing.Hearing](t)(a.Hearing(ctx, "h-e2")); got.Title != "" || got.Version != h.Version+2 {
		t.Errorf("after an undo in the other window: %q, version %d", got.Title, got.Version)
	}
}

// TestIDsAreUniqueWithinAKind has a package that counts each kind from 1.
func TestIDsAreUniqueWithinAKind(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	slot := hearing.Slot{Room: "1", Start: noon, End: noon.Add(3600e9)}
	must[hearing.Version](t)(d.SaveRoom(ctx, hearing.Room{ID: "1", Name: "听证室一", Kind: hearing.HearingRoom}))
	must[hearing.Version](t)(d.SaveRoom(ctx, hearing.Room{ID: "2", Name: "听证室二", Kind: hearing.HearingRoom}))
	p := hearing.Person{ID: "1", Name: "许晚"}
	p.Version = must[hearing.Version](t)(d.SavePerson(ctx, p))
	must[hearing.Version](t)(d.SaveHearing(ctx, hearing.Hearing{ID: "1", Slot: slot}))
	slot.Room = "2"
	must[hearing.Version](t)(d.SaveHearing(ctx, hearing.Hearing{ID: "2", Slot: slot, Presider: "1"})) // person 1 is not room 1
	if err := d.DeletePerson(ctx, p.ID, p.Version); !errors.Is(err, hearing.ErrInUse) {
		t.Errorf("got %v, want ErrInUse", err)
	}
	q := hearing.Person{ID: "2", Name: "林知远"}
	q.Version = must[hearing.Version](t)(d.SavePerson(ctx, q))
	if err := d.DeletePerson(ctx, q.ID, q.Version); err != nil {
		t.Fatal(err)
	}
	if e := must[hearing.Entry](t)(d.Entry(ctx, "2")); e.Title == "" {
		t.Error("a person's deletion took the hearing of the same ID off the calendar")
	}
	var faults hearing.FieldErrors
	if _, err := d.SaveAnnouncement(ctx, hearing.Announcement{ID: "1"}); !errors.As(err, &faults) || faults[0].Path != "id" || faults[0].Code != "duplicate" {
		t.Errorf("an announcement with a hearing's ID: got %v", err)
	}
}

// TestTitlesFollowTheCause holds that a session which is called after its case
// is called so everywhere, also when the case is renamed.
func TestTitlesFollowTheCause(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	k := must[hearing.Case](t)(d.Case(ctx, "c-e1"))
	before := must[hearing.Entry](t)(d.Entry(ctx, "h-e1")).Title
	k.Cause = "梧桐苑消防通道案"
	must[hearing.Version](t)(d.SaveCase(ctx, k))
	if e := must[hearing.Entry](t)(d.Entry(ctx, "h-e1")); e.Title != "梧桐苑消防通道案听证会" {
		t.Errorf("the hearing is called %q", e.Title)
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if e := must[hearing.Entry](t)(d.Entry(ctx, "h-e1")); e.Title != before {
		t.Errorf("after undo it is called %q", e.Title)
	}
}

// TestManyInstruments has a case that is named by more records than a message
// lists.
func TestManyInstruments(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	must[hearing.Version](t)(d.SaveCase(ctx, hearing.Case{ID: "c", Cause: "某案", Type: hearing.AdminPublicInterest}))
	for i := range 25 {
		id := hearing.ID(fmt.Sprintf("x%02d", i))
		must[hearing.Version](t)(d.SaveHearing(ctx, hearing.Hearing{ID: id, Cases: []hearing.ID{"c"}}))
		must[hearing.Version](t)(d.SaveInstrument(ctx, hearing.Instrument{ID: id, Case: "c", Kind: hearing.Recommendation, Number: fmt.Sprintf("%02d号", i)}))
	}
	if got := must[[]hearing.Instrument](t)(d.Instruments(ctx, "c")); len(got) != 25 || got[0].Number != "00号" {
		t.Errorf("%d instruments, want 25", len(got))
	}
	if got := must[hearing.Dossier](t)(d.Dossier(ctx, "x00")); len(got.Instruments) != 25 {
		t.Errorf("a dossier has %d instruments, want 25", len(got.Instruments))
	}
	if got := must[hearing.Instrument](t)(d.Instrument(ctx, "x07")); got.Number != "07号" {
		t.Errorf("an instrument is %+v", got)
	}
}
