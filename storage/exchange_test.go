package storage_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
)

func TestExportGivesBackWhatWasImported(t *testing.T) {
	d := filled(t)
	p := must[hearing.Package](t)(d.Export(t.Context()))
	report := must[storage.ImportReport](t)(d.Import(t.Context(), p))
	for _, r := range report.Records {
		if r.New+r.Changed != 0 {
			t.Errorf("importing an export changes %+v", r)
		}
	}
	if len(report.Clashes) != 0 {
		t.Errorf("the examples clash: %+v", report.Clashes)
	}
	other := open(t, filepath.Join(t.TempDir(), "other.db"))
	one := must[hearing.Package](t)(d.Export(t.Context(), "h-e2"))
	must[storage.ImportReport](t)(other.Import(t.Context(), one))
	if len(one.Hearings) != 1 || len(one.Cases) != 1 {
		t.Errorf("one hearing takes %d hearings and %d cases with it", len(one.Hearings), len(one.Cases))
	}
	a, b := must[hearing.Dossier](t)(d.Dossier(t.Context(), "h-e2")), must[hearing.Dossier](t)(other.Dossier(t.Context(), "h-e2"))
	a.Hearing.Version, b.Hearing.Version = 0, 0
	if !reflect.DeepEqual(a.Hearing, b.Hearing) {
		t.Error("a hearing is not the same on another desk")
	}
}

func TestImportIsAllOrNothing(t *testing.T) {
	d := filled(t)
	before := must[hearing.Package](t)(d.Export(t.Context()))
	p := hearing.Package{People: []hearing.Person{{ID: "p-new", Name: "新人"}}, Hearings: []hearing.Hearing{{ID: "h-x", Presider: "p-new", Recorder: "p-nobody"}}}
	_, err := d.Import(t.Context(), p)
	var faults hearing.FieldErrors
	if !errors.As(err, &faults) || faults[0].Path != "hearings[0].recorder" || faults[0].Value != "p-nobody" {
		t.Errorf("got %v", err)
	}
	after := must[hearing.Package](t)(d.Export(t.Context()))
	if !reflect.DeepEqual(before, after) {
		t.Error("a refused import left something")
	}
}

// TestBodiesAreThePackagesOwn holds that what is stored is what a package has.
func TestBodiesAreThePackagesOwn(t *testing.T) {
	d := filled(t)
	p := must[hearing.Package](t)(d.Export(t.Context()))
	want, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	want.Sort()
	a, errA := json.Marshal(p)
	b, errB := json.Marshal(want)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	a, b = bytes.TrimPrefix(a, []byte(`{"format":"","version":0`)), bytes.TrimPrefix(b, []byte(`{"format":"hearingdesk-package","version":1`))
	if !bytes.Equal(a, b) {
		t.Error("an export differs from what was imported")
	}
}

// TestARingOfUnits imports two units that name each other as superior, and
// takes them back.
func TestARingOfUnits(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	p := hearing.Package{Office: &hearing.Office{Name: "院", Chief: "p"}, People: []hearing.Person{{ID: "p", Name: "沈秋白", Organisation: "a"}},
		Organisations: []hearing.Organisation{{ID: "a", Name: "甲", Kind: hearing.Agency, Parent: "b"}, {ID: "b", Name: "乙", Kind: hearing.Agency, Parent: "a"}}}
	must[storage.ImportReport](t)(d.Import(ctx, p))
	must[hearing.Change](t)(d.Undo(ctx))
	if empty := must[bool](t)(d.Empty(ctx)); !empty {
		t.Error("something is left")
	}
	must[hearing.Change](t)(d.Redo(ctx))
	if got := must[hearing.Office](t)(d.Office(ctx)); got.Chief != "p" {
		t.Errorf("the office is %+v", got)
	}
}
