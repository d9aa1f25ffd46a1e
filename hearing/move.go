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
	h.Moves = slotMoves(h.Moves, h.Slot, to, on, told, zone)
	h.Slot = to
	return h, told
}

// MovedTo is [Hearing.MovedTo] for an announcement.
func (a Announcement) MovedTo(to Slot, on calendar.Date, zone *time.Location) (Announcement, bool) {
	if a.State.Held() || alike(a.Slot, to) {
		a.Slot = to
		return a, false
	}
	told := anybodyTold(a.Participants, a.Start) && !a.Start.IsZero()
	a.Participants = bound(a.Participants, a.Start, to.Start)
	a.Moves = slotMoves(a.Moves, a.Slot, to, on, told, zone)
	a.Slot = to
	return a, told
}

// LedBy returns the hearing with another presider. Where people had been told
// who presides, the change is recorded, because the parties can ask for the new
// one's recusal (art. 10(3)).
func (h Hearing) LedBy(presider ID, on calendar.Date) Hearing {
	was := h.Presider
	h.Presider = presider
	if was == presider || h.State.Held() {
		return h
	}
	if i := openMove(h.Moves, on, MovePresider); i >= 0 {
		if h.Moves[i].Was == presider {
			h.Moves = slices.Delete(slices.Clone(h.Moves), i, i+1)
		}
		return h
	}
	if was != "" && h.anybodyWasTold() {
		h.Moves = append(slices.Clone(h.Moves), Move{On: on, Kind: MovePresider, Was: was})
	}
	return h
}

// InState returns the hearing in another state. Where people had been told of
// it, that it is cancelled or postponed is recorded; taken back on the same day,
// it is not.
func (h Hearing) InState(to State, on calendar.Date) Hearing {
	kinds := map[State]MoveKind{Cancelled: MoveCancelled, Postponed: MovePostponed}
	if k, off := kinds[h.State]; off && to != h.State {
		if i := openMove(h.Moves, on, k); i >= 0 && alike(h.Moves[i].From, h.Slot) {
			h.Moves = slices.Delete(slices.Clone(h.Moves), i, i+1)
		}
	}
	told := h.anybodyWasTold() || !h.Notice.PostedOn.IsZero()
	if k, off := kinds[to]; off && to != h.State && told && openMove(h.Moves, on, k) < 0 {
		h.Moves = append(slices.Clone(h.Moves), Move{On: on, Kind: k, From: h.Slot})
	}
	h.State = to
	return h
}

// WithParticipants returns the hearing with other participants. Where people
// had been told who the officers are, an officer who is not there any more is
// recorded, and one who comes without taking a seat of another; one who comes
// back on the same day is no change.
func (h Hearing) WithParticipants(list []Participant, on calendar.Date) Hearing {
	was, told := h.Officers(), h.anybodyWasTold()
	h.Participants = list
	if h.State.Held() {
		return h
	}
	left, came := missing(was, h.Officers()), missing(h.Officers(), was)
	back := 0
	for _, id := range came {
		switch i := openOfficer(h.Moves, on, id); {
		case i >= 0:
			h.Moves = slices.Delete(slices.Clone(h.Moves), i, i+1)
			back++
		case told && len(left) == 0 && openMove(h.Moves, on, MoveOfficer) < 0:
			h.Moves = append(slices.Clone(h.Moves), Move{On: on, Kind: MoveOfficer})
		}
	}
	for _, id := range left[min(back, len(left)):] { // who had the seat meanwhile was never announced
		switch i := openOfficer(h.Moves, on, ""); {
		case i >= 0 && len(came) == 0: // who was added just now goes again
			h.Moves = slices.Delete(slices.Clone(h.Moves), i, i+1)
		case told:
			h.Moves = append(slices.Clone(h.Moves), Move{On: on, Kind: MoveOfficer, Was: id})
		}
	}
	return h
}

