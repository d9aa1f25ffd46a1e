package papers

import (
	"context"
	"errors"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Span is a period of days, both of them in it.
type Span struct{ From, To calendar.Date }

// Spans are the periods for which one prints, with their names.
func Spans(today calendar.Date) (names []string, spans []Span) {
	monday := today.AddDays(-(int(today.Weekday()) + 6) % 7)
	return []string{words.T("今天"), words.T("明天"), words.T("本周"), words.T("下周")},
		[]Span{{today, today}, {today.AddDays(1), today.AddDays(1)}, {monday, monday.AddDays(6)}, {monday.AddDays(7), monday.AddDays(13)}}
}

// Many are the sessions whose papers are printed together: those of a period, or
// those that another page named, without those that the clerk left out.
type Many struct {
	Span  Span // zero where another page named them
	Found []hearing.Entry
	Out   map[hearing.ID]bool // left out

	OnChange func()

	run   runner
	desk  Desk
	fail  func(error)
	named []hearing.ID
	asked int // counts the readings: a late one is dropped
}

// NewMany returns no sessions.
func NewMany(run runner, desk Desk, fail func(error)) *Many {
	return &Many{run: run, desk: desk, fail: fail, Out: map[hearing.ID]bool{}, OnChange: func() {}}
}

// Choose reads the sessions of a period. A period that ends before it begins is
// taken the other way about.
func (m *Many) Choose(s Span) {
	if s.To.Before(s.From) {
		s.From, s.To = s.To, s.From
	}
	m.Span, m.named, m.Out = s, nil, map[hearing.ID]bool{}
	m.Read()
}

// Name takes the sessions that another page named: see [shell.Place.Many].
func (m *Many) Name(list string) {
	m.Span, m.named, m.Out = Span{}, nil, map[hearing.ID]bool{}
	for _, id := range strings.Fields(list) {
		m.named = append(m.named, hearing.ID(id))
	}
	m.Read()
}

// List writes sessions as [Many.Name] reads them.
func List(sessions []hearing.ID) string {
	var out []string
	for _, id := range sessions {
		out = append(out, string(id))
	}
	return strings.Join(out, " ")
}

// Read reads the sessions anew. Those that are cancelled have no papers of the
// day; where another page named one, it stays, for it has a notice.
func (m *Many) Read() {
	m.asked++
	asked, span, named := m.asked, m.Span, m.named
	var found []hearing.Entry
	m.run.Do(func(ctx context.Context) (err error) {
		if len(named) == 0 {
			found, err = m.desk.Entries(ctx, span.From.In(words.Zone()), span.To.AddDays(1).In(words.Zone()))
			found = slices.DeleteFunc(found, func(e hearing.Entry) bool { return !e.State.Holds() })
			return err
		}
		for _, id := range named {
			e, err := m.desk.Entry(ctx, id)
			switch {
			case errors.Is(err, hearing.ErrNotFound): // deleted meanwhile
			case err != nil:
				return err
			default:
				found = append(found, e)
			}
		}
		return nil
	}, func(err error) {
		if asked != m.asked {
			return
		}
		if err != nil {
			m.fail(err)
			return
		}
		m.Found = found
		m.OnChange()
	})
}

// Turn leaves a session out, or takes it in again.
func (m *Many) Turn(id hearing.ID) {
	m.Out[id] = !m.Out[id]
	m.OnChange()
}

// Chosen lists the sessions whose papers are shown, in their order.
func (m *Many) Chosen() []hearing.ID {
	var out []hearing.ID
	for _, e := range m.Found {
		if !m.Out[e.Session] {
			out = append(out, e.Session)
		}
	}
	return out
}

// Of is the place of several sessions' papers; with a form's number, its papers
// are the ones that are ticked.
func Of(sessions []hearing.ID, paper string) shell.Place {
	return shell.Place{Kind: shell.Papers, Many: List(sessions), Paper: paper}
}
