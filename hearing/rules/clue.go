package rules

import (
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// CheckClue returns what the rules say of a clue at an instant: how long it has
// waited for a decision, and whether who gave it was told of the decision. lang
// is en or zh.
func (b *Book) CheckClue(o hearing.Office, c hearing.Clue, at time.Time, lang string) []hearing.Finding {
	e := b.of(o)
	return e.table.checkClue(o, c, e.days, at, lang)
}

func (t *Table) checkClue(o hearing.Office, k hearing.Clue, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	c := &check{table: t, days: days, d: hearing.Dossier{Office: o}, lang: lang, today: calendar.DateOf(at)}
	c.day = c.today
	switch {
	case !k.State.Decided():
		c.within("CLUE", "state", k.CameOn)
	case k.Answerable() && k.ToldOn.IsZero():
		c.within("CLUE.told", "told_on", k.DecidedOn)
	}
	for i := range c.out {
		c.out[i].Clue = k.ID
	}
	return c.out
}

// CheckPatrol returns what the rules say of a patrol at an instant: the visit that
// comes next, and those that were not made. lang is en or zh.
func (b *Book) CheckPatrol(o hearing.Office, p hearing.Patrol, at time.Time, lang string) []hearing.Finding {
	e := b.of(o)
	return e.table.checkPatrol(o, p, e.days, at, lang)
}

func (t *Table) checkPatrol(o hearing.Office, p hearing.Patrol, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	c := &check{table: t, days: days, d: hearing.Dossier{Office: o}, lang: lang, today: calendar.DateOf(at)}
	c.day = c.today
	owed := p.Owed(c.today.AddDays(-1))
	for i, d := range owed {
		say := args{"due": d.String(), "n": strconv.Itoa(c.today.Sub(d)), "who": ""}
		if i < len(owed)-1 { // the next one came meanwhile
			c.say("PATROL", "missed", "visits", say).due(d, calendar.Date{})
			continue
		}
		c.say("PATROL", "late", "visits", say).due(d, calendar.Date{})
	}
	if next := p.Due(c.today.AddDays(-1)); len(owed) == 0 && !next.IsZero() && next.Sub(c.today) <= patrolAhead {
		advise := next
		for !days.Working(advise) && advise.After(c.today) {
			advise = advise.AddDays(-1)
		}
		c.say("PATROL", "due", "visits", args{"due": next.String(), "advise": advise.String()}).due(next, advise)
	}
	for i := range c.out {
		c.out[i].Patrol = p.ID
	}
	return c.out
}

// patrolAhead is how many days before it a visit is named.
const patrolAhead = 31

// within says that something is due, or late, by so many days after another as
// the entries of a rule have. What stands behind a dot in the rule's name goes
// before the variant.
func (c *check) within(rule, field string, from calendar.Date) {
	id, variant, as := strings.Cut(rule, ".")
	if as {
		variant += "-"
	}
	e, ok := c.table.find(id, variant+"due", c.day)
	if !ok || e.N == 0 || from.IsZero() {
		return
	}
	due := c.days.After(from, calendar.Days(e.N)).On
	say := args{"start": from.String(), "due": due.String(), "days": strconv.Itoa(e.N), "n": strconv.Itoa(c.today.Sub(due))}
	if !due.Before(c.today) {
		c.say(id, variant+"due", field, say).due(due, calendar.Date{})
		return
	}
	c.say(id, variant+"late", field, say).due(due, calendar.Date{})
}
