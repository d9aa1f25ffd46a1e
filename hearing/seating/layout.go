package seating

import (
	"encoding/json"
	"fmt"
	"strconv"

	"hearingdesk/hearing"
)

// A Layout is the seats of a room, with what hangs at its front wall.
type Layout struct {
	Front  string              `json:"front,omitempty"`
	Blocks []hearing.SeatBlock `json:"blocks"`
}

// Layouts are those of rooms that have none of their own.
type Layouts struct {
	Hearing  map[hearing.RoomKind]Layout `json:"hearing"`  // by the kind of room; hearing-room does for those that are not named
	Ceremony Layout                      `json:"ceremony"` // of announcements, wherever they are held
}

// Read reads layouts, which are checked as those of a room are.
func Read(file []byte) (Layouts, error) {
	var l Layouts
	if err := json.Unmarshal(file, &l); err != nil {
		return Layouts{}, fmt.Errorf("read layouts of rooms: %w", err)
	}
	for kind, one := range l.Hearing {
		r := hearing.Room{ID: hearing.ID(kind), Name: string(kind), Kind: kind, Layout: one.Blocks, Ceremony: l.Ceremony.Blocks}
		if faults := r.Validate(); len(faults) > 0 {
			return Layouts{}, fmt.Errorf("read layout of %s: %w", kind, faults)
		}
	}
	return l, nil
}

// Of is the layout of a session's room.
func (l Layouts) Of(d hearing.Dossier) Layout {
	room := d.Rooms[d.Session().Slot.Room]
	if d.Announcement != nil {
		return l.OfRoom(room, true)
	}
	return l.OfRoom(room, false)
}

// OfRoom is a room's own layout, or that of its kind. In the latter the observers
// have as many seats as the room's record says.
func (l Layouts) OfRoom(r hearing.Room, ceremony bool) Layout {
	out, own := l.Hearing[r.Kind], r.Layout
	if len(out.Blocks) == 0 {
		out = l.Hearing[hearing.HearingRoom]
	}
	if ceremony {
		out, own = l.Ceremony, r.Ceremony
	}
	if len(own) > 0 {
		return Layout{out.Front, own}
	}
	return out.observed(r.Seats)
}

// observed gives the observers a number of seats; 0 leaves them as they are.
func (l Layout) observed(seats int) Layout {
	if seats <= 0 {
		return l
	}
	out := Layout{Front: l.Front}
	for _, b := range l.Blocks {
		if b.Zone == hearing.ZoneObserver {
			if seats == 0 {
				continue
			}
			per := b.PerRow()
			b.Seats, b.Rows = min(seats, hearing.MaxSeats), max((seats+per-1)/per, 1)
			if b.Seats < per {
				b.Rows = 1
			}
			seats = 0
		}
		out.Blocks = append(out.Blocks, b)
	}
	return out
}

// Seats is how many seats a zone has.
func (l Layout) Seats(z hearing.Zone) int {
	n := 0
	for _, b := range l.Blocks {
		if b.Zone == z {
			n += b.Seats
		}
	}
	return n
}

// Summary says a layout in short: 主持人1 听证员7 …
func (l Layout) Summary(name func(hearing.Zone) string) string {
	out := ""
	for _, z := range hearing.Zones {
		if n := l.Seats(z); n > 0 {
			out += " " + name(z) + strconv.Itoa(n)
		}
	}
	return out
}
