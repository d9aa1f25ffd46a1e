package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sidesLayout gives the list two fifths of the width, and the preview the rest.
type sidesLayout struct{}

// MinSize is that of both.
func (sidesLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(560, fyne.Max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout places both.
func (sidesLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := fyne.Min(460, s.Width*0.42)
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(s.Width-w, s.Height))
}

// A touch tells when something is clicked that takes no keys itself.
type touch struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tap     func()
}

func newTouch(content fyne.CanvasObject, tap func()) *touch {
	t := &touch{content: content, tap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the content.
func (t *touch) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// Tapped tells.
func (t *touch) Tapped(*fyne.PointEvent) { t.tap() }
