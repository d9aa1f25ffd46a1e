package rules

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

// steps says what the states of a session need beyond what its page says: the
// records of §4's machine that are missing. The table says which state each
// bars.
func (c *check) steps() {
	switch {
	case c.s.State == hearing.Cancelled:
	case c.d.Hearing != nil:
		h := c.d.Hearing
		c.applied(h)
		c.briefed(h)
		c.cameIn(h)
		c.heard(h)
		c.written()
		c.signed(h)
		c.settled(h)
		c.cancelApproval(h, "STEP", "cancel")
		c.pausing(h)
	case c.d.Announcement != nil:
		c.serving(*c.d.Announcement)
	}
}

// wants reports whether a step is to be said: any, where the ways ahead are
// asked for, else only what the session should have by now.
func (c *check) wants(variant string) bool { return c.ahead || c.lacks("STEP", variant) }

// applied is what is put before the chief, and what a refusal needs: reasons,
// and an answer to who applied (arts. 4, 9 and 10(1)).
func (c *check) applied(h *hearing.Hearing) {
	if len(h.Forms) == 0 {
		c.say("STEP", "form", "forms", nil)
	}
	if h.Risk == "" {
		c.say("STEP", "risk", "risk", nil)
	}
	if a, _ := h.Approval(hearing.ApproveHearing); !a.Refused || a.Note == "" {
		c.say("STEP", "refused-reason", "approvals", nil)
	}
	for _, k := range c.d.Cases {
		if len(k.StepsOf(hearing.HearingAsked)) > len(k.StepsOf(hearing.HearingAnswered)) {
			c.say("STEP", "refused-told", "cases", args{"case": k.Cause})
		}
	}
}

// briefed is art. 11: the officers are given the case in short.
func (c *check) briefed(h *hearing.Hearing) {
	if !c.wants("briefing") {
		return
	}
	for p := range seated(h, hearing.Officer) {
		if p.BriefedOn.IsZero() || p.BriefedOn.After(c.day) {
			c.say("STEP", "briefing", "participants", args{"who": c.who(p)}).of(p)
		}
	}
}

// cameIn is art. 14: who came is recorded before the hearing opens.
func (c *check) cameIn(h *hearing.Hearing) {
	if !c.wants("sign-in") && !c.wants("attendance") && !c.wants("day") {
		return
	}
	var open []string
	recorded := false
	for i := range h.Participants {
		p := &h.Participants[i]
		switch {
		case p.Attendance.Presence != "":
			recorded = true
		case p.Role.MustBeTold() && !p.Alternate:
			open = append(open, c.who(p))
		}
	}
	if !recorded {
		c.say("STEP", "sign-in", "attendance", nil)
	} else if len(open) > 0 {
		c.say("STEP", "attendance", "attendance", args{"who": c.join(open)}).Subject = ""
	}
	if c.today.Before(c.day) {
		c.say("STEP", "day", "start", args{"on": c.day.String()})
	}
}

// heard is art. 16: each officer who is there gives an opinion, with reasons.
func (c *check) heard(h *hearing.Hearing) {
	if len(h.Opinions) == 0 && !c.over() && (c.ahead || c.lacks("OPINION", "missing")) { // else the outcome's rules have said it
		for _, b := range h.Ballots() {
			c.opinions(h, b)
		}
	}
	for _, o := range h.Opinions {
		if o.Stance == "" || o.Reason != "" || !c.wants("opinion-reason") {
			continue
		}
		if p, ok := h.Participant(o.Officer); ok {
			c.say("STEP", "opinion-reason", "opinions", args{"who": c.who(&p)}).of(&p)
		}
	}
}

// signed is art. 18: the hearing is recorded, and the transcript signed by those
// whom the case type names; a refusal that is noted is as good.
func (c *check) signed(h *hearing.Hearing) {
	if !h.Outcome.Recorded() {
		c.say("STEP", "recording", "outcome.recordings", nil)
	}
	if !c.wants("signature") {
		return
	}
	var names, ids []string
	for _, id := range h.Unsigned(c.course().Signs) {
		name := c.what(string(id)) // presider, recorder
		if p, ok := h.Participant(id); ok {
			name = c.who(&p)
		}
		names, ids = append(names, name), append(ids, string(id))
	}
	if len(names) > 0 {
		c.say("STEP", "signature", "outcome.signed_by", args{"who": c.join(names), "n": strconv.Itoa(len(names))}).
			fix(hearing.FixSign, strings.Join(ids, " ")).Subject = ""
	}
}

