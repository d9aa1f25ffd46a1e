package rules

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// moved says what the changes of a hearing re-open.
func (c *check) moved(h *hearing.Hearing) {
	if len(h.Moves) == 0 {
		return
	}
	c.reasons(h.Moves)
	c.void(h)
	c.retell(h)
	c.elsewhere(h)
}

// reasons asks for the reason of each change, and for who approved that the
// presider or an officer was replaced.
func (c *check) reasons(moves []hearing.Move) {
	for _, m := range moves {
		people := m.Kind == hearing.MovePresider || m.Kind == hearing.MoveOfficer
		variant := ""
		switch {
		case m.Reason == "":
			variant = "reason"
		case people && m.By == "":
			variant = "approver"
		default:
			continue
		}
		c.say("MOVED", variant, "moves", args{"on": m.On.String(), "kind": c.term(m.Kind)}).Subject = c.term(m.Kind) + " " + m.On.String()
	}
}

// void says that the announcement which is posted names another slot.
func (c *check) void(h *hearing.Hearing) {
	if m, ok := voidBy(h); ok {
		c.say("MOVED", "notice", "notice.posted_on", args{"on": m.On.String(), "kind": c.term(m.Kind), "number": h.Notice.Number})
	}
}

// voidBy is the change that made the posted announcement void. It is another
// one when its number or its day is not that of the one which was posted then.
func voidBy(h *hearing.Hearing) (hearing.Move, bool) {
	for _, m := range slices.Backward(h.Moves) {
		switch m.Kind {
		case hearing.MovePresider, hearing.MoveOfficer:
			continue
		}
		old := h.Notice.PostedOn.Before(m.On)
		if !m.Posted.IsZero() {
			old = h.Notice.PostedOn == m.Posted && h.Notice.Number == m.Notice
		}
		if old && !h.Notice.PostedOn.IsZero() {
			return m, true
		}
	}
	return hearing.Move{}, false
}

// retell says, once for each party, that a presider or an officer was replaced
// since it was told who they are: its right to ask for recusal begins anew (art.
// 10(3)).
func (c *check) retell(h *hearing.Hearing) {
	for i := range h.Participants {
		p := &h.Participants[i]
		m, kinds := replacedSince(h, p)
		if len(kinds) == 0 {
			continue
		}
		names := make([]string, len(kinds))
		for i, k := range kinds {
			names[i] = c.term(k)
		}
		f := c.say("MOVED", "retell", "told", args{"who": c.who(p), "on": m.On.String(), "kind": c.join(names)}).of(p)
		if !h.Start.IsZero() && !c.today.After(c.day) {
			f.due(c.day, c.day)
		}
	}
}

// replacedSince is the last replacement that a party was not told of, with the
// kinds of all of them.
func replacedSince(h *hearing.Hearing, p *hearing.Participant) (hearing.Move, []hearing.MoveKind) {
	switch p.Role {
	case hearing.PartyRep, hearing.AgencyRep, hearing.VictimRole:
	default:
		return hearing.Move{}, nil
	}
	var last hearing.Move
	var kinds []hearing.MoveKind
	for _, m := range h.Moves {
		people := m.Kind == hearing.MovePresider || m.Kind == hearing.MoveOfficer
		if !people || !p.WasTold() || toldSince(p, m.On) {
			continue
		}
		last = m
		if !slices.Contains(kinds, m.Kind) {
			kinds = append(kinds, m.Kind)
		}
	}
	return last, kinds
}

// toldSince reports whether a participant received a notice of the session on a
// day or later.
func toldSince(p *hearing.Participant, on calendar.Date) bool {
	return slices.ContainsFunc(p.Told, func(t hearing.Told) bool { return t.Document != "20" && !t.ReceivedOn.Before(on) })
}

