package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A touch is a small button for the mouse. The keyboard passes it by: what it
// does, a key of the field beside it does too, and Tab goes from field to field.
type touch struct {
	widget.BaseWidget
	sign   fyne.Resource
	icon   *widget.Icon
	ground *canvas.Rectangle
	tap    func()
	off    bool
}

func newTouch(icon fyne.Resource, tap func()) *touch {
	t := &touch{sign: icon, icon: widget.NewIcon(icon), ground: canvas.NewRectangle(theme.Color(theme.ColorNameHover)), tap: tap}
	t.ground.CornerRadius = theme.InputRadiusSize()
	t.ground.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the icon, on a ground while the mouse is over it.
func (t *touch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.ground, container.New(layout.NewCustomPaddedLayout(6, 6, 7, 7), t.icon)))
}

// Tapped does what the button is for.
func (t *touch) Tapped(*fyne.PointEvent) {
	if !t.off {
		t.tap()
	}
}

// Disable lets it do nothing.
func (t *touch) Disable() {
	t.off = true
	t.icon.SetResource(theme.NewDisabledResource(t.sign))
}

// Enable lets it do what it is for.
func (t *touch) Enable() {
	t.off = false
	t.icon.SetResource(t.sign)
}

// Disabled reports whether it does nothing.
func (t *touch) Disabled() bool { return t.off }

// MouseIn shows that it can be tapped.
func (t *touch) MouseIn(*desktop.MouseEvent) {
	if !t.off {
		t.ground.Show()
	}
}

// MouseMoved changes nothing.
func (t *touch) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows it as before.
func (t *touch) MouseOut() { t.ground.Hide() }

var _ desktop.Hoverable = (*touch)(nil)
