// Package seating says who sits where: it lays the people of a session out on the
// seats of its room, and changes that by hand.
//
// The way is one: a room has blocks of seats ([hearing.SeatBlock]) or those of its
// kind ([Layouts]); [Arrange] puts everybody on a seat of their zone, those who
// were placed by hand first; [Swap] and [Keep] change the plan, and [Store] writes
// it into the session's record. Nobody is ever left out: who finds no seat gets an
// extra one behind the others.
package seating

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// Arrange lays a session's people out on the seats of its room.
func Arrange(l Layouts, d hearing.Dossier) hearing.SeatPlan {
	layout := l.Of(d)
	plan := empty(layout)
	waiting := Sitters(d)
	for _, p := range d.Session().Seating {
		if i := plan.At(p.Seat); i >= 0 && p.Who == "" {
			plan.Seats[i].Kept = true
		}
	}
	waiting = seat(plan, waiting, func(s Sitter, free hearing.Seat) bool { return s.Wish == free.Name })
	waiting = seat(plan, waiting, func(s Sitter, free hearing.Seat) bool { return !free.Kept && s.Zone == free.Zone })
	waiting = seat(plan, waiting, func(s Sitter, free hearing.Seat) bool {
		return !free.Kept && slices.Contains(beside[s.Zone], free.Zone)
	})
	return extended(plan, waiting)
}

// beside are the zones whose free seats do for those of a zone that is full, or
// that the room has not.
var beside = map[hearing.Zone][]hearing.Zone{
	hearing.ZoneReader:     {hearing.ZoneHandler},
	hearing.ZoneHandler:    {hearing.ZoneReader},
	hearing.ZoneUnit:       {hearing.ZoneLeft, hearing.ZoneRight},
	hearing.ZoneThird:      {hearing.ZoneRight, hearing.ZoneLeft},
	hearing.ZoneSupervisor: {hearing.ZoneGuest},
	hearing.ZoneNotary:     {hearing.ZoneGuest},
	hearing.ZoneWitness:    {hearing.ZoneGuest},
	hearing.ZoneMedia:      {hearing.ZoneObserver},
}

// seat gives each who waits the first free seat that fits, and returns the
// others. A seat that is kept empty is free for who was put on it.
func seat(plan hearing.SeatPlan, waiting []Sitter, fits func(Sitter, hearing.Seat) bool) []Sitter {
	var left []Sitter
	for _, s := range waiting {
		i := slices.IndexFunc(plan.Seats, func(free hearing.Seat) bool { return free.Who == "" && fits(s, free) })
		if i < 0 {
			left = append(left, s)
			continue
		}
		plan.Seats[i].Who, plan.Seats[i].Kept = s.Key, false
	}
	return left
}

// empty is the plan of a room without people.
func empty(l Layout) hearing.SeatPlan {
	plan := hearing.SeatPlan{Front: l.Front}
	count := map[hearing.Zone]int{}
	for _, z := range hearing.Zones {
		for _, b := range l.Blocks {
			if b.Zone != z {
				continue
			}
			for i := range b.Seats {
				x, y := b.Place(i)
				count[z]++
				plan.Seats = append(plan.Seats, hearing.Seat{Name: hearing.SeatName(z, count[z]), Zone: z, X: x, Y: y})
				plan.Wide, plan.Deep = max(plan.Wide, x+1), max(plan.Deep, y+1)
			}
		}
	}
	return labelled(plan)
}

// leastWide is how many extra chairs stand side by side where a room has no
// layout at all.
const leastWide = 8

// extended adds a row behind the others for those who found no seat. Who had an
// extra seat keeps it.
func extended(plan hearing.SeatPlan, waiting []Sitter) hearing.SeatPlan {
	if len(waiting) == 0 {
		return plan
	}
	slices.SortStableFunc(waiting, func(a, b Sitter) int {
		return cmp.Or(slices.Index(hearing.Zones, a.Zone)-slices.Index(hearing.Zones, b.Zone), ordinal(a.Wish)-ordinal(b.Wish))
	})
	count := map[hearing.Zone]int{}
	for _, s := range plan.Seats {
		count[s.Zone]++
	}
	plan.Wide = max(plan.Wide, leastWide)
	top := plan.Deep
	for i, s := range waiting {
		count[s.Zone]++
		x, y := i%plan.Wide, top+i/plan.Wide
		plan.Seats = append(plan.Seats, hearing.Seat{Name: hearing.SeatName(s.Zone, count[s.Zone]), Zone: s.Zone, X: x, Y: y, Who: s.Key, Extra: true})
		plan.Deep = y + 1
	}
	slices.SortStableFunc(plan.Seats, func(a, b hearing.Seat) int {
		return slices.Index(hearing.Zones, a.Zone) - slices.Index(hearing.Zones, b.Zone)
	})
	return labelled(plan)
}

// ordinal is the number at the end of a seat's name; a great one where there is
// none.
func ordinal(name string) int {
	n, err := strconv.Atoi(strings.TrimLeft(name, strings.TrimRight(name, "0123456789")))
	if err != nil {
		return hearing.MaxSeats
	}
	return n
}

// labelled numbers the seats in their order.
func labelled(plan hearing.SeatPlan) hearing.SeatPlan {
	count := map[hearing.Zone]int{}
	for i := range plan.Seats {
		s := &plan.Seats[i]
		count[s.Zone]++
		s.Label = hearing.Label(s.Zone, count[s.Zone], i+1)
	}
	return plan
}
