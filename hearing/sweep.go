package hearing

import (
	"slices"
	"time"

	"hearingdesk/hearing/calendar"
)

// A SweepKind is what one change does to many sessions.
type SweepKind string

// The changes.
const (
	SweepPresider SweepKind = "presider" // 换主持人
	SweepRoom     SweepKind = "room"     // 换场所
	SweepDays     SweepKind = "days"     // 顺延若干天
	SweepDay      SweepKind = "day"      // 改到某日
	SweepCancel   SweepKind = "cancel"   // 取消
)

// SweepKinds lists every change.
var SweepKinds = []SweepKind{SweepPresider, SweepRoom, SweepDays, SweepDay, SweepCancel}

// Term names the value.
func (v SweepKind) Term() Term { return term(v, sweepTerms) }

var sweepTerms = map[SweepKind]Term{
	SweepPresider: {"换主持人", "Another presider"},
	SweepRoom:     {"换场所", "Another room"},
	SweepDays:     {"顺延若干天", "Some days later"},
	SweepDay:      {"改到某日", "To one day"},
	SweepCancel:   {"取消", "Cancel"},
}

// A Sweep (批量变更) is one change of many sessions: a presider falls ill, a room
// is closed, a day is lost.
type Sweep struct {
	Kind SweepKind
	To   ID            // presider or room
	Days int           // by which the sessions are put off; negative is earlier
	Day  calendar.Date // to which they are moved, each at its hour
	Why  Why
}

// Whole reports whether the change says all that it needs.
func (s Sweep) Whole() bool {
	switch s.Kind {
	case SweepPresider, SweepRoom:
		return s.To != ""
	case SweepDays:
		return s.Days != 0
	case SweepDay:
		return !s.Day.IsZero()
	}
	return s.Kind == SweepCancel
}

// Hearing returns a hearing after the change, with what people had been told of
// it recorded as changed, and why. One that was held already stays as it is.
func (s Sweep) Hearing(h Hearing, on calendar.Date, zone *time.Location) Hearing {
	if h.State.Held() || !h.State.Holds() {
		return h
	}
	was := h.Moves
	switch s.Kind {
	case SweepPresider:
		h = h.LedBy(s.To, on)
	case SweepCancel:
		return h.InState(Cancelled, on, s.Why)
	default:
		h, _ = h.MovedTo(s.slot(h.Slot, zone), on, zone)
	}
	h.Moves = s.reasoned(was, h.Moves)
	return h
}

// Announcement is [Sweep.Hearing] for an announcement.
func (s Sweep) Announcement(a Announcement, on calendar.Date, zone *time.Location) Announcement {
	if a.State.Held() || !a.State.Holds() {
		return a
	}
	was := a.Moves
	switch s.Kind {
	case SweepPresider:
		a.Presider = s.To
		return a
	case SweepCancel:
		return a.InState(Cancelled, on, s.Why)
	}
	a, _ = a.MovedTo(s.slot(a.Slot, zone), on, zone)
	a.Moves = s.reasoned(was, a.Moves)
	return a
}

// slot is where a session is after the change: at its hour, as long as it was.
func (s Sweep) slot(was Slot, zone *time.Location) Slot {
	switch {
	case s.Kind == SweepRoom:
		was.Room = s.To
	case was.Start.IsZero():
	default:
		days := s.Days
		if s.Kind == SweepDay {
			days = s.Day.Sub(calendar.DateOf(was.Start.In(zone)))
		}
		was.Start = was.Start.In(zone).AddDate(0, 0, days)
		if !was.End.IsZero() {
			was.End = was.End.In(zone).AddDate(0, 0, days)
		}
	}
	return was
}

// reasoned gives the changes that are new the reason of all.
func (s Sweep) reasoned(was, is []Move) []Move {
	if s.Why == (Why{}) {
		return is
	}
	out := slices.Clone(is)
	for i, m := range out {
		if !slices.Contains(was, m) {
			out[i].Reason, out[i].By = s.Why.Reason, s.Why.By
		}
	}
	return out
}