// written is art. 18 where the transcript was written at the desk: it was read
// before it is signed, what a recogniser wrote was gone over, and it is sealed. An
// office that writes by hand has none.
func (c *check) written() {
	text := transcript.Of(c.d.Transcript)
	drafts, lines := 0, text.Lines()
	if len(lines) == 0 {
		return
	}
	for _, l := range lines {
		if l.Draft && !l.Gone {
			drafts++
		}
	}
	_, sealed := text.Seal()
	if text.ReadAt().IsZero() && !sealed {
		c.say("STEP", "transcript-read", "transcript", nil)
	}
	if drafts > 0 {
		c.say("STEP", "transcript-draft", "transcript", args{"n": strconv.Itoa(drafts)})
	}
	if !sealed {
		c.say("STEP", "transcript-seal", "transcript", nil)
	}
	if text.Broken() {
		c.say("SEAL", "broken", "transcript", nil)
	}
}

// settled is what the decision and the feedback need (arts. 16 and 17).
func (c *check) settled(h *hearing.Hearing) {
	rulings := h.Rulings()
	for _, r := range rulings {
		if r.Decision == "" {
			c.say("STEP", "decision", "outcome.decision", args{"of": c.inCase(r.Case)})
		}
	}
	for i := range h.Participants {
		p := &h.Participants[i]
		variant := ""
		switch p.Role {
		case hearing.Officer:
			variant = "feedback"
		case hearing.Supervisor:
			variant = "feedback-supervisor"
		}
		if variant != "" && !p.Alternate && p.Attendance.Presence != hearing.Absent && c.untold(h, p, rulings) && c.wants(variant) {
			c.say("STEP", variant, "told", args{"who": c.who(p)}).of(p)
		}
	}
	for _, r := range rulings {
		if r.ToldAt.IsZero() {
			c.say("STEP", "parties", "outcome.announced_on", args{"of": c.inCase(r.Case)})
		}
	}
}

// untold reports whether a participant was not told one of the decisions.
func (c *check) untold(h *hearing.Hearing, p *hearing.Participant, rulings []hearing.CaseRuling) bool {
	return slices.ContainsFunc(rulings, func(r hearing.CaseRuling) bool { return h.ResultTold(*p, r).IsZero() })
}

// pausing asks why a session is suspended, where no recusal waits for its
// decision.
func (c *check) pausing(h *hearing.Hearing) {
	pending := func(f hearing.Finding) bool { return f.Rule == "RECUSAL" && f.Variant == "pending" }
	if h.Note == "" && !slices.ContainsFunc(c.out, pending) {
		c.say("STEP", "suspend", "note", nil)
	}
}

// serving is what a ceremony needs: papers that are signed, a unit that is
// there, service or refusal of each, filing above and replies (检察建议工作规定,
// arts. 18, 19 and 21).
func (c *check) serving(a hearing.Announcement) {
	for _, i := range c.d.Instruments {
		used := func(d hearing.Delivery) bool { return slices.Contains(d.Instruments, i.ID) }
		if !slices.ContainsFunc(a.Deliveries, used) {
			continue
		}
		if i.DecidedOn.IsZero() {
			c.say("STEP", "paper", "instruments", args{"who": c.paper(i)})
		}
		if i.Kind == hearing.Recommendation && i.FiledOn.IsZero() {
			c.say("STEP", "filed", "instruments", args{"who": c.paper(i)})
		}
	}
	for _, d := range a.Deliveries {
		who := args{"who": c.recipient(d)}
		if len(d.Instruments) == 0 {
			c.say("STEP", "no-paper", "deliveries", who)
		}
		if d.ServedAt.IsZero() && a.Announces(d) {
			c.say("STEP", "served", "deliveries", who)
		}
		if d.RepliedOn.IsZero() && c.recommends(d) {
			c.say("STEP", "replied", "deliveries", who)
		}
		c.receives(a, d)
	}
	if c.today.Before(c.day) {
		c.say("STEP", "day", "start", args{"on": c.day.String()})
	}
}

// recommends reports whether a delivery holds a recommendation, which is
// answered.
func (c *check) recommends(d hearing.Delivery) bool {
	return slices.ContainsFunc(c.d.Instruments, func(i hearing.Instrument) bool {
		return i.Kind == hearing.Recommendation && slices.Contains(d.Instruments, i.ID)
	})
}

// receives looks for somebody of the unit, before whom the paper is read.
func (c *check) receives(a hearing.Announcement, d hearing.Delivery) {
	if d.Organisation == "" || d.Mode == hearing.Left || !a.Announces(d) {
		return
	}
	listed, here := false, false
	for i := range a.Participants {
		p := &a.Participants[i]
		if p.Organisation == d.Organisation && p.Role == hearing.Recipient {
			listed = true
			here = here || p.Attendance.Presence.Here()
		}
	}
	switch {
	case !listed:
		c.say("STEP", "recipient", "participants", args{"who": c.recipient(d)})
	case !here:
		c.say("STEP", "recipient-absent", "attendance", args{"who": c.recipient(d)})
	}
}
