package papers

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// How far around today sessions are listed, and how far back one can search.
const (
	daysBehind  = 30
	daysAhead   = 60
	yearsBehind = 20
	yearsAhead  = 3
	latest      = 30 // sessions listed where none is near
)

// Sessions are the sessions whose papers one is likely to want.
type Sessions struct {
	Found []hearing.Entry // what is ahead, the nearest first, then what was, the latest first
	Query string

	OnChange func()

	run   runner
	desk  Desk
	now   func() time.Time
	fail  func(error)
	asked int // counts the readings: a late one is dropped
}

// NewSessions returns an empty list.
func NewSessions(run runner, desk Desk, now func() time.Time, fail func(error)) *Sessions {
	return &Sessions{run: run, desk: desk, now: now, fail: fail, OnChange: func() {}}
}

// Read reads the sessions around today, or those that the query finds, and
// then calls done, which may be nil.
func (s *Sessions) Read(query string, done func()) {
	s.asked++
	asked := s.asked
	s.Query = strings.TrimSpace(query)
	query, now := s.Query, s.now()
	var found []hearing.Entry
	s.run.Do(func(ctx context.Context) (err error) {
		if query == "" {
			found, err = s.desk.Entries(ctx, now.AddDate(0, 0, -daysBehind), now.AddDate(0, 0, daysAhead))
			if err != nil || len(found) > 0 {
				return err
			}
		}
		found, err = s.desk.Entries(ctx, now.AddDate(-yearsBehind, 0, 0), now.AddDate(yearsAhead, 0, 0))
		return err
	}, func(err error) {
		if asked != s.asked {
			return
		}
		if err != nil {
			s.fail(err)
			return
		}
		s.Found = sorted(matching(found, query), now)
		if query == "" && len(s.Found) > latest && far(s.Found, now) {
			s.Found = s.Found[:latest]
		}
		s.OnChange()
		if done != nil {
			done()
		}
	})
}

// far reports whether none of the sessions is near enough to be listed anyway.
func far(found []hearing.Entry, now time.Time) bool {
	return !slices.ContainsFunc(found, func(e hearing.Entry) bool {
		return e.Start.After(now.AddDate(0, 0, -daysBehind)) && e.Start.Before(now.AddDate(0, 0, daysAhead))
	})
}

// matching keeps the sessions in which every word of the query is found.
func matching(found []hearing.Entry, query string) []hearing.Entry {
	var out []hearing.Entry
	for _, e := range found {
		text := strings.ToLower(strings.Join([]string{e.Title, e.RoomName, e.Presider, e.Recorder,
			words.Range(e.Start, e.End), e.Start.In(words.Zone()).Format("2006-01-02")}, " "))
		all := true
		for _, w := range strings.Fields(strings.ToLower(query)) {
			all = all && strings.Contains(text, w)
		}
		if all {
			out = append(out, e)
		}
	}
	return out
}

// sorted sets what is today and ahead first, the nearest at the top, and then
// what was, the latest at the top.
func sorted(found []hearing.Entry, now time.Time) []hearing.Entry {
	slices.SortStableFunc(found, func(a, b hearing.Entry) int {
		wasA, wasB := Past(a, now), Past(b, now)
		switch {
		case wasA != wasB && wasB:
			return -1
		case wasA != wasB:
			return 1
		case wasA:
			return b.Start.Compare(a.Start)
		}
		return a.Start.Compare(b.Start)
	})
	return found
}

// Past reports whether a session was before today.
func Past(e hearing.Entry, now time.Time) bool {
	return calendar.DateOf(e.Start.In(words.Zone())).Before(calendar.DateOf(now.In(words.Zone())))
}