// ToldBefore returns the participants who were told of a place or a start that
// is not the present one, and of the present one not, with the latest of the
// slots that they were told of. Its room is empty where it is not known.
func (h Hearing) ToldBefore() ([]Participant, Slot) {
	var out []Participant
	var of Slot
	for _, p := range h.Participants {
		was, ok := h.toldBefore(p)
		if !ok {
			continue
		}
		out = append(out, p)
		if !was.Start.Before(of.Start) {
			of = was
		}
	}
	return out, of
}

// toldBefore is the other slot that a participant was told of last, and whether
// the present one is still to be told.
func (h Hearing) toldBefore(p Participant) (Slot, bool) {
	var last Slot
	for _, t := range p.Told {
		start := t.For
		if start.IsZero() {
			start = h.Start
		}
		if t.ofResult() || start.Before(last.Start) {
			continue
		}
		room, other := h.roomThen(t, start)
		if !other && start.Equal(h.Start) {
			return Slot{}, false
		}
		last = Slot{Room: room, Start: start}
	}
	return last, !last.Start.IsZero()
}

// roomThen is the room that a session of a start was to be in when it was told,
// where a change since then says so, and whether that is another one now.
func (h Hearing) roomThen(t Told, start time.Time) (ID, bool) {
	on := t.ReceivedOn
	if on.IsZero() {
		on = t.SentOn
	}
	for _, m := range h.Moves {
		if (m.Kind == MoveMoved || m.Kind == MovePostponed) && m.From.Start.Equal(start) && on.Before(m.On) {
			return m.From.Room, m.From.Room != h.Room
		}
	}
	return "", false
}

// ofResult reports whether it tells the result, not the hearing.
func (t Told) ofResult() bool { return t.Document == "20" }

// anybodyWasTold reports whether anybody was told of the hearing, be it at
// another start.
func (h Hearing) anybodyWasTold() bool {
	for _, p := range h.Participants {
		if slices.ContainsFunc(p.Told, func(t Told) bool { return !t.ofResult() && (!t.SentOn.IsZero() || !t.ReceivedOn.IsZero()) }) {
			return true
		}
	}
	return false
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
func slotMoves(moves []Move, from, to Slot, on calendar.Date, told bool, zone *time.Location) []Move {
	again := openSlot(moves, on)
	if again < 0 && (!told || postponed(moves, from)) {
		return moves
	}
	out := slices.Clone(moves)
	if again >= 0 && (!told || moves[again].From.Start.Equal(from.Start)) {
		from = out[again].From
		out = slices.Delete(out, again, again+1)
	}
	if alike(from, to) {
		return out
	}
	kind := MoveMoved
	if to.Start.IsZero() || calendar.DateOf(to.Start.In(zone)).After(calendar.DateOf(from.Start.In(zone))) {
		kind = MovePostponed
	}
	return append(out, Move{On: on, Kind: kind, From: from})
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

// open reports whether a change is one of the day that nobody has given a
// reason or an approval: what is done next on that day is still part of it.
func open(m Move, on calendar.Date, kinds ...MoveKind) bool {
	return m.On == on && m.Reason == "" && m.By == "" && slices.Contains(kinds, m.Kind)
}

// openMove is the place of the last open change of the kinds, -1 without one.
func openMove(moves []Move, on calendar.Date, kinds ...MoveKind) int {
	for i := len(moves) - 1; i >= 0; i-- {
		if open(moves[i], on, kinds...) {
			return i
		}
	}
	return -1
}

func openSlot(moves []Move, on calendar.Date) int {
	return openMove(moves, on, MoveMoved, MovePostponed)
}

// openOfficer is the place of the open change that took an officer away, or,
// for nobody, of one that added somebody.
func openOfficer(moves []Move, on calendar.Date, was ID) int {
	return slices.IndexFunc(moves, func(m Move) bool { return open(m, on, MoveOfficer) && m.Was == was })
}

// missing lists the people of a list who are not in another.
func missing(of, from []Participant) []ID {
	var out []ID
	for _, p := range of {
		if p.Person != "" && !slices.ContainsFunc(from, func(q Participant) bool { return q.Person == p.Person }) {
			out = append(out, p.Person)
		}
	}
	return out
}
