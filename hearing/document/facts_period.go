package document

import (
	"fmt"
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
	out := record{"from": day(p.From), "to": day(p.To), "rows": rows, "all": []record{tally(p.All)}, "maker": Text(p.Maker),
		"shares": bars(p.Shares), "domains": bars(p.Domains), "months": bars(p.Months), "metrics": metrics}
	if p.Against != nil {
		out["against"], out["against_from"], out["against_to"] = compared(p), day(p.Against.From), day(p.Against.To)
	}
	return out
}

// compared sets each sum of the period beside that of the one that it is compared with.
func compared(p *hearing.Period) []record {
	was := p.Against.All.Numbers()
	out := make([]record, len(was))
	for i, n := range p.All.Numbers() {
		out[i] = record{"name": Text(periodColumns[i].name), "n": Text(strconv.Itoa(n)), "then": Text(strconv.Itoa(was[i])), "difference": Text(signed(n - was[i]))}
		if i < len(p.Growth) {
			out[i]["growth"] = Text(p.Growth[i])
		}
	}
	return out
}

func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
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
	for i, n := range t.Numbers() {
		r[periodColumns[i].key] = Text(strconv.Itoa(n))
	}
	return r
}

// periodColumns are the columns of the table, in the order of [hearing.PeriodRow.Numbers]:
// what texts call them, and what they are.
var periodColumns = []struct{ key, name string }{{"cases", "听证案件（件）"}, {"sessions", "听证会（场）"}, {"public", "公开（场）"}, {"streamed", "直播（场）"},
	{"simplified", "简易（场）"}, {"on_site", "上门（场）"}, {"officers", "听证员（人次）"}, {"supervisors", "人民监督员（人次）"}, {"spot", "当场决定（件）"},
	{"adopted", "采纳多数意见（项）"}, {"postponed", "延期（场）"}}
