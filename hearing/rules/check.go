package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A check looks at one dossier.
type check struct {
	table *Table
	days  *calendar.Calendar
	d     hearing.Dossier
	s     hearing.Session
	today calendar.Date
	day   calendar.Date // of the session; today while it has none
	zone  *time.Location
	lang  string
	ahead bool // what lies ahead of the session is asked for, not only what is missing now
	out   []hearing.Finding
	years map[int]bool   // years without a table of holidays that were named
	goes  *Template      // how the hearing goes, once it was asked for
	lots  map[string]lot // the addresses that were read

	unfiled []string // papers that are missing of the volumes, by name
}

// args are the values of a sentence.
type args = map[string]string

// Check returns everything that the rules say of a session at an instant, the
// heaviest first. lang is en or zh.
func (t *Table) Check(d hearing.Dossier, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	c := t.look(d, days, at, lang)
	from, to := c.facts(c.s.State != hearing.Draft) // a draft promises nothing
	c.state()
	c.out = slices.Delete(c.out, from, to)
	slices.SortStableFunc(c.out, func(a, b hearing.Finding) int { return weight(a.Severity) - weight(b.Severity) })
	return c.out
}

// look begins a check.
func (t *Table) look(d hearing.Dossier, days *calendar.Calendar, at time.Time, lang string) *check {
	zone := d.Zone
	if zone == nil {
		zone = at.Location()
	}
	c := &check{table: t, days: days, d: d, s: d.Session(), zone: zone, lang: lang, today: calendar.DateOf(at.In(zone))}
	c.day = c.today
	if !c.s.Slot.Start.IsZero() {
		c.day = calendar.DateOf(c.s.Slot.Start.In(zone))
	}
	return c
}

// all says everything of the session; of a cancelled one, only what cancelling
// asks for.
func (c *check) all() {
	off := c.s.State == hearing.Cancelled
	if !off {
		c.session()
	}
	switch {
	case c.d.Hearing != nil && off:
		c.cancelled(c.d.Hearing)
	case c.d.Hearing != nil:
		c.hearing(c.d.Hearing)
	case c.d.Announcement != nil:
		if !off {
			c.announcement(*c.d.Announcement)
		}
		c.ceremonyMoved(*c.d.Announcement)
	}
}

func weight(s hearing.Severity) int {
	return slices.Index([]hearing.Severity{hearing.Blocked, hearing.Warning, hearing.Info}, s)
}

// A found finishes a finding that was said.
type found struct{ *hearing.Finding }

// of names the participant whom the finding is about.
func (f found) of(p *hearing.Participant) found {
	f.Participant = p.ID
	return f
}

// due sets the last day, and the day by which it had better be done.
func (f found) due(due, advise calendar.Date) found {
	f.Due, f.Advise = due, advise
	return f
}

// say adds a finding, unless the rule is not in force on the session's day.
func (c *check) say(id, variant, field string, a args) found {
	e, ok := c.table.find(id, variant, c.day)
	if !ok {
		return found{&hearing.Finding{}}
	}
	text := e.Zh
	if c.lang == "en" {
		text = e.En
	}
	if c.out == nil {
		c.out = make([]hearing.Finding, 0, 8)
	}
	c.out = append(c.out, hearing.Finding{
		Rule: id, Variant: variant, Severity: e.Severity, Session: c.s.ID, Field: field, Article: e.Citation(),
		Text: fill(text, a), Subject: a["who"], Args: a, Overridable: e.Overridable, Fix: fixes[id+"."+variant],
	})
	return found{&c.out[len(c.out)-1]}
}

