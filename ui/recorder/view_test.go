package recorder_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/recorder"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// A hand is somebody at the hearing desk of a session.
type hand struct {
	t    *testing.T
	sh   *shell.Shell
	told *shown.Told
	desk *storage.Desk
	page interface {
		shell.Page
		Model() *recorder.Model
	}
}

func newHand(t *testing.T, desk *storage.Desk, id hearing.ID) *hand {
	t.Helper()
	sh, told := shown.Shell(t, "2023-07-18 09:02")
	h := &hand{t: t, sh: sh, told: told, desk: desk}
	h.page = recorder.New(sh, desk, shown.NewPress, recorder.Screens{}).(interface {
		shell.Page
		Model() *recorder.Model
	})
	shown.Show(sh, h.page.Object())
	h.page.Show(shell.Place{Kind: shell.Recorder, ID: id})
	return h
}

func (h *hand) types(text string) {
	h.t.Helper()
	f := h.sh.Window.Canvas().Focused()
	if f == nil {
		h.t.Fatal("nothing has the keyboard")
	}
	test.Type(f, text)
}

func (h *hand) key(names ...fyne.KeyName) {
	h.t.Helper()
	for _, n := range names {
		f := h.sh.Window.Canvas().Focused()
		if f == nil {
			h.t.Fatal("nothing has the keyboard")
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (h *hand) ctrl(n fyne.KeyName) {
	h.t.Helper()
	h.shortcut(&desktop.CustomShortcut{KeyName: n, Modifier: fyne.KeyModifierControl})
}

func (h *hand) shortcut(s fyne.Shortcut) {
	h.t.Helper()
	f, ok := h.sh.Window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		h.t.Fatal("nothing takes shortcuts")
	}
	f.TypedShortcut(s)
}

// says types something and writes it down.
func (h *hand) says(text string) {
	h.t.Helper()
	h.types(text)
	h.key(fyne.KeyReturn)
}

func TestE1IsDrawnEmpty(t *testing.T) {
	h := newHand(t, shown.Examples(t, "2023-07-18 09:02"), "h-e1")
	h.told.Clean(t)
	shown.Picture(t, h.sh.Window, "recorder-empty")
}
