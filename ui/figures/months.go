package figures

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

// The measures of the columns of months.
const (
	columnsHeight = 120
	columnsLine   = 16 // a line of small type: the number above a column, the month below it
)

// monthly draws what was held in each month as columns: hearings filled,
// announcements on top of them as a frame, each with its number, so that nothing
// is told by colour alone.
func monthly(months []figures.MonthFigure) fyne.CanvasObject {
	head := widget.NewLabel(words.T("按月：听证会（实心）与宣告送达（空心），场"))
	head.TextStyle.Bold = true
	most := 1
	for _, m := range months {
		most = max(most, m.Held.N+m.Announcements.N)
	}
	chart := container.New(months12{})
	for _, m := range months {
		number := ""
		if n := m.Held.N + m.Announcements.N; n > 0 {
			number = strconv.Itoa(n)
		}
		held := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
		announced := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
		announced.StrokeColor, announced.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1.5
		chart.Add(container.New(column{float32(m.Held.N) / float32(most), float32(m.Announcements.N) / float32(most)}, held, announced, small(number), small(m.Month[len("2006-"):])))
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(layout.NewCustomPaddedVBoxLayout(-4), head, widget.NewSeparator()), chart)
}

func small(s string) *canvas.Text {
	t := canvas.NewText(s, theme.Color(theme.ColorNameForeground))
	t.TextSize = theme.Size(theme.SizeNameCaptionText) - 1
	t.Alignment = fyne.TextAlignCenter
	return t
}

// months12 sets the months side by side.
type months12 struct{}

func (months12) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, columnsHeight) }

func (months12) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := s.Width / float32(max(len(o), 1))
	for i, x := range o {
		x.Resize(fyne.NewSize(w, s.Height))
		x.Move(fyne.NewPos(float32(i)*w, 0))
	}
}

// column is one month: two parts of the full height, one on the other, the number
// above and the month below.
type column struct{ held, announced float32 }

func (column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(8, columnsHeight) }

func (c column) Layout(o []fyne.CanvasObject, s fyne.Size) {
	full := s.Height - 2*columnsLine
	bottom := s.Height - columnsLine
	w := fyne.Min(s.Width*0.6, 24)
	x := (s.Width - w) / 2
	for i, part := range []float32{c.held, c.announced} {
		h := part * full
		bottom -= h
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, bottom))
		if part == 0 {
			o[i].Hide()
		}
	}
	o[2].Resize(fyne.NewSize(s.Width, columnsLine))
	o[2].Move(fyne.NewPos(0, bottom-columnsLine))
	o[3].Resize(fyne.NewSize(s.Width, columnsLine))
	o[3].Move(fyne.NewPos(0, s.Height-columnsLine))
}
