package rules

import (
	"slices"

	"hearingdesk/hearing"
)

// roles looks for people who sit in two chairs.
func (c *check) roles(h *hearing.Hearing) {
	lead := c.handlers(h)
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Person == "" {
			continue
		}
		if p.Role == hearing.Officer {
			c.officeOf(h, p, lead)
		}
		for j := range i {
			if first := &h.Participants[j]; first.Person == p.Person {
				c.say("ROLES", "two", "participants", args{"who": c.name(p.Person), "a": c.term(first.Role), "b": c.term(p.Role)}).of(p)
				break
			}
		}
	}
}

// officeOf says that an officer leads, records or handles what he is to judge.
func (c *check) officeOf(h *hearing.Hearing, p *hearing.Participant, handlers []hearing.ID) {
	chair := ""
	switch {
	case p.Person == h.Presider:
		chair = "presider"
	case p.Person == h.Recorder:
		chair = "recorder"
	case slices.Contains(handlers, p.Person):
		chair = "prosecutor"
	default:
		return
	}
	c.say("ROLES", "presider-officer", "participants", args{"who": c.who(p), "a": c.what(chair)}).of(p)
}

// agencies looks for agencies that have named nobody, and for missing powers
// of attorney.
func (c *check) agencies(h *hearing.Hearing) {
	for p := range seated(h, hearing.AgencyRep) {
		if p.Person == "" && p.Proxy == nil {
			c.say("AGENCY", "person", "participants", args{"who": c.who(p)}).of(p)
		}
		if p.Proxy != nil && !p.Proxy.OnFile {
			c.say("AGENCY", "proxy", "participants", args{"who": c.who(p)}).of(p)
		}
	}
}

// aides looks for invited aides whose own agency is a party: who helps the
// prosecutor is on no side.
func (c *check) aides(h *hearing.Hearing) {
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Role != hearing.InvitedAide {
			continue
		}
		unit := p.Organisation
		if unit == "" {
			unit = c.d.Person(p.Person).Organisation
		}
		if unit != "" && slices.Contains(c.agencyIDs(h), unit) {
			c.say("AIDE", "", "participants", args{"who": c.who(p), "unit": c.d.Organisation(unit).Name}).of(p)
		}
	}
}

// terms looks for supervisors and aides whose term does not hold on the day.
func (c *check) terms(h *hearing.Hearing) {
	for i := range h.Participants {
		p := &h.Participants[i]
		rule, held := "", hearing.Appointment{}
		switch p.Role {
		case hearing.Supervisor:
			rule, held = "SUPERVISOR", c.d.Person(p.Person).Supervisor
		case hearing.InvitedAide:
			rule, held = "AIDE", c.d.Person(p.Person).Aide
		default:
			continue
		}
		if !c.day.IsZero() && !held.HoldsOn(c.day) {
			c.say(rule, "term", "participants", args{"who": c.who(p), "term": held.From.String() + "–" + held.Until.String()}).of(p)
		}
	}
}

// minors looks for who stands by a minor: a guardian or a suitable adult.
func (c *check) minors(h *hearing.Hearing) {
	if !c.minor() {
		return
	}
	beside := func(p hearing.Participant) bool { return p.Role == hearing.Guardian || p.Role == hearing.SuitableAdult }
	if !slices.ContainsFunc(h.Participants, beside) {
		c.say("MINOR", "", "participants", nil)
	}
}

// inPerson is 公证程序规则 art. 5: a notary acts himself.
func (c *check) inPerson(h *hearing.Hearing) {
	for p := range seated(h, hearing.NotaryRole) {
		switch {
		case p.Person == "":
			c.say("NOTARY", "person", "participants", args{"who": c.who(p)}).of(p)
		case p.Proxy != nil, p.Attendance.Presence == hearing.Absent && c.works(h, p):
			c.say("NOTARY", "proxy", "participants", args{"who": c.who(p)}).of(p)
		}
	}
}

// works reports whether something was accepted from a notary.
func (c *check) works(h *hearing.Hearing, p *hearing.Participant) bool {
	return slices.ContainsFunc(h.Notary, func(m hearing.NotaryMatter) bool { return m.Notary == p.ID && !m.AcceptedOn.IsZero() })
}

// recusal says that somebody's recusal was asked for and is not decided: of the
// presider or who handles the case, the hearing waits (公益诉讼办案规则, art. 23).
func (c *check) recusal(h *hearing.Hearing) {
	if c.over() {
		return
	}
	for _, k := range c.d.Cases {
		for _, s := range undecided(k) {
			if s.Session != "" && s.Session != h.ID || s.On.After(c.today) {
				continue
			}
			leads := s.Person == "" || s.Person == h.Presider || s.Person == k.Lead || slices.Contains(c.handlers(h), s.Person)
			variant := "other"
			if leads {
				variant = "pending"
			}
			c.say("RECUSAL", variant, "presider", args{"who": c.asked(s), "on": s.On.String()})
		}
	}
}

// asked names whose recusal was asked for.
func (c *check) asked(s hearing.Step) string {
	if n := c.name(s.Person); n != "" {
		return n
	}
	return c.pick("检察人员", "the prosecutors")
}

// undecided lists the requests for recusal in a case that have no decision.
func undecided(k hearing.Case) []hearing.Step {
	var out []hearing.Step
	for _, s := range k.Steps {
		switch s.Kind {
		case hearing.RecusalAsked:
			out = append(out, s)
		case hearing.RecusalDecided:
			i := slices.IndexFunc(out, func(o hearing.Step) bool { return s.Of == "" || s.Of == o.ID })
			if i >= 0 {
				out = slices.Delete(out, i, i+1)
			}
		}
	}
	return out
}

// absent says what a party's absence means: the hearing of a civil petition goes
// on (民事诉讼监督规则, art. 57); of the others the presider decides (行政诉讼监督规则,
// art. 71).
func (c *check) absent(h *hearing.Hearing) {
	if h.Outcome.Absence != "" {
		return
	}
	for i := range h.Participants {
		p := &h.Participants[i]
		switch p.Role {
		case hearing.PartyRep, hearing.AgencyRep:
		default:
			continue
		}
		if p.Attendance.Presence != hearing.Absent {
			continue
		}
		variant := "decide"
		if c.course().Absence == GoesOn {
			variant = "goes-on"
		}
		c.say("ABSENCE", variant, "outcome.absence", args{"who": c.who(p)}).of(p)
	}
}
