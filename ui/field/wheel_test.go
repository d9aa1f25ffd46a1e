package field_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"hearingdesk/ui/field"
)

// TestTheWheelScrollsThePage: over a text of several lines too.
func TestTheWheelScrollsThePage(t *testing.T) {
	test.NewTempApp(t)
	form := container.NewVBox()
	for range 10 {
		form.Add(field.NewNote("一\n二\n三\n四\n五", 3, nil).Object())
	}
	page := container.NewVScroll(form)
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(300, 200))
	test.Scroll(w.Canvas(), fyne.NewPos(100, 40), 0, -50)
	if page.Offset.Y <= 0 {
		t.Error("the page stands still")
	}
}
