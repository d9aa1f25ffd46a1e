package calendar_test

import (
	"os"
	"strings"
	"testing"

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
		if due.Err != nil {
			t.Errorf("%s: %v", v.name, due.Err)
		}
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
