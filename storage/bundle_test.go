package storage_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// received is a desk that has what another one sent.
func received(t *testing.T, b hearing.Bundle) *storage.Desk {
	t.Helper()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	must[storage.ImportReport](t)(d.Receive(t.Context(), b, hearing.Choices{}))
	return d
}

// edited changes a person of a desk.
func edited(t *testing.T, d *storage.Desk, id hearing.ID, change func(*hearing.Person)) {
	t.Helper()
	p := must[hearing.Person](t)(d.Person(t.Context(), id))
	change(&p)
	must[hearing.Version](t)(d.SavePerson(t.Context(), p))
}

func altered(r storage.ImportReport) (n int) {
	for _, c := range r.Records {
		n += c.New + c.Changed
	}
	return n
}

func TestABundleTwiceChangesNothing(t *testing.T) {
	a := filled(t)
	b := must[hearing.Bundle](t)(a.Bundle(t.Context()))
	d := received(t, b)
	if n := altered(must[storage.ImportReport](t)(d.Receive(t.Context(), b, hearing.Choices{}))); n > 0 {
		t.Errorf("the second time %d records were altered", n)
	}
	if got, want := must[hearing.Package](t)(d.Export(t.Context())), must[hearing.Package](t)(a.Export(t.Context())); !reflect.DeepEqual(got, want) {
		t.Error("the two desks differ")
	}
	edited(t, d, "p-lin", func(p *hearing.Person) { p.Phone = "0001" })
	if n := altered(must[storage.ImportReport](t)(d.Receive(t.Context(), b, hearing.Choices{}))); n > 0 {
		t.Errorf("an older bundle altered %d records", n)
	}
	back := must[hearing.Bundle](t)(d.Bundle(t.Context()))
	if n := altered(must[storage.ImportReport](t)(a.Receive(t.Context(), back, hearing.Choices{}))); n != 1 {
		t.Errorf("what one changed altered %d records of the other, want 1", n)
	}
	must[hearing.Change](t)(d.Undo(t.Context()))
	back = must[hearing.Bundle](t)(d.Bundle(t.Context()))
	must[storage.ImportReport](t)(a.Receive(t.Context(), back, hearing.Choices{}))
	if got, want := must[hearing.Person](t)(a.Person(t.Context(), "p-lin")).Phone, must[hearing.Person](t)(d.Person(t.Context(), "p-lin")).Phone; got != want {
		t.Errorf("what was taken back there is %q here, want %q", got, want)
	}
}

func TestWhatBothChangedIsAsked(t *testing.T) {
	a := filled(t)
	b := received(t, must[hearing.Bundle](t)(a.Bundle(t.Context())))
	edited(t, a, "p-lin", func(p *hearing.Person) { p.Phone, p.Note = "0001", "甲" })
	edited(t, b, "p-lin", func(p *hearing.Person) { p.Phone, p.Post = "0002", "乙" })
	from := must[hearing.Bundle](t)(b.Bundle(t.Context()))
	before := must[hearing.Package](t)(a.Export(t.Context()))
	_, err := a.Receive(t.Context(), from, hearing.Choices{})
	var both *hearing.ConflictError
	if !errors.As(err, &both) || len(both.Conflicts) != 1 || both.Conflicts[0].ID != "p-lin" || !slices.Equal(both.Conflicts[0].Fields, []string{"phone"}) {
		t.Fatalf("got %v", err)
	}
	if !reflect.DeepEqual(before, must[hearing.Package](t)(a.Export(t.Context()))) {
		t.Error("something was merged")
	}
	report := must[storage.ImportReport](t)(a.Receive(t.Context(), from, hearing.Choices{All: hearing.PreferMine}))
	if got := must[hearing.Person](t)(a.Person(t.Context(), "p-lin")); report.Joined != 1 || got.Phone != "0001" || got.Note != "甲" || got.Post != "乙" {
		t.Errorf("joined %d: %+v", report.Joined, got)
	}
	must[storage.ImportReport](t)(b.Receive(t.Context(), must[hearing.Bundle](t)(a.Bundle(t.Context())), hearing.Choices{}))
	if got := must[hearing.Person](t)(b.Person(t.Context(), "p-lin")); got.Phone != "0001" || got.Post != "乙" {
		t.Errorf("the other desk has %+v", got)
	}
}

func TestWhatWasDeletedStaysSo(t *testing.T) {
	a := filled(t)
	b := must[hearing.Bundle](t)(a.Bundle(t.Context()))
	d := received(t, b)
	h := must[hearing.Hearing](t)(d.Hearing(t.Context(), "h-e2"))
	if err := d.DeleteHearing(t.Context(), h.ID, h.Version); err != nil {
		t.Fatal(err)
	}
	must[storage.ImportReport](t)(d.Receive(t.Context(), b, hearing.Choices{}))
	if _, err := d.Hearing(t.Context(), "h-e2"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("it is there again: %v", err)
	}
}

// TestAHundredAndFourDesks brings the files of 17 cities and 87 counties into one.
func TestAHundredAndFourDesks(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "province.db"))
	for n := range 104 {
		unit := hearing.ID(fmt.Sprint("u", n))
		office := hearing.Office{Name: fmt.Sprintf("云岭省第%d人民检察院", n)}
		b := hearing.Bundle{Package: hearing.Package{Office: &office, Cases: []hearing.Case{{ID: "c" + unit, Type: hearing.CaseTypes[n%len(hearing.CaseTypes)], Cause: fmt.Sprint("案", n)}},
			Hearings: []hearing.Hearing{{ID: "h" + unit, Title: fmt.Sprint("听证会", n), Cases: []hearing.ID{"c" + unit}}}}}
		for range 1 + n%2 { // some come twice
			must[storage.ImportReport](t)(d.Receive(t.Context(), b, hearing.Choices{}))
		}
	}
	got := must[hearing.Package](t)(d.Export(t.Context()))
	if len(got.Hearings) != 104 || len(got.Cases) != 104 || got.Office == nil || got.Office.Name != "云岭省第0人民检察院" {
		t.Errorf("%d hearings, %d cases, office %+v", len(got.Hearings), len(got.Cases), got.Office)
	}
}
