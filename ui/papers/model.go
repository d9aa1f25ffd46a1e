// Package papers shows the papers of a session as they will be printed, prints
// them, and remembers which went out and which are older than the facts.
package papers

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/work"
)

// A Desk is what papers need of the file.
type Desk interface {
	Numbers
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	Prints(ctx context.Context, session hearing.ID) ([]hearing.Print, error)
	RecordPrint(ctx context.Context, p hearing.Print) error
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
}

// Numbers gives papers their document numbers.
type Numbers interface {
	TakeNumbers(ctx context.Context, session hearing.ID, year int, papers []hearing.Numbered) ([]hearing.Number, error)
}

// A runner runs jobs in order, off the window's thread.
type runner interface {
	Do(job work.Job, done func(error))
	Later(key string, wait time.Duration, job work.Job, done func(error))
}

// A Sheet is one paper of the session: what it says now, and what went out.
type Sheet struct {
	document.Item
	Paper   press.Paper    // zero where Err is set
	Err     error          // why it cannot be made: a missing field, a character without a font
	Printed *hearing.Print // the newest that came out of a printer; nil where none did
	Filed   *hearing.Print // the newest that was saved as a file
	Changed bool           // what was printed says something else than the facts now
	Ticked  bool           // to be printed
	Step    Step           // how far the printing of it is
}

// key tells a paper from the others of its session.
func (s *Sheet) key() string { return keyOf(s.Number, s.Key) }

func keyOf(number, key string) string { return number + "\x00" + key }

// Name is what the paper is called: title and addressee.
func (s *Sheet) Name() string { return strings.TrimSpace(s.Title + " " + s.For) }

// Due reports whether the paper must still be printed.
func (s *Sheet) Due() bool { return s.Printed == nil || s.Changed }

// Ready reports whether the paper can be printed: nothing is known that it lacks.
func (s *Sheet) Ready() bool { return s.Err == nil }

// A Group is the papers of one form.
type Group struct {
	Number string
	Title  string
	Sheets []*Sheet
}

// Ticked reports whether all of the group's papers that can be printed are ticked.
func (g Group) Ticked() bool { return g.ready() && allTicked(g.Sheets) }

// some reports whether any of the group's papers is ticked.
func (g Group) some() bool {
	return slices.ContainsFunc(g.Sheets, func(s *Sheet) bool { return s.Ticked })
}

// ready reports whether any of the group's papers can be printed.
func (g Group) ready() bool { return slices.ContainsFunc(g.Sheets, (*Sheet).Ready) }

// allTicked reports whether no paper that can be printed is left out.
func allTicked(sheets []*Sheet) bool {
	return !slices.ContainsFunc(sheets, func(s *Sheet) bool { return s.Ready() && !s.Ticked })
}

// A Model is the papers of one session, with what is to be printed.
type Model struct {
	Session hearing.ID
	Dossier hearing.Dossier
	Sheets  []*Sheet // in printing order
	Groups  []Group  // the same, by form
	Chosen  *Sheet   // the one in the preview
	Read    bool     // all of the session's papers are made
	Run     *Run     // what is being printed or saved, or was last; nil while nothing was

	OnChange func() // something of the above is another
	OnChoose func() // the same, if it is only Chosen

	run     runner
	desk    Desk
	make    func() (*press.Press, error)
	now     func() time.Time
	fail    func(error)
	again   func(hearing.Dossier) ([]hearing.ID, error) // whose notices hold no more
	want    string                                      // number of the form that is wanted; empty is none
	touched map[string]bool                             // ticks that the clerk set, by paper
	asked   int                                         // counts the readings: a late one is dropped
}

// NewModel returns a model without a session; make returns the press, which is
// made when the first paper is.
func NewModel(run runner, desk Desk, make func() (*press.Press, error), now func() time.Time, fail func(error)) *Model {
	return &Model{run: run, desk: desk, make: make, now: now, fail: fail, OnChange: func() {}, OnChoose: func() {},
		again: func(hearing.Dossier) ([]hearing.ID, error) { return nil, nil }}
}

