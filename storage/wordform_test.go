package storage_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
)

// TestAWordFormIsKeptAndCounted stores Word forms small and large, takes one
// back, removes it, puts the first one back in use, and sweeps: whatever an
// edition names stays.
func TestAWordFormIsKeptAndCounted(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	small, large := []byte("PK 一"), bytes.Repeat([]byte("PK 表单"), 100_000)
	form := func() hearing.WordForm {
		for _, f := range must[[]hearing.WordForm](t)(d.WordForms(ctx)) {
			if f.ID == "07a" {
				return f
			}
		}
		return hearing.WordForm{ID: "07a", Paper: "07a"}
	}
	put := func(name string, file []byte, hash string) hearing.WordForm {
		t.Helper()
		f := form()
		f.Name, f.Hash = name, hash
		must[hearing.Version](t)(d.SaveWordForm(ctx, f, file))
		return form()
	}
	first := put("通知.docx", small, "")
	if first.Edition != 1 || first.Hash != hearing.HashOf(small) {
		t.Errorf("stored %+v", first)
	}
	if again := put("通知.docx", small, ""); again.Edition != 1 {
		t.Errorf("the same once more is edition %d", again.Edition)
	}
	put("通知二.docx", large, "")
	must[hearing.Change](t)(d.Undo(ctx))
	if f := form(); f.Edition != 1 || f.Name != "通知.docx" {
		t.Errorf("after undo %+v", f)
	}
	if f := put("", nil, ""); f.Edition != 3 || f.Hash != "" {
		t.Errorf("removed %+v", f)
	}
	must[int](t)(d.Sweep(ctx))
	all := hearing.WordEditions(must[[]hearing.Change](t)(d.History(ctx, hearing.NounWordForm, "07a")))
	if len(all) != 3 || all[1].Hash != hearing.HashOf(large) || all[2].By != "许晚" {
		t.Fatalf("editions %+v", all)
	}
	if f := put(all[1].Name, nil, all[1].Hash); f.Edition != 4 || f.Name != "通知二.docx" {
		t.Errorf("put back %+v", f)
	}
	if got := must[[]byte](t)(d.Content(ctx, form().Hash)); !bytes.Equal(got, large) {
		t.Errorf("%d bytes come back", len(got))
	}
	f := form()
	f.Hash = hearing.HashOf([]byte("nobody's"))
	var faults hearing.FieldErrors
	if _, err := d.SaveWordForm(ctx, f, nil); !errors.As(err, &faults) {
		t.Errorf("a file that is not here: %v", err)
	}
}

// TestAPackageBringsWordForms: a whole desk's has them with their files, a
// session's has none, and one whose file was changed is refused.
func TestAPackageBringsWordForms(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	file := []byte("PK 一")
	must[hearing.Version](t)(d.SaveWordForm(ctx, hearing.WordForm{ID: "s1", Title: "名册", Name: "名册.docx"}, file))
	if got := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e2")).WordForms; len(got) != 1 || got[0].File != "" {
		t.Errorf("a dossier has %+v", got)
	}
	if p := must[hearing.Package](t)(d.Export(ctx, "h-e2")); len(p.WordForms) != 0 {
		t.Error("a session brings Word forms")
	}
	p := must[hearing.Package](t)(d.Export(ctx))
	other := open(t, filepath.Join(t.TempDir(), "other.db"))
	if _, err := other.Import(ctx, p); err != nil {
		t.Fatal(err)
	}
	got := must[[]hearing.WordForm](t)(other.WordForms(ctx))
	if len(got) != 1 || got[0].Title != "名册" || got[0].File != "" || !bytes.Equal(must[[]byte](t)(other.Content(ctx, got[0].Hash)), file) {
		t.Errorf("the other desk has %+v", got)
	}
	p.WordForms[0].Hash = hearing.HashOf([]byte("another"))
	if _, err := open(t, filepath.Join(t.TempDir(), "third.db")).Import(ctx, p); err == nil {
		t.Error("a file that is not what its hash says is taken")
	}
}

// TestAnEnclosedFileTravels keeps files small and large that go out with papers;
// undo brings one back, and a package of the whole desk takes it along.
func TestAnEnclosedFileTravels(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	small, large := []byte("%PDF-1.7 一"), bytes.Repeat([]byte("%PDF 图"), 100_000)
	put := func(e hearing.Enclosure, data []byte) hearing.Enclosure {
		t.Helper()
		hash := must[string](t)(d.KeepFile(ctx, "application/pdf", data))
		e.File = hearing.EnclosedFile{ScanFile: hearing.ScanFile{Name: "图.pdf", Hash: hash, Media: "application/pdf", Size: int64(len(data)), Pages: 1}}
		e.Version = must[hearing.Version](t)(d.SaveEnclosure(ctx, e))
		return e
	}
	e := put(put(hearing.Enclosure{ID: "n1", Name: "路线图", With: []string{"07a"}}, small), large)
	must[int](t)(d.Sweep(ctx))
	must[hearing.Change](t)(d.Undo(ctx))
	if got := must[hearing.Enclosure](t)(d.Enclosure(ctx, "n1")); !bytes.Equal(must[[]byte](t)(d.Content(ctx, got.File.Hash)), small) {
		t.Errorf("after undo it is %+v", got.File)
	}
	if got := must[[]byte](t)(d.Content(ctx, e.File.Hash)); !bytes.Equal(got, large) {
		t.Error("what a change names is gone")
	}
	p := must[hearing.Package](t)(d.Export(ctx))
	if own := must[hearing.Package](t)(d.Export(ctx, "h-e2")); len(own.Enclosures) != 0 || p.Enclosures[0].File.Content == "" {
		t.Error("a session brings enclosures, or a desk none")
	}
	other := open(t, filepath.Join(t.TempDir(), "other.db"))
	if _, err := other.Import(ctx, p); err != nil {
		t.Fatal(err)
	}
	got := must[hearing.Enclosure](t)(other.Enclosure(ctx, "n1"))
	if got.File.Content != "" || !bytes.Equal(must[[]byte](t)(other.Content(ctx, got.File.Hash)), small) {
		t.Errorf("the other desk has %+v", got)
	}
	p.Enclosures[0].File.Hash = hearing.HashOf([]byte("another"))
	if _, err := open(t, filepath.Join(t.TempDir(), "third.db")).Import(ctx, p); err == nil {
		t.Error("a file that is not what its hash says is taken")
	}
	got.File.Pages = 0
	var faults hearing.FieldErrors
	if _, err := other.SaveEnclosure(ctx, got); !errors.As(err, &faults) {
		t.Errorf("a file without pages: %v", err)
	}
}