// session checks what hearings and announcements have in common.
func (c *check) session() {
	for _, need := range []struct {
		field, variant string
		given          bool
	}{
		{"cases", "cases", len(c.d.Cases) > 0},
		{"start", "time", c.s.Slot.Set()},
		{"room", "room", c.s.Slot.Room != ""},
		{"presider", "presider", c.s.Presider != ""},
		{"recorder", "recorder", c.s.Recorder != ""},
	} {
		if !need.given {
			c.need(need.variant, need.field)
		}
	}
	if c.s.Slot.Set() && !c.s.Slot.End.After(c.s.Slot.Start) {
		c.say("ORDER", "", "end", nil)
	}
	if c.s.Presider != "" && c.s.Presider == c.s.Recorder {
		c.say("ROLES", "presider-recorder", "recorder", args{"who": c.name(c.s.Presider)})
	}
	if !c.s.Slot.Start.IsZero() && !c.days.Known(c.day.Year()) {
		c.unknown(c.day.Year(), "start")
	}
	c.clashes()
}

// need says what is not entered yet. A ceremony rests on another act than a
// hearing.
func (c *check) need(variant, field string) {
	if c.d.Announcement != nil {
		variant = "ceremony-" + variant
	}
	c.say("NEED", variant, field, nil)
}

// unknown says, once, that a year has no table of holidays, so that a date in
// it is a guess.
func (c *check) unknown(year int, field string) {
	if year != 0 && !c.years[year] {
		if c.years == nil {
			c.years = map[int]bool{}
		}
		c.years[year] = true
		c.say("YEAR", "", field, args{"year": strconv.Itoa(year)}).fix(hearing.FixHolidays, strconv.Itoa(year))
	}
}

// clashes names whoever and whatever is taken by another session.
func (c *check) clashes() {
	for _, x := range c.d.Clashes {
		field := map[string]string{"room": "room", "presider": "presider", "recorder": "recorder", "prosecutor": "prosecutors", "reader": "reader"}[x.What]
		if field == "" {
			field = "participants"
		}
		place := x.Room
		if place == "" {
			place = c.pick("地点未定", "no place yet")
		}
		variant := ""
		if x.What == string(hearing.Officer) {
			variant = "officer" // R8
		}
		f := c.say("CLASH", variant, field, args{"what": c.what(x.What), "name": x.Name, "title": x.Title, "room": place, "time": c.span(x.Start, x.End)})
		f.Subject = x.Name
		for i := range c.s.Participants {
			p := &c.s.Participants[i]
			if p.Person == x.Who && string(p.Role) == x.What {
				f.of(p)
			}
		}
	}
}

// span writes a time from and to, with the second day where it is another.
func (c *check) span(start, end time.Time) string {
	start, end = start.In(c.zone), end.In(c.zone)
	if calendar.DateOf(start) == calendar.DateOf(end) {
		return start.Format("2006-01-02 15:04") + "–" + end.Format("15:04")
	}
	return start.Format("2006-01-02 15:04") + "–" + end.Format("2006-01-02 15:04")
}

// what names the kind of thing that is taken.
func (c *check) what(w string) string {
	switch w {
	case "room":
		return ""
	case "presider":
		return c.pick("主持人", "Presider")
	case "recorder":
		return c.pick("书记员", "Recorder")
	case "prosecutor":
		return c.pick("承办检察官", "Prosecutor")
	case "reader":
		return c.pick("宣告人", "Reader")
	}
	return c.term(hearing.Role(w))
}

func (c *check) pick(zh, en string) string {
	if c.lang == "en" {
		return en
	}
	return zh
}

func (c *check) term(n hearing.Named) string { return c.pick(n.Term().Zh, n.Term().En) }

func (c *check) name(id hearing.ID) string { return c.d.Person(id).Name }

// who names a participant as a clerk would: the agency, or the person.
func (c *check) who(p *hearing.Participant) string {
	if p.Role == hearing.AgencyRep || p.Role == hearing.Recipient {
		if n := c.d.Organisation(p.Organisation).Name; n != "" {
			return n
		}
	}
	if n := c.name(p.Person); n != "" {
		return n
	}
	if n := c.d.Organisation(p.Organisation).Name; n != "" {
		return n
	}
	return c.term(p.Role)
}

// over reports whether the session has been held.
func (c *check) over() bool {
	switch c.s.State {
	case hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived:
		return true
	}
	return false
}

// join lists names.
func (c *check) join(names []string) string { return strings.Join(names, c.pick("、", ", ")) }
