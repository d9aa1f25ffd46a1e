// Package agenda says what is to be done on a desk, by when: the findings of
// its open sessions and cases, without what is settled, in the order of their
// days.
package agenda

import (
	"cmp"
	"iter"
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

	Unscheduled []hearing.Entry // open sessions without a time

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

// Groups returns the items by part and day, without empty groups. They are those of the
// agenda, not copies.
func (a Agenda) Groups() []Group {
	var out []Group
	begin := 0
	for n, i := range a.Items {
		part := a.PartOf(i.Day)
		last := len(out) - 1
		if last < 0 || out[last].Part != part || part == OnDay && out[last].Day != i.Day {
			g := Group{Part: part}
			if part == OnDay {
				g.Day = i.Day
			}
			out, begin, last = append(out, g), n, last+1
		}
		out[last].Items = a.Items[begin : n+1 : n+1]
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

// All goes through the items, and then the clashes.
func (a Agenda) All() iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		for _, list := range [][]Item{a.Items, a.Clashes} {
			for n := range list {
				if !yield(&list[n]) {
					return
				}
			}
		}
	}
}

// Count returns how many items are late, and how many are due today; clashes
// of today are among them.
func (a Agenda) Count() (late, today int) {
	for i := range a.All() {
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

// BySubject puts the items of one session or case together, in the order of each one's
// first; of the first so many of them.
func BySubject(items []Item, most int) [][]Item {
	at := map[hearing.ID]int{}
	var out [][]Item
	for _, i := range items {
		n, ok := at[i.About.ID()]
		if !ok && len(out) == most {
			continue
		}
		if !ok {
			n = len(out)
			at[i.About.ID()] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}
