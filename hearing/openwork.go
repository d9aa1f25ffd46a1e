package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// OpenWork is everything on a desk that can still owe something, read at one
// instant: sessions that are neither archived nor cancelled, cases that are not
// closed, or not for long, and clues
// and patrols that wait for something. Records are shared between its parts: whoever
// gets it must not change them.
type OpenWork struct {
	Sessions []OpenSession // those with a time first, in order
	Cases    []CaseFile
	Clues    []Clue
	Patrols  []Patrol
	Office   Office

	People        map[ID]Person // whom they name
	Organisations map[ID]Organisation
}

// An OpenSession is one session with all that is known of it.
type OpenSession struct {
	Entry   Entry
	Dossier Dossier
}

// Judged is what was found of all open work, as a desk keeps it until that is judged
// again.
type Judged struct {
	At       time.Time // when it was judged
	Took     time.Duration
	Language string // that the findings are in
	AtRest   []ID   // closed cases that owe nothing
	Agenda   []byte // what is to be done, as its package writes it down; nil: it is not to be kept
}

// AfterClosing is for how many months a closed case is still open work: the
// looks back after three and six months fall into it.
const AfterClosing = 12

// ClosedOn returns the day on which the case was closed last (结案、销号); none
// while it is open.
func (c Case) ClosedOn() calendar.Date {
	var out calendar.Date
	for _, s := range c.StepsOf(CaseClosed) {
		if s.On.After(out) {
			out = s.On
		}
	}
	return out
}
