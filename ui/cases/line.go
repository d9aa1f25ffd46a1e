package cases

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// dayWidth is the room of a date with its calendar button.
const dayWidth = 138

// nameWidth is the room of what happened.
const nameWidth = 196

// line sets fields of a fixed width, fields that share what is left by their
// weights, and a button side by side.
type line struct {
	fixed   []float32 // widths of the first
	weights []float32 // of those after them; none: alike
}

// MinSize is as high as the highest, and asks for little width.
func (l line) MinSize(o []fyne.CanvasObject) fyne.Size {
	h, w := float32(0), float32(60*(len(o)-1-len(l.fixed)))
	for _, x := range o {
		h = fyne.Max(h, x.MinSize().Height)
	}
	for _, f := range l.fixed {
		w += f
	}
	return fyne.NewSize(w+o[len(o)-1].MinSize().Width, h)
}

// Layout places the objects; the button is not stretched.
func (l line) Layout(o []fyne.CanvasObject, s fyne.Size) {
	button := o[len(o)-1]
	last, gap := button.MinSize(), theme.Padding()
	left, total := s.Width-last.Width-gap*float32(len(o)-1), float32(0)
	width := func(i int) (w float32, fixed bool) {
		switch i -= len(l.fixed); {
		case i < 0:
			return l.fixed[i+len(l.fixed)], true
		case i < len(l.weights):
			return l.weights[i], false
		}
		return 1, false
	}
	for i := range len(o) - 1 {
		if w, fixed := width(i); fixed {
			left -= w
		} else {
			total += w
		}
	}
	x := float32(0)
	for i, c := range o[:len(o)-1] {
		w, fixed := width(i)
		if !fixed {
			w *= left / total
		}
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, c.MinSize().Height))
		x += w + gap
	}
	button.Move(fyne.NewPos(s.Width-last.Width, fyne.Max(0, (o[0].MinSize().Height-last.Height)/2)))
	button.Resize(last)
}

// indent leaves room at the left.
type indent float32

// MinSize is the object's; without height where it is empty.
func (i indent) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width+float32(i), m.Height)
}

// Layout places the object.
func (i indent) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(float32(i), 0))
	o[0].Resize(fyne.NewSize(s.Width-float32(i), s.Height))
}
