package recorder

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
)

// A list shows the transcript. Only the rows in sight are drawn; the heights of
// the others are known from their texts, each reckoned once.
type list struct {
	widget.BaseWidget
	scroll *container.Scroll
	stage  *fyne.Container
	size   *fyne.Container // as high as all rows

	rows    []Row
	tops    []float32 // of each row, and behind them the end
	heights map[hearing.ID]known
	set     setter
	shown   map[int]*rowView
	spare   []*rowView
	marks   map[hearing.ID][]mark
	hit     mark // the one that the search is at
	onTap   func(Row)
	last    bool // the end is in sight, and stays so
}

// known is the height of a passage while its text and the width are the same.
type known struct {
	text   string
	was    int
	gone   bool
	width  float32
	height float32
}

// A mark is a found text in a passage, in runes.
type mark struct {
	line     hearing.ID
	from, to int
}

func newList(onTap func(Row)) *list {
	l := &list{heights: map[hearing.ID]known{}, shown: map[int]*rowView{}, onTap: onTap, last: true, set: newSetter()}
	l.stage = container.NewWithoutLayout()
	l.size = container.New(tall{l}, l.stage)
	l.scroll = container.NewVScroll(l.size)
	l.scroll.OnScrolled = func(fyne.Position) {
		l.last = l.atEnd()
		l.draw(false)
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer draws the list.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// Resize breaks the texts anew where the width changed.
func (l *list) Resize(size fyne.Size) {
	wide := size.Width != l.Size().Width
	l.BaseWidget.Resize(size)
	if wide {
		l.reckon()
	}
	if l.last {
		l.toEnd()
	}
	l.draw(wide)
}

// MinSize is small: the list takes what is left.
func (l *list) MinSize() fyne.Size { return fyne.NewSize(200, 80) }

// Set shows other rows. The list follows its end where that was in sight.
func (l *list) Set(rows []Row) {
	l.rows = rows
	l.reckon()
	l.scroll.Refresh()
	if l.last {
		l.toEnd()
	}
	l.draw(true)
}

// Mark shows found texts, and brings the one that the search is at into sight.
func (l *list) Mark(all []mark, at mark) {
	l.marks = map[hearing.ID][]mark{}
	for _, m := range all {
		l.marks[m.line] = append(l.marks[m.line], m)
	}
	l.hit = at
	if i := slices.IndexFunc(l.rows, func(r Row) bool { return r.Line.ID == at.line && at.line != "" }); i >= 0 {
		l.reveal(i)
	}
	l.draw(true)
}

func (l *list) atEnd() bool {
	return l.scroll.Offset.Y+l.scroll.Size().Height >= l.height()-8
}

// toEnd shows the last row.
func (l *list) toEnd() {
	l.last = true
	l.scroll.Offset.Y = max(0, l.height()-l.scroll.Size().Height)
	l.scroll.Refresh()
}

// page scrolls by so many screens.
func (l *list) page(by float32) {
	high := l.scroll.Size().Height
	l.scroll.Offset.Y = min(max(0, l.scroll.Offset.Y+by*(high-2*lineHeight)), max(0, l.height()-high))
	l.last = l.atEnd()
	l.scroll.Refresh()
	l.draw(false)
}

// reveal brings a row into sight.
func (l *list) reveal(i int) {
	top, end, high := l.tops[i], l.tops[i+1], l.scroll.Size().Height
	if top >= l.scroll.Offset.Y && end <= l.scroll.Offset.Y+high {
		return
	}
	l.scroll.Offset.Y = min(max(0, top-high/3), max(0, l.height()-high))
	l.last = l.atEnd()
	l.scroll.Refresh()
}

func (l *list) height() float32 {
	if len(l.tops) == 0 {
		return 0
	}
	return l.tops[len(l.tops)-1]
}

// reckon reckons where each row stands.
func (l *list) reckon() {
	width := l.width()
	l.tops = append(l.tops[:0], 0)
	y := float32(0)
	for i := range l.rows {
		y += l.rowHeight(&l.rows[i], width)
		l.tops = append(l.tops, y)
	}
}

func (l *list) width() float32 { return l.Size().Width }

func (l *list) rowHeight(r *Row, width float32) float32 {
	if r.Step != nil || r.Pause != nil {
		return headHeight
	}
	k, ok := l.heights[r.Line.ID]
	if ok && k.width == width && k.text == r.Line.Text && k.was == len(r.Line.Was) && k.gone == r.Line.Gone {
		return k.height
	}
	k = known{r.Line.Text, len(r.Line.Was), r.Line.Gone, width, l.set.height(r, width)}
	l.heights[r.Line.ID] = k
	return k.height
}

// draw places the rows in sight; anew says them again where they changed.
func (l *list) draw(anew bool) {
	from, high := l.scroll.Offset.Y, l.scroll.Size().Height
	first := max(0, sort.Search(len(l.rows), func(i int) bool { return l.tops[i+1] > from }))
	end := first
	for end < len(l.rows) && l.tops[end] < from+high {
		end++
	}
	for i, v := range l.shown {
		if i < first || i >= end {
			delete(l.shown, i)
			v.Hide()
			l.spare = append(l.spare, v)
		}
	}
	for i := first; i < end; i++ {
		v := l.shown[i]
		fresh := v == nil
		if fresh {
			v = l.take()
			l.shown[i] = v
		}
		v.Move(fyne.NewPos(0, l.tops[i]))
		v.Resize(fyne.NewSize(l.width(), l.tops[i+1]-l.tops[i]))
		if fresh || anew {
			v.show(l.rows[i], l.marks[l.rows[i].Line.ID], l.hit)
		}
		v.Show()
	}
}

// take is a row's view that is not in sight, or a new one.
func (l *list) take() *rowView {
	if n := len(l.spare); n > 0 {
		v := l.spare[n-1]
		l.spare = l.spare[:n-1]
		return v
	}
	v := newRowView(&l.set, func(r Row) { l.onTap(r) })
	l.stage.Add(v)
	return v
}

// tall is as high as the rows of a list.
type tall struct{ l *list }

// MinSize is that of all rows.
func (t tall) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(10, t.l.height()+theme.Padding())
}

// Layout gives the stage everything.
func (t tall) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
