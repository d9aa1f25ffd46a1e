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
	return out
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
