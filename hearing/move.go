package hearing

import (
	"slices"
	"time"

	"hearingdesk/hearing/calendar"
)

// Held reports whether a session in the state was held already, or is being
// held: to move it then corrects the record, and nobody has to be told.
func (v State) Held() bool {
	switch v {
	case Open, Recess, Suspended, Closed, Decided, FedBack, Archived:
		return true
	}
	return false
}

// alike reports whether two slots are the same for those who are told of them:
// the same place, and the same time to be there.
func alike(a, b Slot) bool { return a.Room == b.Room && a.Start.Equal(b.Start) }

// MovedTo returns the hearing in another slot. Where people had been told of
// the one before, the change is recorded as of a day, and what they were told
// stays bound to the start that it named, so that they are told again (听证工作
// 规定, art. 10(2)). It reports whether that was so. The hearing itself is not
// changed.
func (h Hearing) MovedTo(to Slot, on calendar.Date, zone *time.Location) (Hearing, bool) {
	if h.State.Held() || alike(h.Slot, to) {
		h.Slot = to
		return h, false
	}
	told := anybodyTold(h.Participants, h.Start) || !h.Notice.PostedOn.IsZero() && openSlot(h.Moves, on) < 0
	told = told && !h.Start.IsZero()
	h.Participants = bound(h.Participants, h.Start, to.Start)
	h.Moves = slotMoves(h.Moves, h.Slot, to, h.made("", on), told, zone)
	h.Slot = to
	return h, told
}

// MovedTo is [Hearing.MovedTo] for an announcement.
func (a Announcement) MovedTo(to Slot, on calendar.Date, zone *time.Location) (Announcement, bool) {
	if a.State.Held() || alike(a.Slot, to) {
		a.Slot = to
		return a, false
	}
	told := (anybodyTold(a.Participants, a.Start) || a.anybodyAsked()) && !a.Start.IsZero()
	a.Participants = bound(a.Participants, a.Start, to.Start)
	a.Moves = slotMoves(a.Moves, a.Slot, to, Move{On: on}, told, zone)
	a.Slot = to
	return a, told
}

// anybodyAsked reports whether a unit was asked to agree to the announcement: it
// is told of a change too (检察建议工作规定, art. 18).
func (a Announcement) anybodyAsked() bool {
	return slices.ContainsFunc(a.Consents, func(c Consent) bool { return !c.AskedOn.IsZero() })
}

// ofResult reports whether it tells the result, not the hearing.
func (t Told) ofResult() bool { return t.Document == "20" }

// anybodyWasTold reports whether anybody was told of the hearing, be it at
// another start.
func (h Hearing) anybodyWasTold() bool {
	return slices.ContainsFunc(h.Participants, Participant.WasTold)
}

// anybodyTold reports whether anybody was told of a start.
func anybodyTold(list []Participant, start time.Time) bool {
	for _, p := range list {
		for _, t := range p.Told {
			if !t.ofResult() && (t.For.IsZero() || t.For.Equal(start)) && (!t.SentOn.IsZero() || !t.ReceivedOn.IsZero()) {
				return true
			}
		}
	}
	return false
}

// bound says of each notification for which start it was, before the start
// changes.
func bound(list []Participant, was, will time.Time) []Participant {
	if was.Equal(will) {
		return list
	}
	out := slices.Clone(list)
	for i := range out {
		out[i].Told = slices.Clone(out[i].Told)
		for j := range out[i].Told {
			if t := &out[i].Told[j]; t.For.IsZero() && !t.ofResult() {
				t.For = was
			}
		}
	}
	return out
}

// slotMoves adds a change of the slot, where people had been told of the one
// before. Who nudges a session about leaves one change, from where it was when
// they were told; back there, none.
func slotMoves(moves []Move, from, to Slot, made Move, told bool, zone *time.Location) []Move {
	again := openSlot(moves, made.On)
	if again < 0 && (!told || postponed(moves, from)) {
		return moves
	}
	out := slices.Clone(moves)
	if again >= 0 && (!told || moves[again].From.Start.Equal(from.Start)) {
		from = out[again].From
		if !out[again].Posted.IsZero() {
			made.Notice, made.Posted = out[again].Notice, out[again].Posted
		}
		out = slices.Delete(out, again, again+1)
	}
	if alike(from, to) {
		return out
	}
	made.Kind, made.From = MoveMoved, from
	if to.Start.IsZero() || calendar.DateOf(to.Start.In(zone)).After(calendar.DateOf(from.Start.In(zone))) {
		made.Kind = MovePostponed
	}
	return append(out, made)
}

// postponed reports whether the last change of the slot already says that it is
// not at a slot any more.
func postponed(moves []Move, from Slot) bool {
	for i := len(moves) - 1; i >= 0; i-- {
		if k := moves[i].Kind; k == MovePostponed || k == MoveMoved {
			return k == MovePostponed && alike(moves[i].From, from)
		}
	}
	return false
}
