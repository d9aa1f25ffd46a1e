package rules

import (
	"cmp"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// As returns the table as it is where rule sets apply from the given days: what
// belongs to a set is valid from its day, or not at all while no day is known.
// A day in force takes the place of the table's.
func (t *Table) As(force map[string]calendar.Date) *Table {
	raw := t.files()
	out := raw.clone()
	out.raw = raw
	days := map[string]calendar.Date{}
	for i, s := range out.sets {
		if on, ok := force[s.ID]; ok && !on.IsZero() {
			out.sets[i].From = on
		}
		days[s.ID] = out.sets[i].From
	}
	begins := func(set string, from *calendar.Date) bool { // reports whether it is never law
		if set == "" {
			return false
		}
		if on := days[set]; from.IsZero() || on.After(*from) {
			*from = on
		}
		return days[set].IsZero()
	}
	for k, list := range out.entries {
		if slices.ContainsFunc(list, func(e Entry) bool { return e.Set != "" }) {
			list = slices.Clone(list)
			for i := range list {
				begins(list[i].Set, &list[i].From)
			}
			list = slices.DeleteFunc(list, func(e Entry) bool { return e.Set != "" && days[e.Set].IsZero() })
			slices.SortStableFunc(list, func(a, b Entry) int { return -a.From.Compare(b.From) }) // the newest law first
			out.entries[k] = list
		}
	}
	out.templates = slices.DeleteFunc(out.templates, func(p Template) bool { return p.Set != "" && days[p.Set].IsZero() })
	for i := range out.templates {
		begins(out.templates[i].Set, &out.templates[i].From)
	}
	out.parts = slices.DeleteFunc(out.parts, func(p Part) bool { return p.Set != "" && days[p.Set].IsZero() })
	for i := range out.parts {
		begins(out.parts[i].Set, &out.parts[i].From)
	}
	out.names = slices.DeleteFunc(out.names, func(n Name) bool { return n.Set != "" && days[n.Set].IsZero() })
	for i := range out.names {
		n := &out.names[i]
		begins(n.Set, &n.From)
		if on := days[n.Until]; n.Until != "" && !on.IsZero() {
			n.To = on.AddDays(-1)
		}
	}
	for i := range out.domains {
		if d := &out.domains[i]; d.Set != "" && !days[d.Set].IsZero() {
			d.Statutory, d.From = true, days[d.Set]
		}
	}
	out.index()
	return out
}

// files is the table as the files have it, whichever rule sets apply.
func (t *Table) files() *Table {
	if t.raw != nil {
		return t.raw
	}
	return t
}

// Called is what a kind of instrument is called on a day in cases of a type:
// its long name, as on its head, and its short one. Without a type it is the
// name in cases of public interest.
func (t *Table) Called(kind hearing.InstrumentKind, on calendar.Date, types ...hearing.CaseType) (long, short hearing.Term) {
	var k hearing.CaseType
	if len(types) > 0 {
		k = types[0]
	}
	best := t.name(kind, on, k)
	if best == nil {
		return kind.Term(), kind.Term()
	}
	return hearing.Term{Zh: best.Zh, En: best.En}, hearing.Term{Zh: cmp.Or(best.ShortZh, best.Zh), En: cmp.Or(best.ShortEn, best.En)}
}

// name is what a kind of instrument is called; nil where the table does not say
// it. The name from the latest day counts.
func (t *Table) name(kind hearing.InstrumentKind, on calendar.Date, k hearing.CaseType) *Name {
	var best *Name
	for i := range t.names {
		n := &t.names[i]
		if n.Kind != kind || !within(on, n.From, n.To) || k != "" && len(n.Types) > 0 && !slices.Contains(n.Types, k) {
			continue
		}
		if best == nil || !n.From.Before(best.From) {
			best = n
		}
	}
	return best
}

// called names the kind of a paper, as the law of the day of its decision calls
// it; a paper that is not decided yet is named as today.
func (c *check) called(i *hearing.Instrument) string {
	on := i.DecidedOn
	if on.IsZero() {
		on = c.today
	}
	var k hearing.CaseType
	for j := range c.d.Cases {
		if c.d.Cases[j].ID == i.Case {
			k = c.d.Cases[j].Type
		}
	}
	n := c.table.name(i.Kind, on, k)
	switch {
	case n == nil:
		return c.term(i.Kind)
	case c.lang == "en":
		return n.En
	}
	return n.Zh
}
