// Package figures counts the hearings and announcements of a period. Nothing
// is stored: every figure is derived from the records, and names the sessions
// that it was counted from.
//
// A hearing belongs to the period of its date. It counts as held once it was
// opened or a state after that was reached; rehearsals never count. Cases are
// counted once each (件), sessions each time (场次), a case each time that it was
// heard (件次), and people each time that they took part (人次).
package figures

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Figure is one number, and the sessions that it was counted from. What was
// served without a ceremony has none.
type Figure struct {
	N        int          `json:"n"`
	Sessions []hearing.ID `json:"sessions,omitempty"` // in the order of their dates, each once
}

func (f *Figure) add(n int, session hearing.ID) {
	if n == 0 {
		return
	}
	f.N += n
	if session != "" && !slices.Contains(f.Sessions, session) {
		f.Sessions = append(f.Sessions, session)
	}
}

// A TypeFigure is how many cases (件) of one type were heard.
type TypeFigure struct {
	Type    hearing.CaseType `json:"type"`
	Figure  Figure           `json:"figure"`
	Share   Share            `json:"share"`   // sums to 100.00 over all types
	Rounded Share            `json:"rounded"` // rounded by itself
}

// A FormFigure is how many hearings (场次) were held in one form; a hearing can
// have several.
type FormFigure struct {
	Form   hearing.Form `json:"form"`
	Figure Figure       `json:"figure"`
}

// A Report is what is counted of one period.
type Report struct {
	From calendar.Date `json:"from"` // first day
	To   calendar.Date `json:"to"`   // last day

	Held         Figure       `json:"held"`          // hearings held (场次)
	Planned      Figure       `json:"planned"`       // in the period and not held: neither cancelled nor postponed (场次)
	Cases        Figure       `json:"cases"`         // cases heard (件)
	CaseSessions Figure       `json:"case_sessions"` // cases heard, each time (件次)
	Types        []TypeFigure `json:"types"`
	Public       Figure       `json:"public"` // 公开 (场次)
	Closed       Figure       `json:"closed"` // 不公开 (场次)
	Forms        []FormFigure `json:"forms"`

	ByChief     Figure `json:"by_chief"`       // presided over by the chief procurator (场次)
	Officers    Figure `json:"officers"`       // officers who took part (人次)
	Supervised  Figure `json:"supervised"`     // with a supervisor invited (场次)
	Supervisors Figure `json:"supervisors"`    // supervisors invited (人次)
	Allowances  Figure `json:"allowances_fen"` // paid to those who served, in fen (履职保障费)
	OnTheSpot   Figure `json:"on_the_spot"`    // cases decided on the spot (件)
	Postponed   Figure `json:"postponed"`      // postponed at least once (场次)

	Adopted    Figure `json:"adopted"`     // questions, in each case, whose majority was adopted (项)
	InPart     Figure `json:"in_part"`     // in part (项)
	NotAdopted Figure `json:"not_adopted"` // not adopted (项)
	NoMajority Figure `json:"no_majority"` // no majority among the opinions (项)

	Announcements   Figure `json:"announcements"`   // announcements held (场次)
	Served          Figure `json:"served"`          // papers served, one a recipient (份)
	Announced       Figure `json:"announced"`       // of these by announcement (份)
	Recommendations Figure `json:"recommendations"` // of these recommendations (份)
	Replied         Figure `json:"replied"`         // of these answered (份)
	InTime          Figure `json:"in_time"`         // of these answered in time (份)
}

// OfficersEach is the officers of a hearing on average, in hundredths.
func (r Report) OfficersEach() Share {
	if r.Held.N == 0 {
		return 0
	}
	return Share((200*r.Officers.N + r.Held.N) / (2 * r.Held.N))
}

// Count counts the records of a package from the first to the last day, both
// included.
func Count(p hearing.Package, days *calendar.Calendar, from, to calendar.Date, zone *time.Location) Report {
	c := counting{r: Report{From: from, To: to}, days: days, zone: zone, cases: map[hearing.ID]hearing.Case{}, papers: map[hearing.ID]hearing.Instrument{}, chiefs: map[hearing.ID]bool{}}
	for _, x := range p.Cases {
		c.cases[x.ID] = x
	}
	for _, x := range p.Instruments {
		c.papers[x.ID] = x
	}
	if p.Office != nil && p.Office.Chief != "" {
		c.chiefs[p.Office.Chief] = true
	} else {
		for _, x := range p.People {
			c.chiefs[x.ID] = x.Rank == hearing.Chief
		}
	}
	for _, f := range hearing.Forms {
		c.r.Forms = append(c.r.Forms, FormFigure{Form: f})
	}
	c.hearings(p.Hearings)
	c.announcements(p.Announcements)
	c.services(p.Instruments)
	return c.r
}

// A counting counts one report.
type counting struct {
	r      Report
	days   *calendar.Calendar
	zone   *time.Location
	cases  map[hearing.ID]hearing.Case
	papers map[hearing.ID]hearing.Instrument
	chiefs map[hearing.ID]bool
}

func (c *counting) within(s hearing.Slot) bool {
	if s.Start.IsZero() {
		return false
	}
	day := calendar.DateOf(s.Start.In(c.zone))
	return !day.Before(c.r.From) && !day.After(c.r.To)
}

func (c *counting) announcements(all []hearing.Announcement) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b hearing.Announcement) int { return a.Start.Compare(b.Start) })
	for _, a := range all {
		if a.Rehearsal || !c.within(a.Slot) {
			continue
		}
		held := begun(a.StateNow())
		for _, d := range a.Deliveries {
			if !d.ServedAt.IsZero() {
				held = true
				c.delivery(a.ID, d)
			}
		}
		if held {
			c.r.Announcements.add(1, a.ID)
		}
	}
}

// services counts what was served without a ceremony, by the day of service:
// no session stands behind it.
func (c *counting) services(papers []hearing.Instrument) {
	for _, i := range papers {
		for _, d := range i.Deliveries {
			if c.within(hearing.Slot{Start: d.ServedAt}) {
				d.Instruments = []hearing.ID{i.ID}
				c.delivery("", d)
			}
		}
	}
}

// delivery counts the papers of one delivery; session is the ceremony's, if
// there was one.
func (c *counting) delivery(session hearing.ID, d hearing.Delivery) {
	for _, id := range d.Instruments {
		c.r.Served.add(1, session)
		if d.Mode == hearing.Announced {
			c.r.Announced.add(1, session)
		}
		i := c.papers[id]
		if i.Kind != hearing.Recommendation {
			continue
		}
		c.r.Recommendations.add(1, session)
		if d.RepliedOn.IsZero() {
			continue
		}
		c.r.Replied.add(1, session)
		if !d.RepliedOn.After(i.ReplyDue(calendar.DateOf(d.ServedAt.In(c.zone)), c.days)) {
			c.r.InTime.add(1, session)
		}
	}
}

// begun reports whether a session in the state was opened.
func begun(s hearing.State) bool {
	switch s {
	case hearing.Open, hearing.Recess, hearing.Suspended, hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived:
		return true
	}
	return false
}
