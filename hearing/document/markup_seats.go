package document

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// numbersIn reads the two numbers of a seat's place or of a room's size.
func numbersIn(text string, most int) (x, y int, ok bool) {
	f := strings.Fields(text)
	if len(f) != 2 {
		return 0, 0, false
	}
	x, bad := strconv.Atoi(f[0])
	y, worse := strconv.Atoi(f[1])
	return x, y, bad == nil && worse == nil && x >= 0 && y >= 0 && x <= most && y <= most
}

// mostPlaces is how many seats a plan draws side by side or one behind the other:
// those of the largest room, and a row for everybody who finds none.
const mostPlaces = hearing.MaxDeep + hearing.MaxSeats

func (c *composer) beginSeats(p []string) {
	c.endTable()
	c.seats = &SeatMap{}
	if x, y, ok := numbersIn(plain(p[0]), mostPlaces); ok {
		c.seats.Wide, c.seats.Deep = x, y
	}
	if len(p) > 1 {
		c.seats.Front = plain(p[1])
	}
}

// seat adds a seat to the plan. One without a plan, or whose place cannot be read,
// is a paragraph, so that nobody is lost.
func (c *composer) seat(at func(int) string) {
	x, y, ok := numbersIn(plain(at(0)), mostPlaces)
	if c.seats == nil || !ok {
		c.paragraph(strings.Join([]string{at(1), at(2), at(3)}, " "), 0, Left)
		return
	}
	c.seats.Seats = append(c.seats.Seats, Place{X: x, Y: y, Label: plain(at(1)), Name: plain(at(2)), Role: plain(at(3)), Extra: at(4) != ""})
	c.seats.Wide, c.seats.Deep = max(c.seats.Wide, x+1), max(c.seats.Deep, y+1)
}

// endSeats adds the plan, its seats in the order in which they are read.
func (c *composer) endSeats() {
	if c.seats == nil {
		return
	}
	m := *c.seats
	c.seats = nil
	slices.SortStableFunc(m.Seats, func(a, b Place) int {
		if a.Y != b.Y {
			return a.Y - b.Y
		}
		return a.X - b.X
	})
	if len(m.Seats) > 0 {
		c.add(m)
	}
}
