package transcript

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
)

// A reader shows the transcript as one long sheet. Of thousands of passages only
// those are drawn that are seen.
type reader struct {
	rows   []Row
	find   string
	chosen hearing.ID
	open   func(Row)

	object fyne.CanvasObject
	scroll *container.Scroll
	sheet  *fyne.Container
	ruler  ruler
	width  float32
	tops   []float32 // of each row, and the end
	set    [][]word
}

func newReader(open func(Row)) *reader {
	r := &reader{open: open, ruler: ruler{}, tops: []float32{0}}
	r.sheet = container.New(sheetLayout{r})
	r.scroll = container.NewVScroll(r.sheet)
	r.scroll.OnScrolled = func(fyne.Position) { r.draw() }
	r.object = container.New(frameLayout{r}, r.scroll)
	return r
}

// show shows other rows, or the same with other marks.
func (r *reader) show(rows []Row, find string, chosen hearing.ID) {
	r.rows, r.find, r.chosen = rows, find, chosen
	r.measure()
	r.draw()
}

// measure sets every row for the width.
func (r *reader) measure() {
	r.tops, r.set = make([]float32, 1, len(r.rows)+1), make([][]word, len(r.rows))
	top := float32(0)
	for i, row := range r.rows {
		words, height := r.ruler.set(row.pieces(r.find), max(r.width-timeW-16, 80))
		r.set[i] = words
		top += height + 2*rowPad
		r.tops = append(r.tops, top)
	}
	r.scroll.Refresh() // the sheet is as high as its rows before anything is scrolled to
}

// draw draws the rows that are seen.
func (r *reader) draw() {
	from, to := r.scroll.Offset.Y, r.scroll.Offset.Y+r.scroll.Size().Height
	r.sheet.Objects = r.sheet.Objects[:0]
	first := max(sort.Search(len(r.rows), func(i int) bool { return r.tops[i+1] > from }), 0)
	for i := first; i < len(r.rows) && r.tops[i] < to; i++ {
		row := r.rows[i]
		p := newPassage(row.At, r.set[i], row.Line != nil && row.Line.ID == r.chosen, func() { r.open(row) })
		p.Move(fyne.NewPos(0, r.tops[i]))
		p.Resize(fyne.NewSize(r.width, r.tops[i+1]-r.tops[i]))
		r.sheet.Objects = append(r.sheet.Objects, p)
	}
	r.sheet.Refresh()
}

// reveal scrolls to a row.
func (r *reader) reveal(i int) {
	if i < 0 || i >= len(r.rows) {
		return
	}
	most := max(r.tops[len(r.rows)]-r.scroll.Size().Height, 0)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(r.tops[i]-40, 0), most)))
	r.draw()
}

// sight scrolls no further than a row needs to be seen.
func (r *reader) sight(i int) {
	top, end, high := r.tops[i], r.tops[i+1], r.scroll.Size().Height
	switch at := r.scroll.Offset.Y; {
	case top < at:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case end > at+high:
		r.scroll.ScrollToOffset(fyne.NewPos(0, min(end-high, top)))
	}
	r.draw()
}

// sheetLayout gives the sheet its whole height; draw places the rows.
type sheetLayout struct{ r *reader }

// MinSize is as high as all rows.
func (l sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, l.r.tops[len(l.r.tops)-1]+20)
}

// Layout leaves the rows where they were placed.
func (l sheetLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// frameLayout sets the rows anew when the width changes.
type frameLayout struct{ r *reader }

// MinSize leaves room for some lines.
func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

// Layout fills the frame.
func (l frameLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
	if s.Width != l.r.width {
		l.r.width = s.Width
		l.r.measure()
	}
	l.r.draw()
}
