package agenda

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Maker puts an agenda together of open work, which may come to it in parts: a desk of
// many years has more open than should lie in memory at once.
type Maker struct {
	judge Judge
	lang  string
	at    time.Time
	a     Agenda
	years map[string]bool        // that have no table of holidays: named once
	named map[[3]hearing.ID]bool // clashes
}

// Of makes the agenda of open work at an instant, which is in the office's zone.
func Of(w hearing.OpenWork, judge Judge, at time.Time, lang string) Agenda {
	m := Begin(judge, at, lang)
	m.Take(w)
	return m.Agenda()
}

// Begin begins an agenda at an instant, which is in the office's zone.
func Begin(judge Judge, at time.Time, lang string) *Maker {
	return &Maker{judge: judge, lang: lang, at: at, years: map[string]bool{}, named: map[[3]hearing.ID]bool{}, a: Agenda{Today: calendar.DateOf(at)}}
}

// Take judges a part of open work. Its items know all of what they are about.
func (m *Maker) Take(w hearing.OpenWork) {
	for i := range w.Sessions {
		s := &w.Sessions[i]
		m.session(s, m.judge.Check(s.Dossier, m.at, m.lang))
		if s.Entry.Start.IsZero() || s.Entry.End.IsZero() {
			m.a.Unscheduled = append(m.a.Unscheduled, s.Entry)
		}
	}
	for i := range w.Cases {
		f := &w.Cases[i]
		m.caseFile(f, m.judge.CheckCase(*f, m.at, m.lang))
	}
	for i := range w.Clues {
		c := &w.Clues[i]
		m.add(Subject{Clue: c.ID, Title: c.Called(), clue: c, people: w.People}, m.judge.CheckClue(w.Office, *c, m.at, m.lang))
	}
	for i := range w.Patrols {
		p := &w.Patrols[i]
		m.add(Subject{Patrol: p.ID, Title: p.Title, patrol: p, people: w.People}, m.judge.CheckPatrol(w.Office, *p, m.at, m.lang))
	}
}

// Named is how many of what is late or due today are known by the titles that outsiders
// may read.
const Named = 4

// Glean judges a part of open work as [Maker.Take] does, and holds on to nothing of it:
// its items know what a list of them shows, and the first [Named] of what is late or due
// today, also of the clashes, how they are called outside.
func (m *Maker) Glean(w hearing.OpenWork) {
	items, clashes := len(m.a.Items), len(m.a.Clashes)
	m.Take(w)
	known := map[hearing.ID]*Known{}
	m.outside(m.a.Items[items:], known)
	m.outside(m.a.Clashes[clashes:], known)
	for i := range m.a.Items[items:] {
		m.a.Items[items+i].shed(known)
	}
	for i := range m.a.Clashes[clashes:] {
		m.a.Clashes[clashes+i].shed(known)
	}
}

// outside knows the first of some items by their titles for outsiders: among the first of
// each part are the first of all.
func (m *Maker) outside(items []Item, known map[hearing.ID]*Known) {
	slices.SortStableFunc(items, compare)
	names := map[string]bool{}
	for _, i := range items {
		about := i.About
		if len(names) == Named || i.Day.IsZero() || i.Day.After(m.a.Today) {
			break
		}
		if known[about.ID()] == nil && !about.Confidential() {
			k := &Known{Whose: about.whose(), Outside: about.Outside()}
			known[about.ID()], names[k.Outside] = k, true
		}
	}
}

// Agenda is what was judged, in its order.
func (m *Maker) Agenda() Agenda {
	slices.SortStableFunc(m.a.Items, compare)
	slices.SortStableFunc(m.a.Clashes, compare)
	return m.a
}

// settled reports whether a finding leaves nothing to be done, or was named
// already: whatever is in a year without a table of holidays says so.
func (m *Maker) settled(f hearing.Finding, e hearing.Entry) bool {
	if f.Rule == "YEAR" {
		again := m.years[f.Text]
		m.years[f.Text] = true
		return again
	}
	return settled(f, e, m.at)
}

func (m *Maker) session(s *hearing.OpenSession, found []hearing.Finding) {
	about := About(s)
	clash := 0
	need := Item{About: about, Day: m.day(hearing.Finding{}, about)}
	for _, f := range found {
		switch {
		case f.Missing():
			if need.Fields++; need.Fields == 1 {
				need.Finding = f
			}
		case f.Rule == "CLASH":
			if over := !s.Entry.End.IsZero() && s.Entry.End.Before(m.at); !over && clash < len(s.Dossier.Clashes) && m.first(s.Entry.Session, s.Dossier.Clashes[clash]) {
				m.a.Clashes = append(m.a.Clashes, Item{Finding: f, About: about, Day: m.day(f, about)})
			}
			clash++
		case !m.settled(f, s.Entry):
			m.a.Items = append(m.a.Items, Item{Finding: f, About: about, Day: m.day(f, about)})
		}
	}
	if need.Fields > 0 {
		if need.Fields > 1 {
			need.Finding.Severity = hearing.Warning
		}
		m.a.Items = append(m.a.Items, need)
	}
}

func (m *Maker) caseFile(f *hearing.CaseFile, found []hearing.Finding) {
	m.add(Subject{Case: f.Case.ID, Title: f.Case.Cause, file: f}, found)
	if atRest(f, found, m.a.Today) {
		m.a.AtRest = append(m.a.AtRest, f.Case.ID)
	}
}

// add takes what was found of a subject that is no session.
func (m *Maker) add(about Subject, found []hearing.Finding) {
	for _, x := range found {
		if !m.settled(x, hearing.Entry{}) {
			m.a.Items = append(m.a.Items, Item{Finding: x, About: about, Day: x.Due})
		}
	}
}

// day is the day by which a finding is to be dealt with: its own, or that of a
// session that is still to come.
func (m *Maker) day(f hearing.Finding, about Subject) calendar.Date {
	if !f.Due.IsZero() || about.Start.IsZero() {
		return f.Due
	}
	if day := calendar.DateOf(about.Start.In(m.at.Location())); !day.Before(m.a.Today) {
		return day
	}
	return calendar.Date{}
}

// first reports whether a clash is named for the first time: both sessions
// have it.
func (m *Maker) first(session hearing.ID, c hearing.Clash) bool {
	pair := [3]hearing.ID{min(session, c.Session), max(session, c.Session), c.Who}
	if m.named[pair] {
		return false
	}
	m.named[pair] = true
	return true
}
