package rules

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// closed reports whether the case was closed after an event.
func (s *terms) closed(e *event) bool {
	if e.kind == string(hearing.CaseClosed) {
		return false
	}
	for i := range s.k.Steps {
		if x := &s.k.Steps[i]; x.Kind == hearing.CaseClosed && !x.On.IsZero() && !x.On.Before(e.begin()) {
			return true
		}
	}
	return false
}

// pauses are the times in which the review of an event's paper was suspended.
func (s *terms) pauses(e *event) []calendar.Pause {
	var out []calendar.Pause
	for i := range s.k.Steps {
		x := &s.k.Steps[i]
		if x.Kind != hearing.PauseBegan || x.On.IsZero() {
			continue
		}
		if _, ok := e.about(x); ok {
			out = append(out, calendar.Pause{From: x.On, To: answers(s.k, x, resumed, 1)})
		}
	}
	return out
}

var resumed = []string{string(hearing.PauseEnded)}

// ended is the day on which a period ended, by the first of what ends it; none
// while it runs.
func (s *terms) ended(p *Period, e *event) calendar.Date {
	var first calendar.Date
	steps := false
	for _, kind := range p.Ends {
		on, field := s.field(kind, e)
		if kind == visited || kind == lookedBack {
			on, field = s.seen(e, p.Nth, kind == lookedBack), true
		}
		steps = steps || !field
		if first.IsZero() || !on.IsZero() && on.Before(first) {
			first = on
		}
	}
	if !steps || len(s.k.Steps) == 0 {
		return first
	}
	var on calendar.Date
	if e.step != nil {
		on = answers(s.k, e.step, p.Ends, p.Nth)
	} else {
		on = s.after(e, p.Ends, p.Nth)
	}
	if first.IsZero() || !on.IsZero() && on.Before(first) {
		first = on
	}
	return first
}

// after is the day of the nth step of some kinds that is about what an event is
// about, and not before it. One step can end the periods of several fields.
func (s *terms) after(e *event, kinds []string, nth int) calendar.Date {
	for _, x := range inOrder(s.k, kinds) {
		if _, ok := e.about(x); !ok || x.On.Before(e.begin()) {
			continue
		}
		if nth--; nth < 1 {
			return x.On
		}
	}
	return calendar.Date{}
}

// field is the day that a field gives for an event, and whether it is one that
// a field gives.
func (s *terms) field(kind string, e *event) (calendar.Date, bool) {
	switch kind {
	case caseFiled:
		return s.k.FiledOn, true
	case filedUp:
		if e.paper != nil {
			return e.paper.FiledOn, true
		}
	case decided:
		if e.paper != nil {
			return e.paper.DecidedOn, true
		}
	case hearingPosted:
		if s.h != nil {
			return s.h.Notice.PostedOn, true
		}
	case hearingDecided:
		if s.h != nil {
			return s.h.RulingOf(s.k.ID).DecidedOn, true
		}
	case posted, published, returned, served, replied:
		if e.service == nil {
			return calendar.Date{}, true
		}
		var first calendar.Date
		s.services(e.paper, func(d *hearing.Delivery, _ *hearing.Announcement) {
			if kind == posted && d.Returned() {
				return // sent, and not received
			}
			if on := s.stage(kind, d); d.Organisation == e.unit && d.Person == e.person && !on.IsZero() && (first.IsZero() || on.Before(first)) {
				first = on
			}
		})
		return first, true
	default:
		return calendar.Date{}, false
	}
	return calendar.Date{}, true
}

// stage is the day on which a delivery came as far as a kind of event says.
func (s *terms) stage(kind string, d *hearing.Delivery) calendar.Date {
	switch {
	case kind == replied:
		return d.RepliedOn
	case kind == served && !d.ServedAt.IsZero():
		return s.date(*d)
	case kind == returned && d.Mode == hearing.Posted:
		return d.ReturnedOn
	case kind == posted && d.Mode == hearing.Posted, kind == published && d.Mode == hearing.PublicCall:
		return d.SentOn
	}
	return calendar.Date{}
}
