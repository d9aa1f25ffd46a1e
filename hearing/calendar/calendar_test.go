package calendar_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/6tail/lunar-go/HolidayUtil"

	"hearingdesk/hearing/calendar"
)

func statutory(t testing.TB) *calendar.Calendar {
	t.Helper()
	table, err := os.ReadFile("../../assets/calendar/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	c, err := calendar.Load(table)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func date(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestForward holds the vectors of periods that end after their trigger.
func TestForward(t *testing.T) {
	c := statutory(t)
	for _, v := range []struct {
		name, from string
		period     calendar.Period
		raw, due   string
	}{
		{"V1 three days into National Day", "2023-09-27", calendar.Days(3), "2023-09-30", "2023-10-07"},
		{"V2 two months into National Day", "2023-07-31", calendar.Months(2), "2023-09-30", "2023-10-07"},
		{"V3 to a month's last day", "2023-08-31", calendar.Months(2), "2023-10-31", "2023-10-31"},
		{"V4 the 29th to February", "2023-12-29", calendar.Months(2), "2024-02-29", "2024-02-29"},
		{"V4 the 30th to February", "2023-12-30", calendar.Months(2), "2024-02-29", "2024-02-29"},
		{"V4 the 31st to February", "2023-12-31", calendar.Months(2), "2024-02-29", "2024-02-29"},
		{"V5 a Saturday that is worked", "2025-12-31", calendar.Months(2), "2026-02-28", "2026-02-28"},
		{"V6 a year without a table", "2026-12-31", calendar.Months(2), "2027-02-28", "2027-03-01"},
		{"V7", "2023-09-15", calendar.Days(15), "2023-09-30", "2023-10-07"},
		{"V8 over the Spring Festival", "2026-01-31", calendar.Days(15), "2026-02-15", "2026-02-24"},
		{"V9", "2026-09-28", calendar.Days(3), "2026-10-01", "2026-10-08"},
		{"V9", "2026-09-29", calendar.Days(3), "2026-10-02", "2026-10-08"},
		{"V10 a Saturday that is worked", "2026-02-11", calendar.Days(3), "2026-02-14", "2026-02-14"},
		{"V11 a Sunday that is worked", "2026-08-21", calendar.Days(30), "2026-09-20", "2026-09-20"},
		{"V12 a Saturday", "2026-08-06", calendar.Days(30), "2026-09-05", "2026-09-07"},
		{"V13", "2026-08-10", calendar.Months(2), "2026-10-10", "2026-10-10"},
		{"V18 fifteen working days", "2023-06-27", calendar.WorkingDays(15), "2023-07-18", "2023-07-18"},
		{"E1 filing to service", "2023-06-20", calendar.Days(7), "2023-06-27", "2023-06-27"},
		{"E1 decision to service", "2023-07-28", calendar.Days(3), "2023-07-31", "2023-07-31"},
		{"E1 service to filing above", "2023-07-31", calendar.Days(5), "2023-08-05", "2023-08-07"},
		{"E1 end of rectification to the review's end", "2023-10-07", calendar.Months(1), "2023-11-07", "2023-11-07"},
		{"E3 urgent reply", "2023-09-15", calendar.Days(15), "2023-09-30", "2023-10-07"},
		{"custody never rolls", "2023-09-27", calendar.Period{N: 3, Unit: calendar.Day, Fixed: true}, "2023-09-30", "2023-09-30"},
	} {
		due := c.After(date(t, v.from), v.period)
		if due.Raw != date(t, v.raw) || due.On != date(t, v.due) {
			t.Errorf("%s: %s of %s is %s, %s; want %s, %s", v.name, v.period, v.from, due.Raw, due.On, v.raw, v.due)
		}
		if unknown := due.Unknown != 0; unknown != strings.HasPrefix(v.due, "2027") {
			t.Errorf("%s: unknown year %d", v.name, due.Unknown)
		}
	}
}

// TestBackward holds the vectors of periods that end before their event.
func TestBackward(t *testing.T) {
	c := statutory(t)
	for _, v := range []struct {
		name, event          string
		hard, advise         string
		strict, adviseStrict string
	}{
		{"V14 Dragon Boat", "2023-06-27", "2023-06-24", "2023-06-21", "2023-06-23", "2023-06-21"},
		{"V15 National Day", "2026-10-09", "2026-10-06", "2026-09-30", "2026-10-05", "2026-09-30"},
		{"V16 worked weekend", "2023-10-11", "2023-10-08", "2023-10-08", "2023-10-07", "2023-10-07"},
		{"V17 Spring Festival", "2026-02-26", "2026-02-23", "2026-02-14", "2026-02-22", "2026-02-14"},
		{"E1", "2023-07-18", "2023-07-15", "2023-07-14", "2023-07-14", "2023-07-14"},
		{"E3", "2023-09-12", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08"},
	} {
		for _, mode := range []struct {
			strict       bool
			hard, advise string
		}{{false, v.hard, v.advise}, {true, v.strict, v.adviseStrict}} {
			l := c.Before(date(t, v.event), 3, mode.strict)
			if l.Hard != date(t, mode.hard) || l.Advise != date(t, mode.advise) {
				t.Errorf("%s strict=%t: got %s, %s, want %s, %s", v.name, mode.strict, l.Hard, l.Advise, mode.hard, mode.advise)
			}
		}
	}
	if l := c.Before(date(t, "2027-03-01"), 3, false); l.Unknown != 2027 {
		t.Errorf("a hearing of 2027 does not say that the year's table is missing")
	}
}

// TestPauses holds that a clock that stood still ends later by as much.
func TestPauses(t *testing.T) {
	c := statutory(t)
	served := date(t, "2023-07-31")
	pause := calendar.Pause{From: date(t, "2023-08-10"), To: date(t, "2023-08-20")}
	if due := c.Resume(served, calendar.Months(2), pause); due.Raw != date(t, "2023-10-10") || due.On != date(t, "2023-10-10") {
		t.Errorf("got %s, %s", due.Raw, due.On)
	}
	late := calendar.Pause{From: date(t, "2023-11-01"), To: date(t, "2023-11-20")}
	if due := c.Resume(served, calendar.Months(2), late); due.On != date(t, "2023-10-07") {
		t.Errorf("a pause after the end moved it to %s", due.On)
	}
}

// TestPeriodsKeepTheirLaws goes through every day of eleven years.
func TestPeriodsKeepTheirLaws(t *testing.T) {
	c := statutory(t)
	last := map[calendar.Period]calendar.Date{}
	for d := date(t, "2013-01-01"); d.Year() < 2026; d = d.AddDays(1) {
		for _, p := range []calendar.Period{calendar.Days(3), calendar.Days(15), calendar.Months(1), calendar.Months(2), calendar.WorkingDays(15)} {
			due := c.After(d, p)
			if !c.Working(due.On) {
				t.Fatalf("%s after %s ends on a rest day, %s", p, d, due.On)
			}
			if due.On.Before(last[p]) {
				t.Fatalf("%s after %s ends before that of the day before", p, d)
			}
			last[p] = due.On
			if p.Unit == calendar.Month && due.Raw.Day() != d.Day() && due.Raw.AddDays(1).Day() != 1 {
				t.Fatalf("%s after %s ends on %s, neither the same day nor the month's last", p, d, due.Raw)
			}
		}
		if l := c.Before(d, 3, false); l.Advise.After(l.Hard) || !c.Working(l.Advise) {
			t.Fatalf("before %s: %+v", d, l)
		}
	}
}

// TestTableAgreesWithAnother compares every day with a table kept by others.
func TestTableAgreesWithAnother(t *testing.T) {
	c := statutory(t)
	for d := date(t, "2013-01-01"); d.Year() <= 2026; d = d.AddDays(1) {
		want := d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		if h := HolidayUtil.GetHoliday(d.String()); h != nil {
			want = h.IsWork()
		}
		if c.Working(d) != want {
			t.Errorf("%s: working is %t here and %t there", d, c.Working(d), want)
		}
	}
	if years := c.Years(); len(years) != 14 || years[0] != 2013 || !strings.Contains(c.Source(2026), "2026") {
		t.Errorf("years %v", years)
	}
}

func TestALocalHolidayLiesOnTop(t *testing.T) {
	c := statutory(t)
	local, err := c.With([]byte("2023-07-18,off,澄河水节\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := date(t, "2023-07-18")
	if local.Working(d) || !c.Working(d) || local.Name(d) != "澄河水节" {
		t.Error("the local holiday is not on top, or it changed the calendar below")
	}
}

func TestABrokenTableNamesItsLine(t *testing.T) {
	for table, line := range map[string]int{
		"year,2023,x\n2023-13-01,off,a\n": 2, "2023-01-01,rest,a\n": 1, "# c\n\n2023-01-01,off\n": 3, "year,xx,y\n": 1, "\"\n": 1,
	} {
		_, err := calendar.Load([]byte(table))
		var at *calendar.TableError
		if !errors.As(err, &at) || at.Line != line {
			t.Errorf("%q: got %v, want line %d", table, err, line)
		}
	}
}

func TestPartialDates(t *testing.T) {
	for s, want := range map[string][2]string{
		"1985": {"1985-01-01", "1985-12-31"}, "1985-02": {"1985-02-01", "1985-02-28"}, "1985-03-12": {"1985-03-12", "1985-03-12"},
	} {
		p, err := calendar.ParsePartial(s)
		if err != nil || p.String() != s || p.Earliest().String() != want[0] || p.Latest().String() != want[1] {
			t.Errorf("%s: %v, %v, %s–%s", s, p, err, p.Earliest(), p.Latest())
		}
	}
	for _, s := range []string{"85", "1985-13", "1985-02-30", "1985-3-1-1", "abcd", "1985-"} {
		if p, err := calendar.ParsePartial(s); err == nil {
			t.Errorf("%q was read as %v", s, p)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2023-07-18")
	f.Add("1985-03")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := calendar.ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q came back as %q", s, d)
		}
		if p, err := calendar.ParsePartial(s); err == nil && p.String() != s {
			t.Errorf("%q came back as %q", s, p)
		}
	})
}
