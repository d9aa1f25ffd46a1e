package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A ground is what a card lies on. It follows the theme while the window is
// open, which a plain rectangle does not.
type ground struct {
	widget.BaseWidget
	fill *canvas.Rectangle
}

func newGround() *ground {
	g := &ground{fill: canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))}
	g.fill.CornerRadius = 6
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the rectangle.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return &groundRenderer{WidgetRenderer: widget.NewSimpleRenderer(g.fill), g: g}
}

type groundRenderer struct {
	fyne.WidgetRenderer
	g *ground
}

// Refresh takes the colour of the theme that is chosen now.
func (r *groundRenderer) Refresh() {
	r.g.fill.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	r.g.fill.Refresh()
}
