package hearing

import "time"

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

// ToldHere returns the notification of the present start and the present place
// that a participant received first, and whether there is one.
func (h Hearing) ToldHere(p Participant) (Told, bool) {
	var best Told
	for _, t := range p.Told {
		if t.ReceivedOn.IsZero() || t.ofResult() || !t.For.IsZero() && !t.For.Equal(h.Start) {
			continue
		}
		if _, other := h.roomThen(t, h.Start); !other && (best.ReceivedOn.IsZero() || t.ReceivedOn.Before(best.ReceivedOn)) {
			best = t
		}
	}
	return best, !best.ReceivedOn.IsZero()
}

// WasTold reports whether the participant was told of the session, be it at
// another start or place, and not only of its result.
func (p Participant) WasTold() bool {
	for _, t := range p.Told {
		if !t.ofResult() && (!t.SentOn.IsZero() || !t.ReceivedOn.IsZero()) {
			return true
		}
	}
	return false
}
