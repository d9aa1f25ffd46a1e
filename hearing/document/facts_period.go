package document

import (
	"strconv"

	"hearingdesk/hearing"
)

// periods make a paper once for what was counted of a period.
func periods(d hearing.Dossier) []target {
	if d.Period == nil {
		return nil
	}
	return []target{{}}
}

// counted is the table of a period: a row a type, and one of all.
func (x teller) counted() record {
	p := x.d.Period
	if p == nil {
		return nil
	}
	rows := make([]record, 0, len(p.Types))
	for _, t := range p.Types {
		rows = append(rows, tally(t))
	}
	return record{"from": day(p.From), "to": day(p.To), "rows": rows, "all": []record{tally(p.All)}, "maker": Text(p.Maker)}
}

func tally(t hearing.PeriodRow) record {
	r := record{"type": Text("合计")}
	if t.Type != "" {
		r["type"] = Text(t.Type.Term().Zh)
	}
	for key, n := range map[string]int{"cases": t.Cases, "sessions": t.Sessions, "public": t.Public, "streamed": t.Streamed, "simplified": t.Simplified,
		"on_site": t.OnSite, "officers": t.Officers, "supervisors": t.Supervisors, "spot": t.OnTheSpot, "adopted": t.Adopted, "postponed": t.Postponed} {
		r[key] = Text(strconv.Itoa(n))
	}
	return r
}
