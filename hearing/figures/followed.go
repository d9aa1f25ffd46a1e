package figures

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// until is the last day that is looked at: that on which it is counted.
func (c *counting) until() calendar.Date {
	if day := c.dayOf(c.At); !day.IsZero() {
		return day
	}
	return c.r.To
}

// followed counts what followed the recommendations in the period: visits, and what
// was struck off, each item or subject once.
func (c *counting) followed(papers []hearing.Instrument, ceremonies []hearing.Announcement) {
	for _, s := range c.visits(papers) {
		c.r.Visits.addPaper(s.paper.ID, "")
		if s.visit.LookBack {
			c.r.LookBacks.addPaper(s.paper.ID, "")
		}
	}
	units := (hearing.CaseFile{Instruments: papers, Announcements: ceremonies}).Recipients()
	for _, i := range papers {
		for _, m := range i.Matters(units[i.ID]) {
			if s := i.Standing(m, c.r.To); s.Closed() && c.within(s.Closure.On) {
				c.r.StruckOff.addPaper(i.ID, "")
			}
		}
	}
}

// rectified counts a recommendation that was served and of which everything was
// found done; one that fell back after it was struck off counts as that.
func (c *counting) rectified(s service) {
	var units []hearing.ID
	if s.recipient != "" {
		units = []hearing.ID{s.recipient}
	}
	p := c.papers[s.paper].Progress(units, c.until())
	if p.Done() {
		c.r.Rectified.addPaper(s.paper, s.session)
	}
	if p.Reopened > 0 {
		c.r.Relapsed.addPaper(s.paper, s.session)
	}
}

// clues counts what came in the period, by its source, and what became of it; and
// the patrols that were made.
func (c *counting) clues(all []hearing.Clue, patrols []hearing.Patrol) {
	all = slices.DeleteFunc(slices.Clone(all), func(x hearing.Clue) bool { return !c.within(x.CameOn) })
	slices.SortStableFunc(all, func(a, b hearing.Clue) int { return a.CameOn.Compare(b.CameOn) })
	sources := parts(hearing.Sources)
	for _, x := range all {
		c.r.Clues.addClue(x.ID)
		sources.of(x.Source).addClue(x.ID)
		switch x.State {
		case hearing.ClueFiled:
			c.r.CluesFiled.addClue(x.ID)
		case hearing.ClueTransferred:
			c.r.CluesTransferred.addClue(x.ID)
		case hearing.ClueDropped:
			c.r.CluesDropped.addClue(x.ID)
		}
	}
	c.r.ClueSources = sources.split()
	for _, p := range patrols {
		for _, v := range p.Visits {
			if v.Skipped == "" && c.within(v.On) {
				c.r.Patrols.addPatrol(1, p.ID)
				c.r.PatrolFindings.addPatrol(len(v.Findings), p.ID)
			}
		}
	}
}
