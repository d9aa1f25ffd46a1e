package rules

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// CheckCase returns what the rules say of a case beyond its sessions at an
// instant, the heaviest first: the periods that its steps start, the end of the
// time for handling, and the papers that no ceremony serves. What an
// announcement serves, its own check says. lang is en or zh.
func (t *Table) CheckCase(f hearing.CaseFile, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	s := t.lookCase(f, days, at, lang)
	c := s.check
	s.all()
	s.sued()
	c.numbers(f)
	c.overridden(f.Case.Overrides)
	for i := range c.out {
		c.out[i].Case = f.Case.ID
	}
	slices.SortStableFunc(c.out, func(a, b hearing.Finding) int { return weight(a.Severity) - weight(b.Severity) })
	return c.out
}

// lookCase begins a check of a case.
func (t *Table) lookCase(f hearing.CaseFile, days *calendar.Calendar, at time.Time, lang string) *terms {
	zone := f.Zone
	if zone == nil {
		zone = at.Location()
	}
	today := calendar.DateOf(at.In(zone))
	c := &check{table: t, days: days, zone: zone, lang: lang, today: today, day: today,
		d: hearing.Dossier{Office: f.Office, Cases: []hearing.Case{f.Case}, Instruments: f.Instruments, People: f.People, Organisations: f.Organisations, Zone: f.Zone}}
	s := &terms{check: c, k: &c.d.Cases[0], papers: f.Instruments}
	for i := range f.Announcements {
		if f.Announcements[i].StateNow().Holds() {
			s.ceremonies = append(s.ceremonies, &f.Announcements[i])
		}
	}
	return s
}

// all runs every period of a case, by what starts it.
func (s *terms) all() {
	if !s.k.FiledOn.IsZero() {
		s.run(event{kind: caseFiled, on: s.k.FiledOn, field: "filed_on"})
	}
	if !s.k.DueOn.IsZero() {
		s.run(event{kind: caseDue, on: s.k.DueOn, since: s.k.FiledOn, until: s.k.DueOn, field: "due_on"})
	}
	for i := range s.papers {
		s.paperOf(&s.papers[i])
	}
	for i := range s.k.Steps {
		if x := &s.k.Steps[i]; !x.On.IsZero() {
			s.run(stepEvent(s.k, x, s.papers))
		}
	}
}

// paperOf runs what a paper of the case starts.
func (s *terms) paperOf(paper *hearing.Instrument) {
	for i := range paper.Deliveries {
		s.service(paper, &paper.Deliveries[i])
	}
	s.receiptsOf(paper)
	s.follow(paper)
	e := event{field: "instruments", paper: paper}
	if e.on = paper.FiledOn; !e.on.IsZero() {
		e.kind = filedUp
		s.run(e)
	}
	if e.on = paper.DecidedOn; e.on.IsZero() {
		return
	}
	e.kind = decided
	s.run(e)
	e.each = true
	for _, e.unit = range s.unserved(paper) {
		s.run(e)
	}
}

// unserved are the units that a paper still has to be sent to, as far as no
// service names them: of a decision to file every agency of the case (公益诉讼办案规则,
// art. 70). An empty one is whoever the paper is meant for, where the case does
// not say.
func (s *terms) unserved(paper *hearing.Instrument) []hearing.ID {
	served, alike := 0, 0
	var named []hearing.ID
	for i := range s.papers {
		x := &s.papers[i]
		if x.Kind != paper.Kind {
			continue
		}
		alike++
		s.services(x, func(d *hearing.Delivery, _ *hearing.Announcement) {
			named = append(named, d.Organisation)
			if x == paper {
				served++
			}
		})
	}
	if served > 0 && (paper.Kind != hearing.FilingDecision || alike > 1) {
		return nil
	}
	var units []hearing.ID
	for i := range s.k.Parties {
		if p := &s.k.Parties[i]; p.Role == hearing.SupervisedAgency && p.Organisation != "" && !slices.Contains(named, p.Organisation) {
			units = append(units, p.Organisation)
		}
	}
	switch {
	case served > 0, len(units) == 1, paper.Kind == hearing.FilingDecision && alike == 1 && len(units) > 0:
		return units
	}
	return []hearing.ID{""}
}
