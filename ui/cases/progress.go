package cases

import (
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// A followed is one matter of a recommendation as the list of it shows it.
type followed struct {
	standing hearing.Standing
	name     string // what is followed, with its unit where there are several
	state    string // how it stands, since when
	counted  string // what was counted
	ready    bool   // it can be struck off
}

// followedOf lists what is followed of a recommendation on a day.
func followedOf(f hearing.CaseFile, i hearing.Instrument, today calendar.Date) []followed {
	units := f.Units(i.ID)
	var out []followed
	for _, m := range i.Matters(units) {
		s := i.Standing(m, today)
		x := followed{standing: s, name: i.Name(m), state: words.Of(s.State), counted: hearing.Metrics(s.Metrics), ready: s.State == hearing.Mended && !s.Closed()}
		if unit := f.Organisations[m.Unit].Name; len(units) > 1 && unit != "" {
			x.name = words.T("{{.Name}}（{{.Unit}}）", map[string]string{"Name": x.name, "Unit": unit})
		}
		switch {
		case s.Closed():
			x.state = words.T("已销号 {{.Date}}", map[string]string{"Date": s.Closure.On.String()})
		case !s.Since.IsZero():
			x.state += " " + s.Since.String()
		}
		out = append(out, x)
	}
	return out
}

// progressText counts what is followed, in one line.
func progressText(list []followed) string {
	var p hearing.Progress
	for _, x := range list {
		p.Add(x.standing)
	}
	if p.All == 0 {
		return words.T("先写建议内容，再逐项跟进。")
	}
	text := words.T("{{.All}} 项：已整改 {{.Mended}}，已销号 {{.Closed}}", map[string]string{"All": strconv.Itoa(p.All), "Mended": strconv.Itoa(p.Mended), "Closed": strconv.Itoa(p.Closed)})
	if p.Reopened > 0 {
		text += words.T("，反弹 {{.N}}", map[string]string{"N": strconv.Itoa(p.Reopened)})
	}
	return text
}

// nextVisit is a visit of today by the case's prosecutor, with a line for each
// matter that is not struck off, as it was found last; of one where all are, for
// each: it looks back.
func nextVisit(c hearing.Case, i hearing.Instrument, list []followed, id hearing.ID, today calendar.Date) hearing.Visit {
	v := hearing.Visit{ID: id, On: today, Method: hearing.OnSpot}
	if c.Handler != "" {
		v.By = []hearing.ID{c.Handler}
	}
	v.LookBack = len(list) > 0
	for _, x := range list {
		v.LookBack = v.LookBack && x.standing.Closed()
	}
	seen := map[hearing.Matter]bool{}
	for _, x := range list {
		m := hearing.Matter{Item: x.standing.Matter.Item, Subject: x.standing.Matter.Subject}
		if seen[m] || x.standing.Closed() && !v.LookBack {
			continue
		}
		seen[m] = true
		state := x.standing.State
		if state == hearing.NotBegun {
			state = hearing.Mending
		}
		v.Found = append(v.Found, hearing.Found{Item: m.Item, Subject: m.Subject, State: state})
	}
	return v
}

// closureOf strikes a matter off today, on what its last visit found.
func closureOf(c hearing.Case, s hearing.Standing, id hearing.ID, today calendar.Date) hearing.Closure {
	return hearing.Closure{ID: id, On: today, Item: s.Matter.Item, Subject: s.Matter.Subject, Unit: s.Matter.Unit, Handler: c.Handler,
		Proof: words.T("{{.Date}}核查记录", map[string]string{"Date": s.Since.String()})}
}

// subjectsFrom makes subjects of names that were typed or pasted, one a line or
// parted by 、; those that are there already are left out.
func subjectsFrom(typed string, item int, there []hearing.Subject, newID func() hearing.ID) []hearing.Subject {
	known := map[string]bool{}
	for _, s := range there {
		if s.Item == item {
			known[s.Name] = true
		}
	}
	var out []hearing.Subject
	for _, name := range strings.FieldsFunc(typed, func(r rune) bool { return r == '、' || r == '\n' || r == ';' || r == '；' }) {
		if name = strings.TrimSpace(name); name != "" && !known[name] {
			known[name] = true
			out = append(out, hearing.Subject{ID: newID(), Item: item, Name: name})
		}
	}
	return out
}
