package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

const (
	markSize = float32(18)  // of the sign at the left
	moreSize = float32(18)  // of the arrow at the right
	roomy    = float32(300) // what a text needs to have its buttons beside it
)

// findingLayout sets sign, text, buttons and arrow side by side; where the text
// would be too narrow, the buttons go below it. It remembers the width that it
// got, because the height depends on it.
type findingLayout struct{ width float32 }

// tail is the size of the buttons, and whether they stand beside the text.
func (l *findingLayout) tail(o []fyne.CanvasObject) (fyne.Size, bool) {
	if !o[2].Visible() {
		return fyne.Size{}, true
	}
	m := o[2].MinSize()
	return m, l.width-markSize-moreSize-m.Width >= roomy
}

// MinSize is as high as the text at the width last seen.
func (l *findingLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m, beside := l.tail(o)
	h := o[1].MinSize().Height
	if beside {
		return fyne.NewSize(200, max(h, m.Height))
	}
	return fyne.NewSize(200, h+m.Height)
}

// Layout places the parts.
func (l *findingLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	m, beside := l.tail(o)
	w := s.Width - markSize - moreSize
	if beside {
		w -= m.Width
	}
	o[1].Resize(fyne.NewSize(w, o[1].MinSize().Height))
	h := o[1].MinSize().Height
	line := min(h, 30) // the first line's height, on which sign and arrow stand
	top := float32(0)
	if beside && m.Height > h {
		top = (m.Height - h) / 2
	}
	o[1].Resize(fyne.NewSize(w, h))
	o[1].Move(fyne.NewPos(markSize, top))
	o[0].Resize(fyne.NewSquareSize(markSize - 3))
	o[0].Move(fyne.NewPos(2, top+(line-markSize+7)/2))
	o[3].Resize(fyne.NewSquareSize(moreSize))
	o[3].Move(fyne.NewPos(s.Width-moreSize, top+(line-moreSize+2)/2))
	o[2].Resize(m)
	if beside {
		o[2].Move(fyne.NewPos(s.Width-moreSize-m.Width, 0))
	} else {
		o[2].Move(fyne.NewPos(markSize+4, h))
	}
}

// behindLayout sets what is behind a finding below its text.
type behindLayout struct{}

// MinSize is that of the object, with the room at its left.
func (behindLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Add(fyne.NewSize(markSize, 0))
}

// Layout leaves the sign's width free.
func (behindLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(markSize, 0))
	o[0].Resize(fyne.NewSize(max(0, s.Width-markSize), s.Height))
}

// Beside sets findings below the controls of a form, right of the labels; it
// takes no room while there are none.
func Beside(s *Findings) fyne.CanvasObject { return container.New(besideLayout{}, s.Object) }

type besideLayout struct{}

// MinSize is that of the findings, nothing without any.
func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	return o[0].MinSize().Add(fyne.NewSize(labelWidth, 0))
}

// Layout leaves the labels' width free.
func (besideLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(labelWidth, 0))
	o[0].Resize(fyne.NewSize(max(0, s.Width-labelWidth), s.Height))
}
