// Package figures counts the hearings and announcements of a period. Nothing
// is stored: every figure is derived from the records, and names the sessions
// that it was counted from, or the cases and papers.
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

// A Figure is one number, and the rows that it was counted from: sessions, cases,
// papers, clues or patrols, in the order of their dates, each once.
type Figure struct {
	N        int          `json:"n"`
	Sessions []hearing.ID `json:"sessions,omitempty"` // hearings and announcements; what was served without a ceremony has none
	Cases    []hearing.ID `json:"cases,omitempty"`
	Papers   []hearing.ID `json:"papers,omitempty"` // instruments
	Clues    []hearing.ID `json:"clues,omitempty"`
	Patrols  []hearing.ID `json:"patrols,omitempty"`
}

func (f *Figure) add(n int, session hearing.ID) {
	if n == 0 {
		return
	}
	f.N += n
	behind(&f.Sessions, session)
}

func (f *Figure) addCase(id, session hearing.ID) {
	f.add(1, session)
	behind(&f.Cases, id)
}

func (f *Figure) addPaper(id, session hearing.ID) {
	f.add(1, session)
	behind(&f.Papers, id)
}

func (f *Figure) addClue(id hearing.ID) {
	f.add(1, "")
	behind(&f.Clues, id)
}

func (f *Figure) addPatrol(n int, id hearing.ID) {
	if f.add(n, ""); n > 0 {
		behind(&f.Patrols, id)
	}
}

// behind adds a row that is not there yet. What is counted is in the order of
// sessions, so that a row that comes again comes at once, or soon.
func behind(rows *[]hearing.ID, id hearing.ID) {
	const soon = 64
	if id != "" && !slices.Contains((*rows)[max(0, len(*rows)-soon):], id) {
		*rows = append(*rows, id)
	}
}

// A Proportion is what a part is of a whole, in the four ways in which offices
// print it.
type Proportion struct {
	Share          Share   `json:"share"`           // two decimals, which sum to 100.00
	Rounded        Share   `json:"rounded"`         // two decimals, rounded half up by itself
	Percent        Percent `json:"percent"`         // whole percents, which sum to 100
	PercentRounded Percent `json:"percent_rounded"` // whole percents, rounded half up by itself
}

// A TypeFigure is how many cases (件) of one type were heard.
type TypeFigure struct {
	Type   hearing.CaseType `json:"type"`
	Figure Figure           `json:"figure"`
	Proportion
}

// A FormFigure is how many hearings (场次) were held in one form; a hearing can
// have several.
type FormFigure struct {
	Form   hearing.Form `json:"form"`
	Figure Figure       `json:"figure"`
}

// A Part is one part of a whole: of cases those of a domain, of officers those
// of a class. What is empty is the part of which it is not recorded.
type Part[K ~string] struct {
	Of     K      `json:"of"`
	Figure Figure `json:"figure"`
	Proportion
}

// A MonthFigure is what was held in one calendar month, of which the period may
// have a part.
type MonthFigure struct {
	Month         string `json:"month"`         // 2023-07
	Held          Figure `json:"held"`          // hearings (场次)
	Announcements Figure `json:"announcements"` // announcements (场次)
}

