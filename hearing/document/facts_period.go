package document

import (
	"strconv"
	"strings"

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
	var metrics []record
	for _, m := range p.Metrics {
		metrics = append(metrics, record{"name": Text(m.Name), "value": Text(m.Quantity.String())})
	}
	return record{"from": day(p.From), "to": day(p.To), "rows": rows, "all": []record{tally(p.All)}, "maker": Text(p.Maker),
		"shares": bars(p.Shares), "domains": bars(p.Domains), "months": bars(p.Months), "metrics": metrics}
}

// bars draws each bar of a chart with full blocks, which are as black on every
// printer and in Word.
func bars(list []hearing.PeriodBar) []record {
	const longest = 30
	out := make([]record, 0, len(list))
	for _, b := range list {
		n := int(b.Part*longest + 0.5)
		if b.N > 0 {
			n = max(n, 1)
		}
		out = append(out, record{"name": Text(b.Name), "n": Text(strconv.Itoa(b.N)), "share": Text(b.Share), "bar": Text(strings.Repeat("█", n))})
	}
	return out
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
