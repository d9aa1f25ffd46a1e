package hearing

import (
	"cmp"
	"slices"

	"hearingdesk/hearing/calendar"
)

// A Matter is what is followed by itself until it is struck off (督促事项): an item
// of a recommendation, for one of the units that it was served on; or, where the
// item has a list, one subject of that.
type Matter struct {
	Unit    ID
	Item    int // counted from 1
	Subject ID
}

// A Standing is how a matter stands on a day.
type Standing struct {
	Matter   Matter
	State    ItemState
	Since    calendar.Date // day of the visit that found it so; unset: no visit did
	Visit    ID            // that visit
	Closure  *Closure      // by which it is struck off; nil: it is not
	Reopened bool          // it was struck off, and found undone again
	Metrics  []Metric      // as last counted, each name once
	Seen     int           // visits that looked into it
}

// Closed reports whether it is struck off.
func (s Standing) Closed() bool { return s.Closure != nil }

// A Progress counts matters.
type Progress struct {
	All      int // matters (督促事项)
	Mended   int // found done (已整改)
	Closed   int // struck off (销号)
	Reopened int // struck off once, and open again
}

// Done reports whether everything is done, and there is something.
func (p Progress) Done() bool { return p.All > 0 && p.Mended == p.All }

// Over reports whether everything is struck off, and there is something.
func (p Progress) Over() bool { return p.All > 0 && p.Closed == p.All }

// Matters lists what is followed of a recommendation that was served on some units:
// each item for each unit, and each subject of an item that has a list.
func (i Instrument) Matters(units []ID) []Matter {
	if len(units) == 0 {
		units = []ID{""}
	}
	var out []Matter
	for n := range i.Items {
		list := i.SubjectsOf(n + 1)
		for _, s := range list {
			out = append(out, Matter{Item: n + 1, Subject: s.ID})
		}
		if len(list) > 0 {
			continue
		}
		for _, u := range units {
			out = append(out, Matter{Unit: u, Item: n + 1})
		}
	}
	return out
}

// SubjectsOf lists the subjects of an item, counted from 1.
func (i Instrument) SubjectsOf(item int) []Subject {
	return slices.DeleteFunc(slices.Clone(i.Subjects), func(s Subject) bool { return s.Item != item })
}

// Standing says how a matter stands at the end of a day; of an unset day, after
// everything that is recorded. On one day visits come before closures.
func (i Instrument) Standing(m Matter, day calendar.Date) Standing {
	s := Standing{Matter: m, State: NotBegun}
	over := func(on calendar.Date) bool { return !day.IsZero() && on.After(day) }
	closures := i.closures()
	for _, v := range i.VisitsInOrder() {
		if over(v.On) {
			break
		}
		closures = s.strike(closures, func(c Closure) bool { return c.On.Before(v.On) })
		s.see(v)
	}
	s.strike(closures, func(c Closure) bool { return !over(c.On) })
	return s
}

// strike takes the closures of an order as long as they hold.
func (s *Standing) strike(list []Closure, holds func(Closure) bool) []Closure {
	for len(list) > 0 && holds(list[0]) {
		if c := list[0]; c.Of(s.Matter) {
			s.Closure, s.Reopened = &c, false
		}
		list = list[1:]
	}
	return list
}

// see takes what a visit found.
func (s *Standing) see(v Visit) {
	seen := false
	for _, f := range v.Found {
		if !v.finds(f, s.Matter) {
			continue
		}
		seen = true
		s.State, s.Since, s.Visit = f.State, v.On, v.ID
		for _, m := range f.Metrics {
			if at := slices.IndexFunc(s.Metrics, func(x Metric) bool { return x.Name == m.Name }); at >= 0 {
				s.Metrics[at] = m
			} else {
				s.Metrics = append(s.Metrics, m)
			}
		}
		if f.State != Mended && s.Closure != nil {
			s.Closure, s.Reopened = nil, true
		}
	}
	if seen {
		s.Seen++
	}
}

// Progress counts the matters of a recommendation as they stand on a day.
func (i Instrument) Progress(units []ID, day calendar.Date) Progress {
	var p Progress
	for _, m := range i.Matters(units) {
		p.Add(i.Standing(m, day))
	}
	return p
}

// Add counts one matter.
func (p *Progress) Add(s Standing) {
	p.All++
	if s.State == Mended {
		p.Mended++
	}
	if s.Closed() {
		p.Closed++
	}
	if s.Reopened {
		p.Reopened++
	}
}

// ClosedOn is the day on which the last matter was struck off; unset while one is
// open.
func (i Instrument) ClosedOn(units []ID, day calendar.Date) calendar.Date {
	var last calendar.Date
	for _, m := range i.Matters(units) {
		s := i.Standing(m, day)
		if !s.Closed() {
			return calendar.Date{}
		}
		if s.Closure.On.After(last) {
			last = s.Closure.On
		}
	}
	return last
}

// VisitsInOrder lists the visits by day.
func (i Instrument) VisitsInOrder() []Visit {
	out := slices.Clone(i.Visits)
	slices.SortStableFunc(out, func(a, b Visit) int { return a.On.Compare(b.On) })
	return out
}

// closures lists the closures by day.
func (i Instrument) closures() []Closure {
	out := slices.Clone(i.Closures)
	slices.SortStableFunc(out, func(a, b Closure) int { return a.On.Compare(b.On) })
	return out
}

// Units lists the units and persons that a paper is served on, or is to be: by its
// own services and those of ceremonies. Each comes once, in the order of the
// services.
func (f CaseFile) Units(paper ID) []ID { return f.Recipients()[paper] }

// Recipients are the [CaseFile.Units] of every paper.
func (f CaseFile) Recipients() map[ID][]ID {
	out := map[ID][]ID{}
	for _, s := range f.Services() {
		id := cmp.Or(s.Delivery.Organisation, s.Delivery.Person)
		if paper := s.Instrument.ID; id != "" && !slices.Contains(out[paper], id) {
			out[paper] = append(out[paper], id)
		}
	}
	return out
}