// A Report is what is counted of one period.
type Report struct {
	From calendar.Date `json:"from"` // first day
	To   calendar.Date `json:"to"`   // last day

	Held          Figure                 `json:"held"`          // hearings held (场次)
	Planned       Figure                 `json:"planned"`       // in the period and not held: neither cancelled nor postponed (场次)
	Cases         Figure                 `json:"cases"`         // cases heard (件)
	CaseSessions  Figure                 `json:"case_sessions"` // cases heard, each time (件次)
	InSystem      Figure                 `json:"in_system"`     // of the cases heard those of the national case system (统一业务应用系统，件)
	Petitions     Figure                 `json:"petitions"`     // of the cases heard those of the petition system (检察信访系统，件)
	Types         []TypeFigure           `json:"types"`
	HeardDomains  []Part[hearing.Domain] `json:"heard_domains"`  // of the cases heard the public-interest ones, by domain (件)
	Public        Figure                 `json:"public"`         // 公开 (场次)
	Closed        Figure                 `json:"closed"`         // 不公开 (场次)
	OpennessUnset Figure                 `json:"openness_unset"` // neither is recorded (场次)
	Forms         []FormFigure           `json:"forms"`

	ByChief       Figure                       `json:"by_chief"`       // presided over by the chief procurator (场次)
	Presiders     []Part[hearing.Rank]         `json:"presiders"`      // hearings by the presider's rank (场次)
	Officers      Figure                       `json:"officers"`       // officers who took part (人次)
	OfficersEach  Share                        `json:"officers_each"`  // of a hearing on average, with two decimals
	Classes       []Part[hearing.OfficerClass] `json:"classes"`        // officers who took part, by their class (人次)
	Origins       []Part[hearing.PoolSource]   `json:"origins"`        // by how they came to the pool (人次)
	OutsidePool   Figure                       `json:"outside_pool"`   // of the officers those who were not in the pool on the day (人次)
	Supervised    Figure                       `json:"supervised"`     // with a supervisor invited (场次)
	Supervisors   Figure                       `json:"supervisors"`    // supervisors invited (人次)
	Allowances    Figure                       `json:"allowances_fen"` // paid to those who served, in fen (履职保障费)
	OnTheSpot     Figure                       `json:"on_the_spot"`    // cases decided on the spot (件)
	OnTheSpotRate Proportion                   `json:"on_the_spot_rate"`
	Postponed     Figure                       `json:"postponed"` // postponed at least once (场次)

	Adopted      Figure     `json:"adopted"`       // questions, in each case, whose majority was adopted (项)
	InPart       Figure     `json:"in_part"`       // in part (项)
	NotAdopted   Figure     `json:"not_adopted"`   // not adopted (项)
	NoMajority   Figure     `json:"no_majority"`   // no majority among the opinions (项)
	AdoptionRate Proportion `json:"adoption_rate"` // adopted, of all whose majority was adopted, in part or not

	Filed          Figure                 `json:"filed"`        // cases filed in the period (立案，件)
	PublicInterest Figure                 `json:"filed_public"` // of these public-interest cases (公益诉讼，件)
	Domains        []Part[hearing.Domain] `json:"domains"`      // public-interest cases filed, by domain (件)
	Sources        []Part[hearing.Source] `json:"sources"`      // cases filed, by where the lead came from (件)
	Suits          Figure                 `json:"suits"`        // public-interest suits brought in the period (起诉，件)

	Announcements           Figure     `json:"announcements"`            // announcements held (场次)
	AnnouncementsSupervised Figure     `json:"announcements_supervised"` // with a supervisor invited (场次)
	AnnouncementSupervisors Figure     `json:"announcement_supervisors"` // supervisors invited to announcements (人次)
	Served                  Figure     `json:"served"`                   // papers served, one a recipient (份)
	Announced               Figure     `json:"announced"`                // of these by announcement (份)
	AnnouncedRate           Proportion `json:"announced_rate"`           // of all papers served

	Issued                   Figure     `json:"issued"`                    // recommendations decided in the period (检察建议，份)
	Recommendations          Figure     `json:"recommendations"`           // recommendations served in the period, one a recipient (份)
	AnnouncedRecommendations Figure     `json:"announced_recommendations"` // of these by announcement (份)
	Replied                  Figure     `json:"replied"`                   // of these answered (份)
	InTime                   Figure     `json:"in_time"`                   // of these answered in time (份)
	Late                     Figure     `json:"late"`                      // of these answered late (份)
	Unanswered               Figure     `json:"unanswered"`                // of these not answered yet (份)
	Overdue                  Figure     `json:"overdue"`                   // of these not answered though the time is over (份)
	RepliedRate              Proportion `json:"replied_rate"`              // of the recommendations served
	InTimeRate               Proportion `json:"in_time_rate"`              // of the recommendations served

	Rectified     Figure     `json:"rectified"`      // of the recommendations served: everything was found done (整改，份)
	RectifiedRate Proportion `json:"rectified_rate"` // of the recommendations served (整改率)
	Relapsed      Figure     `json:"relapsed"`       // of these with something struck off and found undone again (反弹，份)
	Visits        Figure     `json:"visits"`         // visits that followed recommendations (跟进核查，次)
	LookBacks     Figure     `json:"look_backs"`     // of these that looked back (“回头看”，次)
	StruckOff     Figure     `json:"struck_off"`     // items and subjects struck off (销号，项)

	Clues            Figure                 `json:"clues"`             // clues that came (线索，条)
	ClueSources      []Part[hearing.Source] `json:"clue_sources"`      // by source
	CluesFiled       Figure                 `json:"clues_filed"`       // of these filed as a case (条)
	CluesTransferred Figure                 `json:"clues_transferred"` // of these transferred (条)
	CluesDropped     Figure                 `json:"clues_dropped"`     // of these not pursued (条)
	Patrols          Figure                 `json:"patrols"`           // patrols made (巡查，次)
	PatrolFindings   Figure                 `json:"patrol_findings"`   // what they found (问题，个)

	Metrics []MetricFigure `json:"metrics,omitempty"` // what visits of the period counted (成效指标)

	Months []MonthFigure `json:"months"` // each month that the period touches
}

