package calendar_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/6tail/lunar-go/HolidayUtil"

	"hearingdesk/hearing/calendar"
)

// TestTableAgreesWithAnother compares every day with a table kept by others.
// That one forgot two days that the notice of 2013 has worked (testdata).
func TestTableAgreesWithAnother(t *testing.T) {
	c := statutory(t)
	forgot := map[string]bool{"2013-04-07": true, "2013-10-12": true}
	for d := date(t, "2013-01-01"); d.Year() <= 2026; d = d.AddDays(1) {
		want := d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		if h := HolidayUtil.GetHoliday(d.String()); h != nil {
			want = h.IsWork()
		}
		if (c.Working(d) == want) == forgot[d.String()] {
			t.Errorf("%s: working is %t here and %t there", d, c.Working(d), want)
		}
	}
	if years := c.Years(); len(years) != 14 || years[0] != 2013 || c.Known(2027) || c.Known(2012) {
		t.Errorf("years %v", years)
	}
	for _, table := range c.Tables() {
		if err := table.Validate(); err != nil || !strings.Contains(c.Source(table.Year), "国办发明电〔") {
			t.Errorf("%d: %v, source %q", table.Year, err, c.Source(table.Year))
		}
	}
}

func local(t testing.TB, days ...string) calendar.Table {
	t.Helper()
	table := calendar.Table{Year: 2023, Region: "澄河自治县", Source: "澄河自治县人大常委会决定"}
	for _, s := range days {
		f := strings.Fields(s)
		table.Days = append(table.Days, calendar.TableDay{Date: date(t, f[0]), Off: f[1] == "off", Name: f[2]})
	}
	return table
}

func TestALocalHolidayLiesOnTop(t *testing.T) {
	c := statutory(t)
	own := local(t, "2023-07-18 off 河灯节", "2023-10-06 work 河灯节")
	over, err := c.With(own)
	if err != nil {
		t.Fatal(err)
	}
	d := date(t, "2023-07-18")
	if over.Working(d) || !c.Working(d) || over.Name(d) != "河灯节（澄河自治县）" || c.Name(d) != "" {
		t.Error("the local holiday is not on top, or it changed the calendar below")
	}
	want := calendar.Status{Name: "河灯节", Region: "澄河自治县", Source: own.Source}
	if got := over.Day(d); got != want {
		t.Errorf("got %+v", got)
	}
	if !over.Working(date(t, "2023-10-06")) {
		t.Error("the local table does not lie over the national one")
	}
	own.Days[0].Name = "changed"
	if over.Day(d).Name != "河灯节" {
		t.Error("the calendar changes with the table it was given")
	}
	other, err := over.With(local(t, "2023-07-19 off 河灯节"))
	if err != nil || !other.Working(d) || other.Working(date(t, "2023-07-19")) {
		t.Errorf("a region's new table does not take the place of its old one: %v", err)
	}
	far := own
	far.Year, far.Days = 2031, []calendar.TableDay{{Date: date(t, "2031-07-18"), Off: true, Name: "河灯节"}}
	if over, err = c.With(far); err != nil || over.Known(2031) || over.Day(date(t, "2031-07-17")).Missing != 2031 || over.Day(far.Days[0].Date).Missing != 0 {
		t.Errorf("a region's table makes a year known: %v", err)
	}
}

func TestANationalTableTakesThePlaceOfItsYear(t *testing.T) {
	c := statutory(t)
	table := c.Tables()[10]
	table.Days = append(table.Days[:0:0], table.Days...)
	table.Days = append(table.Days, calendar.TableDay{Date: date(t, "2023-08-01"), Off: true, Name: "建军节"})
	more, err := c.With(table)
	if err != nil || more.Working(date(t, "2023-08-01")) || len(more.Tables()) != 14 {
		t.Errorf("%v, %d tables", err, len(more.Tables()))
	}
	if same, err := c.With(); err != nil || !reflect.DeepEqual(same, c) {
		t.Errorf("nothing added is not the same: %v", err)
	}
	text, err := json.Marshal(table)
	var back calendar.Table
	if err != nil || json.Unmarshal(text, &back) != nil || !reflect.DeepEqual(back, table) {
		t.Errorf("a table is not the same after storing: %v\n%s", err, text)
	}
}

