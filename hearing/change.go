package hearing

import (
	"slices"
	"time"

	"hearingdesk/hearing/calendar"
)

// A Why is the reason of a change and who approved it.
type Why struct {
	Reason string
	By     ID
}

// PostponeReasons are the usual reasons to put a session off (延期事由), as a
// change notice prints them.
var PostponeReasons = []Term{
	{"当事人有正当理由", "A party has good reason"},
	{"听证员人数不足", "Too few officers"},
	{"回避申请待决定", "A recusal is to be decided"},
	{"突发事件", "An unforeseen event"},
	{"设备故障", "The equipment failed"},
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
// it, that it is cancelled or postponed is recorded, with why; taken back on the
// same day, it is not.
func (h Hearing) InState(to State, on calendar.Date, why ...Why) Hearing {
	told := h.anybodyWasTold() || !h.Notice.PostedOn.IsZero()
	h.Moves = stateMoves(h.Moves, h.State, to, h.Slot, told, h.made("", on), why)
	h.State = to
	return h
}

// InState is [Hearing.InState] for an announcement.
func (a Announcement) InState(to State, on calendar.Date, why ...Why) Announcement {
	told := slices.ContainsFunc(a.Participants, Participant.WasTold) || a.anybodyAsked()
	a.Moves = stateMoves(a.Moves, a.State, to, a.Slot, told, Move{On: on}, why)
	a.State = to
	return a
}

// stateMoves adds that a session is called off, or takes it back.
func stateMoves(moves []Move, from, to State, at Slot, told bool, made Move, why []Why) []Move {
	kinds := map[State]MoveKind{Cancelled: MoveCancelled, Postponed: MovePostponed}
	if from == to {
		return moves
	}
	last := func(k MoveKind) int {
		for i := len(moves) - 1; i >= 0; i-- {
			if m := moves[i]; m.On == made.On && m.Kind == k && alike(m.From, at) {
				return i
			}
		}
		return -1
	}
	if k, off := kinds[from]; off {
		if i := last(k); i >= 0 {
			moves = slices.Delete(slices.Clone(moves), i, i+1)
		}
	}
	k, off := kinds[to]
	if !off || !told || last(k) >= 0 {
		return moves
	}
	made.Kind, made.From = k, at
	if len(why) > 0 {
		made.Reason, made.By = why[0].Reason, why[0].By
	}
	return append(slices.Clone(moves), made)
}

// made is a change of a day, with the announcement that it makes void.
func (h Hearing) made(k MoveKind, on calendar.Date) Move {
	return Move{On: on, Kind: k, Notice: h.Notice.Number, Posted: h.Notice.PostedOn}
}

// ChangedFrom returns the hearing with the changes recorded that lie between it
// and what it was: another slot, presider, officers or state. What was recorded
// already is not recorded twice. Use it to see what a change does before it is
// made.
func (h Hearing) ChangedFrom(was Hearing, on calendar.Date, zone *time.Location) Hearing {
	if !slices.Equal(h.Moves, was.Moves) {
		return h
	}
	now, _ := was.MovedTo(h.Slot, on, zone)
	now = now.LedBy(h.Presider, on).WithParticipants(h.Participants, on).InState(h.State, on)
	h.Moves = now.Moves
	if !was.State.Held() && !alike(was.Slot, h.Slot) {
		h.Participants = bound(h.Participants, was.Start, h.Start)
	}
	return h
}

// ChangedFrom is [Hearing.ChangedFrom] for an announcement.
func (a Announcement) ChangedFrom(was Announcement, on calendar.Date, zone *time.Location) Announcement {
	if !slices.Equal(a.Moves, was.Moves) {
		return a
	}
	now, _ := was.MovedTo(a.Slot, on, zone)
	a.Moves = now.InState(a.State, on).Moves
	if !was.State.Held() && !alike(was.Slot, a.Slot) {
		a.Participants = bound(a.Participants, was.Start, a.Start)
	}
	return a
}

// WithParticipants returns the hearing with other participants. Where people
// had been told who the officers are, an officer who is not there any more is
// recorded, and one who comes without taking a seat of another; one who comes
// back on the same day is no change.
func (h Hearing) WithParticipants(list []Participant, on calendar.Date) Hearing {
	was, told := h.Officers(), h.anybodyWasTold()
	h.Participants = list
	h = h.unpaid()
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
