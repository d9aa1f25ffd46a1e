package rules

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// announcement checks a ceremony: consent, service, filing and reply.
func (c *check) announcement(a hearing.Announcement) {
	if a.Reader == "" {
		c.need("reader", "reader")
	}
	if len(a.Deliveries) == 0 {
		c.need("deliveries", "deliveries")
	}
	if a.AllDeclined() {
		c.say("CONSENT", "all-declined", "consents", nil)
	}
	asked := map[hearing.ID]bool{}
	for i := range a.Deliveries {
		d := &a.Deliveries[i]
		for _, id := range d.Instruments {
			paper := c.instrument(id)
			if paper == nil {
				continue
			}
			if paper.Kind == hearing.Recommendation && d.Organisation != "" && !asked[d.Organisation] && (d.Mode == hearing.Announced || d.Mode == "" || a.Announces(*d)) {
				asked[d.Organisation] = true
				c.consent(a, d.Organisation)
			}
			c.runningIn(paper, &a).service(paper, d)
		}
		c.receiptOf(&a, d)
	}
	c.supervised()
}

// instrument is a paper of the dossier; nil when there is none.
func (c *check) instrument(id hearing.ID) *hearing.Instrument {
	for i := range c.d.Instruments {
		if c.d.Instruments[i].ID == id {
			return &c.d.Instruments[i]
		}
	}
	return nil
}

// runningIn is what runs in a paper's case, as its ceremony sees it.
func (c *check) runningIn(paper *hearing.Instrument, a *hearing.Announcement) *terms {
	s := &terms{check: c, k: &hearing.Case{}, papers: c.d.Instruments}
	for i := range c.d.Cases {
		if c.d.Cases[i].ID == paper.Case {
			s.k = &c.d.Cases[i]
		}
	}
	if a.StateNow().Holds() {
		s.ceremonies = []*hearing.Announcement{a}
	}
	return s
}

func (c *check) recipient(d hearing.Delivery) string {
	if d.Organisation != "" {
		return c.d.Organisation(d.Organisation).Name
	}
	return c.name(d.Person)
}

// paper names an instrument by its number, or by its kind.
func (c *check) paper(i hearing.Instrument) string {
	switch {
	case i.Number != "":
		return i.Number
	case i.Title != "":
		return i.Title
	}
	return c.called(&i)
}

// consent is 检察建议工作规定 art. 18: the unit agrees to the ceremony.
func (c *check) consent(a hearing.Announcement, unit hearing.ID) {
	who := args{"who": c.d.Organisation(unit).Name}
	for _, x := range a.Consents {
		if x.Organisation != unit {
			continue
		}
		switch {
		case x.Agreed:
			return
		case !x.AnsweredOn.IsZero():
			c.say("CONSENT", "declined", "consents", who)
			return
		}
	}
	c.say("CONSENT", "missing", "consents", who)
}

// date is the day of a service.
func (c *check) date(d hearing.Delivery) calendar.Date {
	return calendar.DateOf(d.ServedAt.In(c.zone))
}

// services calls f with each service of a paper: those of the ceremonies that
// are to be, then its own.
func (s *terms) services(paper *hearing.Instrument, f func(*hearing.Delivery, *hearing.Announcement)) {
	for _, a := range s.ceremonies {
		for i := range a.Deliveries {
			for _, id := range a.Deliveries[i].Instruments {
				if id == paper.ID {
					f(&a.Deliveries[i], a)
				}
			}
		}
	}
	for i := range paper.Deliveries {
		f(&paper.Deliveries[i], nil)
	}
}

// service runs the periods of one paper on its way to one recipient. Of several
// services to one recipient the first counts; what is told of an announcement's
// is told there, and of a paper's own in the case.
func (s *terms) service(paper *hearing.Instrument, d *hearing.Delivery) {
	var counts, first *hearing.Delivery
	s.services(paper, func(x *hearing.Delivery, _ *hearing.Announcement) {
		if x.Organisation == d.Organisation && x.Person == d.Person && sooner(x, counts) {
			counts = x
		}
		if sooner(x, first) {
			first = x
		}
	})
	if counts != d { // also while the ceremony is put off
		return
	}
	e := event{field: "deliveries", paper: paper, service: d, unit: d.Organisation, person: d.Person}
	if e.on = paper.DecidedOn; !e.on.IsZero() {
		e.kind, e.each = decided, true
		s.run(e)
	}
	e.each, e.first = false, first == d
	for _, e.kind = range [...]string{posted, published, returned, served, replied} {
		if e.on = s.stage(e.kind, d); !e.on.IsZero() {
			s.run(e)
		}
	}
}

// sooner reports whether a service takes the place of another: it was served
// before it, the other came back, or there is none yet.
func sooner(x, than *hearing.Delivery) bool {
	switch {
	case than == nil, than.Returned() && !x.Returned():
		return true
	case x.Returned():
		return false
	}
	a, b := x.ServedAt, than.ServedAt
	return !a.IsZero() && (b.IsZero() || a.Before(b))
}
