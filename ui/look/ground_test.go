package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
)

// TestACardFollowsTheTheme while the window is open.
func TestACardFollowsTheTheme(t *testing.T) {
	w := shown.Window(t, look.Card(widget.NewLabel("要办的事")))
	w.Resize(fyne.NewSize(200, 80))
	light := w.Canvas().Capture().At(100, 70)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	if dark := w.Canvas().Capture().At(100, 70); dark == light {
		t.Errorf("it keeps %v", light)
	}
}
