package rules

import (
	"slices"
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// follow says how what a recommendation advised stands: visits of one alone, visits
// before the service, what is done and not struck off, what cannot be done, and
// what came back. The end of all starts the time for looking back (DL18), where no
// step of the case does.
func (s *terms) follow(paper *hearing.Instrument) {
	if len(paper.Items) == 0 || len(paper.Visits) == 0 {
		return
	}
	units := s.recipients(paper)
	first := s.firstServed(paper)
	for _, v := range paper.VisitsInOrder() {
		on := args{"on": v.On.String(), "paper": s.paper(*paper), "served": first.String()}
		if len(v.By) < 2 { //nolint:mnd // two, as the article says
			s.ofPaper(paper, "two", on)
		}
		if !first.IsZero() && v.On.Before(first) {
			s.ofPaper(paper, "early", on)
		}
	}
	for _, m := range paper.Matters(units) {
		s.stands(paper, m)
	}
	if on := paper.ClosedOn(units, s.today); !on.IsZero() && len(s.k.StepsOf(hearing.CaseClosed)) == 0 {
		s.run(event{kind: struckOff, on: on, field: "instruments", paper: paper})
	}
}

// ofPaper adds a finding of what follows a paper.
func (s *terms) ofPaper(paper *hearing.Instrument, variant string, a args) found {
	f := s.check.say("FOLLOW", variant, "instruments", a)
	f.Instrument = paper.ID
	return f
}

// stands says how one matter stands.
func (s *terms) stands(paper *hearing.Instrument, m hearing.Matter) {
	st := paper.Standing(m, s.today)
	variant := ""
	switch {
	case st.Closed():
	case st.Reopened && st.State != hearing.Mended:
		variant = "reopened"
	case st.State == hearing.Mended:
		variant = "done"
	case st.State == hearing.Impossible && len(s.k.StepsOf(hearing.PauseBegan)) == 0:
		variant = "impossible"
	}
	if variant == "" {
		return
	}
	name := short(paper.Name(m))
	f := s.ofPaper(paper, variant, args{"what": name, "who": s.d.Organisation(m.Unit).Name, "on": st.Since.String(), "paper": s.paper(*paper)})
	f.Subject = string(m.Unit) + "–" + strconv.Itoa(m.Item) + "–" + name
}

// recipients are the units that a paper is served on, by its own services and those
// of ceremonies, each once.
func (s *terms) recipients(paper *hearing.Instrument) []hearing.ID {
	var out []hearing.ID
	s.services(paper, func(d *hearing.Delivery, _ *hearing.Announcement) {
		if d.Organisation != "" && !slices.Contains(out, d.Organisation) {
			out = append(out, d.Organisation)
		}
	})
	return out
}

// firstServed is the day of a paper's first service; unset while there is none.
func (s *terms) firstServed(paper *hearing.Instrument) calendar.Date {
	var first calendar.Date
	s.services(paper, func(d *hearing.Delivery, _ *hearing.Announcement) {
		if on := s.stage(served, d); !on.IsZero() && (first.IsZero() || on.Before(first)) {
			first = on
		}
	})
	return first
}

// seen is the day of the nth visit of an event's paper, or of any paper of its case,
// that is not before it and to its unit; again asks for those that look back.
func (s *terms) seen(e *event, nth int, again bool) calendar.Date {
	var days []calendar.Date
	for i := range s.papers {
		x := &s.papers[i]
		if x.Case != s.k.ID || e.paper != nil && x.ID != e.paper.ID {
			continue
		}
		for _, v := range x.Visits {
			if v.To(e.unit) && !v.On.Before(e.begin()) && (v.LookBack || !again) && !slices.Contains(days, v.On) {
				days = append(days, v.On)
			}
		}
	}
	slices.SortFunc(days, calendar.Date.Compare)
	if nth = max(nth, 1); nth > len(days) {
		return calendar.Date{}
	}
	return days[nth-1]
}
