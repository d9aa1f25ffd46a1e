package figures

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Period counts a package from the first to the last day by case type, for the
// printed table, in which nothing is counted by working days.
func Period(p hearing.Package, from, to calendar.Date, zone *time.Location) hearing.Period {
	whole := Counter{Days: &calendar.Calendar{}, Zone: zone}.Count(p, from, to)
	p.Instruments, p.Announcements = nil, nil // the table has none of them
	count := func(t hearing.CaseType) hearing.PeriodRow {
		r := Counter{Zone: zone}.Count(of(p, t), from, to)
		out := hearing.PeriodRow{Type: t, Cases: r.Cases.N, Sessions: r.Held.N, Public: r.Public.N, Officers: r.Officers.N, Supervisors: r.Supervisors.N,
			OnTheSpot: r.OnTheSpot.N, Adopted: r.Adopted.N, Postponed: r.Postponed.N}
		for _, f := range r.Forms {
			switch f.Form {
			case hearing.Streamed:
				out.Streamed = f.Figure.N
			case hearing.Simplified:
				out.Simplified = f.Figure.N
			case hearing.OnSite:
				out.OnSite = f.Figure.N
			}
		}
		return out
	}
	out := hearing.Period{From: from, To: to, All: count("")}
	for _, t := range hearing.CaseTypes {
		out.Types = append(out.Types, count(t))
	}
	whole.chart(&out)
	return out
}

// chart takes from a report what is drawn beside the table.
func (r Report) chart(p *hearing.Period) {
	for _, t := range r.Types {
		p.Shares = bar(p.Shares, t.Type.Term().Zh, t.Figure.N, t.Proportion)
	}
	for _, d := range r.Domains {
		name := "领域未填"
		if d.Of != "" {
			name = d.Of.Term().Zh
		}
		p.Domains = bar(p.Domains, name, d.Figure.N, d.Proportion)
	}
	most := 1
	for _, m := range r.Months {
		most = max(most, m.Held.N)
	}
	for _, m := range r.Months {
		p.Months = append(p.Months, hearing.PeriodBar{Name: m.Month, N: m.Held.N, Part: float64(m.Held.N) / float64(most)})
	}
	for _, m := range r.Metrics {
		p.Metrics = append(p.Metrics, m.Metric)
	}
}

// bar adds a part of a whole, where there is something of it.
func bar(to []hearing.PeriodBar, name string, n int, p Proportion) []hearing.PeriodBar {
	if n == 0 {
		return to
	}
	return append(to, hearing.PeriodBar{Name: name, N: n, Share: p.Share.String() + "%", Part: float64(p.Share) / whole})
}

// of leaves of a package the hearings of a type's cases, and in them these
// cases with their questions; of no type, everything.
func of(p hearing.Package, t hearing.CaseType) hearing.Package {
	if t == "" {
		return p
	}
	others := map[hearing.ID]bool{}
	known := map[hearing.ID]bool{}
	for _, c := range p.Cases {
		known[c.ID] = true
		is := c.Type
		if !slices.Contains(hearing.CaseTypes, is) {
			is = hearing.OtherCase
		}
		others[c.ID] = is != t
	}
	other := func(id hearing.ID) bool { return others[id] || !known[id] && t != hearing.OtherCase }
	var left []hearing.Hearing
	for _, h := range p.Hearings {
		h.Cases = slices.DeleteFunc(slices.Clone(h.Cases), other)
		if len(h.Cases) == 0 {
			continue
		}
		h.Questions = slices.DeleteFunc(slices.Clone(h.Questions), func(q hearing.Question) bool { return q.Case != "" && other(q.Case) })
		left = append(left, h)
	}
	p.Hearings = left
	return p
}
