package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Press is anything that opens on a click, and on Enter or Space when the
// keyboard is on it.
type Press struct {
	widget.BaseWidget
	content fyne.CanvasObject
	ground  *canvas.Rectangle
	open    func()
	focused bool
	hovered bool
}

// NewPress makes content open something.
func NewPress(content fyne.CanvasObject, open func()) *Press {
	p := &Press{content: content, ground: canvas.NewRectangle(color.Transparent), open: open}
	p.ground.CornerRadius = 5
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the content on a ground that answers to the mouse.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(p.ground, p.content))
}

// Tapped opens.
func (p *Press) Tapped(*fyne.PointEvent) { p.open() }

// TypedKey opens on Enter and Space.
func (p *Press) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.open()
	case fyne.KeyDown, fyne.KeyUp:
		if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && k.Name == fyne.KeyDown {
			c.FocusNext()
		} else if c != nil {
			c.FocusPrevious()
		}
	case fyne.KeyEscape:
		if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
	}
}

// TypedRune takes no text.
func (p *Press) TypedRune(rune) {}

// FocusGained shows that the keyboard is here.
func (p *Press) FocusGained() { p.focused = true; p.tint() }

// FocusLost shows that it went.
func (p *Press) FocusLost() { p.focused = false; p.tint() }

// MouseIn shows that a click opens.
func (p *Press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.tint() }

// MouseMoved changes nothing.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tint away.
func (p *Press) MouseOut() { p.hovered = false; p.tint() }

// Cursor is a hand.
func (p *Press) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (p *Press) tint() {
	p.ground.FillColor = color.Transparent
	switch {
	case p.focused:
		p.ground.FillColor = theme.Color(theme.ColorNameSelection)
	case p.hovered:
		p.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	p.ground.Refresh()
}
