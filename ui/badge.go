package ui

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// A badge is a number on a coloured ground at the end of a button; nothing
// while it is 0. It lets clicks through.
type badge struct {
	object *fyne.Container
	text   *canvas.Text
	ground *canvas.Rectangle
}

// mostCounted is the highest number that a badge writes out.
const mostCounted = 99

func newBadge() *badge {
	b := &badge{text: canvas.NewText("", color.Transparent), ground: canvas.NewRectangle(color.Transparent)}
	b.text.TextSize = theme.CaptionTextSize()
	b.text.TextStyle.Bold = true
	b.text.Alignment = fyne.TextAlignCenter
	b.ground.CornerRadius = 9
	b.ground.SetMinSize(fyne.NewSize(20, 18))
	pill := container.NewStack(b.ground, container.New(layout.NewCustomPaddedLayout(0, 0, 6, 6), b.text))
	b.object = container.NewHBox(layout.NewSpacer(), container.NewCenter(pill), spaceRight())
	b.object.Hide()
	return b
}

// spaceRight keeps the badge off the button's edge.
func spaceRight() fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(2, 0))
	return r
}

// set shows a number.
func (b *badge) set(n int) {
	if n <= 0 {
		b.object.Hide()
		return
	}
	b.text.Text = strconv.Itoa(n)
	if n > mostCounted {
		b.text.Text = strconv.Itoa(mostCounted) + "+"
	}
	b.text.Color, b.ground.FillColor = theme.Color(theme.ColorNameBackground), theme.Color(theme.ColorNameError)
	b.object.Show()
	b.object.Refresh()
}
