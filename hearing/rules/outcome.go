package rules

import (
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// notary is 公证法 art. 31(4) and DL14: nothing is accepted while it is
// disputed, and the certificate comes within fifteen working days.
func (c *check) notary(h *hearing.Hearing) {
	c.inPerson(h)
	for p := range seated(h, hearing.NotaryRole) {
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
		if r, ok := c.since("DL14", m.AcceptedOn, "notary"); ok && c.owed(&r, m.IssuedOn) {
			c.running(r, a)
		}
	}
}

// outcome checks what was recorded after the hearing: opinions, majority,
// decision (arts. 16 and 17) and DL16.
func (c *check) outcome(h *hearing.Hearing) {
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
	r, ok := c.since("DL16", h.Outcome.DecidedOn, "outcome.decided_on")
	r.field = "told"
	for i := range h.Participants {
		p := &h.Participants[i]
		if ok && officer(p) && p.Attendance.Presence != hearing.Absent && c.owed(&r, resultTold(p)) {
			c.running(r, args{"who": c.who(p)}).of(p)
		}
	}
}

// A running is a period of a session, and how it stands.
type running struct {
	p       *Period
	due     calendar.Due
	field   string
	variant string
	done    calendar.Date
}

// since counts a period of law from a day; it reports false where no such
// period is law, or nothing can be counted.
func (c *check) since(id string, on calendar.Date, field string) (running, bool) {
	p := c.table.law(id, on)
	if p == nil {
		return running{}, false
	}
	r := running{p: p, due: c.days.After(on, p.Length), field: field}
	c.unknown(r.due.Unknown, field)
	return r, r.due.Err == nil
}

// owed reports whether there is something to be said of what was done on a day,
// or was not yet.
func (c *check) owed(r *running, done calendar.Date) bool {
	r.done, r.variant = done, "due"
	if c.today.After(r.due.On) || !done.IsZero() {
		r.variant = "late"
	}
	return done.IsZero() || done.After(r.due.On)
}

// running says a period, and how its last day came about.
func (c *check) running(r running, a args) found {
	a["due"] = r.due.On.String()
	a["n"], a["done"] = c.lateness(r.due.On, r.done)
	f := c.say(r.p.ID, r.variant, r.field, a).due(r.due.On, r.due.On)
	f.Text, f.Done, f.Count = next(f.Text, !r.done.IsZero()), r.done, c.counting(r.p.Starts, "")
	f.Count.Due = &r.due
	return f
}

// opinions checks one question: opinions that are missing, a tie, a majority
// that is not adopted without consent.
func (c *check) opinions(h *hearing.Hearing, q hearing.Question) {
	missing := false
	for p := range seated(h, hearing.Officer) {
		if p.Attendance.Presence != hearing.Absent && !opined(h, p.ID, q.ID) {
			missing = true
			c.say("OPINION", "missing", "opinions", args{"who": c.who(p), "question": q.Text}).of(p)
		}
	}
	t := h.Tally(q.ID)
	if t.Majority == "" && !missing && t.Present > 0 {
		c.say("TIE", "", "opinions", args{"question": q.Text, "agree": strconv.Itoa(t.Agree), "disagree": strconv.Itoa(t.Disagree), "other": strconv.Itoa(t.Other)})
	}
	if adopted := h.OpinionAdopted(hearing.Opinion{Question: q.ID, Stance: t.Majority}); t.Majority != "" && (adopted == hearing.NotAdopted || adopted == hearing.InPart) {
		by := h.Outcome.DecidedOn
		if by.IsZero() { // consent comes before the decision
			by = c.today
		}
		if a, ok := h.Approval(hearing.ApproveNonAdoption); !ok || !a.Granted(by) {
			c.say("ART16", "", "outcome.answers", args{"question": q.Text})
		}
	}
}

// opined reports whether an officer gave an opinion on a question.
func opined(h *hearing.Hearing, officer, question hearing.ID) bool {
	for i := range h.Opinions {
		if o := &h.Opinions[i]; o.Officer == officer && o.Question == question && o.Stance != "" {
			return true
		}
	}
	return false
}

// officer reports whether a participant sits as an officer.
func officer(p *hearing.Participant) bool { return p.Role == hearing.Officer && !p.Alternate }

// resultTold is when an officer was told the result, by document 20.
func resultTold(p *hearing.Participant) calendar.Date {
	for _, t := range p.Told {
		if t.Document == "20" && !t.ReceivedOn.IsZero() {
			return t.ReceivedOn
		}
	}
	return calendar.Date{}
}
