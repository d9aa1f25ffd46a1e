package rules

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Gate says what stands in the way of going further with a recommendation that is
// not followed: reporting it up, making it known, suing. The time to reply is over,
// the unit was urged or looked into (检察建议工作规定, arts. 24 and 25), and the
// review is ended with its report (公益诉讼办案规则, arts. 79 and 81).
func (t *Table) Gate(f hearing.CaseFile, paper hearing.ID, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	s := t.lookCase(f, days, at, lang)
	for i := range s.papers {
		if s.papers[i].ID == paper {
			s.gate(&s.papers[i], "instruments")
		}
	}
	return s.out
}

// gate says what a recommendation lacks to go further.
func (s *terms) gate(paper *hearing.Instrument, field string) {
	a := args{"paper": s.paper(*paper), "who": s.paper(*paper)}
	say := func(variant string, due calendar.Date) {
		s.check.say("ESCALATE", variant, field, a).Instrument = paper.ID
		s.out[len(s.out)-1].Due = due
	}
	due, served := s.firstDue(paper)
	a["due"] = due.String()
	switch {
	case !served:
		say("unserved", calendar.Date{})
	case due.IsZero():
		say("paused", calendar.Date{})
	case !due.Before(s.today):
		say("due", due)
	}
	if !s.lookedInto(paper) && !s.stepped(hearing.Urged, paper) {
		say("urged", calendar.Date{})
	}
	if !s.stepped(hearing.ReviewEnded, paper) {
		say("report", calendar.Date{})
	}
}

// firstDue is the first last day on which a unit was to reply, with the times in
// which the review stood still left out; none while it stands. served says that
// there is a unit at all.
func (s *terms) firstDue(paper *hearing.Instrument) (due calendar.Date, served bool) {
	s.services(paper, func(d *hearing.Delivery, _ *hearing.Announcement) {
		if d.ServedAt.IsZero() {
			return
		}
		e := event{on: s.date(*d), paper: paper, unit: d.Organisation, person: d.Person}
		on := s.days.Resume(e.on, paper.ReplyPeriod(), s.pauses(&e)...)
		last := on.On
		if paper.ReplyBy.After(last) {
			last = paper.ReplyBy
		}
		if served = true; on.Err == nil && !on.Open && (due.IsZero() || last.Before(due)) {
			due = last
		}
	})
	return due, served
}

// stepped reports whether a step of a kind can be about a paper.
func (s *terms) stepped(k hearing.StepKind, paper *hearing.Instrument) bool {
	for _, x := range s.k.StepsOf(k) {
		if !x.On.IsZero() && (x.Instrument == "" || x.Instrument == paper.ID) {
			return true
		}
	}
	return false
}

// sued asks, of a suit that was brought, for what had to be there before.
func (s *terms) sued() {
	if len(s.k.StepsOf(hearing.SuitBrought)) == 0 {
		return
	}
	for _, x := range s.k.StepsOf(hearing.SuitBrought) {
		for i := range s.papers {
			if p := &s.papers[i]; p.Kind == hearing.Recommendation && x.Instrument == p.ID && !x.On.IsZero() {
				s.gate(p, "steps")
			}
		}
	}
}

// lookedInto reports whether somebody looked into what became of a paper by today.
func (s *terms) lookedInto(paper *hearing.Instrument) bool {
	return slices.ContainsFunc(paper.Visits, func(v hearing.Visit) bool { return !v.On.After(s.today) })
}
