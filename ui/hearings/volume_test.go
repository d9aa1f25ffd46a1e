package hearings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestTheArchiveLeadsToThePapersThatMiss: a hearing that is done but for its
// volumes says how many papers miss, leads to them, and goes to the archive
// once the rest is left out with a reason.
func TestTheArchiveLeadsToThePapersThatMiss(t *testing.T) {
	const now = "2024-03-01 09:00"
	desk := shown.Examples(t, now)
	put(t, desk, "h-e1", func(h *hearing.Hearing) { h.State = hearing.FedBack })
	p, s, said, sh := newPage(t, desk, now)
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "plan"})
	shown.Press(t, sh.Window, "归档")
	if s.Value().State != hearing.FedBack || !shown.Reads(sh.Window, "份材料没有归入案卷") {
		for _, f := range s.Guard(hearing.Archived) {
			t.Logf("%s.%s %s: %s", f.Rule, f.Variant, f.Severity, f.Text)
		}
		t.Fatalf("it is %s, or nothing says what misses", s.Value().State)
	}
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "archive-barred")
	for _, f := range s.Guard(hearing.Archived) {
		if f.Variant == "volume" {
			s.Seek(f)
		}
	}
	last := said.Went[len(said.Went)-1]
	if last.Tab != "volume" || last.ID != "h-e1" {
		t.Fatalf("the finding leads to %+v", last)
	}
	p.Show(last)
	shown.Press(t, sh.Window, "其余免附…")
	reason(t, sh.Window, "旧案，纸质卷已另行归档", "免附")
	if shown.Reads(sh.Window, "份材料没有归入案卷") {
		t.Error("what was left out still bars the archive")
	}
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "archive-free")
	said.Clean(t)
}

// reason fills in the dialog that asks for one, and confirms it.
func reason(t *testing.T, w fyne.Window, text, confirm string) {
	t.Helper()
	top := w.Canvas().Overlays().Top()
	shown.Walk(top, func(o fyne.CanvasObject) {
		if e, ok := o.(*widget.Entry); ok {
			e.SetText(text)
		}
	})
	var yes *widget.Button
	shown.Walk(top, func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == confirm {
			yes = b
		}
	})
	if yes == nil {
		t.Fatalf("nothing asks for %q", confirm)
	}
	test.Tap(yes)
}
