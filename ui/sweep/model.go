// Package sweep is the page 批量变更: one change of many sessions, because a
// presider falls ill, a room is closed or a day is lost. What it does to each is
// said before it is made; it is made in one transaction, and the notices of
// change wait to be printed.
package sweep

import (
	"context"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A Desk is what the page needs of the file.
type Desk interface {
	lookup.People
	lookup.Rooms
	Sessions
	Person(ctx context.Context, id hearing.ID) (hearing.Person, error)
	Room(ctx context.Context, id hearing.ID) (hearing.Room, error)
}

// Sessions are those that are changed.
type Sessions interface {
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	Clashes(ctx context.Context, s hearing.Session) ([]hearing.Clash, error)
	SaveSessions(ctx context.Context, hearings []hearing.Hearing, announcements []hearing.Announcement) error
}

// A Cause says which sessions are concerned.
type Cause string

// The causes.
const (
	Ill    Cause = "presider" // 主持人不能到
	Closed Cause = "room"     // 场所不能用
	Lost   Cause = "days"     // 这几天不能开
)

// Causes lists every cause.
var Causes = []Cause{Ill, Closed, Lost}

// Term names the cause.
func (c Cause) Term() hearing.Term {
	return map[Cause]hearing.Term{Ill: {Zh: "主持人不能到", En: "A presider cannot come"}, Closed: {Zh: "场所不能用", En: "A room cannot be used"},
		Lost: {Zh: "这几天不能开", En: "These days are lost"}}[c]
}

// A Line is one session that the change concerns: as it is, as it will be, and
// what follows.
type Line struct {
	hearing.Entry
	Ticked  bool
	After   hearing.Slot
	Clashes []hearing.Clash
	Follows []sitting.Consequence
	same    bool // the change does nothing to it

	before, after hearing.Dossier
}

// Retold counts those who are told of the change.
func (l Line) Retold() int {
	n := 0
	for _, c := range l.Follows {
		n = max(n, len(c.Names))
	}
	return n
}

// A Model is the change that is prepared, and what it concerns.
type Model struct {
	Cause    Cause
	Who      hearing.ID // presider or room of the cause
	From, To calendar.Date
	Sweep    hearing.Sweep
	Lines    []*Line
	Done     []hearing.ID // sessions that were changed, whose notices are to be printed

	OnChange func()

	run   runner
	desk  Desk
	book  func() (*rules.Book, error)
	now   func() time.Time
	fail  func(error)
	out   map[hearing.ID]bool // left out
	asked int                 // counts the readings: a late one is dropped
}

// A runner runs jobs in order, off the window's thread.
type runner interface {
	Do(job work.Job, done func(error))
}

// span is how many days are looked at at first.
const span = 30

// NewModel returns a change that nothing is known of yet.
func NewModel(run runner, desk Desk, book func() (*rules.Book, error), now func() time.Time, fail func(error)) *Model {
	return &Model{run: run, desk: desk, book: book, now: now, fail: fail, OnChange: func() {}, out: map[hearing.ID]bool{}}
}

func (m *Model) today() calendar.Date { return calendar.DateOf(m.now().In(words.Zone())) }

// Begin begins a new change of the days from one on, or of one day.
func (m *Model) Begin(day calendar.Date) {
	m.Cause, m.Who, m.Sweep, m.Done, m.out = Ill, "", hearing.Sweep{Kind: hearing.SweepPresider}, nil, map[hearing.ID]bool{}
	m.From = day
	if day.IsZero() || day.Before(m.today()) {
		m.From = m.today()
	}
	m.To = m.From.AddDays(span)
	m.Read()
}

// Turn leaves a session out, or takes it in again.
func (m *Model) Turn(l *Line) {
	m.out[l.Session] = l.Ticked
	m.Read()
}

// Read lists the sessions that the cause concerns, with what the change does to
// each.
func (m *Model) Read() {
	m.asked++
	r := reading{Model: *m, on: m.today()}
	m.run.Do(r.read, func(err error) {
		if r.asked != m.asked {
			return
		}
		if err != nil {
			m.fail(err)
			return
		}
		m.Lines = r.lines
		m.OnChange()
	})
}

// Chosen lists the sessions that are changed.
func (m *Model) Chosen() []*Line {
	return slices.DeleteFunc(slices.Clone(m.Lines), func(l *Line) bool { return !l.Ticked || l.same })
}

// Ready reports whether the change can be made: it says all it needs, and nothing
// is taken twice.
func (m *Model) Ready() bool {
	chosen := m.Chosen()
	return m.Sweep.Whole() && len(chosen) > 0 && !slices.ContainsFunc(chosen, func(l *Line) bool { return len(l.Clashes) > 0 })
}

// Apply makes the change in one transaction, and then calls done with how many
// sessions were changed.
func (m *Model) Apply(done func(n int)) {
	if !m.Ready() {
		return
	}
	var hearings []hearing.Hearing
	var announcements []hearing.Announcement
	var ids []hearing.ID
	for _, l := range m.Chosen() {
		if l.after.Hearing != nil {
			hearings = append(hearings, *l.after.Hearing)
			ids = append(ids, l.Session)
		} else {
			announcements = append(announcements, *l.after.Announcement)
			if len(l.after.Announcement.Moves) > 0 { // else nobody had been asked
				ids = append(ids, l.Session)
			}
		}
	}
	m.run.Do(func(ctx context.Context) error { return m.desk.SaveSessions(ctx, hearings, announcements) }, func(err error) {
		if err != nil {
			m.fail(err)
			m.Read() // it is not what was shown
			return
		}
		m.Done = ids
		done(len(hearings) + len(announcements))
		m.Read()
	})
}
