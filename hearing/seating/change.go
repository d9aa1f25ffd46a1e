package seating

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// Swap puts who sits on one seat on another one, and who sat there in the first
// one's place. Either seat may be empty.
func Swap(p hearing.SeatPlan, from, to string) hearing.SeatPlan {
	a, b := p.At(from), p.At(to)
	if a < 0 || b < 0 || a == b {
		return p
	}
	p.Seats = slices.Clone(p.Seats)
	p.Seats[a].Who, p.Seats[b].Who = p.Seats[b].Who, p.Seats[a].Who
	for _, i := range []int{a, b} {
		p.Seats[i].Kept = p.Seats[i].Kept && p.Seats[i].Who == ""
	}
	return p
}

// Keep leaves a seat empty, or gives it back. Who sits there moves to the next
// free seat of the zone, or else of any other; where there is none, nothing
// changes and Keep reports it.
func Keep(p hearing.SeatPlan, name string) (hearing.SeatPlan, bool) {
	i := p.At(name)
	if i < 0 {
		return p, false
	}
	if p.Seats[i].Who != "" {
		free := func(same bool) func(hearing.Seat) bool {
			return func(s hearing.Seat) bool {
				return s.Who == "" && !s.Kept && (s.Zone == p.Seats[i].Zone) == same
			}
		}
		to := slices.IndexFunc(p.Seats, free(true))
		if to < 0 {
			to = slices.IndexFunc(p.Seats, free(false))
		}
		if to < 0 {
			return p, false
		}
		p = Swap(p, name, p.Seats[to].Name)
	} else {
		p.Seats = slices.Clone(p.Seats)
	}
	p.Seats[i].Kept = !p.Seats[i].Kept
	return p, true
}

// Store writes a plan that was changed by hand into a session's participants and
// placings: everybody keeps the seat that the plan shows, whoever comes later.
func Store(p hearing.SeatPlan, list []hearing.Participant) ([]hearing.Participant, []hearing.Placing) {
	list = slices.Clone(list)
	var out []hearing.Placing
	for _, s := range p.Seats {
		at := slices.IndexFunc(list, func(x hearing.Participant) bool { return string(x.ID) == s.Who })
		switch {
		case s.Who == "" && s.Kept:
			out = append(out, hearing.Placing{Seat: s.Name})
		case s.Who == "":
		case at >= 0:
			list[at].Seat = s.Name
		case strings.HasPrefix(s.Who, "@"), strings.HasSuffix(s.Who, proxy):
			out = append(out, hearing.Placing{Seat: s.Name, Who: s.Who})
		}
	}
	return list, out
}

// Reset forgets what was put by hand, so that the program lays everybody out.
func Reset(list []hearing.Participant) []hearing.Participant {
	list = slices.Clone(list)
	for i := range list {
		list[i].Seat = ""
	}
	return list
}

// Changed reports whether anything of a session was put by hand.
func Changed(s hearing.Session) bool {
	return len(s.Seating) > 0 || slices.ContainsFunc(s.Participants, func(p hearing.Participant) bool { return p.Seat != "" })
}
