package hearing

import (
	"slices"
	"strconv"
	"time"
)

// A Dossier is all that is known of one session, read at once: the session,
// its cases, and every person, organisation and room that they name. Rules and
// papers work on it and on nothing else. One of Hearing and Announcement is set,
// or, for the papers of no session, one of Period and Day.
type Dossier struct {
	Office        Office
	Hearing       *Hearing
	Announcement  *Announcement
	Period        *Period
	Day           *Day
	Cases         []Case // in the session's order
	People        map[ID]Person
	Organisations map[ID]Organisation
	Rooms         map[ID]Room
	Instruments   []Instrument // of the session's cases
	Forms         []FormText   // the office's own texts of papers
	Enclosures    []Enclosure  // sheets that go out with papers
	WordForms     []WordForm   // and its own Word forms
	Clashes       []Clash      // other sessions that take the same room or people
	Earlier       map[ID]int   // per person: services as officer in the twelve months before
	EarlierStage  map[ID]bool  // per person: served as officer in an earlier hearing of one of the cases
	Transcript    Transcript   // what was said, where anything was written
	Numbers       []Number     // taken for papers of the session
	Scans         []Scan       // what came back of its papers, the earliest first
	Prints        []Print      // the last one of each of its papers that went out
	Zone          *time.Location
}

// ID is that of the session, or of the day or the period that the dossier is of.
func (d Dossier) ID() ID {
	switch {
	case d.Day != nil:
		return d.Day.ID()
	case d.Period != nil:
		return d.Period.ID()
	}
	return d.Session().ID
}

// Person returns the person with the id; a zero Person when there is none.
func (d Dossier) Person(id ID) Person { return d.People[id] }

// Organisation returns the organisation with the id; a zero one when there is none.
func (d Dossier) Organisation(id ID) Organisation { return d.Organisations[id] }

// Session returns what the dossier's hearing or announcement has in common with
// any other session.
func (d Dossier) Session() Session {
	switch {
	case d.Hearing != nil:
		return d.Hearing.Session(d.Cases)
	case d.Announcement != nil:
		return d.Announcement.Session(d.Cases)
	}
	return Session{}
}

// Confidential reports whether outsiders are not to learn who a session is
// about: it is not public, a minor is involved, or there is a secret.
func (d Dossier) Confidential() bool {
	closed := d.Hearing != nil && d.Hearing.Openness == NotOpen || d.Announcement != nil && d.Announcement.Openness == NotOpen
	for _, c := range d.Cases {
		closed = closed || c.HasMinor() || len(c.Secrets) > 0
	}
	return closed
}

// A Session is what a hearing and an announcement have in common on the calendar.
type Session struct {
	ID           ID
	Slot         Slot
	State        State
	Title        string
	Presider     ID
	Recorder     ID
	Reader       ID   // of an announcement
	Prosecutors  []ID // of a hearing
	Participants []Participant
	Seating      []Placing
}

// Handlers are a hearing's own prosecutors, or without any those of the
// dossier's cases.
func (d Dossier) Handlers() []ID {
	if d.Hearing != nil && len(d.Hearing.Prosecutors) > 0 {
		return slices.Clone(d.Hearing.Prosecutors)
	}
	var out []ID
	for _, c := range d.Cases {
		if c.Handler != "" && !slices.Contains(out, c.Handler) {
			out = append(out, c.Handler)
		}
	}
	return out
}

// Title returns the session's own title, or one made of its cases' causes:
// “…案听证会”, “…等3案听证会”, and for an announcement “…宣告送达”.
func Title(own string, cases []Case, isHearing bool) string {
	if own != "" {
		return own
	}
	kind := "宣告送达"
	if isHearing {
		kind = "听证会"
	}
	switch len(cases) {
	case 0:
		return kind
	case 1:
		return cases[0].Cause + kind
	}
	return cases[0].Cause + "等" + strconv.Itoa(len(cases)) + "案" + kind
}
