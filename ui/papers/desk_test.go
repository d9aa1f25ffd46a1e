package papers

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
	"hearingdesk/ui/work"
)

// july is a morning in July 2023, when the examples are under way.
func july(day, hour int) time.Time {
	return time.Date(2023, 7, day, hour, 0, 0, 0, time.FixedZone("CST", 8*60*60))
}

// A clock is what time it is.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

var newPress = sync.OnceValues(func() (*press.Press, error) {
	forms, err := document.Load(assets.Documents())
	if err != nil {
		return nil, err
	}
	numbers, err := hearing.ReadNumbering(assets.Numbers)
	if err != nil {
		return nil, err
	}
	return press.New(forms, layout.New(assets.PaperFonts(), nil)).Numbering(numbers), nil
})

// filled opens a desk with the worked examples.
func filled(t testing.TB, c *clock) *storage.Desk {
	t.Helper()
	d := opened(t, c)
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

func opened(t testing.TB, c *clock) *storage.Desk {
	t.Helper()
	n := 0
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"), storage.Options{Actor: "许晚", Now: c.now,
		NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d", n)) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// edit changes a stored hearing.
func edit(t testing.TB, d *storage.Desk, id hearing.ID, change func(*hearing.Hearing)) {
	t.Helper()
	h, err := d.Hearing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	change(&h)
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

// A tray is a printer: it takes jobs, and tells of each the states that it
// was given, one a question, the last for ever.
type tray struct {
	queues []printing.Queue
	err    error                       // of Queues
	refuse map[string]error            // of Submit, by the job's title
	states map[string][]printing.State // by the job's title; printing, then done, where there are none
	jobs   []printing.Job
	asked  map[printing.JobID]int
	during func() error // called at each question
}

func newTray() *tray {
	return &tray{asked: map[printing.JobID]int{}, queues: []printing.Queue{
		{Name: "PDF", Description: "三楼听证室", Default: true, Accepting: true, Phase: printing.Done},
		{Name: "Lobby", Description: "一楼大厅", Accepting: true, Phase: printing.Done}}}
}

func (p *tray) Queues(context.Context) ([]printing.Queue, error) { return p.queues, p.err }

func (p *tray) Submit(_ context.Context, j printing.Job) (printing.JobID, error) {
	if err := p.refuse[j.Title]; err != nil {
		return "", err
	}
	if err := p.refuse[""]; err != nil {
		return "", fmt.Errorf("print on %s: %w", j.Queue, err)
	}
	p.jobs = append(p.jobs, j)
	return printing.JobID(fmt.Sprint(len(p.jobs) - 1)), nil
}

func (p *tray) State(_ context.Context, id printing.JobID) (printing.State, error) {
	if p.during != nil {
		if err := p.during(); err != nil {
			return printing.State{}, err
		}
	}
	n := 0
	if _, err := fmt.Sscan(string(id), &n); err != nil || n >= len(p.jobs) {
		return printing.State{}, printing.ErrUnknownJob
	}
	states := p.states[p.jobs[n].Title]
	if states == nil {
		states = []printing.State{{Phase: printing.Processing}, {Phase: printing.Done}}
	}
	at := min(p.asked[id], len(states)-1)
	p.asked[id]++
	return states[at], nil
}

// showing returns a model that shows a session's papers.
func showing(t testing.TB, d *storage.Desk, c *clock, session hearing.ID) *Model {
	t.Helper()
	m := NewModel(work.Now(t.Context()), d, newPress, c.now, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	m.Show(session)
	if !m.Read {
		t.Fatal("the session's papers were not read")
	}
	return m
}
