package figures

import (
	"cmp"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// ceremonies lists the announcements of the period that were held, by their
// dates: begun, or something was served on the day.
func (c *counting) ceremonies(all []hearing.Announcement) []hearing.Announcement {
	all = slices.DeleteFunc(slices.Clone(all), func(a hearing.Announcement) bool {
		day := c.dayOf(a.Start)
		served := slices.ContainsFunc(a.Deliveries, func(d hearing.Delivery) bool { return c.dayOf(d.ServedAt) == day })
		return a.Rehearsal || !c.within(day) || !begun(a.StateNow()) && !served
	})
	slices.SortStableFunc(all, func(a, b hearing.Announcement) int { return a.Start.Compare(b.Start) })
	return all
}

// announcements counts the ceremonies by their dates. What was served there is
// counted by the day of service, as everything is that was served.
func (c *counting) announcements(all []hearing.Announcement) {
	for _, a := range c.ceremonies(all) {
		c.r.Announcements.add(1, a.ID)
		c.month(c.dayOf(a.Start)).Announcements.add(1, a.ID)
		invited := supervisors(a.Participants)
		c.r.AnnouncementSupervisors.add(invited, a.ID)
		c.r.AnnouncementsSupervised.add(min(invited, 1), a.ID)
	}
}

// A service is one paper, served on one recipient.
type service struct {
	paper     hearing.ID
	recipient hearing.ID // unit or person; empty is not recorded
	session   hearing.ID // the announcement; empty is without a ceremony
	day       calendar.Date
	hearing.Delivery
}

// instruments counts what was decided in the period, and what was served.
func (c *counting) instruments(papers []hearing.Instrument, ceremonies []hearing.Announcement) {
	for _, i := range papers {
		if i.Kind == hearing.Recommendation && c.within(i.DecidedOn) {
			c.r.Issued.addPaper(i.ID, "")
		}
	}
	for _, s := range c.services(papers, ceremonies) {
		c.served(s)
	}
}

// services lists what was served in the period, a paper and a recipient each
// once: what was served twice counts when it was served first, with the reply to
// either.
func (c *counting) services(papers []hearing.Instrument, ceremonies []hearing.Announcement) []service {
	type pair struct{ paper, recipient hearing.ID }
	first := map[pair]int{}
	var all []service
	add := func(paper, session hearing.ID, d hearing.Delivery) {
		s := service{paper: paper, recipient: cmp.Or(d.Organisation, d.Person), session: session, day: c.dayOf(d.ServedAt), Delivery: d}
		if s.day.IsZero() {
			return
		}
		key := pair{s.paper, s.recipient}
		at, known := first[key]
		if s.recipient == "" || !known {
			first[key] = len(all)
			all = append(all, s)
			return
		}
		if s.ServedAt.Before(all[at].ServedAt) {
			s, all[at] = all[at], s
		}
		if r := s.RepliedOn; !r.IsZero() && (all[at].RepliedOn.IsZero() || r.Before(all[at].RepliedOn)) {
			all[at].RepliedOn = r
		}
	}
	for _, a := range ceremonies {
		for _, d := range a.Deliveries {
			for n, id := range d.Instruments {
				if !a.Rehearsal && !slices.Contains(d.Instruments[:n], id) {
					add(id, a.ID, d)
				}
			}
		}
	}
	for _, i := range papers {
		for _, d := range i.Deliveries {
			add(i.ID, "", d)
		}
	}
	all = slices.DeleteFunc(all, func(s service) bool { return !c.within(s.day) })
	slices.SortStableFunc(all, func(a, b service) int { return a.day.Compare(b.day) })
	return all
}

func (c *counting) served(s service) {
	r := &c.r
	add := func(f *Figure) { f.addPaper(s.paper, s.session) }
	add(&r.Served)
	announced := s.Mode == hearing.Announced
	if announced {
		add(&r.Announced)
	}
	paper := c.papers[s.paper]
	if paper.Kind != hearing.Recommendation {
		return
	}
	add(&r.Recommendations)
	if announced {
		add(&r.AnnouncedRecommendations)
	}
	c.rectified(s)
	switch c.reply(s) {
	case inTime:
		add(&r.InTime)
		add(&r.Replied)
	case late:
		add(&r.Late)
		add(&r.Replied)
	case overdue:
		add(&r.Overdue)
		add(&r.Unanswered)
	case open:
		add(&r.Unanswered)
	}
}

// A reply is how a recommendation was answered.
type reply int

const (
	open    reply = iota // not yet
	overdue              // not, and the time is over
	inTime
	late
)

// reply says how a recommendation that was served was answered.
func (c *counting) reply(s service) reply {
	due := c.papers[s.paper].ReplyDue(s.day, c.Days)
	switch {
	case s.RepliedOn.IsZero() && !c.At.IsZero() && c.dayOf(c.At).After(due):
		return overdue
	case s.RepliedOn.IsZero():
		return open
	case s.RepliedOn.After(due):
		return late
	}
	return inTime
}
