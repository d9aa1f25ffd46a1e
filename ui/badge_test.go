package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestTheBadgeCounts draws the navigation with a number beside 今日, which lets
// a click through to the button below it.
func TestTheBadgeCounts(t *testing.T) {
	var opened []shell.Kind
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		w := shown.Window(t, nil)
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
		n := newNavigation(&shell.Shell{}, func(k shell.Kind) { opened = append(opened, k) }, func() {})
		w.SetContent(n.object)
		w.Resize(fyne.NewSize(140, 360))
		n.mark(shell.Today)
		for _, c := range []struct {
			n    int
			text string
		}{{0, ""}, {100, "99+"}, {7, "7"}} {
			n.badge.set(c.n)
			if n.badge.object.Visible() != (c.n > 0) || c.n > 0 && n.badge.text.Text != c.text {
				t.Errorf("%d: visible %v, %q", c.n, n.badge.object.Visible(), n.badge.text.Text)
			}
			if c.n == 0 {
				continue
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(n.badge.text)
			test.TapCanvas(w.Canvas(), at.AddXY(2, 2))
		}
		shown.Picture(t, w, "badge-"+string(mode))
	}
	if len(opened) != 4 || opened[3] != shell.Today {
		t.Errorf("clicks on the badge opened %v", opened)
	}
}
