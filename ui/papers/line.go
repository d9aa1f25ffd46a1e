package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// parts are the widgets of a line.
type parts struct {
	check        *widget.Check
	title, right *widget.Label
	wrong        *widget.Label
	fill         *widget.Button
}

func newLine() *fyne.Container {
	title, right, wrong := widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	right.SizeName = theme.SizeNameCaptionText
	right.Alignment = fyne.TextAlignTrailing
	wrong.SizeName = theme.SizeNameCaptionText
	wrong.Importance = widget.DangerImportance
	wrong.Wrapping = words.Wrap()
	return container.New(lineLayout{}, widget.NewCheck("", nil), title, right, wrong, look.Quiet(words.T("去填写"), nil, nil))
}

func partsOf(o *fyne.Container) parts {
	x := o.Objects
	return parts{x[0].(*widget.Check), x[1].(*widget.Label), x[2].(*widget.Label), x[3].(*widget.Label), x[4].(*widget.Button)}
}

// Measures of a line.
const (
	lineHeight = 30
	checkWidth = 30
	fillWidth  = 68
	under      = 22 // how far papers stand in under their heading
)

func indent(r row) float32 {
	n := float32(0)
	if r.deep {
		n += under
	}
	if r.sheet != nil && !r.alone {
		n += under
	}
	return n
}

// lineLayout sets tick, name and mark in a row, and below what is wrong.
type lineLayout struct{ indent float32 }

// MinSize is a line's; the list gives more where something is wrong.
func (lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, lineHeight) }

// Layout places the parts.
func (l lineLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	left := l.indent + checkWidth
	right := min(o[2].MinSize().Width, s.Width/2)
	s.Width -= theme.ScrollBarSize() / 2 // the bar lies over the list
	put(o[0], l.indent, 2, checkWidth, lineHeight)
	put(o[1], left, 0, s.Width-left-right, lineHeight)
	put(o[2], s.Width-right, 0, right, lineHeight)
	put(o[3], left, lineHeight-6, s.Width-left-fillWidth, s.Height-lineHeight+6)
	put(o[4], s.Width-fillWidth, lineHeight-4, fillWidth, 26)
}
