package schedule

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// snap is the step of times that are dragged, in minutes.
const snap = 15

// A spot is a place on the calendar that the pointer is at.
type spot struct {
	day    calendar.Date
	minute int        // since midnight; -1 where there is no axis
	room   hearing.ID // of a room's column
	byRoom bool
}

// dragged returns a slot that was taken at one spot and let go at another. It
// keeps its length; its start snaps when it is moved along an axis, and stays
// within the day that it is let go in.
func dragged(s hearing.Slot, from, to spot, zone *time.Location) hearing.Slot {
	by := 0
	if from.minute >= 0 && to.minute >= 0 {
		by = to.minute - from.minute
	}
	out := shifted(s, to.day.Sub(from.day), by, zone)
	if from.byRoom && to.byRoom && to.room != "" {
		out.Room = to.room
	}
	return out
}

// shifted returns a slot some days and minutes later, of the same length.
func shifted(s hearing.Slot, days, minutes int, zone *time.Location) hearing.Slot {
	start := s.Start.In(zone)
	at := minute(start)
	if minutes != 0 {
		at = (at + minutes + snap/2 + wholeDay) / snap * snap
		at = min(max(at-wholeDay, 0), wholeDay-snap)
	}
	y, mo, d := start.AddDate(0, 0, days).Date()
	out := s
	out.Start = time.Date(y, mo, d, at/60, at%60, start.Second(), 0, zone)
	out.End = out.Start.Add(s.End.Sub(s.Start))
	return out
}

// same reports whether two slots are the same place and time.
func same(a, b hearing.Slot) bool {
	return a.Room == b.Room && a.Start.Equal(b.Start) && a.End.Equal(b.End)
}

// slotOf returns an entry's slot.
func slotOf(e hearing.Entry) hearing.Slot {
	return hearing.Slot{Room: e.Room, Start: e.Start, End: e.End}
}

// movable reports whether an entry can be moved at all: what is archived is
// closed.
func movable(e hearing.Entry) bool { return !e.Start.IsZero() && e.State != hearing.Archived }

// held reports whether a session in the state was held already, or is being
// held: to move it corrects the record, and nobody has to be told.
func held(s hearing.State) bool {
	switch s {
	case hearing.Open, hearing.Suspended, hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived:
		return true
	}
	return false
}

// moveHearing gives a hearing another slot. Where people had been told of the
// one before, the change is recorded, and what they were told stays bound to
// it, so that they are told again. It reports whether that was so.
func moveHearing(h hearing.Hearing, to hearing.Slot, on calendar.Date, zone *time.Location) (hearing.Hearing, bool) {
	if held(h.State) {
		h.Slot = to
		return h, false
	}
	told := !h.Notice.PostedOn.IsZero() && !recorded(h.Moves, on) || toldOf(h.Participants, h.Start)
	h.Participants = bind(h.Participants, h.Start, to.Start)
	h.Moves = record(h.Moves, h.Slot, to, on, told, zone)
	h.Slot = to
	return h, told
}

// moveAnnouncement is moveHearing for an announcement.
func moveAnnouncement(a hearing.Announcement, to hearing.Slot, on calendar.Date, zone *time.Location) (hearing.Announcement, bool) {
	if held(a.State) {
		a.Slot = to
		return a, false
	}
	told := toldOf(a.Participants, a.Start)
	a.Participants = bind(a.Participants, a.Start, to.Start)
	a.Moves = record(a.Moves, a.Slot, to, on, told, zone)
	a.Slot = to
	return a, told
}

// toldOf reports whether anybody was told of a start.
func toldOf(list []hearing.Participant, start time.Time) bool {
	for _, p := range list {
		for _, t := range p.Told {
			if (t.For.IsZero() || t.For.Equal(start)) && (!t.SentOn.IsZero() || !t.ReceivedOn.IsZero()) {
				return true
			}
		}
	}
	return false
}

// bind says of each notification for which start it was, before the start
// changes.
func bind(list []hearing.Participant, was, will time.Time) []hearing.Participant {
	if was.Equal(will) {
		return list
	}
	out := slices.Clone(list)
	for i := range out {
		out[i].Told = slices.Clone(out[i].Told)
		for j := range out[i].Told {
			if out[i].Told[j].For.IsZero() {
				out[i].Told[j].For = was
			}
		}
	}
	return out
}

// record adds the change to the record, where people had been told of the slot
// before. Who nudges a session about leaves one change, from where it was when
// they were told; back there, none.
func record(moves []hearing.Move, from, to hearing.Slot, on calendar.Date, told bool, zone *time.Location) []hearing.Move {
	again := recorded(moves, on)
	if !told && !again {
		return moves
	}
	out := slices.Clone(moves)
	if !told {
		from = out[len(out)-1].From
		out = out[:len(out)-1]
	}
	if same(from, to) {
		return out
	}
	kind := hearing.MoveMoved
	if calendar.DateOf(to.Start.In(zone)).After(calendar.DateOf(from.Start.In(zone))) {
		kind = hearing.MovePostponed
	}
	return append(out, hearing.Move{On: on, Kind: kind, From: from})
}

// recorded reports whether the last change is one of today's that nobody has
// given a reason or an approval.
func recorded(moves []hearing.Move, on calendar.Date) bool {
	if len(moves) == 0 {
		return false
	}
	m := moves[len(moves)-1]
	return m.On == on && m.Reason == "" && m.By == "" && (m.Kind == hearing.MoveMoved || m.Kind == hearing.MovePostponed)
}
