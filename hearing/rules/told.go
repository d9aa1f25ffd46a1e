package rules

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A before is a limit that is counted back from the session's day, as the law
// of that day has it.
type before struct {
	p     *Period
	limit calendar.Limit
	count *hearing.Counting // shared by the findings of one limit
}

// before counts a period back from the session's day, as the office counts it;
// it reports false where no such period is law.
func (c *check) before(id string) (before, bool) {
	p := c.table.law(id, c.day)
	if p == nil {
		return before{}, false
	}
	b := before{p: p, limit: c.days.Back(c.day, p.Length, c.d.Office.Strict)}
	if b.limit.Err != nil {
		return b, false
	}
	c.unknown(b.limit.Unknown, "start")
	b.count = c.counting(p.Starts, "")
	b.count.Limit = &b.limit
	return b, true
}

// threeDaysBefore is the limit of art. 10(2), as the office counts it.
func (c *check) threeDaysBefore() calendar.Limit {
	b, _ := c.before("DL01")
	return b.limit
}

// counted sets the limit of a finding, and how it came about.
func (f found) counted(b before) found {
	f.Due, f.Advise, f.Count = b.limit.Hard, b.limit.Advise, b.count
	return f
}

// told is DL01: each participant is told the cause, the time and the place
// three days before, counted by the day on which each received it. A written
// waiver clears it. In custody hearings, whose act says 及时 and no number, being
// late stops nothing (羁押听证办法); heard together with another case, the three
// days of that one bind.
func (c *check) told(h *hearing.Hearing) {
	c.ofHearing(h)
	if h.Start.IsZero() {
		return
	}
	b, ok := c.before("DL01")
	if !ok {
		return
	}
	counted := func(k hearing.Case) bool { return !slices.Contains(b.p.Prompt, k.Type) }
	prompt := len(c.d.Cases) > 0 && !slices.ContainsFunc(c.d.Cases, counted)
	for i := range h.Participants {
		p := &h.Participants[i]
		if !p.Role.MustBeTold() || p.Alternate || p.Waiver != nil {
			continue
		}
		t, ok := p.ToldOf(h.Start)
		variant := b.told(ok, t.ReceivedOn, c.today)
		if variant == "" {
			continue
		}
		a := args{"who": c.who(p), "received": t.ReceivedOn.String(), "hard": b.limit.Hard.String(), "advise": b.limit.Advise.String()}
		if prompt && (variant == "late" || variant == "missing") {
			variant = "custody"
			if !ok {
				a["received"] = c.pick("无记录", "none")
			}
		}
		c.say("DL01", variant, "told", a).of(p).counted(b)
	}
}

// told is how it stands with one who was told on a day, or was not yet; empty
// when all is well.
func (b before) told(ok bool, on, today calendar.Date) string {
	switch {
	case ok && !on.After(b.limit.Advise):
		return ""
	case ok && on.After(b.limit.Hard):
		return "late"
	case ok:
		return "tight"
	case today.After(b.limit.Hard):
		return "missing"
	case today.After(b.limit.Advise):
		return "soon"
	}
	return "due"
}

// posted is DL02: a public hearing is announced; the number of days is the
// house's.
func (c *check) posted(h *hearing.Hearing) {
	if h.Openness != hearing.Public || h.Start.IsZero() {
		return
	}
	b, ok := c.before("DL02")
	if !ok {
		return
	}
	on := h.Notice.PostedOn
	variant := b.done(on, b.limit.Advise, c.today)
	if variant == "" {
		return
	}
	c.say("DL02", variant, "notice.posted_on", args{"posted": on.String(), "hard": b.limit.Hard.String(), "advise": b.limit.Advise.String()}).counted(b)
}

// done is how it stands with an act that was done on a day, or was not yet, and is
// missed from the day after another; empty when it was done in time.
func (b before) done(on, missed, today calendar.Date) string {
	switch {
	case on.IsZero() && today.After(missed):
		return "missing"
	case on.IsZero():
		return "due"
	case on.After(b.limit.Hard):
		return "late"
	}
	return ""
}