// Show reads a session's facts and makes its papers of them.
func (m *Model) Show(session hearing.ID) {
	if session != m.Session {
		m.Session, m.Dossier, m.Read = session, hearing.Dossier{}, false
		m.Sheets, m.Groups, m.Chosen, m.touched = nil, nil, nil, map[string]bool{}
		m.OnChange()
	}
	m.Reload()
}

// Reload reads the facts anew. Ticks and the chosen paper stay. Of a session
// that was not shown yet, the paper to look at first is shown before the
// others are made.
func (m *Model) Reload() {
	m.asked++
	if m.Session == "" {
		return
	}
	r := &reading{m: m, session: m.Session, asked: m.asked}
	if m.Chosen != nil {
		r.chosen = m.Chosen.key()
	}
	m.run.Do(r.plan, r.then(func() {
		if len(m.Sheets) == 0 {
			m.take(r, len(r.sheets) == 0)
		}
		if len(r.sheets) > 0 {
			m.run.Do(r.makeAll, r.then(func() { m.take(r, true) }))
		}
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
	m.Dossier, m.Sheets, m.Groups, m.Chosen, m.Read = r.dossier, r.sheets, nil, nil, whole
	for _, s := range m.Sheets {
		s.Ticked = s.Due() && s.Ready()
		if o := old[s.key()]; o != nil {
			s.Step = o.Step
			if m.touched[s.key()] {
				s.Ticked = o.Ticked && s.Ready()
			}
		}
		if n := len(m.Groups); n == 0 || m.Groups[n-1].Number != s.Number {
			m.Groups = append(m.Groups, Group{Number: s.Number, Title: s.Title})
		}
		g := &m.Groups[len(m.Groups)-1]
		g.Sheets = append(g.Sheets, s)
		if s.key() == chosen {
			m.Chosen = s
		}
	}
	if m.Chosen == nil {
		m.Chosen = first(m.Sheets)
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
	m.Chosen = s
	m.OnChoose()
}

// Tick says which papers are to be printed; those that cannot be are left out.
func (m *Model) Tick(on bool, sheets ...*Sheet) {
	for _, s := range sheets {
		s.Ticked = on && s.Ready()
		m.touched[s.key()] = true
	}
	m.OnChange()
}

// TickDue ticks what must still be printed and can be, and nothing else.
func (m *Model) TickDue() {
	m.touched = map[string]bool{}
	for _, s := range m.Sheets {
		s.Ticked = s.Due() && s.Ready()
	}
	m.OnChange()
}

// OnlyDue reports whether just what must still be printed is ticked.
func (m *Model) OnlyDue() bool {
	for _, s := range m.Sheets {
		if s.Ticked != (s.Due() && s.Ready()) {
			return false
		}
	}
	return true
}

// untouch forgets a tick that did its work.
func (m *Model) untouch(session hearing.ID, it document.Item) {
	if session == m.Session {
		delete(m.touched, keyOf(it.Number, it.Key))
	}
}

// Forget forgets what the last run came to, unless it is still under way.
func (m *Model) Forget() {
	if m.Busy() {
		return
	}
	m.Run = nil
	for _, s := range m.Sheets {
		s.Step = Step{}
	}
	m.OnChange()
}

// Busy reports whether papers are being printed or saved.
func (m *Model) Busy() bool { return m.Run != nil && !m.Run.Over }

// Ticked lists the papers to be printed, in order.
func (m *Model) Ticked() []*Sheet {
	var out []*Sheet
	for _, s := range m.Sheets {
		if s.Ticked {
			out = append(out, s)
		}
	}
	return out
}

// find returns the paper with the key; nil where the session has none.
func (m *Model) find(session hearing.ID, key string) *Sheet {
	if session != m.Session {
		return nil
	}
	for _, s := range m.Sheets {
		if s.key() == key {
			return s
		}
	}
	return nil
}
