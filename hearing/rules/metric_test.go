package rules_test

import (
	"errors"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

// TestMetricsOfADomain: its own names come first, those of all domains last, each
// once; an office's own unit takes the program's place.
func TestMetricsOfADomain(t *testing.T) {
	table := newDesk(t).table
	own, err := table.With(officeFile(`"metrics": [{"name": "腾退土地", "unit": "平方米", "kind": "area", "domains": ["04"]}]`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		table              *rules.Table
		of                 hearing.Domain
		first, also, never string
	}{
		{table, "20", "清除飞线充电 处", "整改消防安全隐患 处", "腾退土地"},
		{table, "04", "复垦耕地 亩", "腾退土地 亩", "清除飞线充电"},
		{own, "04", "复垦耕地 亩", "腾退土地 平方米", "腾退土地 亩"},
		{table, "21", "收回水费 元", "追缴水资源税 元", "复垦耕地"},
	} {
		seen := map[string]bool{}
		var all []string
		for _, m := range c.table.Metrics(c.of) {
			if seen[m.Name] {
				t.Errorf("domain %s: %s comes twice", c.of, m.Name)
			}
			seen[m.Name] = true
			all = append(all, m.Name+" "+m.Unit)
		}
		text := strings.Join(all, "、")
		if all[0] != c.first || !strings.Contains(text, c.also) || strings.Contains(text, c.never) || !strings.HasSuffix(text, "惠及居民 人") {
			t.Errorf("domain %s: %s", c.of, text)
		}
	}
	if n := len(table.Metrics("")); n < 25 {
		t.Errorf("of any domain only %d", n)
	}
}

// TestMetricsThatCannotBe are refused with their place.
func TestMetricsThatCannotBe(t *testing.T) {
	for text, path := range map[string]string{
		`{"name": "腾退土地", "unit": "元", "kind": "area"}`:                                            "metrics[0].unit",
		`{"name": "腾退土地", "unit": "亩", "kind": "land"}`:                                            "metrics[0].kind",
		`{"name": "腾退土地", "unit": "亩", "kind": "area", "domains": ["77"]}`:                         "metrics[0].domains[0]",
		`{"name": "腾退土地", "kind": "area"}`:                                                         "metrics[0].unit",
		`{"name": "甲", "unit": "亩", "kind": "area"}, {"name": "甲", "unit": "平方米", "kind": "area"}`: "metrics[1].name",
	} {
		_, err := newDesk(t).table.With(officeFile(`"metrics": [` + text + `]`))
		var faults rules.FileErrors
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Path != path {
			t.Errorf("%s: %v", text, err)
		}
	}
}
