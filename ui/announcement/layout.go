package announcement

import (
	"fyne.io/fyne/v2"
)

// gridLayout sets a recipient's name, the papers, the mode and the button side
// by side; the papers share what is left.
type gridLayout struct{}

const (
	modeWidth   = 150
	removeWidth = 36
	mostPaper   = 170
	leastName   = 180
)

// MinSize is as high as the highest, and asks for little width.
func (gridLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = fyne.Max(h, x.MinSize().Height)
	}
	return fyne.NewSize(leastName+modeWidth+removeWidth, h)
}

// Layout places the objects.
func (gridLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	n := len(o) - 3
	paper := float32(0)
	if n > 0 {
		paper = fyne.Min(mostPaper, (s.Width-leastName-modeWidth-removeWidth)/float32(n))
	}
	name := s.Width - modeWidth - removeWidth - paper*float32(n)
	x := float32(0)
	for i, c := range o {
		w := paper
		switch i {
		case 0:
			w = name
		case n + 1:
			w = modeWidth
		case n + 2:
			w = removeWidth
		}
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, s.Height))
		x += w
	}
}

// blank keeps the room of its one object and does not show it.
type blank struct{}

// MinSize is the object's.
func (blank) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout hides it.
func (blank) Layout(o []fyne.CanvasObject, _ fyne.Size) { o[0].Resize(fyne.NewSize(0, 0)); o[0].Hide() }
