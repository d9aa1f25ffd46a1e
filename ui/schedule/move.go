package schedule

import (
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
