package seats

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/seating"
	"hearingdesk/ui/words"
)

// Blocks are the seats of a room as a clerk lays them out: those of hearings, or of
// announcements.
type Blocks struct {
	layouts  seating.Layouts
	room     hearing.Room
	Ceremony bool
	At       int // the block that is chosen; -1 is none
}

// NewBlocks returns the seats of no room yet.
func NewBlocks(l seating.Layouts) *Blocks { return &Blocks{layouts: l, At: -1} }

// Set shows a room.
func (b *Blocks) Set(r hearing.Room) {
	if r.ID != b.room.ID {
		b.At = -1
	}
	b.room = r
	b.At = min(b.At, len(b.List())-1)
}

// List are the blocks: the room's own, or those of its kind.
func (b *Blocks) List() []hearing.SeatBlock { return b.layouts.OfRoom(b.room, b.Ceremony).Blocks }

// Front is what hangs at the front wall.
func (b *Blocks) Front() string { return b.layouts.OfRoom(b.room, b.Ceremony).Front }

// Own reports whether the room has seats of its own.
func (b *Blocks) Own() bool { return len(*b.own(&b.room)) > 0 }

func (b *Blocks) own(r *hearing.Room) *[]hearing.SeatBlock {
	if b.Ceremony {
		return &r.Ceremony
	}
	return &r.Layout
}

// Chosen is the chosen block, and whether there is one.
func (b *Blocks) Chosen() (hearing.SeatBlock, bool) {
	if list := b.List(); b.At >= 0 && b.At < len(list) {
		return list[b.At], true
	}
	return hearing.SeatBlock{}, false
}

// Change changes the blocks of a room. It returns false, and the room as it was,
// where seats would stand on each other or outside.
func (b *Blocks) Change(f func([]hearing.SeatBlock) []hearing.SeatBlock) (hearing.Room, bool) {
	r := b.room
	list := f(slices.Clone(b.List()))
	*b.own(&r) = list
	probe := hearing.Room{ID: "probe", Name: "probe", Kind: hearing.HearingRoom, Layout: list}
	if len(probe.Validate()) > 0 {
		return b.room, false
	}
	if n := (seating.Layout{Blocks: list}).Seats(hearing.ZoneObserver); n > 0 && !b.Ceremony {
		r.Seats = n // what the public is told
	}
	b.room = r
	b.At = min(b.At, len(list)-1)
	return r, true
}

// Edit changes the chosen block.
func (b *Blocks) Edit(f func(*hearing.SeatBlock)) (hearing.Room, bool) {
	return b.Change(func(list []hearing.SeatBlock) []hearing.SeatBlock {
		if b.At >= 0 && b.At < len(list) {
			f(&list[b.At])
		}
		return list
	})
}

// Remove takes the chosen block away.
func (b *Blocks) Remove() (hearing.Room, bool) {
	return b.Change(func(list []hearing.SeatBlock) []hearing.SeatBlock {
		if b.At < 0 || b.At >= len(list) || len(list) == 1 {
			return list
		}
		return slices.Delete(list, b.At, b.At+1)
	})
}

// Add adds a block of a zone behind the others, and chooses it.
func (b *Blocks) Add(z hearing.Zone) (hearing.Room, bool) {
	deep := 0
	for _, t := range b.Tiles() {
		deep = max(deep, t.Y+1)
	}
	r, ok := b.Change(func(list []hearing.SeatBlock) []hearing.SeatBlock {
		return append(list, hearing.SeatBlock{Zone: z, Seats: 2, Y: deep})
	})
	if ok {
		b.At = len(b.List()) - 1
	}
	return r, ok
}

// Reset gives the room the seats of its kind again.
func (b *Blocks) Reset() hearing.Room {
	*b.own(&b.room) = nil
	b.At = -1
	return b.room
}

// Tiles are all seats, block by block.
func (b *Blocks) Tiles() []Tile {
	var out []Tile
	for _, block := range b.List() {
		for i := range block.Seats {
			x, y := block.Place(i)
			out = append(out, Tile{X: x, Y: y, Role: words.Of(block.Zone)})
		}
	}
	return out
}

// Block is the block of a tile, and its tiles.
func (b *Blocks) Block(tile int) (block int, tiles []int) {
	first := 0
	for i, one := range b.List() {
		if tile < first+one.Seats {
			for n := range one.Seats {
				tiles = append(tiles, first+n)
			}
			return i, tiles
		}
		first += one.Seats
	}
	return -1, nil
}

// First is the first tile of the chosen block, or -1.
func (b *Blocks) First() int {
	first := 0
	for i, one := range b.List() {
		if i == b.At {
			return first
		}
		first += one.Seats
	}
	return -1
}

// Move moves the block of a tile so that the tile stands at a place.
func (b *Blocks) Move(tile, x, y int) (hearing.Room, bool) {
	tiles := b.Tiles()
	block, _ := b.Block(tile)
	if block < 0 {
		return b.room, false
	}
	b.At = block
	return b.Edit(func(one *hearing.SeatBlock) {
		one.X, one.Y = max(one.X+x-tiles[tile].X, 0), max(one.Y+y-tiles[tile].Y, 0)
	})
}

// Size is the grid: the room's seats, and room to move them.
func (b *Blocks) Size() (wide, deep int) {
	wide, deep = 11, 9
	for _, t := range b.Tiles() {
		wide, deep = max(wide, t.X+2), max(deep, t.Y+2)
	}
	return min(wide, hearing.MaxWide), min(deep, hearing.MaxDeep)
}
