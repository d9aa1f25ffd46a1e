package schedule

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Desk is what the page needs of the file.
type Desk interface {
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
	Unscheduled(ctx context.Context) ([]hearing.Entry, error)
	Clashes(ctx context.Context, s hearing.Session) ([]hearing.Clash, error)
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	Hearing(ctx context.Context, id hearing.ID) (hearing.Hearing, error)
	SaveHearing(ctx context.Context, h hearing.Hearing) (hearing.Version, error)
	Announcement(ctx context.Context, id hearing.ID) (hearing.Announcement, error)
	SaveAnnouncement(ctx context.Context, a hearing.Announcement) (hearing.Version, error)
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	EntriesOf(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error)
}

// A mode is one of the page's views.
type mode int

const (
	byMonth mode = iota
	byWeek
	byDay
	byList
)

// A model is what the page shows: a view, a day, and the sessions around it.
type model struct {
	mode        mode
	day         calendar.Date // the day that is selected
	entry       hearing.ID    // the session that is selected; empty: only the day
	today       calendar.Date
	zone        *time.Location
	entries     []hearing.Entry // of the range, in order
	unscheduled []hearing.Entry
	filter      string              // of the list
	named       map[hearing.ID]bool // sessions in which somebody takes part whom the filter names

	days map[calendar.Date][]segment // of entries
}

// set puts in what was read.
func (m *model) set(entries, unscheduled []hearing.Entry, named map[hearing.ID]bool) {
	m.entries, m.unscheduled, m.named = entries, unscheduled, named
	m.days = split(entries, m.zone)
	e, ok := m.find(m.entry)
	switch {
	case !ok:
		m.entry = ""
	case m.mode != byList && !slices.ContainsFunc(m.days[m.day], func(s segment) bool { return s.entry.Session == m.entry }):
		m.day = calendar.DateOf(e.Start.In(m.zone)) // it was moved back: the day follows it
	}
}

// find returns an entry of the range.
func (m *model) find(id hearing.ID) (hearing.Entry, bool) {
	i := slices.IndexFunc(m.entries, func(e hearing.Entry) bool { return e.Session == id })
	if i < 0 || id == "" {
		return hearing.Entry{}, false
	}
	return m.entries[i], true
}

// monday returns the first day of a date's week.
func monday(d calendar.Date) calendar.Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// firstOf returns the first day of a date's month.
func firstOf(d calendar.Date) calendar.Date { return calendar.NewDate(d.Year(), d.Month(), 1) }

// span returns the first day that is shown, and how many there are.
func (m *model) span() (calendar.Date, int) {
	switch m.mode {
	case byMonth:
		return monday(firstOf(m.day)), 42
	case byWeek:
		return monday(m.day), 7
	case byDay:
		return m.day, 1
	}
	from := m.day.AddMonths(-3)
	return from, m.day.AddMonths(12).Sub(from)
}

// between returns the instants of the span.
func (m *model) between() (from, to time.Time) {
	first, n := m.span()
	return first.In(m.zone), first.AddDays(n).In(m.zone)
}

// shows reports whether a day is in the span.
func (m *model) shows(d calendar.Date) bool {
	first, n := m.span()
	return !d.Before(first) && d.Before(first.AddDays(n))
}

// page goes n spans on: months, weeks or days.
func (m *model) page(n int) {
	m.entry = ""
	switch m.mode {
	case byMonth, byList:
		m.day = m.day.AddMonths(n)
	case byWeek:
		m.day = m.day.AddDays(7 * n)
	case byDay:
		m.day = m.day.AddDays(n)
	}
}

// order lists the sessions of the span as the keyboard walks through them:
// each once, on the day it begins, or the first day of the span.
func (m *model) order() []segment {
	var out []segment
	seen := map[hearing.ID]bool{}
	first, n := m.span()
	for d := first; d.Before(first.AddDays(n)); d = d.AddDays(1) {
		for _, s := range m.days[d] {
			if !seen[s.entry.Session] {
				seen[s.entry.Session] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// walk selects the next session, or the one before, seen from what is
// selected; it reports whether there is one.
func (m *model) walk(step int) bool {
	all := m.order()
	at := slices.IndexFunc(all, func(s segment) bool { return s.entry.Session == m.entry })
	switch {
	case at >= 0:
		at += step
	case step > 0:
		at = slices.IndexFunc(all, func(s segment) bool { return !s.day.Before(m.day) })
	default:
		for at = len(all) - 1; at >= 0 && all[at].day.After(m.day); {
			at--
		}
	}
	if at < 0 || at >= len(all) {
		return false
	}
	m.entry, m.day = all[at].entry.Session, all[at].day
	return true
}

// A line is one line of the list: a heading, or a session below it.
type line struct {
	day     calendar.Date // of a heading: its date; none: not scheduled
	past    bool
	first   bool // of a heading: the first of the past
	heading bool
	count   int // of a heading: the sessions below it
	entry   hearing.Entry
}

// lines lists what the list shows: the selected day and what follows, then
// what was before it, the latest first, then what has no time yet.
func (m *model) lines() []line {
	var coming, past []hearing.Entry
	start := m.day.In(m.zone)
	for _, e := range m.entries {
		switch {
		case !m.match(e):
		case e.End.After(start):
			coming = append(coming, e)
		default:
			past = append(past, e)
		}
	}
	slices.Reverse(past)
	out := grouped(coming, m.zone, false)
	out = append(out, grouped(past, m.zone, true)...)
	var open []line
	for _, e := range m.unscheduled {
		if m.match(e) {
			open = append(open, line{entry: e})
		}
	}
	if len(open) > 0 {
		out = append(append(out, line{heading: true, count: len(open)}), open...)
	}
	return out
}

func grouped(entries []hearing.Entry, zone *time.Location, past bool) []line {
	var out []line
	head := -1
	for _, e := range entries {
		d := calendar.DateOf(e.Start.In(zone))
		if head < 0 || out[head].day != d {
			head = len(out)
			out = append(out, line{heading: true, day: d, past: past, first: past && len(out) == 0})
		}
		out[head].count++
		out = append(out, line{day: d, past: past, entry: e})
	}
	return out
}

// match reports whether an entry has every word of the filter in its title,
// its room or its people.
func (m *model) match(e hearing.Entry) bool {
	if m.named[e.Session] {
		return true
	}
	text := strings.ToLower(strings.Join([]string{e.Title, e.RoomName, e.Presider, e.Recorder}, "\n"))
	for _, word := range strings.Fields(strings.ToLower(m.filter)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
