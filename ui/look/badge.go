package look

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// A badge is a small number at the corner of a button. It takes no room of its
// own, so that nothing moves when it comes.
type badge struct {
	object *fyne.Container
	ground *canvas.Rectangle
	text   *canvas.Text
}

func newBadge() *badge {
	b := &badge{ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	b.ground.CornerRadius = 7
	b.text.TextSize, b.text.TextStyle.Bold = 10, true
	b.object = container.NewStack(b.ground, container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4), b.text))
	b.object.Hide()
	return b
}

func (b *badge) set(n int, tint fyne.ThemeColorName) {
	b.text.Text, b.text.Color = strconv.Itoa(n), theme.Color(theme.ColorNameForegroundOnPrimary)
	b.ground.FillColor = theme.Color(tint)
	b.object.Hidden = n == 0
	b.object.Resize(b.object.MinSize())
	b.object.Refresh()
}

// badgeLayout sets a badge at the corner of a button.
type badgeLayout struct{}

// MinSize is that of the button, with the part of the badge that stands out.
func (badgeLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Add(fyne.NewSize(10, 0))
}

// Layout places the two.
func (badgeLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(s.Width-10, s.Height))
	o[1].Resize(o[1].MinSize())
	o[1].Move(fyne.NewPos(s.Width-16, 0))
}
