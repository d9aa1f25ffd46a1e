package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// columns sets objects side by side: each but the last has its width, the last
// has what is left.
type columns struct{ widths []float32 }

// MinSize is as high as the highest, and asks for little width.
func (c columns) MinSize(o []fyne.CanvasObject) fyne.Size {
	h, w := float32(0), float32(120)
	for _, x := range o {
		h = fyne.Max(h, x.MinSize().Height)
	}
	for _, x := range c.widths {
		w += x + theme.Padding()
	}
	return fyne.NewSize(w, h)
}

// Layout places the objects.
func (c columns) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, a := range o {
		w := fyne.Max(s.Width-x, 0)
		if i < len(c.widths) {
			w = c.widths[i]
		}
		a.Move(fyne.NewPos(x, 0))
		a.Resize(fyne.NewSize(w, s.Height))
		x += w + theme.Padding()
	}
}
