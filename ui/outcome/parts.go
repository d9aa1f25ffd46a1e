package outcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// questionOf shows a question with the line of its tally below, and says how
// high both are in a width.
func questionOf(text string, wide float32) (o fyne.CanvasObject, height float32, tally *widget.Label) {
	q := widget.NewLabel(text)
	q.Wrapping = fyne.TextWrapBreak
	tally = widget.NewLabel("")
	tally.Importance = widget.LowImportance
	tally.SizeName = theme.SizeNameCaptionText
	tally.Truncation = fyne.TextTruncateEllipsis
	line := fyne.MeasureText("国", theme.TextSize(), fyne.TextStyle{})
	lines := linesOf(text, wide-2*theme.InnerPadding()-2)
	above := lines*line.Height + 2*theme.InnerPadding()
	height = above + tally.MinSize().Height - 6
	return container.New(tallyLayout{above}, q, tally), height, tally
}

// linesOf is how many lines a text fills in a width.
func linesOf(text string, wide float32) float32 {
	lines, x := float32(1), float32(0)
	for _, r := range text {
		w := fyne.MeasureText(string(r), theme.TextSize(), fyne.TextStyle{}).Width
		if x+w > wide {
			lines, x = lines+1, 0
		}
		x += w
	}
	return lines
}

// tallyLayout sets the tally close below the question.
type tallyLayout struct{ above float32 }

// MinSize is left to the row.
func (tallyLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, cellHeight) }

// Layout places both.
func (l tallyLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(s.Width, l.above))
	o[1].Move(fyne.NewPos(0, l.above-8))
	o[1].Resize(fyne.NewSize(s.Width, o[1].MinSize().Height))
}

// reveal scrolls a line into view.
func reveal(s *container.Scroll, o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s).Y
	switch bottom := top + o.Size().Height; {
	case top < 0:
		s.ScrollToOffset(s.Offset.AddXY(0, top))
	case bottom > s.Size().Height:
		s.ScrollToOffset(s.Offset.AddXY(0, bottom-s.Size().Height))
	}
}
