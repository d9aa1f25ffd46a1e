package outcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A board is a grid of cells that the keyboard goes through as one: arrows
// move, digits choose, 0 takes back, = says the same in the other cases, Enter goes to the
// details.
type board struct {
	widget.BaseWidget
	columns int
	lines   []*boardLine
	r, c    int // where the keyboard is
	focused bool
	value   func(r, c int) int      // the choice of a cell, -1 for none
	choose  func(r, c, option int)  // the same again takes it back
	moved   func()                  // another cell is the current one; may be nil
	enter   func()                  // goes to the details; may be nil
	reveal  func(fyne.CanvasObject) // scrolls a line into view; may be nil
	page    func(by int)            // goes to another part of the page; may be nil
	alike   func()                  // says the same in the other cases; may be nil
	content *fyne.Container
}

// A boardLine is one row: what stands at its left, its cells, and at its right.
type boardLine struct {
	cells  []*cell
	object *fyne.Container
}

func newBoard(columns int, value func(r, c int) int, choose func(r, c, option int)) *board {
	b := &board{columns: columns, value: value, choose: choose, content: container.NewVBox()}
	b.ExtendBaseWidget(b)
	return b
}

// add adds a row. The layout places left, the cells in their order, and right.
func (b *board) add(layout fyne.Layout, options []option, left, right fyne.CanvasObject) {
	r := len(b.lines)
	l := &boardLine{}
	parts := []fyne.CanvasObject{left}
	for c := range b.columns {
		one := newCell(append([]option(nil), options...), func(o int) { b.tapped(r, c, o) })
		l.cells = append(l.cells, one)
		parts = append(parts, one)
	}
	if right != nil {
		parts = append(parts, right)
	}
	l.object = container.New(layout, parts...)
	b.lines = append(b.lines, l)
	b.content.Add(l.object)
}

// head sets a line between the rows, which the keyboard passes by.
func (b *board) head(o fyne.CanvasObject) { b.content.Add(o) }

// show shows every choice as it is now.
func (b *board) show() {
	b.r, b.c = min(b.r, max(0, len(b.lines)-1)), min(b.c, max(0, b.columns-1))
	for r, l := range b.lines {
		for c, one := range l.cells {
			one.set(b.value(r, c), b.focused && r == b.r && c == b.c, false)
		}
	}
}

func (b *board) tapped(r, c, option int) {
	b.r, b.c = r, c
	if on := fyne.CurrentApp().Driver().CanvasForObject(b); on != nil {
		on.Focus(b)
	}
	b.tell()
	b.choose(r, c, option)
	b.show()
}

// to moves the keyboard to a cell.
func (b *board) to(r, c int) {
	if r < 0 || c < 0 || r >= len(b.lines) || c >= b.columns {
		return
	}
	b.r, b.c = r, c
	b.show()
	b.tell()
	if b.reveal != nil {
		b.reveal(b.lines[r].object)
	}
}

func (b *board) tell() {
	if b.moved != nil {
		b.moved()
	}
}

// next goes down the column, and then to the top of the next one.
func (b *board) next() {
	switch {
	case b.r+1 < len(b.lines):
		b.to(b.r+1, b.c)
	case b.c+1 < b.columns:
		b.to(0, b.c+1)
	}
}

// FocusGained shows where the keyboard is.
func (b *board) FocusGained() {
	b.focused = true
	b.show()
	b.tell()
}

// FocusLost takes the mark away.
func (b *board) FocusLost() {
	b.focused = false
	b.show()
}

// TypedRune chooses by number, also one of a Chinese keyboard, and goes on.
func (b *board) TypedRune(r rune) {
	if r >= '０' && r <= '９' {
		r += '0' - '０'
	}
	if r == '=' || r == '＝' {
		if b.alike != nil && len(b.lines) > 0 {
			b.alike()
		}
		return
	}
	n := int(r - '1')
	if len(b.lines) == 0 || n < -1 || n >= len(b.lines[b.r].cells[b.c].options) {
		return
	}
	if n < 0 {
		b.clear()
		return
	}
	if n != b.value(b.r, b.c) {
		b.choose(b.r, b.c, n)
	}
	b.show()
	b.next()
}

// clear takes the choice back: the same again.
func (b *board) clear() {
	if was := b.value(b.r, b.c); was >= 0 {
		b.choose(b.r, b.c, was)
		b.show()
	}
}

// TypedKey moves, takes back, and goes to the details.
func (b *board) TypedKey(k *fyne.KeyEvent) {
	if len(b.lines) == 0 {
		return
	}
	switch k.Name {
	case fyne.KeyPageDown, fyne.KeyPageUp:
		if b.page != nil {
			b.page(map[fyne.KeyName]int{fyne.KeyPageDown: 1, fyne.KeyPageUp: -1}[k.Name])
		}
	case fyne.KeyUp:
		b.to(b.r-1, b.c)
	case fyne.KeyDown:
		b.to(b.r+1, b.c)
	case fyne.KeyLeft:
		b.to(b.r, b.c-1)
	case fyne.KeyRight:
		b.to(b.r, b.c+1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		b.clear()
	case fyne.KeySpace:
		b.choose(b.r, b.c, (b.value(b.r, b.c)+1)%len(b.lines[b.r].cells[b.c].options))
		b.show()
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.enter != nil {
			b.enter()
		}
	case fyne.KeyEscape:
		if on := fyne.CurrentApp().Driver().CanvasForObject(b); on != nil && on.OnTypedKey() != nil {
			on.OnTypedKey()(k)
		}
	}
}

// CreateRenderer shows the rows.
func (b *board) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }

// lineLayout places a row of a board: the left part in its width, cells no
// wider than most, the right part in the rest.
type lineLayout struct {
	left   float32
	height float32 // at least
	most   float32 // of a cell
	cells  int
}

// MinSize lets texts be cut off rather than push the page wide.
func (l lineLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := l.left
	for _, c := range o[1 : 1+l.cells] {
		w += c.MinSize().Width
	}
	return fyne.NewSize(w, max(l.height, cellHeight+2))
}

// Layout places the parts.
func (l lineLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(l.left, s.Height))
	x := l.left
	w := min(l.most, (s.Width-l.left)/float32(max(1, l.cells)))
	for _, c := range o[1 : 1+l.cells] {
		c.Move(fyne.NewPos(x+3, (s.Height-cellHeight)/2))
		c.Resize(fyne.NewSize(w-6, cellHeight))
		x += w
	}
	for _, right := range o[1+l.cells:] {
		right.Move(fyne.NewPos(x+8, 0))
		right.Resize(fyne.NewSize(max(0, s.Width-x-8), s.Height))
	}
}
