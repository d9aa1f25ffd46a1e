package seats

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A board shows seats on a grid. They are dragged with the pointer, or lifted and
// put down with the keyboard.
type board struct {
	widget.BaseWidget
	tiles      []Tile
	wide, deep int
	front      string
	at         int            // the tile that is chosen; -1 is none
	lifted     int            // the tile on its way; -1 is none
	to         [2]int         // where it would go
	pointer    *fyne.Position // while it is dragged
	focused    bool
	hover      *fyne.Position

	still  bool // nothing can be moved: it is only looked at
	free   bool // tiles go to any place of the grid; else to other tiles
	whole  func(tile int) []int
	drop   func(tile, x, y int)
	chosen func()             // another tile is chosen
	key    func(fyne.KeyName) // keys of the page's own
}

func newBoard() *board {
	b := &board{at: -1, lifted: -1, chosen: func() {}, key: func(fyne.KeyName) {}}
	b.whole = func(tile int) []int { return []int{tile} }
	b.ExtendBaseWidget(b)
	return b
}

// set shows other tiles; the chosen one stays chosen by its place.
func (b *board) set(tiles []Tile, wide, deep int) {
	b.tiles, b.wide, b.deep = tiles, max(wide, 1), max(deep, 1)
	b.at = min(b.at, len(tiles)-1)
	if b.lifted >= len(tiles) {
		b.lifted = -1
	}
	b.Refresh()
}

// The grid's measures, in the window's units.
const (
	mostWide  = 150
	mostDeep  = 64
	leastWide = 40
	leastDeep = 26
	frontHigh = 24
)

// cell is the size of a seat, and where the first one stands.
func (b *board) cell() (w, h, x, y float32) {
	s := b.Size()
	top := float32(0)
	if b.front != "" {
		top = frontHigh
	}
	w = fyne.Min(mostWide, s.Width/float32(b.wide))
	h = fyne.Min(mostDeep, (s.Height-top)/float32(b.deep))
	return w, h, (s.Width - w*float32(b.wide)) / 2, top
}

// place is the place of the grid below a position.
func (b *board) place(pos fyne.Position) (x, y int) {
	w, h, left, top := b.cell()
	if w <= 0 || h <= 0 {
		return 0, 0
	}
	x, y = int((pos.X-left)/w), int((pos.Y-top)/h)
	return min(max(x, 0), b.wide-1), min(max(y, 0), b.deep-1)
}

// tileAt is the tile of a place, or -1.
func (b *board) tileAt(x, y int) int {
	for i, t := range b.tiles {
		if t.X == x && t.Y == y {
			return i
		}
	}
	return -1
}

// choose chooses a tile and tells the page.
func (b *board) choose(i int) {
	b.at = i
	b.Refresh()
	b.chosen()
}

// MouseDown chooses what is below the pointer.
func (b *board) MouseDown(e *desktop.MouseEvent) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(b); on != nil {
		on.Focus(b)
	}
	b.lifted = -1
	b.choose(b.tileAt(b.place(e.Position)))
}

// MouseUp is for Fyne.
func (b *board) MouseUp(*desktop.MouseEvent) {}

// Dragged moves the tile that the button went down on.
func (b *board) Dragged(e *fyne.DragEvent) {
	if b.pointer == nil {
		start := fyne.NewPos(e.Position.X-e.Dragged.DX, e.Position.Y-e.Dragged.DY)
		if b.at < 0 || !b.movable(b.at) {
			b.choose(b.tileAt(b.place(start)))
		}
		if !b.movable(b.at) {
			return
		}
		b.lifted = b.at
	}
	pos := e.Position
	b.pointer = &pos
	b.to[0], b.to[1] = b.place(pos)
	b.Refresh()
}

// DragEnd puts the tile down.
func (b *board) DragEnd() {
	dragged := b.pointer != nil
	b.pointer = nil
	if dragged {
		b.put()
	}
}

// movable reports whether a tile can be lifted: somebody sits there, or it is a
// block of seats.
func (b *board) movable(i int) bool {
	return !b.still && i >= 0 && i < len(b.tiles) && (b.free || b.tiles[i].Name != "")
}

// put puts the lifted tile down where it is.
func (b *board) put() {
	from := b.lifted
	b.lifted = -1
	if from < 0 {
		return
	}
	if b.free || b.tileAt(b.to[0], b.to[1]) >= 0 {
		b.drop(from, b.to[0], b.to[1])
		if i := b.tileAt(b.to[0], b.to[1]); i >= 0 {
			b.at = i
		}
	}
	b.Refresh()
	b.chosen()
}

// MouseIn is for Fyne.
func (b *board) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved remembers where the pointer is.
func (b *board) MouseMoved(e *desktop.MouseEvent) { pos := e.Position; b.hover = &pos }

// MouseOut forgets it.
func (b *board) MouseOut() { b.hover = nil }

// Cursor is a hand over what can be dragged.
func (b *board) Cursor() desktop.Cursor {
	if b.hover != nil && b.movable(b.tileAt(b.place(*b.hover))) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MinSize leaves room for names to be read.
func (b *board) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSize(float32(min(b.wide, 12)*leastWide), float32(min(b.deep, 16)*leastDeep))
}
