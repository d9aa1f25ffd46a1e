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
	Search(ctx context.Context, text string, most int) ([]hearing.Hit, error)
}

// most is how many of one kind are listed.
const most = 30

// A Filter leaves some of what was found out.
type Filter struct {
	Noun string        // of one kind only; empty: of every kind
	From calendar.Date // with a day from here on only; unset: any
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
func Order(hits []hearing.Hit, f Filter) []hearing.Hit {
	out := slices.DeleteFunc(slices.Clone(hits), func(h hearing.Hit) bool {
		return f.Noun != "" && h.Noun != f.Noun || !f.From.IsZero() && h.On.Before(f.From)
	})
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
