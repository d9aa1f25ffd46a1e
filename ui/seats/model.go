// Package seats is the tab of a session with who sits where, and the layout of a
// room's seats: the same board, once with people and once with blocks of seats.
package seats

import (
	"cmp"

	"hearingdesk/hearing"
	"hearingdesk/hearing/seating"
	"hearingdesk/ui/words"
)

// A Source is the session that the tab shows and changes.
type Source struct {
	Dossier func() hearing.Dossier // as it is on the page, with what is not stored yet
	Change  func(func([]hearing.Participant) ([]hearing.Participant, []hearing.Placing))
	Barred  func(field string) error // what stands against a change; nil: nothing ever does
}

// still reports whether the seats are only shown.
func (s Source) still() bool { return s.Barred != nil && s.Barred("seating") != nil }

// A Model is who sits where in one session.
type Model struct {
	layouts seating.Layouts
	source  Source
	plan    hearing.SeatPlan
	names   map[string]Tile // by who
	people  int
	changed bool
}

// A Tile is one seat of the board.
type Tile struct {
	X, Y  int
	Label string // number
	Name  string // who sits there; empty is nobody
	Role  string // or whose seat it is
	Extra bool
	Kept  bool
}

// NewModel returns a model; the layouts are those of rooms without their own.
func NewModel(l seating.Layouts, s Source) *Model { return &Model{layouts: l, source: s} }

// Read lays everybody out anew.
func (m *Model) Read() {
	d := m.source.Dossier()
	m.plan = seating.Arrange(m.layouts, d)
	m.changed = seating.Changed(d.Session())
	m.names = map[string]Tile{}
	sitters := seating.Sitters(d)
	m.people = len(sitters)
	for _, s := range sitters {
		t := Tile{Name: d.Person(s.Person).Name, Role: roleOf(s)}
		p := s.Participant
		if unit := d.Organisation(s.Organisation); !s.Post && (p.Role == hearing.AgencyRep || p.Role == hearing.Recipient || t.Name == "") && unit.Name != "" {
			t.Name, t.Role = cmp.Or(unit.Short, unit.Name), cmp.Or(t.Name, t.Role)
		}
		t.Name = cmp.Or(t.Name, words.T("（未填姓名）"))
		m.names[s.Key] = t
	}
}

// roleOf is somebody's role in the user's language.
func roleOf(s seating.Sitter) string {
	switch {
	case s.Post:
		return words.Of(s.Zone)
	case s.Person != s.Participant.Person:
		return words.T("委托代理人")
	case s.Participant.Label != "":
		return s.Participant.Label
	}
	return words.Of(s.Participant.Role)
}

// Tiles are the seats as the board shows them.
func (m *Model) Tiles() []Tile {
	out := make([]Tile, len(m.plan.Seats))
	for i, s := range m.plan.Seats {
		t := m.names[s.Who]
		if s.Who == "" {
			t.Role = words.Of(s.Zone)
		}
		t.X, t.Y, t.Label, t.Extra, t.Kept = s.X, s.Y, s.Label, s.Extra, s.Kept
		out[i] = t
	}
	return out
}

// Size is how many seats the board has side by side and one behind the other.
func (m *Model) Size() (wide, deep int) { return m.plan.Wide, m.plan.Deep }

// Changed reports whether anybody was put somewhere by hand.
func (m *Model) Changed() bool { return m.changed }

// People is how many people need a seat, and Extra how many of them the room has
// none for.
func (m *Model) People() (people, extra int) { return m.people, m.plan.Extra() }

// Taken reports whether somebody sits on a seat.
func (m *Model) Taken(i int) bool {
	return i >= 0 && i < len(m.plan.Seats) && m.plan.Seats[i].Who != ""
}

// Move puts who sits on one seat on the one at a place of the board, and who sat
// there in the first one's place. It reports whether there is a seat.
func (m *Model) Move(from, x, y int) bool {
	if !m.Taken(from) {
		return false
	}
	for _, s := range m.plan.Seats {
		if s.X == x && s.Y == y && s.Name != m.plan.Seats[from].Name {
			m.store(seating.Swap(m.plan, m.plan.Seats[from].Name, s.Name))
			return true
		}
	}
	return false
}

// Keep leaves a seat empty, or gives it back; false where nobody can move away.
func (m *Model) Keep(i int) bool {
	if i < 0 || i >= len(m.plan.Seats) {
		return false
	}
	plan, ok := seating.Keep(m.plan, m.plan.Seats[i].Name)
	if ok {
		m.store(plan)
	}
	return ok
}

// Reset lets the program lay everybody out.
func (m *Model) Reset() {
	m.source.Change(func(list []hearing.Participant) ([]hearing.Participant, []hearing.Placing) {
		return seating.Reset(list), nil
	})
	m.Read()
}

func (m *Model) store(p hearing.SeatPlan) {
	m.source.Change(func(list []hearing.Participant) ([]hearing.Participant, []hearing.Placing) {
		return seating.Store(p, list)
	})
	m.Read()
}
