package rules

import (
	"fmt"
	"slices"

	"hearingdesk/hearing"
)

// A MetricKind is what sort of thing a metric counts (指标类别).
type MetricKind string

// The kinds.
const (
	MetricCount  MetricKind = "count"  // 处、辆、个、份、家
	MetricPeople MetricKind = "people" // 人、名
	MetricMoney  MetricKind = "money"  // 元、万元
	MetricArea   MetricKind = "area"   // 平方米、亩
	MetricVolume MetricKind = "volume" // 立方米、吨
)

// metricUnits are the units that metrics of a kind have; a count has any.
var metricUnits = map[MetricKind][]string{
	MetricCount: nil, MetricPeople: {"人", "名", "户"}, MetricMoney: {"元", "万元", "亿元"},
	MetricArea: {"平方米", "亩", "公顷", "平方公里"}, MetricVolume: {"立方米", "吨", "升"},
}

// A Metric is a name under which visits count what was done (指标名称), with the unit
// in which it is counted: what has one name and one unit can be held against an
// earlier visit, and added up.
type Metric struct {
	Name    string           `json:"name"`              // 清除飞线充电
	Unit    string           `json:"unit"`              // 处
	Kind    MetricKind       `json:"kind"`              //
	Domains []hearing.Domain `json:"domains,omitempty"` // in which it is usual; none: in all
}

// Metrics lists the names that are usual in a domain, those of it alone first. An
// office's own of one name takes the program's place.
func (t *Table) Metrics(of hearing.Domain) []Metric {
	var own, all []Metric
	for i, m := range t.metrics {
		later := slices.ContainsFunc(t.metrics[i+1:], func(x Metric) bool { return x.Name == m.Name })
		switch {
		case later:
		case len(m.Domains) == 0:
			all = append(all, m)
		case of == "" || slices.Contains(m.Domains, of):
			own = append(own, m)
		}
	}
	return append(own, all...)
}

// metrics adds their faults.
func (m *marked) metrics() {
	for i, x := range m.file.Metrics {
		at := fmt.Sprintf("metrics[%d]", i)
		m.needs(at, "name", x.Name, "unit", x.Unit, "kind", string(x.Kind))
		units, known := metricUnits[x.Kind]
		switch {
		case x.Kind != "" && !known:
			m.fault(at+".kind", BadValue, string(x.Kind), "count, people, money, area, volume")
		case x.Unit != "" && len(units) > 0 && !slices.Contains(units, x.Unit):
			m.fault(at+".unit", BadValue, x.Unit, fmt.Sprint(units))
		}
		for j, d := range x.Domains {
			if !slices.Contains(hearing.Domains, d) {
				m.fault(fmt.Sprintf("%s.domains[%d]", at, j), BadValue, string(d), "01 – 22, 99")
			}
		}
		if slices.ContainsFunc(m.file.Metrics[:i], func(o Metric) bool { return o.Name == x.Name }) {
			m.fault(at+".name", BadDuplicate, x.Name, "")
		}
	}
}
