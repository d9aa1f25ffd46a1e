package hearing_test

import (
	"testing"

	"hearingdesk/hearing"
)

func TestQuantitiesAreReadAndPrintedAsReported(t *testing.T) {
	for typed, want := range map[string]hearing.Quantity{
		"20余处":       {Value: "20", Unit: "处", Approx: hearing.Over},
		"1.03万元":     {Value: "1.03", Unit: "万元"},
		"1327.83平方米": {Value: "1327.83", Unit: "平方米"},
		"上万名居民":      {Value: "1", Unit: "万名居民", Approx: hearing.Above},
		"3万余人":       {Value: "3", Unit: "万人", Approx: hearing.Over},
		"约30家":       {Value: "30", Unit: "家", Approx: hearing.About},
		"13家":        {Value: "13", Unit: "家"},
	} {
		q, err := hearing.ParseQuantity(typed)
		if err != nil || q != want {
			t.Errorf("%s: %+v, %v; want %+v", typed, q, err, want)
		}
		if q.String() != typed {
			t.Errorf("%s is printed as %s", typed, q)
		}
	}
	for typed, want := range map[string]string{"２０多 处": "20余处", "1,327.83 平方米": "1327.83平方米"} {
		if q, err := hearing.ParseQuantity(typed); err != nil || q.String() != want {
			t.Errorf("%s: %s, %v; want %s", typed, q, err, want)
		}
	}
	for _, typed := range []string{"处", "20", "约20余处", "上20处", "余处", "1.处", "1.1234567亩", "-3处"} {
		if q, err := hearing.ParseQuantity(typed); err == nil {
			t.Errorf("%s is taken as %+v", typed, q)
		}
	}
}

func TestDifferentUnitsAreNeverAdded(t *testing.T) {
	var list []hearing.Quantity
	for _, s := range []string{"20余处", "1.03万元", "3处", "0.5万元", "上万名居民", "上万名居民", "约7处", "21.56亩"} {
		q, err := hearing.ParseQuantity(s)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, q)
	}
	var got []string
	for _, q := range hearing.SumQuantities(list) {
		got = append(got, q.String())
	}
	want := []string{"30余处", "1.53万元", "上万名居民", "21.56亩"}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"20余处", "1.03万元", "上万名居民", "约30家", "３万余人", "-1", "."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		q, err := hearing.ParseQuantity(typed)
		if err != nil || q == (hearing.Quantity{}) {
			return
		}
		again, err := hearing.ParseQuantity(q.String())
		if err != nil || again != q {
			t.Errorf("%q is %+v, printed %q, read again %+v, %v", typed, q, q, again, err)
		}
	})
}

func TestQuantityInColumns(t *testing.T) {
	for typed, want := range map[string][2]string{"20余处": {"20余", "处"}, "1.03万元": {"1.03", "万元"}, "上万名居民": {"上万", "名居民"}, "3万余人": {"3万余", "人"}, "约30家": {"约30", "家"}} {
		q, err := hearing.ParseQuantity(typed)
		if err != nil {
			t.Fatal(err)
		}
		if n, unit := q.Columns(); n != want[0] || unit != want[1] {
			t.Errorf("%s: %s %s", typed, n, unit)
		}
	}
}

func TestMetricsAreReadFromOneLine(t *testing.T) {
	const typed = "清除飞线充电20余处；打通消防通道 30余个;惠及：上万名居民"
	list, err := hearing.ParseMetrics(typed)
	if err != nil {
		t.Fatal(err)
	}
	if got := hearing.Metrics(list); got != "清除飞线充电20余处；打通消防通道30余个；惠及上万名居民" {
		t.Error(got)
	}
	for _, bad := range []string{"20余处", "清除飞线充电", "清除飞线充电20"} {
		if list, err := hearing.ParseMetrics(bad); err == nil {
			t.Errorf("%s is taken as %v", bad, list)
		}
	}
}

func TestUnitsAreCompleted(t *testing.T) {
	unit := func(name string) string {
		return map[string]string{"清除飞线充电": "处", "拆除违建": "平方米", "惠及居民": "人"}[name]
	}
	for typed, want := range map[string]string{
		"清除飞线充电20":             "清除飞线充电20处",
		"清除飞线充电20余":            "清除飞线充电20余处",
		"清除飞线充电：２０":            "清除飞线充电：２０处",
		"拆除违建1,327.83；惠及居民约30": "拆除违建1,327.83平方米；惠及居民约30人",
		"清除飞线充电20个":            "清除飞线充电20个", // another unit is for the rule to refuse
		"惠及居民上万名":              "惠及居民上万名",
		"种树20":                 "种树20",
		"清除飞线充电":               "清除飞线充电",
		"":                     "",
	} {
		if got := hearing.CompleteMetrics(typed, unit); got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
	}
}
