package rules

import (
	"strconv"

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
	papers := map[hearing.ID]hearing.Instrument{}
	for _, i := range c.d.Instruments {
		papers[i.ID] = i
	}
	asked := map[hearing.ID]bool{}
	for _, d := range a.Deliveries {
		for _, id := range d.Instruments {
			i, ok := papers[id]
			if !ok {
				continue
			}
			if i.Kind == hearing.Recommendation && d.Organisation != "" && !asked[d.Organisation] && d.Mode != hearing.Direct {
				asked[d.Organisation] = true
				c.consent(a, d.Organisation)
			}
			c.served(a, d, i)
			c.replied(d, i)
		}
		if d.Mode == hearing.Left && d.Pictures == "" && len(d.Witnesses) == 0 {
			c.say("REFUSED", "", "deliveries", args{"who": c.recipient(d)})
		}
	}
	for _, i := range c.d.Instruments {
		c.filed(a, i)
	}
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
	return c.term(i.Kind)
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

// served is DL06 and DL07: a filing decision within seven days, a
// recommendation within three.
func (c *check) served(a hearing.Announcement, d hearing.Delivery, i hearing.Instrument) {
	id, days := "", 0
	switch i.Kind {
	case hearing.Recommendation:
		id, days = "DL07", 3
	case hearing.FilingDecision:
		id, days = "DL06", 7
	default:
		return
	}
	if i.DecidedOn.IsZero() {
		return
	}
	due := c.after(i.DecidedOn, calendar.Days(days), "deliveries")
	w := args{"paper": c.paper(i), "who": c.recipient(d), "due": due.String()}
	switch {
	case !d.ServedAt.IsZero():
		if c.date(d).After(due) {
			c.say(id, "late", "deliveries", w).due(due, due)
		}
	case c.today.After(due):
		c.say(id, "late", "deliveries", w).due(due, due)
	case id == "DL07" && !a.Start.IsZero() && c.day.After(due):
		c.say(id, "after", "start", w).due(due, due)
	default:
		c.say(id, "due", "deliveries", w).due(due, due)
	}
}

func (c *check) date(d hearing.Delivery) calendar.Date {
	return calendar.DateOf(d.ServedAt.In(c.zone))
}

// replied is DL09 and DL10, the written reply within two months or, when
// urgent, fifteen days of receipt, and DL11, the review that follows.
func (c *check) replied(d hearing.Delivery, i hearing.Instrument) {
	if i.Kind != hearing.Recommendation || d.ServedAt.IsZero() {
		return
	}
	id := "DL09"
	if i.Urgent {
		id = "DL10"
	}
	due := i.ReplyDue(c.date(d), c.days)
	w := args{"paper": c.paper(i), "who": c.recipient(d), "due": due.String()}
	on := d.RepliedOn
	if on.IsZero() {
		on = c.today
	}
	switch {
	case on.After(due):
		w["n"] = strconv.Itoa(on.Sub(due))
		c.say(id, "late", "deliveries", w).due(due, due)
	case d.RepliedOn.IsZero():
		c.say(id, "due", "deliveries", w).due(due, due)
	}
	review := c.after(due, calendar.Months(1), "deliveries")
	if !c.today.After(review) {
		w["due"] = review.String()
		c.say("DL11", "due", "deliveries", w).due(review, review)
	}
}

// filed is DL08: the procuratorate above has the recommendation within five
// days of service.
func (c *check) filed(a hearing.Announcement, i hearing.Instrument) {
	if i.Kind != hearing.Recommendation {
		return
	}
	var first calendar.Date
	for _, d := range a.Deliveries {
		for _, id := range d.Instruments {
			if id == i.ID && !d.ServedAt.IsZero() && (first.IsZero() || c.date(d).Before(first)) {
				first = c.date(d)
			}
		}
	}
	if first.IsZero() {
		return
	}
	due := c.after(first, calendar.Days(5), "instruments")
	w := args{"paper": c.paper(i), "upper": c.d.Office.Upper, "due": due.String()}
	switch {
	case i.FiledOn.IsZero() && !c.today.After(due):
		c.say("DL08", "due", "instruments", w).due(due, due)
	case i.FiledOn.IsZero(), i.FiledOn.After(due):
		c.say("DL08", "late", "instruments", w).due(due, due)
	}
}
