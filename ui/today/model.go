package today

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/due"
	"hearingdesk/ui/shell"
)

// Desk is what the page needs of the file.
type Desk interface {
	Empty(ctx context.Context) (bool, error)
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
	Entry(ctx context.Context, session hearing.ID) (hearing.Entry, error)
	DraftOwners(ctx context.Context) ([]string, error)
	Drafts(ctx context.Context, owner string) (map[string]string, error)
	OpenBatches(ctx context.Context) ([]hearing.Batch, error)
}

// Judging is what the page needs of whoever judges what is owed.
type Judging interface {
	Agenda(ctx context.Context, now time.Time) (agenda.Agenda, error)
	Last(ctx context.Context) (due.Earlier, error)
}

// Sessions shown where the coming days have none.
const mostNext = 5

// A Model is what the page shows.
type Model struct {
	agenda.Agenda
	Judging    bool            // the agenda is an earlier one: what is owed now is being judged
	AsOf       time.Time       // of an earlier agenda: when it was judged; zero: there is none
	Next       []hearing.Entry // of the coming days; without any, the next ones after them
	Beyond     bool            // Next lies after the coming days
	Unfinished []Unfinished
	Batches    []hearing.Batch // papers that were to be printed and did not come out
	Empty      bool            // nothing was entered yet
}

// Read reads what comes next, and what was left undone; what is due is not judged yet.
func Read(ctx context.Context, desk Desk, now time.Time) (Model, error) {
	m := Model{Agenda: agenda.Agenda{Today: calendar.DateOf(now)}}
	var err error
	if m.Empty, err = desk.Empty(ctx); err != nil || m.Empty {
		return m, err
	}
	if m.Unfinished, err = unfinished(ctx, desk); err != nil {
		return m, err
	}
	if m.Batches, err = desk.OpenBatches(ctx); err != nil {
		return m, err
	}
	m.Judging = true
	return m, m.next(ctx, desk, m.Today.In(now.Location()))
}

// Judged returns the page with what is to be done.
func (m Model) Judged(a agenda.Agenda) Model {
	m.Agenda, m.Judging, m.AsOf = a, false, time.Time{}
	return m
}

// Earlier returns the page with what was to be done at an earlier time, and stands there
// while it is judged.
func (m Model) Earlier(last due.Earlier) Model {
	last.Agenda.Today = m.Today // parted by today's date
	m.Agenda, m.AsOf = last.Agenda, last.At
	return m
}

func (m *Model) next(ctx context.Context, desk Desk, start time.Time) error {
	for _, days := range []int{agenda.Ahead, 2 * 365} {
		found, err := desk.Entries(ctx, start, start.AddDate(0, 0, days))
		if err != nil {
			return err
		}
		m.Next = slices.DeleteFunc(found, func(e hearing.Entry) bool { return !e.State.Holds() })
		if m.Beyond = days != agenda.Ahead; m.Beyond && len(m.Next) > mostNext {
			m.Next = m.Next[:mostNext]
		}
		if len(m.Next) > 0 {
			return nil
		}
	}
	return nil
}

// Of returns the items that somebody of a name has to do with; all of them
// without one.
func (m *Model) Of(name string) agenda.Agenda {
	if name == "" {
		return m.Agenda
	}
	out := agenda.Agenda{Today: m.Today}
	for _, i := range m.Items {
		if i.About.Mine(name) {
			out.Items = append(out.Items, i)
		}
	}
	for _, i := range m.Clashes {
		if i.About.Mine(name) {
			out.Clashes = append(out.Clashes, i)
		}
	}
	return out
}

// place is where an item is dealt with.
func place(i agenda.Item) shell.Place {
	p := shell.Place{Kind: shell.Cases, ID: i.About.Case, Finding: i.Finding.Key()}
	if i.About.Clue != "" {
		return shell.Place{Kind: shell.Clues, ID: i.About.Clue, Finding: i.Finding.Key()}
	}
	if i.About.Patrol != "" {
		return shell.Place{Kind: shell.Patrols, ID: i.About.Patrol}
	}
	if i.About.Session != "" {
		p.Kind, p.ID, p.Tab = shell.Hearing, i.About.Session, TabOf(i.Finding)
		switch {
		case i.About.Announcement:
			p.Kind = shell.Announcement
		case p.Tab == "served": // a hearing has no such part
			p.Tab = "plan"
		}
	}
	return p
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
	case "outcome", "opinions", "notary", "attendance", "state", "allowances":
		return "outcome"
	case "deliveries", "instruments":
		return "served"
	case "consents", "draws", "supervision":
		return "people"
	case "volume", "transcript":
		return field
	}
	return "plan"
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
