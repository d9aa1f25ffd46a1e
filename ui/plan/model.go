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

// moved sets a slot's start and keeps its length; an end that was there before
// the start stays where it can, and without any it is planned for a length.
func moved(s hearing.Slot, start time.Time, length time.Duration) hearing.Slot {
	switch {
	case s.Set() && s.End.After(s.Start):
		length = s.End.Sub(s.Start)
	case s.Start.IsZero() && s.End.After(start):
		length = s.End.Sub(start)
	}
	s.Start, s.End = start, start.Add(length)
	return s
}

// from sets the date and the time of day at which a slot begins; without one
// of them it has no time.
func from(s hearing.Slot, d calendar.Date, minutes int, length time.Duration, zone *time.Location) hearing.Slot {
	if d.IsZero() || minutes < 0 {
		s.Start, s.End = time.Time{}, time.Time{}
		return s
	}
	return moved(s, at(d, minutes, zone), length)
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

// WithCases sets the cases heard in place of others, and what follows from them
// as far as the clerk did not choose otherwise: openness (art. 5), the handling
// prosecutors, one of them as presider (art. 13), and no question of a case that
// is not heard.
func WithCases(h hearing.Hearing, was, cases []hearing.Case) hearing.Hearing {
	followed := h.Openness == hearing.AskFirst || len(was) > 0 && h.Openness == hearing.DefaultOpenness(was)
	if usual := hearing.DefaultOpenness(cases); followed && usual != hearing.AskFirst {
		h.Openness = usual
	}
	h.Cases = nil
	var handlers []hearing.ID
	for _, c := range cases {
		h.Cases = append(h.Cases, c.ID)
		if c.Handler != "" {
			handlers = append(handlers, c.Handler)
		}
	}
	h.Prosecutors = slices.DeleteFunc(slices.Clone(h.Prosecutors), func(id hearing.ID) bool {
		return !slices.Contains(handlers, id) && slices.ContainsFunc(was, func(c hearing.Case) bool { return c.Handler == id })
	})
	for _, id := range handlers {
		if !slices.Contains(h.Prosecutors, id) {
			h.Prosecutors = append(h.Prosecutors, id)
		}
	}
	if h.Presider == "" && len(h.Prosecutors) > 0 {
		h.Presider = h.Prosecutors[0]
	}
	h.Questions = slices.Clone(h.Questions)
	for i, q := range h.Questions {
		if !slices.Contains(h.Cases, q.Case) {
			h.Questions[i].Case = ""
		}
	}
	h.Forget()
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
	want[hearing.ApproveCancellation] = h.State == hearing.Cancelled
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

// others lists the approvals that are not asked for, which a clerk can record
// all the same. That of not following the majority stands with the outcome.
func others(shown []hearing.ApprovalKind) []hearing.ApprovalKind {
	return slices.DeleteFunc(slices.Clone(hearing.ApprovalKinds), func(k hearing.ApprovalKind) bool {
		return k == hearing.ApproveNonAdoption || slices.Contains(shown, k)
	})
}

// departs reports whether the openness is another than art. 5 gives to the
// cases: then it says why.
func departs(h hearing.Hearing, cases []hearing.Case) bool {
	usual := hearing.DefaultOpenness(cases)
	return h.OpennessReason != "" || h.Openness != hearing.AskFirst && usual != hearing.AskFirst && h.Openness != usual
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
