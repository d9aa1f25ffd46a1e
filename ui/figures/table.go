package figures

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
)

// The columns of a table, from the right.
const (
	rowHeight   = 24
	barWidth    = 48
	shareWidth  = 66
	unitWidth   = 56
	numberWidth = 50
)

func (p *Page) table(t Table) fyne.CanvasObject {
	head := widget.NewLabel(t.Title)
	head.TextStyle.Bold = true
	rows := container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(layout.NewCustomPaddedVBoxLayout(-4), head, widget.NewSeparator()))
	for _, r := range t.Rows {
		rows.Add(look.NewPress(line(r), func() { p.show(t.Title, r) }))
	}
	return rows
}

// line is one figure: name, number, unit, share and bar; in a comparison name,
// number, unit, by how much it grew, and the earlier number.
func line(r Row) fyne.CanvasObject {
	name := widget.NewLabel(r.Name)
	name.Truncation = fyne.TextTruncateEllipsis
	number := widget.NewLabel(r.Text)
	number.Alignment = fyne.TextAlignTrailing
	number.TextStyle.Bold = r.Figure.N > 0
	unit := widget.NewLabel(r.Unit)
	share := widget.NewLabel(r.Share)
	if r.Change != nil {
		share.SetText(r.Change.Percent())
	}
	share.Alignment = fyne.TextAlignTrailing
	for _, l := range []*widget.Label{unit, share} {
		l.SizeName = theme.SizeNameCaptionText
		l.Importance = widget.LowImportance
	}
	if r.Figure.N == 0 {
		name.Importance, number.Importance = widget.LowImportance, widget.LowImportance
	}
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	bar := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	ground.CornerRadius, bar.CornerRadius = 3, 3
	if r.Bar < 0 || r.Change != nil {
		ground.Hide()
	}
	if r.Bar <= 0 || r.Change != nil {
		bar.Hide() // a bar without length still leaves a trace
	}
	then := widget.NewLabel(r.Then) // in a comparison, the earlier number stands in place of the bar
	then.Alignment = fyne.TextAlignTrailing
	then.SizeName = theme.SizeNameCaptionText
	then.Importance = widget.LowImportance
	return container.New(columns{r.Bar}, name, number, unit, share, ground, bar, then)
}

// columns places the parts of a line.
type columns struct{ bar float32 }

func (columns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120+numberWidth+unitWidth+shareWidth+barWidth, rowHeight)
}

func (c columns) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := s.Width - theme.Padding()
	put := func(i int, width float32) {
		x -= width
		h := o[i].MinSize().Height
		o[i].Resize(fyne.NewSize(width, h))
		o[i].Move(fyne.NewPos(x, (rowHeight-h)/2))
	}
	x -= barWidth
	for _, i := range []int{4, 5} {
		o[i].Move(fyne.NewPos(x, rowHeight/2-3))
	}
	o[4].Resize(fyne.NewSize(barWidth, 6))
	o[5].Resize(fyne.NewSize(barWidth*fyne.Max(c.bar, 0), 6))
	o[6].Resize(fyne.NewSize(barWidth+2*theme.Padding(), o[6].MinSize().Height))
	o[6].Move(fyne.NewPos(x-theme.Padding(), (rowHeight-o[6].MinSize().Height)/2))
	put(3, shareWidth)
	put(2, unitWidth)
	put(1, numberWidth)
	put(0, x)
}

// newspaper sets tables in three columns, row by row, each below the one
// before in its column.
type newspaper struct{}

func (newspaper) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, x := range o {
		w = fyne.Max(w, x.MinSize().Width)
	}
	return fyne.NewSize(w, newspaper{}.place(o, 0, false))
}

func (n newspaper) Layout(o []fyne.CanvasObject, s fyne.Size) { n.place(o, s.Width, true) }

func (newspaper) place(o []fyne.CanvasObject, width float32, move bool) float32 {
	const gap = 24
	w := (width - 2*gap) / 3
	var tops [3]float32
	for i, x := range o {
		h := x.MinSize().Height
		if move {
			x.Resize(fyne.NewSize(w, h))
			x.Move(fyne.NewPos(float32(i%3)*(w+gap), tops[i%3]))
		}
		tops[i%3] += h + 8
	}
	return max(tops[0], tops[1], tops[2])
}

// upAndDown gives the upper of two the height that it needs, but leaves the
// lower at least a third.
type upAndDown struct{ needs fyne.CanvasObject }

func (upAndDown) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(fyne.Max(o[0].MinSize().Width, o[1].MinSize().Width), 300)
}

func (u upAndDown) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := fyne.Min(u.needs.MinSize().Height+16, float32(int(s.Height*0.67)))
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[1].Move(fyne.NewPos(0, h))
	o[1].Resize(fyne.NewSize(s.Width, s.Height-h))
}

// wide gives its one object a width.
type wide float32

func (w wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), o[0].MinSize().Height)
}

func (w wide) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(float32(w), s.Height))
}
