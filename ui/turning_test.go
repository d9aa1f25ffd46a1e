package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

// TestHowFarTheEncryptionIs: while the file is encrypted, the window shows how far it is,
// and nothing of the desk; then it closes.
func TestHowFarTheEncryptionIs(t *testing.T) {
	f := as(t, hearing.DeskChief)
	f.goTo(shell.Place{Kind: shell.Today})
	w := fyne.CurrentApp().NewWindow("") // one that may be closed
	f.shell.Window = w
	closed, far := false, 0.0
	w.SetOnClosed(func() { closed = true })
	f.alone = func() *work.Runner { return work.Now(t.Context()) }
	f.parts.Turn = func(_ context.Context, say func(float64)) {
		say(0.4)
		shown.Walk(w.Content(), func(o fyne.CanvasObject) {
			if b, ok := o.(*widget.ProgressBar); ok {
				far = b.Value
			}
		})
		if !shown.Reads(w, "正在处理文件的加密") || shown.Reads(w, "今日") || !f.locked() || closed {
			t.Error("the desk is still to be seen, or its keys work")
		}
		shown.Picture(t, w, "turning")
	}
	f.shell.Turn()
	if far != 0.4 || !closed {
		t.Errorf("it was at %v, closed: %v", far, closed)
	}
}
