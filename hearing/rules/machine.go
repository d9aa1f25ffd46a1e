package rules

import (
	"slices"
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Transition is a state that a session may enter next, with what stands in
// its way: Blocks, without which it may not, and Warns, which are named first.
type Transition struct {
	To     hearing.State
	Blocks []hearing.Finding
	Warns  []hearing.Finding
}

// Transitions lists every state that may follow the session's, the usual one
// first. What has to be right for a state is in the rule table: an entry bars a
// state, or asks before it.
func (b *Book) Transitions(d hearing.Dossier, at time.Time, lang string) []Transition {
	e := b.of(d.Office)
	return e.table.transitions(d, e.days, at, lang, b.missing(d))
}

// Guard returns what stands in the way of a state: what bars it, with the
// severity [hearing.Blocked], then what asks before it, with [hearing.Warning].
// States between the present one and it are skipped, but not what they need.
func (b *Book) Guard(d hearing.Dossier, to hearing.State, at time.Time, lang string) []hearing.Finding {
	e := b.of(d.Office)
	return e.table.guard(d, to, e.days, at, lang, b.missing(d))
}

// Transitions is [Book.Transitions] with one table and calendar.
func (t *Table) Transitions(d hearing.Dossier, days *calendar.Calendar, at time.Time, lang string) []Transition {
	return t.transitions(d, days, at, lang, nil)
}

func (t *Table) transitions(d hearing.Dossier, days *calendar.Calendar, at time.Time, lang string, unfiled []string) []Transition {
	c := t.look(d, days, at, lang)
	c.unfiled = unfiled
	c.ahead = true
	c.facts(true)
	var out []Transition
	for _, to := range c.ways()[c.s.State] {
		blocks, warns := c.guard(c.s.State, to)
		out = append(out, Transition{To: to, Blocks: blocks, Warns: warns})
	}
	return out
}

// Guard is [Book.Guard] with one table and calendar.
func (t *Table) Guard(d hearing.Dossier, to hearing.State, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	return t.guard(d, to, days, at, lang, nil)
}

func (t *Table) guard(d hearing.Dossier, to hearing.State, days *calendar.Calendar, at time.Time, lang string, unfiled []string) []hearing.Finding {
	c := t.look(d, days, at, lang)
	c.unfiled = unfiled
	c.ahead = true
	c.facts(true)
	from := c.s.State
	blocks, warns := c.guard(from, to)
	if from != to && !slices.Contains(c.ways()[from], to) {
		f := *c.say("STEP", "way", "state", args{"from": c.term(from), "to": c.term(to)}).Finding
		blocks = append(blocks, f)
	}
	return append(blocks, warns...)
}

// facts says everything of the session, and if wanted what only a change of its
// state needs: that lies between the two places which it returns.
func (c *check) facts(steps bool) (from, to int) {
	c.all()
	from = len(c.out)
	if steps {
		c.steps()
	}
	to = len(c.out)
	if c.d.Hearing != nil {
		c.replace(c.d.Hearing)
	}
	c.overridden(c.overrides())
	return from, to
}

// guard divides what was found into what bars the way between two states, and
// what only asks.
func (c *check) guard(from, to hearing.State) (blocks, warns []hearing.Finding) {
	if to == hearing.Archived {
		defer func(n int) { c.out = c.out[:n] }(len(c.out))
		c.unfinished()
	}
	for _, f := range c.out {
		if f.Override != nil {
			continue
		}
		e, ok := c.table.find(f.Rule, f.Variant, c.day)
		if !ok {
			continue
		}
		bars := between(e.Bars, from, to)
		switch {
		case bars && !c.past(e.Bars, to):
			f.Severity = hearing.Blocked
			blocks = append(blocks, f)
		case bars, between(e.Asks, from, to):
			f.Severity = hearing.Warning
			warns = append(warns, f)
		}
	}
	return blocks, warns
}

// past reports whether the session's day is over, so that what should have been
// right before it can only be recorded as it was.
func (c *check) past(bars, to hearing.State) bool {
	return rank(bars) <= rank(hearing.Ready) && rank(to) >= rank(hearing.Open) && c.day.Before(c.today)
}

// unfinished says, in front of the archive, that a duty is still open.
func (c *check) unfinished() {
	if n := len(c.unfiled); n > 0 {
		c.say("STEP", "volume", "volume", args{"n": strconv.Itoa(n), "first": c.unfiled[0]})
	}
	n, first := 0, ""
	for _, f := range c.out {
		e, ok := c.table.find(f.Rule, f.Variant, c.day)
		open := f.Done.IsZero() && (f.Severity == hearing.Blocked || !f.Due.IsZero())
		before := e.Bars+e.Asks != "" && c.past(e.Bars+e.Asks, hearing.Archived)
		if !ok || f.Rule == "STEP" || !open || f.Override != nil || before {
			continue
		}
		if n++; n == 1 {
			first = f.Text
		}
	}
	if n > 0 {
		c.say("STEP", "duties", "state", args{"n": strconv.Itoa(n), "first": first})
		c.cover(c.overrides())
	}
}

// state says that the stored state promises more than the facts hold, as it can
// be with a session from elsewhere, or after a change.
func (c *check) state() {
	now := c.s.State
	if now == hearing.Draft {
		return
	}
	var first *hearing.Finding
	n := 0
	for i := range c.out {
		f := &c.out[i]
		if f.Override != nil {
			continue
		}
		if c.lacks(f.Rule, f.Variant) {
			if n++; n == 1 {
				first = f
			}
		}
	}
	if n > 0 {
		c.say("STATE", "", "state", args{"state": c.term(now), "n": strconv.Itoa(n), "first": first.Text}).Participant = first.Participant
	}
}

// lacks reports whether what a rule says should not be said of a session in
// its state.
func (c *check) lacks(rule, variant string) bool {
	now := c.s.State
	from := hearing.Draft
	if rank(now) == 0 {
		from = now
	}
	e, ok := c.table.find(rule, variant, c.day)
	return ok && between(e.Bars, from, now) && !c.past(e.Bars, now)
}
