package calendar_test

import (
	"errors"
	"reflect"
	"testing"

	"hearingdesk/hearing/calendar"
)

func pause(t testing.TB, from, to string) calendar.Pause {
	t.Helper()
	p := calendar.Pause{From: date(t, from)}
	if to != "" {
		p.To = date(t, to)
	}
	return p
}

// TestPauses holds that what was left of a period runs on when the clock does
// (DL27).
func TestPauses(t *testing.T) {
	c := statutory(t)
	type pauses [][2]string
	for _, v := range []struct {
		name, from string
		period     calendar.Period
		pauses     pauses
		raw, due   string
		stood      int
	}{
		{"ten days within two months", "2023-07-31", calendar.Months(2), pauses{{"2023-08-10", "2023-08-20"}}, "2023-10-10", "2023-10-10", 10},
		{"after the end", "2023-07-31", calendar.Months(2), pauses{{"2023-11-01", "2023-11-20"}}, "2023-09-30", "2023-10-07", 0},
		{"on the last day", "2023-07-31", calendar.Days(15), pauses{{"2023-08-15", "2023-09-01"}}, "2023-09-01", "2023-09-01", 17},
		{"on the day after the last", "2023-07-31", calendar.Days(15), pauses{{"2023-08-16", "2023-09-01"}}, "2023-08-15", "2023-08-15", 0},
		{"from the first day that counts", "2023-07-31", calendar.Days(3), pauses{{"2023-08-01", "2023-08-08"}}, "2023-08-10", "2023-08-10", 7},
		{"from before the trigger", "2023-07-31", calendar.Days(3), pauses{{"2023-07-20", "2023-08-08"}}, "2023-08-10", "2023-08-10", 7},
		{"over before the trigger", "2023-07-31", calendar.Days(3), pauses{{"2023-07-20", "2023-07-31"}}, "2023-08-03", "2023-08-03", 0},
		{"two", "2023-07-31", calendar.Days(15), pauses{{"2023-08-14", "2023-08-16"}, {"2023-08-03", "2023-08-05"}}, "2023-08-19", "2023-08-21", 4},
		{"the second reached only because of the first", "2023-07-31", calendar.Days(3), pauses{{"2023-08-02", "2023-08-12"}, {"2023-08-13", "2023-08-14"}}, "2023-08-14", "2023-08-14", 11},
		{"overlapping", "2023-07-31", calendar.Days(15), pauses{{"2023-08-03", "2023-08-10"}, {"2023-08-05", "2023-08-07"}, {"2023-08-08", "2023-08-12"}}, "2023-08-24", "2023-08-24", 9},
		{"touching", "2023-07-31", calendar.Days(15), pauses{{"2023-08-03", "2023-08-05"}, {"2023-08-05", "2023-08-07"}}, "2023-08-19", "2023-08-21", 4},
		{"of no day", "2023-07-31", calendar.Days(15), pauses{{"2023-08-03", "2023-08-03"}}, "2023-08-15", "2023-08-15", 0},
		{"the 31st of a short month", "2023-12-31", calendar.Months(2), pauses{{"2024-01-10", "2024-01-15"}}, "2024-03-05", "2024-03-05", 5},
		{"into a holiday", "2023-07-31", calendar.Months(1), pauses{{"2023-08-10", "2023-09-09"}}, "2023-09-30", "2023-10-07", 30},
		{"working days over a weekend", "2023-07-31", calendar.WorkingDays(5), pauses{{"2023-08-03", "2023-08-07"}}, "2023-08-09", "2023-08-09", 4},
		{"working days in the middle", "2023-07-31", calendar.WorkingDays(3), pauses{{"2023-08-02", "2023-08-09"}, {"2023-08-10", "2023-08-11"}}, "2023-08-11", "2023-08-11", 8},
		{"custody", "2023-09-27", calendar.Period{N: 3, Unit: calendar.Day, Fixed: true}, pauses{{"2023-09-28", "2023-09-29"}}, "2023-10-01", "2023-10-01", 1},
	} {
		var ps []calendar.Pause
		for _, p := range v.pauses {
			ps = append(ps, pause(t, p[0], p[1]))
		}
		due := c.Resume(date(t, v.from), v.period, ps...)
		if due.Err != nil || due.Open || due.Raw != date(t, v.raw) || due.On != date(t, v.due) || due.Stood != v.stood {
			t.Errorf("%s: raw %s, due %s, stood %d, %v", v.name, due.Raw, due.On, due.Stood, due.Err)
		}
		if v.stood == 0 && !reflect.DeepEqual(due, c.After(date(t, v.from), v.period)) {
			t.Errorf("%s: a pause that does not count leaves a trace: %+v", v.name, due)
		}
	}
}

