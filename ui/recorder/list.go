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

// A list shows the transcript. Only the rows in sight are drawn, each when it
// changes; the heights of the others are known from their texts, each reckoned once.
type list struct {
	widget.BaseWidget
	scroll *container.Scroll
	stage  *fyne.Container
	size   *fyne.Container // as high as all rows

	rows    []Row
	edition int
	tops    []float32 // of each row, and behind them the end
	heights map[hearing.ID]known
	set     setter
	shown   map[int]*rowView
	spare   []*rowView
	marks   map[hearing.ID][]mark
	hit     mark // the one that the search is at
	marked  int  // counts the searches
	onTap   func(Row)
	flags   func(hearing.ID) (unsaved, open bool)
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

// newList shows rows; flags says of a passage whether the disk does not have it
// yet, and whether it is being changed in the typing line.
func newList(onTap func(Row), flags func(hearing.ID) (unsaved, open bool)) *list {
	l := &list{heights: map[hearing.ID]known{}, shown: map[int]*rowView{}, onTap: onTap, flags: flags, last: true, set: newSetter()}
	l.stage = container.NewWithoutLayout()
	l.size = container.New(tall{l}, l.stage)
	l.scroll = container.NewVScroll(l.size)
	l.scroll.OnScrolled = func(fyne.Position) {
		l.last = l.atEnd()
		l.draw()
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
		l.reckon(0)
	}
	if l.last {
		l.toEnd()
	}
	l.draw()
}

// Refresh draws the rows in the colours of now.
func (l *list) Refresh() {
	l.draw()
	l.BaseWidget.Refresh()
}

// MinSize is small: the list takes what is left.
func (l *list) MinSize() fyne.Size { return fyne.NewSize(200, 80) }

// Set shows rows. The list follows its end where that was in sight.
func (l *list) Set(rows Rows) {
	from := 0
	if rows.Edition == l.edition {
		from = len(l.rows)
	}
	l.rows, l.edition = rows.All, rows.Edition
	if from == 0 || from < len(l.rows) {
		l.reckon(from)
		l.scroll.Refresh()
	}
	if l.last {
		l.toEnd()
	}
	l.draw()
}

// Mark shows found texts, and brings the one that the search is at into sight.
func (l *list) Mark(all []mark, at mark) {
	l.marks = map[hearing.ID][]mark{}
	for _, m := range all {
		l.marks[m.line] = append(l.marks[m.line], m)
	}
	l.hit, l.marked = at, l.marked+1
	if i := slices.IndexFunc(l.rows, func(r Row) bool { return r.Line.ID == at.line && at.line != "" }); i >= 0 {
		l.reveal(i)
	}
	l.draw()
}

func (l *list) atEnd() bool {
	return l.scroll.Offset.Y+l.scroll.Size().Height >= l.height()-8
}

// toEnd shows the last row.
func (l *list) toEnd() {
	l.last = true
	if end := max(0, l.height()-l.scroll.Size().Height); end != l.scroll.Offset.Y {
		l.scroll.Offset.Y = end
		l.scroll.Refresh()
	}
}

// page scrolls by so many screens.
func (l *list) page(by float32) {
	high := l.scroll.Size().Height
	l.scroll.Offset.Y = min(max(0, l.scroll.Offset.Y+by*(high-2*lineHeight)), max(0, l.height()-high))
	l.last = l.atEnd()
	l.scroll.Refresh()
	l.draw()
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

// reckon reckons where each row stands, from one on.
func (l *list) reckon(from int) {
	width := l.width()
	if from == 0 {
		l.tops = append(l.tops[:0], 0)
	}
	y := l.tops[from]
	for i := from; i < len(l.rows); i++ {
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

// draw places the rows in sight, and draws those that are not drawn as they are.
func (l *list) draw() {
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
		if v == nil {
			v = l.take()
			l.shown[i] = v
		}
		v.Move(fyne.NewPos(0, l.tops[i]))
		v.Resize(fyne.NewSize(l.width(), l.tops[i+1]-l.tops[i]))
		now := drawn{edition: l.edition, row: i, marked: l.marked, width: l.width(), variant: fyne.CurrentApp().Settings().ThemeVariant()}
		now.unsaved, now.open = l.flags(l.rows[i].Line.ID)
		if v.drawn != now {
			v.show(l.rows[i], now, l.marks[l.rows[i].Line.ID], l.hit)
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
