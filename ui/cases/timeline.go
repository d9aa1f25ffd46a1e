package cases

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// A mark is one point of an instrument's time line.
type mark struct {
	on   calendar.Date
	text string
	open bool // it has not happened: the day by which it is to
}

// timeline lists what happened to an instrument, by day, and the days by which its
// recipients are to reply.
func timeline(f hearing.CaseFile, paper hearing.Instrument, days *calendar.Calendar) []mark {
	one := f
	one.Case, one.Hearings, one.Instruments = hearing.Case{}, nil, []hearing.Instrument{paper}
	var out []mark
	for _, p := range way(one, func(hearing.Instrument) string { return "" }) {
		if p.paper == paper.ID {
			out = append(out, mark{on: p.on, text: strings.TrimSpace(p.what + " " + words.List(named(p.detail, paper)))})
		}
	}
	for _, v := range paper.Visits {
		out = append(out, mark{on: v.On, text: words.T("跟进调查")})
	}
	for _, c := range paper.Closures {
		out = append(out, mark{on: c.On, text: words.T("销号")})
	}
	for _, s := range one.Services() {
		if s.Instrument.ID == paper.ID {
			out = append(out, coming(f, s, days)...)
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int { return a.on.Compare(b.on) })
	return out
}

// named leaves the instrument's own number out: its form says it above.
func named(detail []string, paper hearing.Instrument) []string {
	return slices.DeleteFunc(slices.Clone(detail), func(s string) bool { return s == paper.Number })
}

// coming is what is still to come of one service, and what came back.
func coming(f hearing.CaseFile, s hearing.Service, days *calendar.Calendar) []mark {
	d := s.Delivery
	to := f.Organisations[d.Organisation].Name + f.People[d.Person].Name
	var out []mark
	if d.Returned() {
		out = append(out, mark{on: d.ReturnedOn, text: words.T("退回 {{.To}}", map[string]string{"To": to})})
	}
	for _, r := range d.Replies {
		out = append(out, mark{on: r.On, text: words.T("其他回复 {{.To}}", map[string]string{"To": to})})
	}
	if s.Instrument.Kind == hearing.Recommendation && !d.ServedAt.IsZero() && d.RepliedOn.IsZero() {
		due := s.Instrument.ReplyDue(calendar.DateOf(d.ServedAt.In(words.Zone())), days)
		out = append(out, mark{on: due, text: words.T("{{.To}} 回复期满", map[string]string{"To": to}), open: true})
	}
	return out
}

// line is the time line as one text that wraps.
func (c *card) line() fyne.CanvasObject {
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapBreak
	show := func() {
		p := c.papers
		marks := timeline(p.file, c.Editor.Value(), p.days())
		text.Segments = nil
		for i, m := range marks {
			style := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameCaptionText}
			switch {
			case m.open && m.on.Before(p.sh.Day(words.Zone())):
				style.ColorName = theme.ColorNameError
			case m.open:
				style.ColorName = theme.ColorNamePrimary
			}
			said := words.Brief(m.on) + " " + m.text
			if i < len(marks)-1 {
				said += "  →  "
			}
			text.Segments = append(text.Segments, &widget.TextSegment{Text: said, Style: style})
		}
		text.Hidden = len(marks) == 0
		text.Refresh()
	}
	c.shows = append(c.shows, show)
	return text
}