// TestAnOpenPauseHasNoDueDate holds that a clock that stands says so, and says
// when the period would end at the earliest.
func TestAnOpenPauseHasNoDueDate(t *testing.T) {
	c := statutory(t)
	served := date(t, "2023-07-31")
	for _, p := range []calendar.Period{calendar.Days(15), calendar.WorkingDays(11)} { // both end on 2023-08-15
		due := c.Resume(served, p, pause(t, "2023-08-10", ""))
		left := map[calendar.Unit]int{calendar.Day: 6, calendar.WorkingDay: 4}[p.Unit]
		if !due.Open || !due.On.IsZero() || !due.Raw.IsZero() || due.Left != left || due.Err != nil {
			t.Errorf("%s: %+v", p, due)
		}
		for day, want := range map[string]string{"2023-08-01": "2023-08-15", "2023-08-10": "2023-08-15", "2023-08-17": "2023-08-22"} {
			if then := due.AsOf(date(t, day)); !then.Open || then.On != date(t, want) || then.Left != left {
				t.Errorf("%s as of %s: %s, open %t, left %d", p, day, then.On, then.Open, then.Left)
			}
		}
	}
	for _, v := range [][]calendar.Pause{
		{pause(t, "2023-08-16", "")},
		{pause(t, "2023-08-03", "2023-08-04"), pause(t, "2023-08-17", "")},
	} {
		if due := c.Resume(served, calendar.Days(15), v...); due.Open || due.On.IsZero() {
			t.Errorf("a pause after the end stops the clock: %+v", due)
		}
	}
	due := c.Resume(served, calendar.Days(15), pause(t, "2023-08-10", ""), pause(t, "2023-08-12", "2023-08-13"), pause(t, "2023-08-03", "2023-08-05"))
	if !due.Open || due.Stood != 2 || due.Left != 8 || len(due.Pauses) != 2 {
		t.Errorf("an open pause with others: %+v", due)
	}
	if on := due.AsOf(date(t, "2023-08-11")).On; on != date(t, "2023-08-18") {
		t.Errorf("as of the next day: %s", on)
	}
}

// TestWhatCannotBeCountedIsAnError holds that no nonsense comes out.
func TestWhatCannotBeCountedIsAnError(t *testing.T) {
	c := statutory(t)
	d := date(t, "2023-07-31")
	for name, v := range map[string]struct {
		from   calendar.Date
		period calendar.Period
		pause  []calendar.Pause
		want   error
	}{
		"0 days":           {d, calendar.Days(0), nil, calendar.ErrPeriod},
		"-3 days":          {d, calendar.Days(-3), nil, calendar.ErrPeriod},
		"0 months":         {d, calendar.Months(0), nil, calendar.ErrPeriod},
		"10001 days":       {d, calendar.Days(10001), nil, calendar.ErrPeriod},
		"weeks":            {d, calendar.Period{N: 3, Unit: "week"}, nil, calendar.ErrPeriod},
		"no unit":          {d, calendar.Period{N: 3}, nil, calendar.ErrPeriod},
		"hours of a date":  {d, calendar.Hours(24), nil, calendar.ErrPeriod},
		"no date":          {calendar.Date{}, calendar.Days(3), nil, calendar.ErrRange},
		"1900":             {date(t, "1900-01-01"), calendar.Days(3), nil, calendar.ErrRange},
		"before 1949":      {date(t, "1949-09-30"), calendar.Days(3), nil, calendar.ErrRange},
		"2200":             {date(t, "2200-01-01"), calendar.Days(3), nil, calendar.ErrRange},
		"out of 2100":      {date(t, "2100-12-30"), calendar.Months(1), nil, calendar.ErrRange},
		"833 years":        {d, calendar.Months(10000), nil, calendar.ErrRange},
		"9999":             {date(t, "9999-12-31"), calendar.WorkingDays(1), nil, calendar.ErrRange},
		"a backward pause": {d, calendar.Days(3), []calendar.Pause{pause(t, "2023-08-03", "2023-08-01")}, calendar.ErrPause},
		"no beginning":     {d, calendar.Days(3), []calendar.Pause{{To: d}}, calendar.ErrPause},
		"a pause in 1900":  {d, calendar.Days(3), []calendar.Pause{pause(t, "1900-08-03", "")}, calendar.ErrRange},
		"a pause to 2200":  {d, calendar.Days(3), []calendar.Pause{pause(t, "2023-08-03", "2200-01-01")}, calendar.ErrRange},
	} {
		due := c.Resume(v.from, v.period, v.pause...)
		if !errors.Is(due.Err, v.want) || !due.On.IsZero() || due.Explain() != nil {
			t.Errorf("%s: %v, due %s", name, due.Err, due.On)
		}
		if len(v.pause) == 0 && name != "out of 2100" && name != "9999" {
			if l := c.Back(v.from, v.period, false); !errors.Is(l.Err, v.want) || !l.Hard.IsZero() || l.Explain() != nil {
				t.Errorf("%s, backward: %v, hard %s", name, l.Err, l.Hard)
			}
		}
	}
	if l := c.Before(date(t, "1949-10-02"), 3, false); !errors.Is(l.Err, calendar.ErrRange) || !l.Advise.IsZero() {
		t.Errorf("a limit before 1949: %+v", l)
	}
	for _, far := range []calendar.Date{d.AddDays(1 << 40), d.AddDays(-1 << 40), d.AddMonths(1 << 40), calendar.NewDate(1<<40, 1, 1), calendar.NewDate(40000, 1, 1), calendar.NewDate(2023, 1, 1<<40), calendar.NewDate(0, 12, 31)} {
		if !far.IsZero() {
			t.Errorf("a date out of reach is %s", far)
		}
	}
	for _, s := range []string{"0000-12-31", "0000-01-01", "10000-01-01", "2023-02-29", "2023-7-1"} {
		if d, err := calendar.ParseDate(s); err == nil {
			t.Errorf("%q was read as %s", s, d)
		}
	}
}
