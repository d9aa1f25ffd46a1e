package today

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	Empty(ctx context.Context) (bool, error)
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
	Unscheduled(ctx context.Context) ([]hearing.Entry, error)
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	DraftOwners(ctx context.Context) ([]string, error)
	Drafts(ctx context.Context, owner string) (map[string]string, error)
}

// Check says what the rules find in a dossier at a time.
type Check func(d hearing.Dossier, at time.Time) ([]hearing.Finding, error)

// How far the page looks, in days.
const (
	ahead        = 7   // sessions of the coming week
	horizon      = 60  // findings of the sessions before and after today
	afterService = 120 // of announcements: replies are due two months later, and reviewed in a third
	mostNext     = 5   // sessions shown where the coming week has none
)

// An Urgency is how soon something is due.
type Urgency int

// The urgencies. What has no date of its own is due on the session's day.
const (
	Overdue Urgency = iota
	Today
	ThisWeek // in seven days
	Later
)

// Urgencies lists every urgency, the most urgent first.
var Urgencies = []Urgency{Overdue, Today, ThisWeek, Later}

// A Task is one thing to be done for a session.
type Task struct {
	Finding hearing.Finding
	Entry   hearing.Entry
	Due     calendar.Date // none: there is no day for it
	Urgency Urgency
	Tab     string // of the session's page, where it is done
}

// A Model is what the page shows.
type Model struct {
	Today       calendar.Date
	Next        []hearing.Entry // of the coming days; without any, the next ones after them
	Beyond      bool            // Next lies after the coming days
	Tasks       []Task          // by urgency, then by weight, then by day
	Clashes     []Task          // rooms and people that are taken twice
	Unscheduled []hearing.Entry
	Unfinished  []Unfinished
	Empty       bool // nothing was entered yet

	named map[[3]hearing.ID]bool // clashes
}

// Read reads what is due, what clashes and what comes next.
func Read(ctx context.Context, desk Desk, check Check, now time.Time) (Model, error) {
	m := Model{Today: calendar.DateOf(now), named: map[[3]hearing.ID]bool{}}
	var err error
	if m.Empty, err = desk.Empty(ctx); err != nil || m.Empty {
		return m, err
	}
	if m.Unfinished, err = unfinished(ctx, desk); err != nil {
		return m, err
	}
	start := m.Today.In(now.Location())
	if err := m.next(ctx, desk, start); err != nil {
		return m, err
	}
	around, err := desk.Entries(ctx, start.AddDate(0, 0, -afterService), start.AddDate(0, 0, horizon))
	if err != nil {
		return m, err
	}
	if m.Unscheduled, err = desk.Unscheduled(ctx); err != nil {
		return m, err
	}
	m.Unscheduled = slices.DeleteFunc(m.Unscheduled, func(e hearing.Entry) bool { return finished(e.State) })
	for _, e := range slices.Concat(around, m.Unscheduled) {
		if finished(e.State) || !e.Announcement && !e.Start.IsZero() && e.Start.Before(start.AddDate(0, 0, -horizon)) {
			continue
		}
		d, err := desk.Dossier(ctx, e.Session)
		if err != nil {
			return m, err
		}
		found, err := check(d, now)
		if err != nil {
			return m, err
		}
		m.add(e, d, found, now)
	}
	sortTasks(m.Tasks)
	sortTasks(m.Clashes)
	return m, nil
}

func (m *Model) next(ctx context.Context, desk Desk, start time.Time) error {
	for _, days := range []int{ahead, 2 * 365} {
		found, err := desk.Entries(ctx, start, start.AddDate(0, 0, days))
		if err != nil {
			return err
		}
		m.Next = slices.DeleteFunc(found, func(e hearing.Entry) bool { return !e.State.Holds() })
		if m.Beyond = days != ahead; m.Beyond && len(m.Next) > mostNext {
			m.Next = m.Next[:mostNext]
		}
		if len(m.Next) > 0 {
			return nil
		}
	}
	return nil
}

// finished reports whether nothing is left to be done.
func finished(s hearing.State) bool { return s == hearing.Archived || s == hearing.Cancelled }

