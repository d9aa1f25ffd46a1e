package cases

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A point is something on the way of a case that has a field of its own
// elsewhere: the filing, a decision, a service, a session.
type point struct {
	on     calendar.Date
	what   string
	detail []string
	field  string        // of the case's own form, where it is entered
	paper  hearing.ID    // else the instrument that it is entered at
	place  shell.Place   // else the page
	state  hearing.Named // of a session
}

// way lists the points of a case by day; what happened to several papers on one
// day is one point. called names an instrument.
func way(f hearing.CaseFile, called func(hearing.Instrument) string) []point {
	var out []point
	add := func(p point) {
		if p.on.IsZero() {
			return
		}
		same := func(x point) bool { return x.on == p.on && x.what == p.what && len(p.detail) > 0 }
		if i := slices.IndexFunc(out, same); i >= 0 {
			out[i].detail = append(out[i].detail, p.detail...)
			return
		}
		out = append(out, p)
	}
	add(point{on: f.Case.FiledOn, what: words.T("立案"), field: "filed_on"})
	for _, i := range f.Instruments {
		paper := map[string]string{"Paper": called(i)}
		add(point{on: i.DecidedOn, what: words.T("作出{{.Paper}}", paper), detail: numbered(i), paper: i.ID})
		add(point{on: i.FiledOn, what: words.T("{{.Paper}}报备案", paper), detail: numbered(i), paper: i.ID})
	}
	for _, s := range f.Services() {
		to := f.Organisations[s.Delivery.Organisation].Name + f.People[s.Delivery.Person].Name
		p := point{paper: s.Instrument.ID, detail: []string{to}}
		if s.Announcement != "" {
			p.place = shell.Place{Kind: shell.Announcement, ID: s.Announcement, Tab: "served"}
		}
		paper := map[string]string{"Paper": called(s.Instrument)}
		if !s.Delivery.ServedAt.IsZero() {
			p.on, p.what = calendar.DateOf(s.Delivery.ServedAt.In(words.Zone())), words.T("送达{{.Paper}}", paper)
			add(p)
		}
		p.on, p.what = s.Delivery.RepliedOn, words.T("书面回复{{.Paper}}", paper)
		add(p)
	}
	for _, h := range f.Hearings {
		add(point{on: dayOf(h.Slot), what: words.T("听证会"), detail: titled(h.Title), place: shell.Place{Kind: shell.Hearing, ID: h.ID}, state: h.StateNow()})
	}
	for _, a := range f.Announcements {
		add(point{on: dayOf(a.Slot), what: words.T("宣告送达"), detail: titled(a.Title), place: shell.Place{Kind: shell.Announcement, ID: a.ID}, state: a.StateNow()})
	}
	add(point{on: f.Case.DueOn, what: words.T("办案期限届满"), field: "due_on"})
	slices.SortStableFunc(out, func(a, b point) int { return compareDays(a.on, b.on) })
	return out
}

func numbered(i hearing.Instrument) []string {
	if i.Number == "" {
		return nil
	}
	return []string{i.Number}
}

func titled(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func dayOf(s hearing.Slot) calendar.Date {
	if s.Start.IsZero() {
		return calendar.Date{}
	}
	return calendar.DateOf(s.Start.In(words.Zone()))
}

// A stop is one line of the way: a point, or a step by its ID.
type stop struct {
	on   calendar.Date
	step hearing.ID
	point
}

// stops puts points and steps into one row by day; the points of a day come
// first.
func stops(points []point, steps []hearing.Step) []stop {
	var out []stop
	for _, p := range points {
		out = append(out, stop{on: p.on, point: p})
	}
	for _, s := range steps {
		out = append(out, stop{on: s.On, step: s.ID})
	}
	slices.SortStableFunc(out, func(a, b stop) int { return compareDays(a.on, b.on) })
	return out
}

// saidPeriod is a period as readPeriod reads it.
func saidPeriod(p *calendar.Period) string {
	if p == nil {
		return ""
	}
	switch {
	case p.Unit != calendar.Day:
		return words.Length(p.N, p.Unit)
	case p.N == 1:
		return words.T("1天")
	}
	return words.T("{{.N}}天", map[string]int{"N": p.N})
}
