package schedule

import (
	"cmp"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// minutes of a day.
const wholeDay = 24 * 60

// A segment is the part of a session that lies in one day.
type segment struct {
	entry       hearing.Entry
	day         calendar.Date
	from, to    int // minutes since midnight, to is after from
	begins      bool
	ends        bool
	lane, lanes int // where it stands beside those that overlap it
	across      int // the lanes that it takes, as far as they are free
}

// split cuts sessions at midnight and sorts them under their days.
func split(entries []hearing.Entry, zone *time.Location) map[calendar.Date][]segment {
	out := map[calendar.Date][]segment{}
	for _, e := range entries {
		start, end := e.Start.In(zone), e.End.In(zone)
		first, last := calendar.DateOf(start), calendar.DateOf(end)
		for d := first; !d.After(last); d = d.AddDays(1) {
			s := segment{entry: e, day: d, from: 0, to: wholeDay, begins: d == first, ends: d == last}
			if s.begins {
				s.from = minute(start)
			}
			if s.ends {
				s.to = minute(end)
			}
			if s.ends && !s.begins && s.to == 0 {
				out[d.AddDays(-1)][len(out[d.AddDays(-1)])-1].ends = true
				continue // ends at midnight sharp: nothing lies in the new day
			}
			out[d] = append(out[d], s)
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b segment) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	}
	return out
}

func minute(t time.Time) int { return t.Hour()*60 + t.Minute() }

// beside gives each segment of one column a lane, so that those that overlap
// stand side by side. Segments are sorted by their beginning.
func beside(list []segment) {
	begin, end := 0, 0 // of the group of those that touch one another
	var free []int     // when each lane of the group is free again
	for i := range list {
		s := &list[i]
		if s.from >= end {
			widen(list[begin:i], len(free))
			begin, free = i, free[:0]
		}
		s.lane = slices.IndexFunc(free, func(to int) bool { return to <= s.from })
		if s.lane < 0 {
			s.lane = len(free)
			free = append(free, 0)
		}
		free[s.lane] = max(s.to, s.from+15) // a very short one still needs its line
		end = max(end, free[s.lane])
	}
	widen(list[begin:], len(free))
}

func widen(list []segment, lanes int) {
	for i := range list {
		s := &list[i]
		s.lanes, s.across = lanes, lanes-s.lane
		for _, o := range list {
			if o.lane > s.lane && o.from < max(s.to, s.from+15) && s.from < max(o.to, o.from+15) {
				s.across = min(s.across, o.lane-s.lane)
			}
		}
	}
}

// A column is one column of the week or of the day.
type column struct {
	day      calendar.Date
	room     hearing.ID
	name     string // of the room
	byRoom   bool   // it stands for a room, also for none
	segments []segment
}

// columns lists the days of the week, or the rooms of the day. A room's column
// shows a room that is taken twice as two blocks side by side.
func (m *model) columns() []column {
	first, n := m.span()
	var out []column
	if m.mode != byDay {
		for i := range n {
			d := first.AddDays(i)
			out = append(out, column{day: d, segments: slices.Clone(m.days[d])})
		}
	} else {
		out = rooms(m.day, m.days[m.day])
	}
	for _, c := range out {
		beside(c.segments)
	}
	return out
}

// rooms lists a day's rooms by name; what has no room stands last.
func rooms(day calendar.Date, list []segment) []column {
	var out []column
	for _, s := range list {
		at := slices.IndexFunc(out, func(c column) bool { return c.room == s.entry.Room })
		if at < 0 {
			at = len(out)
			out = append(out, column{day: day, room: s.entry.Room, name: s.entry.RoomName, byRoom: true})
		}
		out[at].segments = append(out[at].segments, s)
	}
	slices.SortStableFunc(out, func(a, b column) int {
		if (a.room == "") != (b.room == "") {
			return cmp.Compare(b.room, a.room)
		}
		return cmp.Compare(a.name, b.name)
	})
	if len(out) == 0 {
		out = []column{{day: day}}
	}
	return out
}

// The hours that are shown even if nothing lies in them.
const (
	opens  = 8
	closes = 18
)

// hours returns the first and the last hour of the axis.
func hours(columns []column) (from, to int) {
	from, to = opens, closes
	for _, c := range columns {
		for _, s := range c.segments {
			from, to = min(from, s.from/60), max(to, (s.to+59)/60)
		}
	}
	return from, to
}
