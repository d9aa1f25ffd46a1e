package storage_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"hearingdesk/hearing"
)

const ownText = "number: 12\ntitle: 听证纪律\nper: hearing\n---\n"

func TestAnOwnTextIsCountedAndKept(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	form := func() hearing.FormText { return must[hearing.FormText](t)(d.Form(ctx, "12")) }
	put := func(text, note string) hearing.FormText {
		t.Helper()
		f := form()
		f.Text, f.Note = text, note
		must[hearing.Version](t)(d.SaveForm(ctx, f))
		return form()
	}
	if f := form(); f.Edition != 0 || f.Text != "" || len(must[[]hearing.FormText](t)(d.Forms(ctx))) != 0 {
		t.Errorf("before there is one: %+v", f)
	}
	for i, c := range []struct {
		text, note string
		edition    int
	}{
		{ownText + "一\n", "试用", 1},
		{ownText + "一\n", "再存一次", 1}, // the same text is the same edition
		{ownText + "二\n", "", 2},
		{"", "恢复原文", 3},
		{ownText + "一\n", "", 4}, // an earlier one put back is an edition too
	} {
		if f := put(c.text, c.note); f.Edition != c.edition || f.Text != c.text {
			t.Errorf("%d: %+v, want edition %d", i, f, c.edition)
		}
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if f := form(); f.Edition != 3 || f.Text != "" {
		t.Errorf("after undo: %+v", f)
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if f := form(); f.Edition != 2 || f.Text != ownText+"二\n" {
		t.Errorf("after another: %+v", f)
	}
	if f := put(ownText+"三\n", ""); f.Edition != 5 {
		t.Errorf("no number is given twice: %+v", f)
	}
	all := hearing.Editions(must[[]hearing.Change](t)(d.History(ctx, hearing.NounForm, "12")))
	var numbers []int
	for _, e := range all {
		numbers = append(numbers, e.Edition)
		if e.By != "许晚" || e.On.IsZero() {
			t.Errorf("edition %d by %q on %v", e.Edition, e.By, e.On)
		}
	}
	if !reflect.DeepEqual(numbers, []int{5, 4, 3, 2, 1}) || all[4].Text != ownText+"一\n" || all[4].Note != "试用" || all[4].Called() != "12 听证纪律" {
		t.Errorf("editions %v, the first %+v", numbers, all[4])
	}
}

func TestAnOwnTextOfBeforeIsStale(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	f := hearing.FormText{ID: "12", Text: ownText}
	must[hearing.Version](t)(d.SaveForm(ctx, f))
	f.Text += "二\n"
	if _, err := d.SaveForm(ctx, f); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
}

// TestOwnTextsReachPapers has them in dossiers, in what is open, and in a
// package of everything, which another desk counts by itself; a session that is
// passed on does not bring them.
func TestOwnTextsReachPapers(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	for _, text := range []string{"一\n", "二\n"} {
		f := must[hearing.FormText](t)(d.Form(ctx, "12"))
		f.Text = ownText + text
		must[hearing.Version](t)(d.SaveForm(ctx, f))
	}
	want := must[[]hearing.FormText](t)(d.Forms(ctx))
	if got := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e2")).Forms; !reflect.DeepEqual(got, want) || got[0].Edition != 2 {
		t.Errorf("a dossier has %+v", got)
	}
	work := must[hearing.OpenWork](t)(d.OpenWork(ctx, july))
	if len(work.Sessions) == 0 || !reflect.DeepEqual(work.Sessions[0].Dossier.Forms, want) {
		t.Error("what is open has no own texts")
	}
	if p := must[hearing.Package](t)(d.Export(ctx, "h-e2")); len(p.Forms) != 0 {
		t.Errorf("a session brings %d texts", len(p.Forms))
	}
	p := must[hearing.Package](t)(d.Export(ctx))
	other := open(t, filepath.Join(t.TempDir(), "other.db"))
	if _, err := other.Import(ctx, p); err != nil {
		t.Fatal(err)
	}
	if f := must[hearing.FormText](t)(other.Form(ctx, "12")); f.Text != want[0].Text || f.Edition != 1 {
		t.Errorf("the other desk has %+v", f)
	}
	again := must[hearing.Package](t)(other.Export(ctx))
	if _, err := d.Import(ctx, again); err != nil {
		t.Fatal(err)
	}
	if f := must[hearing.FormText](t)(d.Form(ctx, "12")); f.Edition != 2 || f.Version != want[0].Version {
		t.Errorf("what came back is another edition: %+v", f)
	}
}

func TestAPrintRemembersItsText(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	if err := d.RecordPrint(ctx, hearing.Print{Session: "h-e2", Document: "12", Hash: "x", Edition: 3, Pages: 1, Copies: 1, To: "PDF"}, nil); err != nil {
		t.Fatal(err)
	}
	one, last := must[[]hearing.Print](t)(d.Prints(ctx, "h-e2")), must[[]hearing.Print](t)(d.LastPrints(ctx, 1))
	if one[0].Edition != 3 || last[0].Edition != 3 {
		t.Errorf("remembers %+v and %+v", one, last)
	}
}
