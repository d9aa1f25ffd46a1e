package seats

import "fyne.io/fyne/v2"

// arrows are the ways in which the keyboard goes.
var arrows = map[fyne.KeyName][2]int{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}

// TypedKey walks through the seats with the arrows; Space or Enter lifts who sits
// there, the arrows carry, Space or Enter puts down, Esc puts back.
func (b *board) TypedKey(e *fyne.KeyEvent) {
	way, walks := arrows[e.Name]
	switch {
	case walks && b.lifted >= 0:
		b.carry(way)
	case walks:
		b.walk(way)
	case (e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && b.lifted >= 0:
		b.put()
	case e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		b.lift()
	case e.Name == fyne.KeyEscape && b.lifted >= 0:
		b.lifted = -1
		b.Refresh()
		b.chosen()
	default:
		b.key(e.Name)
	}
}

// TypedRune changes nothing: the keys do all.
func (b *board) TypedRune(rune) {}

// FocusGained shows where the keyboard is.
func (b *board) FocusGained() {
	b.focused = true
	if b.at < 0 && len(b.tiles) > 0 {
		b.at = 0
	}
	b.Refresh()
	b.chosen()
}

// FocusLost takes the mark away.
func (b *board) FocusLost() {
	b.focused, b.lifted = false, -1
	b.Refresh()
}

func (b *board) lift() {
	if !b.movable(b.at) {
		return
	}
	b.lifted, b.to = b.at, [2]int{b.tiles[b.at].X, b.tiles[b.at].Y}
	b.Refresh()
	b.chosen()
}

// walk chooses the nearest tile that way.
func (b *board) walk(way [2]int) {
	if b.at < 0 {
		b.choose(min(0, len(b.tiles)-1))
		return
	}
	if i := b.next(b.tiles[b.at].X, b.tiles[b.at].Y, way); i >= 0 {
		b.choose(i)
	}
}

// carry moves what is lifted to the nearest tile that way, or one place on.
func (b *board) carry(way [2]int) {
	if b.free {
		b.to = [2]int{min(max(b.to[0]+way[0], 0), b.wide-1), min(max(b.to[1]+way[1], 0), b.deep-1)}
	} else if i := b.next(b.to[0], b.to[1], way); i >= 0 {
		b.to = [2]int{b.tiles[i].X, b.tiles[i].Y}
	}
	b.Refresh()
	b.chosen()
}

// next is the nearest tile on one side of a place: what lies straight ahead comes
// before what lies aside.
func (b *board) next(x, y int, way [2]int) int {
	best, least := -1, 1<<30
	for i, t := range b.tiles {
		ahead := (t.X-x)*way[0] + (t.Y-y)*way[1]
		aside := (t.X-x)*way[1] + (t.Y-y)*way[0]
		if ahead <= 0 {
			continue
		}
		if far := ahead + 3*max(aside, -aside); far < least {
			best, least = i, far
		}
	}
	return best
}