func TestABadTableIsNotUsed(t *testing.T) {
	c := statutory(t)
	change := func(f func(*calendar.Table)) calendar.Table {
		x := local(t, "2023-07-18 off 河灯节", "2023-07-19 off 河灯节")
		f(&x)
		return x
	}
	for name, v := range map[string]struct {
		tables []calendar.Table
		fault  calendar.Fault
		index  int
	}{
		"no days":        {[]calendar.Table{change(func(x *calendar.Table) { x.Days = nil })}, calendar.FaultEmpty, -1},
		"no source":      {[]calendar.Table{change(func(x *calendar.Table) { x.Source = " " })}, calendar.FaultSource, -1},
		"1900":           {[]calendar.Table{change(func(x *calendar.Table) { x.Year = 1900 })}, calendar.FaultYear, -1},
		"2200":           {[]calendar.Table{change(func(x *calendar.Table) { x.Year = 2200 })}, calendar.FaultYear, -1},
		"another year":   {[]calendar.Table{change(func(x *calendar.Table) { x.Days[1].Date = date(t, "2022-12-24") })}, calendar.FaultReach, 1},
		"no date":        {[]calendar.Table{change(func(x *calendar.Table) { x.Days[1].Date = calendar.Date{} })}, calendar.FaultDate, 1},
		"no name":        {[]calendar.Table{change(func(x *calendar.Table) { x.Days[0].Name = "" })}, calendar.FaultName, 0},
		"a day twice":    {[]calendar.Table{change(func(x *calendar.Table) { x.Days[1].Date, x.Days[1].Off = x.Days[0].Date, false })}, calendar.FaultOverlap, 1},
		"a year twice":   {[]calendar.Table{change(func(*calendar.Table) {}), change(func(*calendar.Table) {})}, calendar.FaultOverlap, -1},
		"not complete":   {[]calendar.Table{change(func(x *calendar.Table) { x.Region = "" })}, calendar.FaultMissing, -1},
		"worked weekday": {[]calendar.Table{change(func(x *calendar.Table) { x.Region, x.Days[1].Off = "", false })}, calendar.FaultWork, 1},
		"two regions": {[]calendar.Table{change(func(*calendar.Table) {}), change(func(x *calendar.Table) {
			x.Region, x.Days[1].Off = "青岚县", false
		})}, calendar.FaultOverlap, 1},
	} {
		got, err := c.With(v.tables...)
		var e *calendar.TableError
		if got != nil || !errors.As(err, &e) || e.Fault != v.fault || e.Index != v.index {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestABrokenTableNamesItsPlace(t *testing.T) {
	for table, want := range map[string]calendar.TableError{
		"year,2023,x\n2023-13-01,off,a\n":      {Fault: calendar.FaultDate, Line: 2, Column: 1},
		"year,2023,x\n2023-01-01,rest,a\n":     {Fault: calendar.FaultKind, Line: 2, Column: 12},
		"# c\n\nyear,2023,x\n2023-01-01,off\n": {Fault: calendar.FaultFormat, Line: 4, Column: 1},
		"year,xx,y\n":                          {Fault: calendar.FaultYear, Line: 1, Column: 6},
		"year,1900,y\n":                        {Fault: calendar.FaultYear, Line: 1, Column: 6},
		"year,2200,y\n":                        {Fault: calendar.FaultYear, Line: 1, Column: 6},
		"year,2023,\n2023-01-01,off,a\n":       {Fault: calendar.FaultSource, Line: 1, Column: 1},
		"2023-01-01,off,a\n":                   {Fault: calendar.FaultReach, Line: 1, Column: 1},
		"year,2023,x\n2024-01-08,off,a\n":      {Fault: calendar.FaultReach, Line: 2, Column: 1},
		"year,2023,x\n2023-01-02,off,a\n2023-01-01,off,a\n2023-01-02,off,a\n": {Fault: calendar.FaultOverlap, Line: 4, Column: 1},
		"year,2023,x\n2023-01-01,off,a\nyear,2023,x\n2023-01-02,off,a\n":      {Fault: calendar.FaultOverlap, Line: 3, Column: 1},
		"year,2023,x\n2023-01-01,off,a\nyear,2024,x\n":                        {Fault: calendar.FaultEmpty, Line: 3, Column: 1},
		"year,2023,x\n2023-01-02,work,a\n":                                    {Fault: calendar.FaultWork, Line: 2, Column: 1},
		"\"\n":                                                                {Fault: calendar.FaultFormat, Line: 1, Column: 2},
		"":                                                                    {Fault: calendar.FaultEmpty, Line: 1, Column: 1},
		"year,2023,\xe9\x80\x9a\n2023-01-01,off,\xe5\x85\x83\n2023-01-01,of,b": {Fault: calendar.FaultKind, Line: 3, Column: 12},
	} {
		c, err := calendar.Load([]byte(table))
		var e *calendar.TableError
		if c != nil || !errors.As(err, &e) || e.Fault != want.Fault || e.Line != want.Line || e.Column != want.Column {
			t.Errorf("%q: got %v, want %+v", table, err, want)
		}
	}
}
