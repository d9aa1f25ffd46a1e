// Package search is the box that finds everything, on every page: cases,
// sessions, people, units, papers, and words that were spoken.
package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Desk is what the box needs of the file.
type Desk interface {
	SearchWithin(ctx context.Context, text string, n hearing.Sieve, most int) ([]hearing.Hit, error)
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	Rooms(ctx context.Context, part string, most int) ([]hearing.Room, error)
}

// How many of one kind are listed, and of how many people a filter is, whose names
// have what it asks for.
const (
	most   = 30
	called = 300
)

// A Filter leaves some of what was found out. What is empty leaves out nothing.
type Filter struct {
	Noun   string           `json:"kind,omitempty"`   // of one kind only
	Span   int              `json:"span,omitempty"`   // with a day of this one of [Spans] only
	Type   hearing.CaseType `json:"type,omitempty"`   // cases of a type
	State  hearing.State    `json:"state,omitempty"`  // sessions in a state
	Room   hearing.ID       `json:"room,omitempty"`   // sessions in a room
	Person string           `json:"person,omitempty"` // sessions and cases with somebody whose name, initials or number has this
}

// A Saved is a filter under a name.
type Saved struct {
	Name   string `json:"name"`
	Filter Filter `json:"filter"`
}

// Keep puts a filter among those that are saved, in the place of the one of its
// name; the name alone, without a filter, takes it out.
func Keep(list []Saved, name string, f Filter) []Saved {
	list = slices.DeleteFunc(slices.Clone(list), func(s Saved) bool { return s.Name == name })
	if name == "" || f.none() {
		return list
	}
	return append(list, Saved{name, f})
}

func (f Filter) none() bool {
	return f.Noun == "" && f.Span == 0 && f.Type == "" && f.State == "" && f.Room == "" && f.Person == ""
}

// Find looks for a text, and leaves out what the filter does.
func Find(ctx context.Context, desk Desk, text string, f Filter, today calendar.Date) ([]hearing.Hit, error) {
	n := f.sieve(today)
	if who := strings.TrimSpace(f.Person); who != "" {
		found, err := desk.People(ctx, who, called)
		if err != nil {
			return nil, err
		}
		n.People = []hearing.ID{}
		for _, p := range found {
			n.People = append(n.People, p.ID)
		}
	}
	hits, err := desk.SearchWithin(ctx, text, n, most)
	if err != nil {
		return nil, err
	}
	return Order(hits), nil
}

// sieve is what the filter leaves out, but for people.
func (f Filter) sieve(today calendar.Date) hearing.Sieve {
	return hearing.Sieve{Noun: f.Noun, From: Spans()[f.Span].From(today), Type: f.Type, State: f.State, Room: f.Room}
}

// Kinds are the kinds that can be chosen, in the order of the choice.
var Kinds = []string{"", hearing.NounCase, hearing.NounHearing, hearing.NounAnnouncement, hearing.NounPerson, hearing.NounOrganisation, hearing.NounRoom,
	hearing.NounInstrument, hearing.NounClue, hearing.NounPatrol, hearing.NounTranscript}

// places are the pages that open what is found.
var places = map[string]shell.Place{
	hearing.NounHearing: {Kind: shell.Hearing}, hearing.NounAnnouncement: {Kind: shell.Announcement}, hearing.NounCase: {Kind: shell.Cases},
	hearing.NounInstrument: {Kind: shell.Cases}, hearing.NounPerson: {Kind: shell.People, Tab: "people"}, hearing.NounOrganisation: {Kind: shell.People, Tab: "organisations"},
	hearing.NounRoom: {Kind: shell.People, Tab: "rooms"}, hearing.NounClue: {Kind: shell.Clues}, hearing.NounPatrol: {Kind: shell.Patrols}, hearing.NounTranscript: {Kind: shell.Hearing, Tab: "transcript"},
	hearing.NounOffice: {Kind: shell.Settings}, hearing.NounForm: {Kind: shell.Settings, Tab: "texts"}, hearing.NounWordForm: {Kind: shell.Settings, Tab: "texts"},
	hearing.NounEnclosure: {Kind: shell.Settings},
}

// Place is where a hit is opened: a paper on the page of its case.
func Place(h hearing.Hit) shell.Place {
	p := places[h.Noun]
	switch h.Noun {
	case hearing.NounInstrument:
		p.ID = h.Of
	case hearing.NounOffice, hearing.NounForm, hearing.NounWordForm, hearing.NounEnclosure:
	default:
		p.ID = h.ID
	}
	return p
}

// Order puts what fits best first, of whatever kind; what fits as well keeps the
// order of its kinds.
func Order(hits []hearing.Hit) []hearing.Hit {
	out := slices.Clone(hits)
	slices.SortStableFunc(out, func(a, b hearing.Hit) int {
		return cmp.Or(a.Rank-b.Rank, slices.Index(Kinds, a.Noun)-slices.Index(Kinds, b.Noun))
	})
	return out
}

// A Span is a date from which on things are looked for.
type Span struct {
	Name string
	From func(today calendar.Date) calendar.Date
}

// Spans are the dates that can be chosen.
func Spans() []Span {
	return []Span{
		{words.T("不限日期"), func(calendar.Date) calendar.Date { return calendar.Date{} }},
		{words.T("近一个月起"), func(d calendar.Date) calendar.Date { return d.AddMonths(-1) }},
		{words.T("近一年起"), func(d calendar.Date) calendar.Date { return d.AddMonths(-12) }},
		{words.T("近三年起"), func(d calendar.Date) calendar.Date { return d.AddMonths(-36) }},
	}
}

// Line is a hit as it is listed: the text, what of it matches, and beside it what
// it is.
func Line(h hearing.Hit) (before, match, after, detail, kind string) {
	text, detail := h.Name, h.Detail
	if h.Noun == hearing.NounTranscript {
		if text, detail = h.Detail, h.Name; text == "" {
			text = words.T("（不公开，内容在笔录里看）")
		}
	}
	if !h.On.IsZero() {
		detail = strings.TrimSpace(h.On.String() + "  " + detail)
	}
	runes := []rune(text)
	if h.To <= h.From || h.To > len(runes) {
		return text, "", "", detail, words.Kind(h.Noun)
	}
	return string(runes[:h.From]), string(runes[h.From:h.To]), string(runes[h.To:]), detail, words.Kind(h.Noun)
}
