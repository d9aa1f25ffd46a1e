package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// labelWidth fits labels of six characters.
const labelWidth = 104

// Row sets a label beside a control.
func Row(label string, c Control) fyne.CanvasObject { return RowOf(label, c.Object()) }

// RowOf sets a label beside anything.
func RowOf(label string, o fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(label)
	l.Alignment = fyne.TextAlignTrailing
	l.Truncation = fyne.TextTruncateEllipsis
	return container.New(rowLayout{}, l, o)
}

// Section sets rows under a title.
func Section(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	box := container.NewVBox()
	if title != "" {
		head := widget.NewLabel(title)
		head.TextStyle.Bold = true
		box.Add(head)
	}
	for _, r := range rows {
		box.Add(r)
	}
	return box
}

// Columns sets sections side by side where there is room for two, else below
// one another; nothing scrolls sideways.
func Columns(sections ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&columnLayout{least: 440}, sections...)
}

// rowLayout gives the label its fixed width and the control the rest.
type rowLayout struct{}

func (rowLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[1].MinSize()
	return fyne.NewSize(labelWidth+min(m.Width, 160), fyne.Max(m.Height, o[0].MinSize().Height))
}

func (rowLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(labelWidth, o[0].MinSize().Height))
	o[1].Move(fyne.NewPos(labelWidth, 0))
	o[1].Resize(fyne.NewSize(s.Width-labelWidth, s.Height))
}

// columnLayout remembers the width it got, because the height that it needs
// depends on it.
type columnLayout struct {
	least float32
	width float32
}

func (l *columnLayout) columns(n int) int {
	if l.width >= 2*l.least && n > 1 {
		return 2
	}
	return 1
}

func (l *columnLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	heights := make([]float32, l.columns(len(o)))
	for i, x := range o {
		heights[i%len(heights)] += x.MinSize().Height + theme.Padding()
	}
	tallest := float32(0)
	for _, h := range heights {
		tallest = fyne.Max(tallest, h)
	}
	return fyne.NewSize(l.least, tallest)
}

func (l *columnLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	n := l.columns(len(o))
	gap := theme.Padding() * 4
	w := (s.Width - gap*float32(n-1)) / float32(n)
	tops := make([]float32, n)
	for i, x := range o {
		c := i % n
		x.Resize(fyne.NewSize(w, x.MinSize().Height))
		x.Move(fyne.NewPos(float32(c)*(w+gap), tops[c]))
		tops[c] += x.MinSize().Height + theme.Padding()
	}
}

// Flow sets objects side by side and goes on in the next line.
type Flow struct{ Width float32 }

// MinSize is the height of the lines at the width last seen.
func (f Flow) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := f.Width
	if width == 0 {
		width = 460
	}
	_, h := f.place(o, width, false)
	w := float32(0)
	for _, x := range o {
		w = fyne.Max(w, x.MinSize().Width)
	}
	return fyne.NewSize(w, h)
}

// Layout places the objects.
func (f Flow) Layout(o []fyne.CanvasObject, s fyne.Size) { f.place(o, s.Width, true) }

func (Flow) place(o []fyne.CanvasObject, width float32, move bool) (float32, float32) {
	x, y, row := float32(0), float32(0), float32(0)
	for _, c := range o {
		if !c.Visible() {
			continue
		}
		m := c.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row, 0
		}
		if move {
			c.Resize(m)
			c.Move(fyne.NewPos(x, y))
		}
		x += m.Width + theme.Padding()
		row = fyne.Max(row, m.Height)
	}
	return x, y + row
}
