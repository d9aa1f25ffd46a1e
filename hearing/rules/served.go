package rules

import (
	"slices"

	"hearingdesk/hearing"
)

// supervised says what is due about people's supervisors: DL30, that the justice
// bureau is asked in time; that each of their opinions is answered; DL29, that their
// allowance is claimed.
func (c *check) supervised() {
	s := c.d.Supervision()
	here := c.s.Supervisors()
	if c.wantsSupervisors(s, here) {
		c.bureau(s)
	}
	if c.s.State == hearing.Decided || c.s.State == hearing.FedBack {
		for _, o := range s.Opinions {
			if !o.Answered() {
				c.say("SUPERVISOR", "opinion", "supervision", args{"who": c.speaker(o), "text": short(o.Text)})
			}
		}
	}
	came := slices.ContainsFunc(here, func(p hearing.Participant) bool { return p.Attendance.Presence.Here() })
	if !came || !c.over() || c.s.State == hearing.Archived || c.claimedInCase() {
		return
	}
	if r, ok := c.since("DL29", c.day, "supervision"); ok && c.owed(&r, s.ClaimedOn) {
		c.running(r, args{"start": c.day.String()})
	}
}

// wantsSupervisors reports whether supervisors are to come: one is listed, asked
// for, or must be invited.
func (c *check) wantsSupervisors(s hearing.Supervision, here []hearing.Participant) bool {
	if len(here) > 0 || s.Began() {
		return true
	}
	h := c.d.Hearing
	return h != nil && slices.ContainsFunc(c.d.Cases, func(k hearing.Case) bool { return c.course().Invites(k, h.Openness) != May })
}

// bureau is DL30. The number of working days is the house's: the act names none.
func (c *check) bureau(s hearing.Supervision) {
	if c.s.Slot.Start.IsZero() || c.s.State == hearing.Postponed {
		return
	}
	b, ok := c.before("DL30")
	if !ok {
		return
	}
	variant := b.done(s.AskedOn, b.limit.Hard, c.today)
	if variant == "" {
		return
	}
	c.say("DL30", variant, "supervision", args{"asked": s.AskedOn.String(), "hard": b.limit.Hard.String(), "advise": b.limit.Advise.String()}).counted(b)
}

// claimedInCase reports whether the steps of a case say when supervisors served:
// then the period runs from there.
func (c *check) claimedInCase() bool {
	return slices.ContainsFunc(c.d.Cases, func(k hearing.Case) bool {
		return slices.ContainsFunc(k.Steps, func(s hearing.Step) bool {
			return s.Kind == hearing.SupervisorServed && (s.Session == "" || s.Session == c.s.ID)
		})
	})
}

// speaker names the supervisor who gave an opinion.
func (c *check) speaker(o hearing.Supervised) string {
	for i := range c.s.Participants {
		if p := &c.s.Participants[i]; p.ID == o.By {
			return c.who(p)
		}
	}
	return ""
}

// short is a text that a sentence can hold.
func short(s string) string {
	const most = 20
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// allowances asks about what is paid to one who did not come, and about an amount
// that looks like a slip of the hand.
func (c *check) allowances(h *hearing.Hearing) {
	for _, a := range h.Allowances.Lines {
		p, ok := h.Participant(a.Participant)
		if !ok || a.Sum() == 0 {
			continue
		}
		if !h.Attended(p) {
			c.say("PAY", "absent", "allowances", args{"who": c.who(&p), "sum": a.Sum().String()}).of(&p)
		}
		most := c.table.MostPay(p.Role, c.d.Person(p.Person).Class, c.day)
		for _, k := range hearing.Pays {
			if f := *a.Of(k); most > 0 && f > most {
				said := c.say("PAY", "large", "allowances", args{"who": c.who(&p), "kind": c.term(k), "sum": f.String(), "most": most.String()}).of(&p)
				said.Subject = c.who(&p) + "–" + c.term(k)
			}
		}
	}
}
