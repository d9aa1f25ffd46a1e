package rules

import (
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// kinds adds the faults of names, domains, occasions, leads and approvals.
func (m *marked) kinds(k *lexicon) {
	for i, n := range m.file.Names {
		at := fmt.Sprintf("names[%d]", i)
		m.needs(at, "kind", string(n.Kind), "zh", n.Zh, "en", n.En, "title", n.Title, "basis", n.Basis)
		m.times(at, n.From, n.To, n.Set, k)
		if n.Until != "" && !k.sets[n.Until] {
			m.fault(at+".until", BadSet, n.Until, listed(k.sets))
		}
	}
	for i, d := range m.file.Domains {
		at := fmt.Sprintf("domains[%d]", i)
		m.needs(at, "code", string(d.Code), "zh", d.Zh, "en", d.En, "basis", d.Basis)
		m.times(at, d.From, calendar.Date{}, d.Set, k)
		if d.Code != "" && !slices.Contains(hearing.Domains, d.Code) {
			m.fault(at+".code", BadValue, string(d.Code), "01 – 22, 99")
		}
		if slices.ContainsFunc(m.file.Domains[:i], func(o DomainRule) bool { return o.Code == d.Code }) {
			m.fault(at+".code", BadDuplicate, string(d.Code), "")
		}
	}
	for i, o := range m.file.Occasions {
		at := fmt.Sprintf("occasions[%d]", i)
		m.needs(at, "type", string(o.Type), "zh", o.Zh, "en", o.En, "when.zh", o.When.Zh, "when.en", o.When.En, "title", o.Title, "article", o.Article)
		m.times(at, o.From, o.To, "", k)
		for j, x := range m.file.Occasions[:i] {
			if x.Type == o.Type && overlap(x.From, x.To, o.From, o.To) {
				m.clash(at+".type", string(o.Type), m, fmt.Sprintf("occasions[%d]", j))
			}
		}
	}
	m.volumes(k)
	m.standards()
	m.metrics()
	for i, l := range m.file.Leads {
		m.needs(fmt.Sprintf("leads[%d]", i), "code", string(l.Code), "zh", l.Zh, "en", l.En)
	}
	for i, a := range m.file.Approvals {
		at := fmt.Sprintf("approvals[%d]", i)
		m.needs(at, "kind", string(a.Kind), "zh", a.Zh, "en", a.En, "by.zh", a.By.Zh, "by.en", a.By.En, "when.zh", a.When.Zh, "when.en", a.When.En, "title", a.Title, "article", a.Article)
		m.times(at, a.From, a.To, "", k)
		for j, x := range m.file.Approvals[:i] {
			if x.Kind == a.Kind && overlap(x.From, x.To, a.From, a.To) {
				m.clash(at+".kind", string(a.Kind), m, fmt.Sprintf("approvals[%d]", j))
			}
		}
	}
}

// overlap reports whether two times have a day in common; unset ends are open.
func overlap(from, to, otherFrom, otherTo calendar.Date) bool {
	return (to.IsZero() || !otherFrom.After(to)) && (otherTo.IsZero() || !from.After(otherTo))
}

// twice adds a fault for whatever contradicts itself: two entries of one
// sentence, two periods or two templates that are valid on one day. What belongs
// to a rule set takes the place of the rest.
func twice(marks []*marked, faults *FileErrors) {
	before := make([]int, len(marks))
	for i, m := range marks {
		before[i] = len(m.faults)
	}
	entriesTwice(marks)
	periodsTwice(marks)
	templatesTwice(marks)
	partsTwice(marks)
	for i, m := range marks {
		if faults != &m.faults {
			*faults = append(*faults, m.faults[before[i]:]...)
		}
	}
}

// A spot is where something stands in one of several files.
type spot struct {
	m    *marked
	path string
}

// clash adds a fault: what stands at a path says something else than what
// stands in another place.
func (m *marked) clash(path, value string, other *marked, at string) {
	m.fault(path, BadOverlap, value, "")
	line, column := place(other.text, other.at[at])
	f := m.faults[len(m.faults)-1]
	f.Other = &FileError{Source: other.source, Line: line, Column: column, Path: at, Code: BadOverlap, Value: value}
}

func entriesTwice(marks []*marked) {
	seen, spots := map[string][]Entry{}, map[string][]spot{}
	for _, m := range marks {
		for i, e := range m.file.Rules {
			at, k := fmt.Sprintf("rules[%d]", i), e.key()
			for j, o := range seen[k] {
				if o.Set == e.Set && overlap(o.From, o.To, e.From, e.To) {
					m.clash(at, k, spots[k][j].m, spots[k][j].path)
				}
			}
			seen[k], spots[k] = append(seen[k], e), append(spots[k], spot{m, at})
		}
	}
}

func periodsTwice(marks []*marked) {
	var seen []*Period
	var spots []spot
	for _, m := range marks {
		for i := range m.file.Periods {
			p, at := &m.file.Periods[i], fmt.Sprintf("periods[%d]", i)
			for j, o := range seen {
				if o.same(p) {
					m.clash(at, p.ID, spots[j].m, spots[j].path)
				}
			}
			seen, spots = append(seen, p), append(spots, spot{m, at})
		}
	}
}

func templatesTwice(marks []*marked) {
	var seen []*Template
	var spots []spot
	for _, m := range marks {
		for i := range m.file.Templates {
			p, at := &m.file.Templates[i], fmt.Sprintf("templates[%d]", i)
			for j, o := range seen {
				if o.ID == p.ID && o.Set == p.Set && overlap(o.From, o.To, p.From, p.To) {
					m.clash(at+".id", p.ID, spots[j].m, spots[j].path+".id")
				}
			}
			seen, spots = append(seen, p), append(spots, spot{m, at})
		}
	}
}

// office adds the faults of an office's file over the program's: what weakens a
// rule of law that allows no exception, and what nothing would ever say.
//
// Such a rule keeps its severity, or gets a heavier one; it keeps what it bars,
// its number and its act, and stays without exception. A period of law keeps its
// length: only one of the house can be changed.
func (m *marked) office(program *Table) {
	for i, e := range m.file.Rules {
		at := fmt.Sprintf("rules[%d]", i)
		was := program.entries[e.key()]
		if len(was) == 0 && !m.spoken(program, e) {
			m.fault(at+".id", BadSilent, e.key(), "")
		}
		for _, w := range was {
			if w.House || w.Overridable || !overlap(w.From, w.To, e.From, e.To) {
				continue
			}
			switch {
			case weight(e.Severity) > weight(w.Severity):
				m.fault(at+".severity", BadLaw, string(e.Severity), string(w.Severity))
			case e.Overridable:
				m.fault(at+".overridable", BadLaw, "true", "false")
			case e.Bars != w.Bars && w.Bars != "":
				m.fault(at+".bars", BadLaw, string(e.Bars), string(w.Bars))
			case e.Asks != w.Asks && w.Asks != "" && e.Bars == "":
				m.fault(at+".asks", BadLaw, string(e.Asks), string(w.Asks))
			case e.N != w.N:
				m.fault(at+".n", BadLaw, fmt.Sprint(e.N), fmt.Sprint(w.N))
			case e.House, e.Citation() != w.Citation() && e.From.IsZero():
				m.fault(at+".article", BadLaw, e.Citation(), w.Citation())
			default:
				continue
			}
			break
		}
	}
	for i := range m.file.Periods {
		p := &m.file.Periods[i]
		for _, w := range program.periods {
			if w.ID == p.ID && !w.House && !w.PerCase {
				m.fault(fmt.Sprintf("periods[%d].id", i), BadLaw, p.ID, w.Length.String())
				break
			}
		}
	}
}

// spoken reports whether a period says an entry.
func (m *marked) spoken(program *Table, e Entry) bool {
	says := func(p Period) bool {
		return p.ID == e.ID && slices.ContainsFunc(variants, func(v string) bool { return p.variant(v) == e.Variant })
	}
	return slices.ContainsFunc(m.file.Periods, says) || slices.ContainsFunc(program.periods, says)
}
