package rules

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// terms are the periods that run in a case, as a session or the case sees them.
type terms struct {
	*check
	k          *hearing.Case
	papers     []hearing.Instrument    // the case's, and those of others
	ceremonies []*hearing.Announcement // that serve them
	h          *hearing.Hearing        // the hearing that is checked; nil is none
}

// A term is one period that an event started.
type term struct {
	p        *Period
	e        *event
	due      calendar.Due   // the count
	limit    calendar.Limit // the count, of a period that is counted backward
	on       calendar.Date  // the last day; none: it has none, or the clock stands
	original calendar.Date  // what it was before somebody set a later one
	note     string         // who did, and why
	set      bool           // somebody did
	done     calendar.Date  // when it ended; none: it runs
}

// run says what the periods that an event starts have to say.
func (s *terms) run(e event) {
	if list := s.table.starting[e.kind]; len(list) > 0 {
		s.start(list, e)
	}
}

func (s *terms) start(list []*Period, e event) {
	for _, p := range list {
		if !p.valid(e.on) || !p.fits(s.k.Type, e.paper) || !s.concerns(p, &e) {
			continue
		}
		t := term{p: p, e: &e, done: s.ended(p, &e)}
		if !s.count(&t) {
			continue
		}
		s.judge(&t)
		if !t.on.IsZero() && len(s.table.starting[p.ID]) > 0 {
			next := e
			next.kind, next.on, next.since, next.until = p.ID, t.on, e.begin(), calendar.Date{}
			s.run(next)
		}
	}
}

// begin is the day from which something can end the period that an event starts.
func (e *event) begin() calendar.Date {
	if !e.since.IsZero() {
		return e.since
	}
	return e.on
}

// concerns reports whether a period runs for an event's recipient: once for
// each, or once for the paper.
func (s *terms) concerns(p *Period, e *event) bool {
	switch {
	case e.kind == decided && p.each() != e.each:
		return false
	case e.kind == served && p.once() && !e.first:
		return false
	case len(p.Parties) == 0:
		return true
	}
	for i := range s.k.Parties {
		x := &s.k.Parties[i]
		if same := x.Person != "" && x.Person == e.person || x.Organisation != "" && x.Organisation == e.unit; same {
			for _, r := range p.Parties {
				if r == x.Role {
					return true
				}
			}
		}
	}
	return false
}

// count finds the last day; it reports false where there is none to be judged.
func (s *terms) count(t *term) bool {
	p, e := t.p, t.e
	if !e.until.IsZero() {
		t.on = e.until
		return true
	}
	length := p.Length
	if (p.PerCase || p.House) && e.step != nil && e.step.Period != nil {
		length = *e.step.Period
		length.Fixed = length.Fixed || p.Length.Fixed
	}
	switch {
	case p.PerCase && length.N == 0:
		if t.done.IsZero() && !s.closed(e) {
			s.say(t, "unset", calendar.Date{})
		}
		return false
	case length.N == 0:
		return true
	}
	if p.Back {
		t.limit = s.days.Back(e.on, length, s.d.Office.Strict)
		t.on = t.limit.Hard
		return t.limit.Err == nil
	}
	var pauses []calendar.Pause
	if p.Pauses {
		pauses = s.pauses(e)
	}
	t.due = s.days.Resume(e.on, length, pauses...)
	if t.due.Err != nil {
		s.say(t, "range", calendar.Date{})
		return false
	}
	t.on = t.due.On
	s.extend(t, length, pauses)
	return true
}

// extend applies a later day: one that the paper sets, or a step that makes the
// period longer. What it was before stays visible.
func (s *terms) extend(t *term, length calendar.Period, pauses []calendar.Pause) {
	if i := t.e.paper; i != nil && i.ReplyBy.After(t.on) && t.p.endsWith(replied) {
		t.original, t.on, t.note, t.set = t.on, i.ReplyBy, i.ReplyNote, true
		return
	}
	if t.p.Extends == "" || t.due.Open {
		return
	}
	for i := range s.k.Steps {
		x := &s.k.Steps[i]
		if _, ok := t.e.about(x); !ok || string(x.Kind) != t.p.Extends || x.On.IsZero() {
			continue
		}
		more := t.p.Length
		if x.Period != nil {
			more = *x.Period
		}
		if more.Unit != length.Unit {
			continue // months and days do not add up: the rule's own unit is asked for
		}
		length.N += more.N
		if due := s.days.Resume(t.e.on, length, pauses...); due.Err == nil {
			if !t.set {
				t.original = t.on
			}
			t.due, t.on, t.note, t.set = due, due.On, x.Note, true
		}
	}
}

func (p *Period) endsWith(kind string) bool {
	for _, e := range p.Ends {
		if e == kind {
			return true
		}
	}
	return false
}

// judge says how a period stands. Nothing is said of what was done in time, nor
// of what a closed case left open.
func (s *terms) judge(t *term) {
	on, done, left := t.on, t.done, t.on.Sub(s.today)
	switch {
	case !done.IsZero() && t.p.Wait && done.Before(on):
		s.say(t, "early", on)
	case !done.IsZero() && (on.IsZero() || t.p.Wait || !done.After(on)):
	case !done.IsZero():
		s.say(t, "late", on)
	case s.closed(t.e):
	case on.IsZero() && t.due.Open:
		s.say(t, "paused", on)
	case on.IsZero():
		s.say(t, "open", on)
	case left < 0 && len(t.p.Ends) == 0:
	case left < 0:
		s.say(t, "late", on)
	case t.set:
		s.say(t, "extended", on)
		if t.note == "" {
			s.say(t, "unexplained", calendar.Date{})
		}
	case s.afterwards(t):
		s.say(t, "after", on)
	case left < t.p.Soon, t.p.Back && s.today.After(t.limit.Advise):
		s.say(t, "soon", on)
	default:
		s.say(t, "due", on)
	}
}

// ofHearing runs the office's own periods that a hearing starts.
func (c *check) ofHearing(h *hearing.Hearing) {
	s := &terms{check: c, k: &hearing.Case{}, h: h}
	if len(c.d.Cases) > 0 {
		s.k = &c.d.Cases[0]
	}
	if !h.Start.IsZero() {
		s.run(event{kind: hearingStart, on: c.day, since: calendar.NewDate(1, 1, 1), field: "start", session: h.ID})
	}
	for _, r := range h.Rulings() {
		for i := range c.d.Cases {
			if c.d.Cases[i].ID == r.Case {
				s.k = &c.d.Cases[i]
			}
		}
		if !r.DecidedOn.IsZero() {
			s.run(event{kind: hearingDecided, on: r.DecidedOn, field: "outcome.decided_on", session: h.ID})
		}
	}
}

// afterwards reports whether a ceremony would serve a paper too late.
func (s *terms) afterwards(t *term) bool {
	return s.d.Announcement != nil && t.e.kind == decided && !s.s.Slot.Start.IsZero() && s.day.After(t.on) && s.table.has(t.p.ID, t.p.variant("after"), t.e.on)
}
