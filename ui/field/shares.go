package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Shares sets objects side by side, each with its share of the width.
type Shares []float32

// MinSize is as high as the highest, and asks for little width.
func (s Shares) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = fyne.Max(h, x.MinSize().Height)
	}
	return fyne.NewSize(60*float32(len(o)), h)
}

// Layout places the objects.
func (s Shares) Layout(o []fyne.CanvasObject, size fyne.Size) {
	total := float32(0)
	for _, w := range s {
		total += w
	}
	gap := theme.Padding()
	width := size.Width - gap*float32(len(s)-1)
	x := float32(0)
	for i, c := range o {
		w := width * s[i] / total
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, size.Height))
		x += w + gap
	}
}
