// Package service is the page 送达与跟进: every paper on its way to every
// recipient, by day or by recipient, and the receipts entered one below the other.
package service

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	OpenParts(ctx context.Context, today calendar.Date, take func(hearing.OpenWork) error) (seen int64, err error)
	Announcement(ctx context.Context, id hearing.ID) (hearing.Announcement, error)
	SaveAnnouncement(ctx context.Context, a hearing.Announcement) (hearing.Version, error)
	Instruments(ctx context.Context, of hearing.ID) ([]hearing.Instrument, error)
	SaveInstrument(ctx context.Context, i hearing.Instrument) (hearing.Version, error)
}

// A Filter chooses among the ways.
type Filter struct {
	Part   Part
	Stage  agenda.Stage // empty: every one
	Text   string       // part of the recipient, the number, the cause
	ByUnit bool         // grouped by recipient, not by day
}

// A Part is how soon something is due.
type Part string

// The parts. The empty one is everything.
const (
	PartAll  Part = ""
	PartLate Part = "late" // 已逾期
	PartWeek Part = "week" // 七日内
	PartRest Part = "rest" // 以后
	PartNone Part = "none" // 没有期限
)

// Parts lists every part, in the order of a board.
var Parts = []Part{PartLate, PartWeek, PartRest, PartNone}

// Term names the part.
func (p Part) Term() hearing.Term {
	return map[Part]hearing.Term{PartAll: {Zh: "全部", En: "All"}, PartLate: {Zh: "已逾期", En: "Late"}, PartWeek: {Zh: "七日内", En: "Within a week"},
		PartRest: {Zh: "以后", En: "Later"}, PartNone: {Zh: "没有期限", En: "No clock runs"}}[p]
}

// PartOf says how soon a way's next clock ends.
func PartOf(w agenda.Way, today calendar.Date) Part {
	switch day := w.Day(); {
	case day.IsZero():
		return PartNone
	case day.Before(today):
		return PartLate
	case day.Sub(today) < agenda.Ahead:
		return PartWeek
	}
	return PartRest
}

// A Line is one line of the board: a heading, or a way.
type Line struct {
	Head string // empty: it is a way
	N    int    // of a heading: how many ways stand below it
	Way  agenda.Way
}

// A Model is what the page shows.
type Model struct {
	Ways  []agenda.Way
	Today calendar.Date
}

// Read reads every way at an instant.
func Read(ctx context.Context, desk Desk, judge agenda.Judge, now time.Time) (Model, error) {
	m := Model{Today: calendar.DateOf(now)}
	d := agenda.BeginWays(judge, now, words.Language())
	if _, err := desk.OpenParts(ctx, m.Today, func(w hearing.OpenWork) error {
		d.Take(w)
		return ctx.Err()
	}); err != nil {
		return m, err
	}
	m.Ways = d.Ways()
	return m, nil
}

// Count returns how many ways are late, and how many are due within a week.
func (m Model) Count() (late, week int) {
	for _, w := range m.Ways {
		switch PartOf(w, m.Today) {
		case PartLate:
			late++
		case PartWeek:
			week++
		}
	}
	return late, week
}

// Lines lists the ways of a filter under their headings.
func (m Model) Lines(f Filter) []Line {
	groups, order := map[string][]agenda.Way{}, []string{}
	for _, w := range m.Ways {
		if !f.takes(w, m.Today) {
			continue
		}
		head := words.Of(PartOf(w, m.Today))
		if f.ByUnit {
			head = recipient(w)
		}
		if groups[head] == nil {
			order = append(order, head)
		}
		groups[head] = append(groups[head], w)
	}
	if f.ByUnit {
		slices.Sort(order)
	}
	var out []Line
	for _, head := range order {
		out = append(out, Line{Head: head, N: len(groups[head])})
		for _, w := range groups[head] {
			out = append(out, Line{Way: w})
		}
	}
	return out
}

func (f Filter) takes(w agenda.Way, today calendar.Date) bool {
	switch {
	case f.Part != PartAll && PartOf(w, today) != f.Part, f.Stage != "" && w.Stage != f.Stage:
		return false
	}
	return Matches(w, f.Text)
}

// Matches reports whether a text is part of the recipient, the number or the cause.
func Matches(w agenda.Way, text string) bool {
	text = strings.TrimSpace(text)
	return text == "" || slices.ContainsFunc([]string{w.To, w.Instrument.Number, w.Instrument.Title, w.Case.Cause}, func(s string) bool {
		return strings.Contains(s, text)
	})
}

// recipient names whom a way leads to.
func recipient(w agenda.Way) string { return cmp.Or(w.To, words.T("受送达人未定")) }

// paper names what is on its way.
func paper(w agenda.Way) string {
	return cmp.Or(w.Instrument.Number, w.Instrument.Title, words.Of(w.Instrument.Kind))
}

// Place is where a way is dealt with: the tab of its ceremony, or its case.
func Place(w agenda.Way) shell.Place {
	if w.Announcement != "" {
		return shell.Place{Kind: shell.Announcement, ID: w.Announcement, Tab: "served", Finding: w.Next.Key()}
	}
	return shell.Place{Kind: shell.Cases, ID: w.Case.ID, Finding: key(w)}
}

func key(w agenda.Way) string {
	if w.Next.Due.IsZero() {
		return ""
	}
	return w.Next.Key()
}
