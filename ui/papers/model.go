// Package papers shows the papers of one session or of many as they will be
// printed, prints them, and remembers which went out, as they were, and which
// are older than the facts.
package papers

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/work"
)

// A Desk is what papers need of the file.
type Desk interface {
	batch.Desk
	Batches
	Prints(ctx context.Context, session hearing.ID) ([]hearing.Print, error)
	RecordPrint(ctx context.Context, p hearing.Print, paper []byte) error
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
	Entry(ctx context.Context, session hearing.ID) (hearing.Entry, error)
}

// Batches are those of which something did not come out yet.
type Batches interface {
	OpenBatches(ctx context.Context) ([]hearing.Batch, error)
	DropBatch(ctx context.Context, id int64) error
}

// A runner runs jobs in order, off the window's thread.
type runner interface {
	Do(job work.Job, done func(error))
	Later(key string, wait time.Duration, job work.Job, done func(error))
}

// A Sheet is one paper of a session: what it says now, what went out, and
// whether it is to be printed.
type Sheet struct {
	press.Need
	Ticked bool       // to be printed
	Step   batch.Step // how far the printing of it is
}

// key tells a paper from the others.
func (s *Sheet) key() string { return keyOf(s.Session, s.Number, s.Key) }

func keyOf(session hearing.ID, number, key string) string {
	return strings.Join([]string{string(session), number, key}, "\x00")
}

// Changed reports whether what was printed says something else than the facts now.
func (s *Sheet) Changed() bool { return s.Why == press.WhyChanged }

// A Group is the papers of one session that go to one addressee, or those of one
// form.
type Group struct {
	Session hearing.ID
	To      string // who gets them, as [document.Item] names them; empty of a form
	Number  string // of the form; empty of an addressee
	Title   string // of the form, or the addressee's name
	Sheets  []*Sheet

	same string // enclosure that the papers are copies of
}

// allTicked reports whether no paper that can be printed is left out.
func allTicked(sheets []*Sheet) bool {
	return !slices.ContainsFunc(sheets, func(s *Sheet) bool { return s.Ready() && !s.Ticked })
}

// A Model is the papers of the sessions that are shown, with what is to be
// printed.
type Model struct {
	Sessions []hearing.ID // those shown, in their order
	Dossiers map[hearing.ID]hearing.Dossier
	By       document.Order
	Sheets   []*Sheet // in printing order, session by session
	Groups   []Group  // the same, by addressee or by form
	Chosen   *Sheet   // the one in the preview
	Earlier  *Earlier // the print in the preview instead; nil is the paper as it is now
	Read     bool     // all of the papers are made
	Run      *Run     // what is being printed or saved, or was last; nil while nothing was
	Rests    []batch.Rest

	OnChange func() // something of the above is another
	OnChoose func() // the same, if it is only Chosen or Earlier

	run     runner
	desk    Desk
	printer printing.Printer // that was used last; nil before
	make    func() (*press.Press, error)
	now     func() time.Time
	fail    func(error)
	again   func(hearing.Dossier) ([]hearing.ID, error) // whose notices hold no more
	plan    []*Sheet                                    // the sheets form by form
	want    string                                      // number of the form that is wanted; empty is none
	touched map[string]bool                             // ticks that the clerk set, by paper
	asked   int                                         // counts the readings: a late one is dropped
}

// NewModel returns a model without a session; make returns the press, which is
// made when the first paper is.
func NewModel(run runner, desk Desk, make func() (*press.Press, error), now func() time.Time, fail func(error)) *Model {
	return &Model{run: run, desk: desk, make: make, now: now, fail: fail, OnChange: func() {}, OnChoose: func() {},
		Dossiers: map[hearing.ID]hearing.Dossier{}, touched: map[string]bool{},
		again: func(hearing.Dossier) ([]hearing.ID, error) { return nil, nil }}
}

// Show reads the facts of sessions and makes their papers.
func (m *Model) Show(sessions ...hearing.ID) {
	if !slices.Equal(sessions, m.Sessions) {
		m.Sessions, m.Dossiers, m.Read = sessions, map[hearing.ID]hearing.Dossier{}, len(sessions) == 0
		m.plan, m.Sheets, m.Groups, m.Chosen, m.Earlier, m.touched = nil, nil, nil, nil, nil, map[string]bool{}
		m.OnChange()
	}
	m.Reload()
}

// shows reports whether a session is one of those shown.
func (m *Model) shows(session hearing.ID) bool { return slices.Contains(m.Sessions, session) }

// Reload reads the facts anew. Ticks and the chosen paper stay. Of sessions
// that were not shown yet, the paper to look at first is shown before the
// others are made.
func (m *Model) Reload() {
	m.asked++
	if len(m.Sessions) == 0 {
		return
	}
	r := &reading{m: m, sessions: m.Sessions, asked: m.asked, dossiers: map[hearing.ID]hearing.Dossier{}}
	if m.Chosen != nil {
		r.chosen = m.Chosen.key()
	}
	m.run.Do(r.plan, r.then(func() {
		if len(m.Sheets) == 0 {
			m.take(r, len(r.sheets) == 0)
		}
		r.makeNext(0)
	}))
}

// take shows sheets that were read, with the ticks that the clerk set; whole
// says that all of them are made.
func (m *Model) take(r *reading, whole bool) {
	old := map[string]*Sheet{}
	for _, s := range m.Sheets {
		old[s.key()] = s
	}
	chosen := ""
	if m.Chosen != nil {
		chosen = m.Chosen.key()
	}
	m.Dossiers, m.plan, m.Chosen, m.Read = r.dossiers, r.sheets, nil, whole
	m.arrange()
	for _, s := range m.Sheets {
		s.Ticked = s.Due() && s.Ready()
		if o := old[s.key()]; o != nil {
			if o.Step.Stage != batch.Out && o.Step.Stage != batch.Saved { // what went out, the file says now
				s.Step = o.Step
			}
			if m.touched[s.key()] {
				s.Ticked = o.Ticked && s.Ready()
			}
		}
		if s.key() == chosen {
			m.Chosen = s
		}
	}
	if m.Chosen == nil {
		m.Chosen, m.Earlier = first(m.Sheets), nil
	}
	m.prefer(r.again)
	m.OnChange()
}

// first is the paper to look at first: the next one to be printed.
func first(sheets []*Sheet) *Sheet {
	for _, s := range sheets {
		if s.Due() && s.Ready() {
			return s
		}
	}
	if len(sheets) > 0 {
		return sheets[0]
	}
	return nil
}

// Choose shows a paper in the preview.
func (m *Model) Choose(s *Sheet) {
	if s != m.Chosen {
		m.Earlier = nil
	}
	m.Chosen = s
	m.OnChoose()
}

// Busy reports whether papers are being printed or saved.
func (m *Model) Busy() bool { return m.Run != nil && !m.Run.Over }

// find returns a paper by its key; nil where it is not shown.
func (m *Model) find(key string) *Sheet {
	for _, s := range m.Sheets {
		if s.key() == key {
			return s
		}
	}
	return nil
}

// dossierOf is what is known of a paper's session.
func (m *Model) dossierOf(s *Sheet) hearing.Dossier { return m.Dossiers[s.Session] }
