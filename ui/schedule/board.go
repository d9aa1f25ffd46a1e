package schedule

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// What the pointer can hit.
type target int

const (
	onNothing target = iota
	onDay            // a day, where nothing lies
	onNumber         // a day's number
	onAdd            // the “+” of a day
	onMore           // “还有 n 场”
	onEntry
)

type hit struct {
	what    target
	day     calendar.Date
	segment segment
}

// under is the kind of thing that the pointer is over, and its day.
type under struct {
	what target
	day  calendar.Date
}

type area struct {
	box box
	hit hit
}

// A sheet draws on a board, and tells which day and minute is where.
type sheet interface {
	paint(p *pen, b *board, size fyne.Size)
	over(p *pen, b *board, size fyne.Size)
	at(pos fyne.Position, size fyne.Size) (spot, bool)
}

// A board is a calendar that can be clicked, dragged about and walked through
// by keys. What follows the pointer is drawn on a layer above it.
type board struct {
	layer
	page    *page
	sheet   sheet
	overlay *layer
	areas   []area
	press   *fyne.Position // where the button went down
	pressed hit
	hover   *fyne.Position
	over    under
	focused bool
	shift   bool
}

func newBoard(p *page, s sheet) *board {
	b := &board{page: p, sheet: s}
	b.self = b
	b.paint = func(pen *pen, size fyne.Size) {
		b.areas = b.areas[:0]
		s.paint(pen, b, size)
	}
	b.overlay = newLayer(func(pen *pen, size fyne.Size) { s.over(pen, b, size) })
	b.ExtendBaseWidget(b)
	return b
}

func (b *board) area(at box, h hit) { b.areas = append(b.areas, area{at, h}) }

// edge is how strong the frame of what is selected is.
func (b *board) edge() uint8 {
	if b.focused {
		return 0xFF
	}
	return 0x60
}

// hit returns the topmost thing at a position.
func (b *board) hit(pos fyne.Position) hit {
	for i := len(b.areas) - 1; i >= 0; i-- {
		if b.areas[i].box.has(pos) {
			return b.areas[i].hit
		}
	}
	return hit{}
}

// boxOf is where an entry is drawn.
func (b *board) boxOf(id hearing.ID, day calendar.Date) (box, bool) {
	for _, a := range b.areas {
		if a.hit.what == onEntry && a.hit.segment.entry.Session == id && a.hit.day == day {
			return a.box, true
		}
	}
	return box{}, false
}

// MouseDown selects what is below the pointer.
func (b *board) MouseDown(e *desktop.MouseEvent) {
	b.press = nil
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	pos := e.Position
	b.press, b.pressed = &pos, b.hit(pos)
	b.page.focus()
	b.page.choose(b.pressed)
}

// MouseUp opens an entry; it does not wait whether a second click follows.
func (b *board) MouseUp(e *desktop.MouseEvent) {
	if b.press == nil || b.page.drag != nil || b.pressed.what == onDay || b.hit(e.Position).what != b.pressed.what {
		return
	}
	b.press = nil
	b.page.open(b.pressed)
}

// Tapped opens a day of the month, once it is clear that it was one click.
func (b *board) Tapped(*fyne.PointEvent) {
	if b.pressed.what == onDay && b.page.model.mode == byMonth {
		b.page.open(b.pressed)
	}
}

// DoubleTapped begins a hearing on a day.
func (b *board) DoubleTapped(*fyne.PointEvent) {
	if b.pressed.what == onDay {
		b.page.begin(b.pressed.day)
	}
}

// Dragged moves the entry that the button went down on.
func (b *board) Dragged(e *fyne.DragEvent) {
	if b.press == nil || b.pressed.what != onEntry {
		return
	}
	if b.page.drag == nil && !b.page.take(b, b.pressed, *b.press) {
		b.press = nil
		return
	}
	if s, ok := b.sheet.at(e.Position, b.Size()); ok {
		b.page.pull(e.Position, s)
	}
}

// DragEnd lets the entry go.
func (b *board) DragEnd() {
	b.press = nil
	b.page.drop()
}

// MouseIn is MouseMoved.
func (b *board) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved says at the foot what is below the pointer.
func (b *board) MouseMoved(e *desktop.MouseEvent) {
	pos := e.Position
	b.hover = &pos
	h := b.hit(pos)
	b.page.point(h)
	if over := (under{h.what, h.day}); b.page.model.mode == byMonth && b.page.drag == nil && over != b.over {
		b.over = over // the “+” follows from cell to cell
		b.overlay.Refresh()
	}
}

// MouseOut forgets the pointer.
func (b *board) MouseOut() {
	b.hover, b.over = nil, under{}
	b.page.point(hit{})
	b.overlay.Refresh()
}

// FocusGained is for Fyne.
func (b *board) FocusGained() { b.focus(true) }

// FocusLost is for Fyne.
func (b *board) FocusLost() { b.focus(false) }

func (b *board) focus(on bool) {
	b.focused, b.shift = on, false
	b.Refresh()
}

// TypedRune changes nothing: the keys do all.
func (b *board) TypedRune(rune) {}

// AcceptsTab takes Tab, which walks through the entries and then on.
func (b *board) AcceptsTab() bool { return true }

// KeyDown remembers Shift.
func (b *board) KeyDown(e *fyne.KeyEvent) { b.shifted(e, true) }

// KeyUp forgets it.
func (b *board) KeyUp(e *fyne.KeyEvent) { b.shifted(e, false) }

func (b *board) shifted(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		b.shift = down
	}
}

// TypedKey walks, opens, moves and changes the view.
func (b *board) TypedKey(e *fyne.KeyEvent) { b.page.key(e, b.shift) }

// Cursor is a hand over an entry.
func (b *board) Cursor() desktop.Cursor {
	if b.hover != nil && b.page.drag == nil {
		if h := b.hit(*b.hover); h.what != onDay && h.what != onNothing {
			return desktop.PointerCursor
		}
	}
	return desktop.DefaultCursor
}

// A head names the columns; a click on a day's name opens the day.
type head struct {
	layer
	page *page
}

func newHead(p *page) *head {
	h := &head{page: p}
	h.self, h.paint = h, p.axis.head
	h.ExtendBaseWidget(h)
	return h
}

// Tapped opens the day.
func (h *head) Tapped(e *fyne.PointEvent) {
	if s, ok := h.page.axis.at(e.Position, h.Size()); ok && e.Position.X >= axisWidth && h.page.model.mode == byWeek {
		h.page.open(hit{what: onNumber, day: s.day})
	}
}
