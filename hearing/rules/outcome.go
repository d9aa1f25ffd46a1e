package rules

import (
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// notary is 公证法 art. 31(4) and DL14: nothing is accepted while it is
// disputed, and the certificate comes within fifteen working days.
func (c *check) notary(h hearing.Hearing) {
	c.inPerson(h)
	for _, p := range h.InRole(hearing.NotaryRole) {
		if p.Licence == "" && c.d.Person(p.Person).Licence == "" {
			c.say("NOTARY", "licence", "participants", args{"who": c.who(p)}).of(p)
		}
	}
	for _, m := range h.Notary {
		a := args{"subject": m.Subject}
		if m.Subject == "" {
			a["subject"] = c.term(m.Kind)
		}
		settled := calendar.DateOf(m.SettledAt.In(c.zone))
		switch {
		case m.Disputed && m.AcceptedOn.IsZero():
			c.say("NOTARY", "disputed", "notary", a)
			continue
		case m.Disputed, !m.SettledAt.IsZero() && !m.AcceptedOn.IsZero() && m.AcceptedOn.Before(settled):
			c.say("NOTARY", "accepted", "notary", a)
			continue
		case m.AcceptedOn.IsZero():
			continue
		}
		due := c.after(m.AcceptedOn, calendar.WorkingDays(15), "notary")
		a["due"] = due.String()
		switch {
		case m.IssuedOn.IsZero() && !c.today.After(due):
			c.say("DL14", "due", "notary", a).due(due, due)
		case m.IssuedOn.IsZero(), m.IssuedOn.After(due):
			c.say("DL14", "late", "notary", a).due(due, due)
		}
	}
}

// outcome checks what was recorded after the hearing: opinions, majority,
// decision (arts. 16 and 17) and DL16.
func (c *check) outcome(h hearing.Hearing) {
	if len(h.Opinions) == 0 && !c.over() {
		return
	}
	for _, q := range h.Questions {
		c.opinions(h, q)
	}
	switch {
	case h.Outcome.Timing == hearing.OnTheSpot && (h.Outcome.DecidedOn.IsZero() || h.Outcome.Decision == "" || h.Outcome.Reasons == ""):
		c.say("DECISION", "spot", "outcome.decision", nil)
	case h.Outcome.DecidedOn.IsZero() && c.over():
		c.say("DECISION", "later", "outcome.decided_on", nil)
	}
	if h.Outcome.DecidedOn.IsZero() {
		return
	}
	due := c.after(h.Outcome.DecidedOn, calendar.Days(5), "outcome.decided_on")
	for _, p := range h.Officers() {
		if p.Attendance.Presence == hearing.Absent {
			continue
		}
		told := resultTold(p)
		a := args{"who": c.who(p), "due": due.String()}
		switch {
		case told.IsZero() && !c.today.After(due):
			c.say("DL16", "due", "told", a).of(p).due(due, due)
		case told.IsZero(), told.After(due):
			c.say("DL16", "late", "told", a).of(p).due(due, due)
		}
	}
}

// opinions checks one question: opinions that are missing, a tie, a majority
// that is not adopted without consent.
func (c *check) opinions(h hearing.Hearing, q hearing.Question) {
	given := map[hearing.ID]bool{}
	for _, o := range h.Opinions {
		if o.Question == q.ID && o.Stance != "" {
			given[o.Officer] = true
		}
	}
	missing := false
	for _, p := range h.Officers() {
		if p.Attendance.Presence != hearing.Absent && !given[p.ID] {
			missing = true
			c.say("OPINION", "missing", "opinions", args{"who": c.who(p), "question": q.Text}).of(p)
		}
	}
	t := h.Tally(q.ID)
	if t.Majority == "" && !missing && t.Present > 0 {
		c.say("TIE", "", "opinions", args{"question": q.Text, "agree": strconv.Itoa(t.Agree), "disagree": strconv.Itoa(t.Disagree), "other": strconv.Itoa(t.Other)})
	}
	if adopted := h.MajorityAdopted(q.ID); adopted == hearing.NotAdopted || adopted == hearing.InPart {
		by := h.Outcome.DecidedOn
		if by.IsZero() { // consent comes before the decision
			by = c.today
		}
		if a, ok := h.Approval(hearing.ApproveNonAdoption); !ok || !a.Granted(by) {
			c.say("ART16", "", "outcome.answers", args{"question": q.Text})
		}
	}
}

// resultTold is when an officer was told the result, by document 20.
func resultTold(p hearing.Participant) calendar.Date {
	for _, t := range p.Told {
		if t.Document == "20" && !t.ReceivedOn.IsZero() {
			return t.ReceivedOn
		}
	}
	return calendar.Date{}
}
