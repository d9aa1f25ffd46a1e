package rules

import "hearingdesk/hearing"

// told is DL01: each participant is told the cause, the time and the place
// three days before, counted by the day on which each received it. A written
// waiver clears it; custody hearings have no fixed term.
func (c *check) told(h hearing.Hearing) {
	if h.Start.IsZero() {
		return
	}
	limit := c.threeDaysBefore()
	for _, p := range h.Participants {
		if !p.Role.MustBeTold() || p.Alternate || p.Waiver != nil {
			continue
		}
		t, ok := p.ToldOf(h.Start)
		a := args{"who": c.who(p), "received": t.ReceivedOn.String(), "hard": limit.Hard.String(), "advise": limit.Advise.String()}
		variant := ""
		switch {
		case ok && !t.ReceivedOn.After(limit.Advise):
			continue
		case ok && t.ReceivedOn.After(limit.Hard):
			variant = "late"
		case ok:
			variant = "tight"
		case c.today.After(limit.Hard):
			variant = "missing"
		case c.today.After(limit.Advise):
			variant = "soon"
		default:
			variant = "due"
		}
		if c.custody() && (variant == "late" || variant == "missing") {
			variant = "custody"
			if !ok {
				a["received"] = c.pick("无记录", "none")
			}
		}
		c.say("DL01", variant, "told", a).of(p).due(limit.Hard, limit.Advise)
	}
}

// posted is DL02: a public hearing is announced.
func (c *check) posted(h hearing.Hearing) {
	if h.Openness != hearing.Public || h.Start.IsZero() {
		return
	}
	limit := c.threeDaysBefore()
	a := args{"posted": h.Notice.PostedOn.String(), "hard": limit.Hard.String(), "advise": limit.Advise.String()}
	variant := ""
	switch {
	case h.Notice.PostedOn.IsZero() && c.today.After(limit.Advise):
		variant = "missing"
	case h.Notice.PostedOn.IsZero():
		variant = "due"
	case h.Notice.PostedOn.After(limit.Hard):
		variant = "late"
	default:
		return
	}
	c.say("DL02", variant, "notice.posted_on", a).due(limit.Hard, limit.Advise)
}
