package figures

import (
	"cmp"
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// A MetricFigure is what was reached of one thing, in one unit (成效指标): 清除飞线充电
// 20余处. The figure counts the items of advice that it was counted from.
type MetricFigure struct {
	hearing.Metric
	Figure Figure `json:"figure"`
}

// A reached is what one thing is counted by once: a case's item of advice, or one
// of its list.
type reached struct {
	of      hearing.ID // the case
	item    string
	subject string
	name    string
}

// metrics sums what visits of the period counted last, by name and unit: one
// metric of one item of a case once, whatever papers and visits repeat it.
func (c *counting) metrics(papers []hearing.Instrument) {
	type counted struct {
		what  reached
		paper hearing.ID
		hearing.Metric
	}
	var last []counted
	at := map[reached]int{} // where in last
	for _, s := range c.visits(papers) {
		for _, f := range s.visit.Found {
			what := reached{of: cmp.Or(s.paper.Case, s.paper.ID), item: s.item(f), subject: s.subject(f)}
			for _, m := range f.Metrics {
				what.name = m.Name
				n := counted{what, s.paper.ID, m}
				if i, again := at[what]; again {
					last[i] = n
					continue
				}
				at[what] = len(last)
				last = append(last, n)
			}
		}
	}
	var names []string
	byName := map[string][]hearing.Quantity{}
	for _, n := range last {
		if byName[n.Name] == nil {
			names = append(names, n.Name)
		}
		byName[n.Name] = append(byName[n.Name], n.Quantity)
	}
	for _, name := range names {
		for _, q := range hearing.SumQuantities(byName[name]) {
			m := MetricFigure{Metric: hearing.Metric{Name: name, Quantity: q}}
			for _, n := range last {
				if n.Name == name && n.Unit == q.Unit && (n.Approx == hearing.Above) == (q.Approx == hearing.Above) {
					m.Figure.addPaper(n.paper, "")
					behind(&m.Figure.Cases, n.what.of)
				}
			}
			c.r.Metrics = append(c.r.Metrics, m)
		}
	}
}

// A seen is a visit with its recommendation.
type seen struct {
	paper hearing.Instrument
	visit hearing.Visit
}

// visits lists the visits of the period by their days.
func (c *counting) visits(papers []hearing.Instrument) []seen {
	var out []seen
	for _, i := range papers {
		for _, v := range i.Visits {
			if c.within(v.On) {
				out = append(out, seen{i, v})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b seen) int { return a.visit.On.Compare(b.visit.On) })
	return out
}

// item is the text of the item that was looked at: the same text in another
// paper of the case is the same item.
func (s seen) item(f hearing.Found) string {
	if f.Item < 1 || f.Item > len(s.paper.Items) {
		return string(s.paper.ID)
	}
	return strings.Join(strings.Fields(s.paper.Items[f.Item-1]), "")
}

// subject is which of the item's list it was; of other visits, which units.
func (s seen) subject(f hearing.Found) string {
	if f.Subject != "" {
		return string(f.Subject)
	}
	units := make([]string, len(s.visit.Units))
	for i, u := range s.visit.Units {
		units[i] = string(u)
	}
	slices.Sort(units)
	return strings.Join(units, " ")
}
