package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A wheel lies over a control and hands the mouse wheel on to the page: a
// text field would keep it, and a long form would stop under the mouse.
type wheel struct{ widget.BaseWidget }

// underWheel puts a wheel over a control. It takes nothing but the wheel.
func underWheel(control fyne.CanvasObject) fyne.CanvasObject {
	w := &wheel{}
	w.ExtendBaseWidget(w)
	return container.NewStack(control, w)
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled scrolls the innermost scroller that the control stands in.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c == nil {
		return
	}
	if s := w.scroller(c.Content(), nil); s != nil {
		s.Scrolled(e)
	}
}

// scroller looks for the wheel below an object that stands in a scroller.
func (w *wheel) scroller(o fyne.CanvasObject, in *container.Scroll) *container.Scroll {
	if !o.Visible() {
		return nil
	}
	var below []fyne.CanvasObject
	switch v := o.(type) {
	case *wheel:
		if v == w {
			return in
		}
	case *container.Scroll:
		return w.scroller(v.Content, v)
	case *fyne.Container:
		below = v.Objects
	}
	for _, x := range below {
		if s := w.scroller(x, in); s != nil {
			return s
		}
	}
	return nil
}
