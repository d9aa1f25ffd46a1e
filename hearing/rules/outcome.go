package rules

import (
	"slices"
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
	for _, b := range h.Ballots() {
		c.opinions(h, b)
	}
	for _, r := range h.Rulings() {
		switch {
		case r.Timing == hearing.OnTheSpot && (r.DecidedOn.IsZero() || r.Decision == "" || r.Reasons == ""):
			c.say("DECISION", "spot", "outcome.decision", args{"of": c.inCase(r.Case)})
		case r.DecidedOn.IsZero() && c.over():
			c.say("DECISION", "later", "outcome.decided_on", args{"of": c.inCase(r.Case)})
		}
		if !r.DecidedOn.IsZero() {
			c.tellResult(h, r)
		}
	}
}

// tellResult is DL16: each officer is told a decision and its reasons (art. 17).
func (c *check) tellResult(h *hearing.Hearing, of hearing.CaseRuling) {
	r, ok := c.since("DL16", of.DecidedOn, "outcome.decided_on")
	r.field = "told"
	for i := range h.Participants {
		p := &h.Participants[i]
		if ok && officer(p) && p.Attendance.Presence != hearing.Absent && c.owed(&r, h.ResultTold(*p, of)) {
			c.running(r, args{"who": c.who(p), "of": c.inCase(of.Case)}).of(p)
		}
	}
}

// inCase names a case before what is said of it alone; nothing where it is said of
// all.
func (c *check) inCase(id hearing.ID) string {
	for i := range c.d.Cases {
		if k := &c.d.Cases[i]; id != "" && k.ID == id {
			if c.lang == "en" {
				return "“" + k.Cause + "”: "
			}
			return "“" + k.Cause + "”："
		}
	}
	return ""
}

// onWhat is the question of a ballot, with its case where there are several.
func (c *check) onWhat(h *hearing.Hearing, b hearing.Ballot) string {
	i := slices.IndexFunc(h.Questions, func(q hearing.Question) bool { return q.ID == b.Question })
	text := h.Questions[i].Text
	if len(h.Cases) < 2 || b.Case == "" {
		return text
	}
	for _, k := range c.d.Cases {
		if k.ID == b.Case {
			return text + "（" + k.Cause + "）"
		}
	}
	return text
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

// opinions checks one ballot: opinions that are missing, a tie, a majority that is
// not adopted without consent.
func (c *check) opinions(h *hearing.Hearing, b hearing.Ballot) {
	missing := false
	for p := range seated(h, hearing.Officer) {
		if o, _ := h.Opinion(p.ID, b); p.Attendance.Presence != hearing.Absent && o.Stance == "" {
			missing = true
			c.say("OPINION", "missing", "opinions", args{"who": c.who(p), "question": c.onWhat(h, b)}).of(p)
		}
	}
	t := h.Tally(b)
	if t.Majority == "" && !missing && t.Present > 0 {
		c.say("TIE", "", "opinions", args{"question": c.onWhat(h, b), "agree": strconv.Itoa(t.Agree), "disagree": strconv.Itoa(t.Disagree), "other": strconv.Itoa(t.Other)})
	}
	if t.Majority != "" {
		c.consented(h, b, t.Majority)
	}
}

// consented is art. 16: what does not follow the majority is decided with the
// consent of the chief procurator, given on or before the day of the decision.
func (c *check) consented(h *hearing.Hearing, b hearing.Ballot, majority hearing.Stance) {
	if adopted := h.OpinionAdopted(b, majority); adopted != hearing.NotAdopted && adopted != hearing.InPart {
		return
	}
	by := h.FirstDecided(b)
	if by.IsZero() { // consent comes before the decision
		by = c.today
	}
	a, ok := h.Consent(b.Case)
	switch {
	case !ok || !a.Granted(by):
		c.say("ART16", "", "outcome.answers", args{"question": c.onWhat(h, b)})
	case !c.chief(a.By):
		c.say("ART16", "by", "outcome.answers", args{"question": c.onWhat(h, b), "who": c.d.Person(a.By).Name})
	}
}

// chief reports whether somebody is the chief procurator, or acts as such; of whom
// no rank is known, where the office does not say who is, that cannot be denied.
func (c *check) chief(id hearing.ID) bool {
	rank := c.d.Person(id).Rank
	return id == c.d.Office.Chief || rank == hearing.Chief || rank == "" && c.d.Office.Chief == ""
}

// officer reports whether a participant sits as an officer.
func officer(p *hearing.Participant) bool { return p.Role == hearing.Officer && !p.Alternate }
