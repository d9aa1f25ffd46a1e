// Package plan is the first tab of a hearing: what is heard, when and where,
// in which form, by whom it is led, and what was approved.
package plan

import (
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// usual is how long a hearing is planned for when only its start is given.
const usual = 2 * time.Hour

// A when is a slot's time as the form shows it: a date and two times of day in
// minutes, -1 where there is none.
type when struct {
	date       calendar.Date
	start, end int
}

// timesOf splits a slot for the form.
func timesOf(s hearing.Slot, zone *time.Location) when {
	w := when{start: -1, end: -1}
	if !s.Start.IsZero() {
		t := s.Start.In(zone)
		w.date, w.start = calendar.DateOf(t), t.Hour()*60+t.Minute()
	}
	if !s.End.IsZero() {
		t := s.End.In(zone)
		w.end = t.Hour()*60 + t.Minute()
	}
	return w
}

// at is a time of day on a date.
func at(d calendar.Date, minutes int, zone *time.Location) time.Time {
	return d.In(zone).Add(time.Duration(minutes) * time.Minute)
}

// moved sets a slot's start and keeps its length; without one it is planned
// for the usual time.
func moved(s hearing.Slot, start time.Time) hearing.Slot {
	length := usual
	if s.Set() {
		length = s.End.Sub(s.Start)
	}
	s.Start, s.End = start, start.Add(length)
	return s
}

// onDate moves a slot to a date; nothing changes while the time is unknown.
func onDate(s hearing.Slot, d calendar.Date, zone *time.Location) hearing.Slot {
	w := timesOf(s, zone)
	if d.IsZero() {
		s.Start, s.End = time.Time{}, time.Time{}
		return s
	}
	if w.start < 0 {
		return s
	}
	return moved(s, at(d, w.start, zone))
}

// from sets the time of day at which a slot on a date begins.
func from(s hearing.Slot, d calendar.Date, minutes int, zone *time.Location) hearing.Slot {
	if d.IsZero() {
		return s
	}
	if minutes < 0 {
		s.Start, s.End = time.Time{}, time.Time{}
		return s
	}
	return moved(s, at(d, minutes, zone))
}

// until sets the time of day at which a slot on a date ends.
func until(s hearing.Slot, d calendar.Date, minutes int, zone *time.Location) hearing.Slot {
	if minutes < 0 || d.IsZero() {
		s.End = time.Time{}
		return s
	}
	s.End = at(d, minutes, zone)
	return s
}

// WithCases sets the cases heard, and what follows from them while it is not
// chosen: openness (art. 5), the handling prosecutors, and one of them as
// presider (art. 13).
func WithCases(h hearing.Hearing, cases []hearing.Case) hearing.Hearing {
	h.Cases = nil
	for _, c := range cases {
		h.Cases = append(h.Cases, c.ID)
		if c.Handler != "" && !slices.Contains(h.Prosecutors, c.Handler) {
			h.Prosecutors = append(h.Prosecutors, c.Handler)
		}
	}
	if h.Openness == hearing.AskFirst {
		h.Openness = hearing.DefaultOpenness(cases)
	}
	if h.Presider == "" && len(h.Prosecutors) > 0 {
		h.Presider = h.Prosecutors[0]
	}
	return h
}

// RoomKind guesses what sort of place a name means; it can be corrected on the
// room's own page.
func RoomKind(name string) hearing.RoomKind {
	for _, g := range []struct {
		kind  hearing.RoomKind
		parts []string
	}{
		{hearing.ServiceHall, []string{"12309", "接访"}},
		{hearing.DetentionCentre, []string{"看守所"}},
		{hearing.HearingRoom, []string{"听证室"}},
		{hearing.CommunityRoom, []string{"社区", "村委", "居委", "村民", "居民", "活动室"}},
		{hearing.Home, []string{"家中", "住所", "住处"}},
		{hearing.AgencyRoom, []string{"局", "政府", "街道", "会议室"}},
	} {
		if slices.ContainsFunc(g.parts, func(p string) bool { return strings.Contains(name, p) }) {
			return g.kind
		}
	}
	return hearing.OtherPlace
}

// asked lists the approvals that a hearing's plan asks for, and those that
// were entered: each is a decision of its own.
func asked(h hearing.Hearing, room hearing.Room, cases []hearing.Case) []hearing.ApprovalKind {
	want := map[hearing.ApprovalKind]bool{hearing.ApproveHearing: true}
	want[hearing.ApproveVenue] = room.ID != "" && room.NeedsVenueApproval()
	want[hearing.ApproveStream] = h.Has(hearing.Streamed)
	n := len(h.Officers())
	want[hearing.ApproveNumber] = n > 0 && (n < 3 || n > 7)
	for _, c := range cases {
		want[hearing.ApproveMinor] = want[hearing.ApproveMinor] || c.HasMinor() && h.Openness == hearing.Public
	}
	want[hearing.ApprovePublic] = h.Openness == hearing.Public && hearing.DefaultOpenness(cases) == hearing.NotOpen
	for _, a := range h.Approvals {
		want[a.Kind] = true
	}
	var out []hearing.ApprovalKind
	for _, k := range hearing.ApprovalKinds {
		if want[k] && k != hearing.ApproveNonAdoption {
			out = append(out, k)
		}
	}
	return out
}

// approve sets one approval of a kind.
func approve(h *hearing.Hearing, k hearing.ApprovalKind, change func(*hearing.Approval)) {
	for i := len(h.Approvals) - 1; i >= 0; i-- {
		if h.Approvals[i].Kind == k {
			change(&h.Approvals[i])
			return
		}
	}
	a := hearing.Approval{Kind: k}
	change(&a)
	h.Approvals = append(h.Approvals, a)
}
