package transcript

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// TestCorrectedByKeysAlone: a passage is found, corrected, struck out and followed by
// another without the mouse; once it is sealed Enter adds a correction, and nothing
// else is done.
func TestCorrectedByKeysAlone(t *testing.T) {
	r := newRoom(t)
	r.heard()
	v := r.view()
	v.m.Confirm(v.m.Drafts()...)
	v.m.Read("宣读")
	c := r.sh.Window.Canvas()
	key := func(names ...fyne.KeyName) {
		t.Helper()
		for _, n := range names {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	v.query.SetText("七月底")
	if u, _ := v.m.Text.Line(v.m.Chosen); u.Text != "七月底前完成。" {
		t.Fatalf("what was looked for is not chosen: %q", u.Text)
	}
	c.Focus(v.text)
	key(fyne.KeyReturn)
	shown.Picture(t, r.sh.Window, "transcript-keys-correct")
	test.Type(c.Focused(), "费用已落实。")
	key(fyne.KeyReturn)
	c.Focus(v.text)
	key(fyne.KeyDown, fyne.KeyDelete)
	r.press("确定")
	c.Focus(v.text)
	key(fyne.KeyEnd, fyne.KeyInsert)
	test.Type(c.Focused(), "没有补充。")
	key(fyne.KeyReturn)
	lines := v.m.Text.Lines()
	if l := lines[3]; l.Text != "七月底前完成。费用已落实。" || len(l.Was) != 1 || !lines[4].Gone || !lines[len(lines)-1].Added {
		t.Errorf("%+v", lines)
	}
	c.Focus(v.text)
	key(fyne.KeyHome)
	shown.Picture(t, r.sh.Window, "transcript-keys")
	v.m.Seal()
	r.fine()
	n := len(v.m.Text.Entries())
	key(fyne.KeyDelete, fyne.KeyInsert)
	if c.Overlays().Top() != nil || len(v.m.Text.Entries()) != n {
		t.Error("something else than a correction is offered after the seal")
	}
	key(fyne.KeyReturn)
	test.Type(c.Focused(), "“九时”应为“九时五分”。")
	key(fyne.KeyReturn)
	lines = v.m.Text.Lines()
	if last := lines[len(lines)-1]; last.Kind != hearing.Correcting || last.Of != lines[0].ID {
		t.Errorf("after the seal: %+v", last)
	}
}
