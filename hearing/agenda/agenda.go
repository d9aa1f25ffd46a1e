// Package agenda says what is to be done on a desk, by when: the findings of
// its open sessions and cases, without what is settled, in the order of their
// days.
package agenda

import (
	"cmp"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Ahead is how many days, today included, have a place of their own.
const Ahead = 7

// A Judge says what the rules find, in a language.
type Judge interface {
	Check(d hearing.Dossier, at time.Time, lang string) []hearing.Finding
	CheckCase(f hearing.CaseFile, at time.Time, lang string) []hearing.Finding
	CheckClue(o hearing.Office, c hearing.Clue, at time.Time, lang string) []hearing.Finding
	CheckPatrol(o hearing.Office, p hearing.Patrol, at time.Time, lang string) []hearing.Finding
}

// An Item is one thing to be done.
type Item struct {
	Finding hearing.Finding
	About   Subject
	Day     calendar.Date // by which it is to be done; none: there is no day for it
	Fields  int           // how many fields that are not filled in the item stands for; 0: it is what the finding says
}

// An Agenda is what is to be done.
type Agenda struct {
	Today   calendar.Date
	Items   []Item // by day, those without one last; then by weight, then by session
	Clashes []Item // rooms and people that are taken twice, each once

	// AtRest are closed cases that owe nothing, whose papers have all reached where
	// they were to go: nothing will be found of them until something is changed.
	AtRest []hearing.ID
}

// A Part is how soon something is due.
type Part int

// The parts of an agenda, the most urgent first.
const (
	Late    Part = iota
	OnDay        // today or one of the days that follow
	Later        // after [Ahead] days
	Undated      // it is missing or wrong, and there is no day for it
)

// A Group is the items of one part, and of one day where the part has days.
type Group struct {
	Part  Part
	Day   calendar.Date // of OnDay
	Items []Item
}

// Of makes the agenda of open work at an instant, which is in the office's zone.
func Of(w hearing.OpenWork, judge Judge, at time.Time, lang string) Agenda {
	m := making{at: at, years: map[string]bool{}, named: map[[3]hearing.ID]bool{}, a: Agenda{Today: calendar.DateOf(at)}}
	for i := range w.Sessions {
		s := &w.Sessions[i]
		m.session(s, judge.Check(s.Dossier, at, lang))
	}
	for i := range w.Cases {
		f := &w.Cases[i]
		m.caseFile(f, judge.CheckCase(*f, at, lang))
	}
	for i := range w.Clues {
		c := &w.Clues[i]
		m.add(Subject{Clue: c.ID, Title: c.Called(), clue: c, people: w.People}, judge.CheckClue(w.Office, *c, at, lang))
	}
	for i := range w.Patrols {
		p := &w.Patrols[i]
		m.add(Subject{Patrol: p.ID, Title: p.Title, patrol: p, people: w.People}, judge.CheckPatrol(w.Office, *p, at, lang))
	}
	slices.SortStableFunc(m.a.Items, compare)
	slices.SortStableFunc(m.a.Clashes, compare)
	return m.a
}

// compare orders items by day, then by weight, then by session.
func compare(a, b Item) int {
	if a.Day.IsZero() != b.Day.IsZero() {
		if a.Day.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(weight(a), weight(b)), a.About.Start.Compare(b.About.Start),
		cmp.Compare(a.About.Title, b.About.Title), cmp.Compare(a.About.ID(), b.About.ID()))
}

// weight is small for what is heavy. Empty fields are no fault yet.
func weight(i Item) int {
	if i.Fields > 0 {
		return 2
	}
	return slices.Index([]hearing.Severity{hearing.Blocked, hearing.Warning, "", hearing.Info}, i.Finding.Severity)
}

// Groups returns the items by part and day, without empty groups.
func (a Agenda) Groups() []Group {
	var out []Group
	for _, i := range a.Items {
		part := a.PartOf(i.Day)
		n := len(out)
		if n == 0 || out[n-1].Part != part || part == OnDay && out[n-1].Day != i.Day {
			g := Group{Part: part}
			if part == OnDay {
				g.Day = i.Day
			}
			out = append(out, g)
			n++
		}
		out[n-1].Items = append(out[n-1].Items, i)
	}
	return out
}

// PartOf says how soon a day is.
func (a Agenda) PartOf(day calendar.Date) Part {
	switch {
	case day.IsZero():
		return Undated
	case day.Before(a.Today):
		return Late
	case day.Sub(a.Today) < Ahead:
		return OnDay
	}
	return Later
}

// Count returns how many items are late, and how many are due today; clashes
// of today are among them.
func (a Agenda) Count() (late, today int) {
	for _, i := range slices.Concat(a.Items, a.Clashes) {
		switch {
		case i.Day.IsZero():
		case i.Day.Before(a.Today):
			late++
		case i.Day == a.Today:
			today++
		}
	}
	return late, today
}

// A making puts an agenda together.
type making struct {
	at    time.Time
	a     Agenda
	years map[string]bool        // that have no table of holidays: named once
	named map[[3]hearing.ID]bool // clashes
}

// settled reports whether a finding leaves nothing to be done, or was named
// already: whatever is in a year without a table of holidays says so.
func (m *making) settled(f hearing.Finding, e hearing.Entry) bool {
	if f.Rule == "YEAR" {
		again := m.years[f.Text]
		m.years[f.Text] = true
		return again
	}
	return settled(f, e, m.at)
}

func (m *making) session(s *hearing.OpenSession, found []hearing.Finding) {
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

func (m *making) caseFile(f *hearing.CaseFile, found []hearing.Finding) {
	m.add(Subject{Case: f.Case.ID, Title: f.Case.Cause, file: f}, found)
	if atRest(f, found, m.a.Today) {
		m.a.AtRest = append(m.a.AtRest, f.Case.ID)
	}
}

// add takes what was found of a subject that is no session.
func (m *making) add(about Subject, found []hearing.Finding) {
	for _, x := range found {
		if !m.settled(x, hearing.Entry{}) {
			m.a.Items = append(m.a.Items, Item{Finding: x, About: about, Day: x.Due})
		}
	}
}

// day is the day by which a finding is to be dealt with: its own, or that of a
// session that is still to come.
func (m *making) day(f hearing.Finding, about Subject) calendar.Date {
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
func (m *making) first(session hearing.ID, c hearing.Clash) bool {
	pair := [3]hearing.ID{min(session, c.Session), max(session, c.Session), c.Who}
	if m.named[pair] {
		return false
	}
	m.named[pair] = true
	return true
}

// BySubject puts the items of one session or case together, in the order of
// each one's first.
func BySubject(items []Item) [][]Item {
	at := map[hearing.ID]int{}
	var out [][]Item
	for _, i := range items {
		n, ok := at[i.About.ID()]
		if !ok {
			n = len(out)
			at[i.About.ID()] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}