// A Counter is what counting needs beside the records.
type Counter struct {
	Days *calendar.Calendar // for the days on which replies were due
	Zone *time.Location
	At   time.Time // when it is counted: what was due before and is not done is overdue
}

// Count counts the records of a package from the first to the last day, both
// included.
func (k Counter) Count(p hearing.Package, from, to calendar.Date) Report {
	c := k.counting(p, from, to)
	for _, f := range hearing.Forms {
		c.r.Forms = append(c.r.Forms, FormFigure{Form: f})
	}
	c.months()
	c.hearings(p.Hearings)
	c.filings(p.Cases)
	c.announcements(p.Announcements)
	c.instruments(p.Instruments, p.Announcements)
	c.metrics(p.Instruments)
	c.followed(p.Instruments, p.Announcements)
	c.clues(p.Clues, p.Patrols)
	c.rates()
	return c.r
}

// counting is what counting a package begins with.
func (k Counter) counting(p hearing.Package, from, to calendar.Date) *counting {
	c := &counting{Counter: k, r: Report{From: from, To: to}, cases: map[hearing.ID]hearing.Case{}, papers: map[hearing.ID]hearing.Instrument{}, people: map[hearing.ID]*hearing.Person{}}
	for _, x := range p.Cases {
		c.cases[x.ID] = x
	}
	for _, x := range p.Instruments {
		c.papers[x.ID] = x
	}
	for i := range p.People {
		c.people[p.People[i].ID] = &p.People[i]
	}
	if p.Office != nil {
		c.chief = p.Office.Chief
	}
	return c
}

// A counting counts one report.
type counting struct {
	Counter
	r      Report
	cases  map[hearing.ID]hearing.Case
	papers map[hearing.ID]hearing.Instrument
	people map[hearing.ID]*hearing.Person
	chief  hearing.ID
}

// within reports whether a day is one of the period.
func (c *counting) within(d calendar.Date) bool {
	return !d.IsZero() && !d.Before(c.r.From) && !d.After(c.r.To)
}

// dayOf is the day of a time; unset for one that is not known.
func (c *counting) dayOf(t time.Time) calendar.Date {
	if t.IsZero() {
		return calendar.Date{}
	}
	return calendar.DateOf(t.In(c.Zone))
}

// months sets out the months of the period.
func (c *counting) months() {
	for d := calendar.NewDate(c.r.From.Year(), c.r.From.Month(), 1); !d.IsZero() && !d.After(c.r.To); d = d.AddMonths(1) {
		c.r.Months = append(c.r.Months, MonthFigure{Month: monthOf(d)})
	}
}

func monthOf(d calendar.Date) string { return d.String()[:len("2006-01")] }

// month is the month of a day of the period.
func (c *counting) month(d calendar.Date) *MonthFigure {
	return &c.r.Months[12*(d.Year()-c.r.From.Year())+int(d.Month())-int(c.r.From.Month())]
}

func (c *counting) rates() {
	r := &c.r
	if r.Held.N > 0 {
		r.OfficersEach = Share((200*r.Officers.N + r.Held.N) / (2 * r.Held.N))
	}
	r.OnTheSpotRate = proportion(r.OnTheSpot.N, r.Cases.N)
	r.AdoptionRate = proportion(r.Adopted.N, r.Adopted.N+r.InPart.N+r.NotAdopted.N)
	r.AnnouncedRate = proportion(r.Announced.N, r.Served.N)
	r.RepliedRate = proportion(r.Replied.N, r.Recommendations.N)
	r.InTimeRate = proportion(r.InTime.N, r.Recommendations.N)
	r.RectifiedRate = proportion(r.Rectified.N, r.Recommendations.N)
}

// begun reports whether a session in the state was opened.
func begun(s hearing.State) bool {
	switch s {
	case hearing.Open, hearing.Recess, hearing.Suspended, hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived:
		return true
	}
	return false
}