func (m *Model) add(e hearing.Entry, d hearing.Dossier, found []hearing.Finding, now time.Time) {
	clash, missing := 0, 0
	for _, f := range found {
		t := m.task(e, d, f)
		switch {
		case f.Missing():
			if missing++; missing == 1 {
				m.Tasks = append(m.Tasks, t)
				continue
			}
			for i := range m.Tasks { // one line for all that is not filled in
				if x := &m.Tasks[i]; x.Entry.Session == e.Session && x.Finding.Missing() {
					x.Finding.Severity = hearing.Warning
					x.Finding.Text = words.T("还有 {{.N}} 项没有填写。", map[string]int{"N": missing})
				}
			}
		case f.Rule == "CLASH":
			if clash < len(d.Clashes) && m.firstOf(e.Session, d.Clashes[clash]) {
				m.Clashes = append(m.Clashes, t)
			}
			clash++
		case !settled(f, e.State, d, now):
			m.Tasks = append(m.Tasks, t)
		}
	}
}

// task is a finding with the day by which it is to be dealt with.
func (m *Model) task(e hearing.Entry, d hearing.Dossier, f hearing.Finding) Task {
	t := Task{Finding: f, Entry: e, Due: f.Due, Tab: TabOf(f)}
	if t.Due.IsZero() && !e.Start.IsZero() && !calendar.DateOf(e.Start.In(d.Zone)).Before(m.Today) {
		t.Due = calendar.DateOf(e.Start.In(d.Zone))
	}
	t.Urgency = m.urgency(t.Due)
	return t
}

// firstOf reports whether a clash is named for the first time: both sessions
// have it.
func (m *Model) firstOf(session hearing.ID, c hearing.Clash) bool {
	pair := [3]hearing.ID{min(session, c.Session), max(session, c.Session), c.Who}
	if m.named[pair] {
		return false
	}
	m.named[pair] = true
	return true
}

func (m *Model) urgency(due calendar.Date) Urgency {
	switch {
	case due.IsZero():
		return Later
	case due.Before(m.Today):
		return Overdue
	case due == m.Today:
		return Today
	case due.Sub(m.Today) < ahead:
		return ThisWeek
	}
	return Later
}

// Of returns the tasks of an urgency.
func (m *Model) Of(u Urgency) []Task {
	var out []Task
	for _, t := range m.Tasks {
		if t.Urgency == u {
			out = append(out, t)
		}
	}
	return out
}

// TabOf is the tab of the session's page where a finding is dealt with.
func TabOf(f hearing.Finding) string {
	field, _, _ := strings.Cut(f.Field, ".")
	if f.Missing() && field == "deliveries" {
		return "people"
	}
	switch field {
	case "told":
		return "told"
	case "participants":
		if f.Rule == "DL01" || f.Rule == "MOVED" {
			return "told"
		}
		return "people"
	case "outcome", "opinions", "notary", "attendance", "state":
		return "outcome"
	case "deliveries", "instruments":
		return "served"
	case "consents":
		return "people"
	}
	return "plan"
}

var weights = map[hearing.Severity]int{hearing.Blocked: 0, hearing.Warning: 1, hearing.Info: 2}

func sortTasks(tasks []Task) {
	slices.SortStableFunc(tasks, func(a, b Task) int {
		return cmp.Or(cmp.Compare(a.Urgency, b.Urgency), cmp.Compare(weights[a.Finding.Severity], weights[b.Finding.Severity]),
			compareDue(a.Due, b.Due), a.Entry.Start.Compare(b.Entry.Start))
	})
}

// compareDue puts what has no day last.
func compareDue(a, b calendar.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

// A Day says what kind of day today is.
type Day struct {
	Working bool
	Holiday string // why it is off or worked; empty is an ordinary day
	Missing int    // a year whose holiday table is needed soon and is not there; 0: none
}

// DayOf says what kind of day a date is. In December the next year's table is
// needed; it is announced in November.
func DayOf(days *calendar.Calendar, d calendar.Date) Day {
	out := Day{Working: days.Working(d), Holiday: days.Name(d)}
	switch {
	case !days.Known(d.Year()):
		out.Missing = d.Year()
	case d.Month() == time.December && !days.Known(d.Year()+1):
		out.Missing = d.Year() + 1
	}
	return out
}