// elsewhere says who was told of the right time and another place: the place is
// told three days before, as the time is (art. 10(2)).
func (c *check) elsewhere(h *hearing.Hearing) {
	if h.Start.IsZero() || h.State == hearing.Postponed {
		return
	}
	for i := range h.Participants {
		p := &h.Participants[i]
		t, ok := p.ToldOf(h.Start)
		if !ok || !p.Role.MustBeTold() || p.Alternate || p.Waiver != nil {
			continue
		}
		limit := c.threeDaysBefore()
		here, ok := h.ToldHere(*p)
		variant := "room"
		switch {
		case ok && (!here.ReceivedOn.After(limit.Hard) || t.ReceivedOn.After(limit.Hard)):
			continue // in time, or late for the time already
		case ok:
			variant = "room-late"
		case c.today.After(limit.Hard) && c.course().Notice.Days > 0:
			variant = "room-missing"
		}
		c.say("MOVED", variant, "told", args{"who": c.who(p), "room": c.d.Rooms[h.Room].Name, "received": here.ReceivedOn.String(), "hard": limit.Hard.String()}).
			of(p).due(limit.Hard, limit.Advise)
	}
}

// postponed says what a hearing that was put off asks for: a new date, and that
// everybody who was told of the old one is told.
func (c *check) postponed(h *hearing.Hearing) {
	m, ok := lastOff(h.Moves, hearing.MovePostponed, hearing.MoveMoved)
	if !ok || m.From.Start.Equal(h.Start) && m.From.Room == h.Room {
		c.say("POSTPONED", "date", "start", nil)
	}
	if ok {
		c.calledOff(h.Participants, m, "POSTPONED")
	}
}

// cancelled says what a cancelled hearing asks for: approval and notice.
func (c *check) cancelled(h *hearing.Hearing) {
	c.cancelApproval(h, "CANCEL", "approval")
	if m, ok := lastOff(h.Moves, hearing.MoveCancelled); ok {
		c.reasons(h.Moves)
		c.calledOff(h.Participants, m, "CANCEL")
		c.void(h)
	}
}

// cancelApproval asks for the chief's approval of a cancellation, where the
// hearing was approved or people were told of it.
func (c *check) cancelApproval(h *hearing.Hearing, rule, variant string) {
	a, asked := h.Approval(hearing.ApproveHearing)
	known := asked && a.Granted(c.today) || slices.ContainsFunc(h.Participants, hearing.Participant.WasTold)
	if x, ok := h.Approval(hearing.ApproveCancellation); known && (!ok || !x.Granted(c.today)) {
		c.say(rule, variant, "approvals", nil)
	}
}

// calledOff says who was told of a session, and not that it is off.
func (c *check) calledOff(list []hearing.Participant, m hearing.Move, rule string) {
	for i := range list {
		p := &list[i]
		if p.WasTold() && !toldSince(p, m.On) {
			c.say(rule, "tell", "told", args{"who": c.who(p), "on": m.On.String()}).of(p)
		}
	}
}

// ceremonyMoved says what the changes of a ceremony re-open: who was invited to
// another time or place is told.
func (c *check) ceremonyMoved(a hearing.Announcement) {
	if len(a.Moves) == 0 {
		return
	}
	c.reasons(a.Moves)
	h := toldOf(c.d)
	if m, gone := off(h); gone {
		rule := "CANCEL"
		if a.State == hearing.Postponed {
			rule = "POSTPONED"
		}
		c.calledOff(a.Participants, m, rule)
		return
	}
	for i := range a.Participants {
		p := &a.Participants[i]
		if _, right := named(h, p); p.WasTold() && !right {
			f := c.say("MOVED", "ceremony", "told", args{"who": c.who(p)}).of(p)
			if !a.Start.IsZero() && !c.today.After(c.day) {
				f.due(c.day, c.day)
			}
		}
	}
}

// lastOff is the last change of the kinds.
func lastOff(moves []hearing.Move, kinds ...hearing.MoveKind) (hearing.Move, bool) {
	for _, m := range slices.Backward(moves) {
		if slices.Contains(kinds, m.Kind) {
			return m, true
		}
	}
	return hearing.Move{}, false
}
