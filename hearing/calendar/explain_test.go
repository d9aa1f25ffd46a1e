package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing/calendar"
)

// brief writes lines on one another, to be read in a table.
func brief(lines []calendar.Line) string {
	var out []string
	for _, l := range lines {
		s := fmt.Sprintf("%s %s", l.Kind, l.Date)
		if !l.To.IsZero() {
			s += "–" + l.To.String()
		}
		if l.N != 0 {
			s += fmt.Sprint(" ", l.N)
		}
		for _, more := range []string{string(l.Unit), l.Name, l.Region} {
			if more != "" {
				s += " " + more
			}
		}
		if l.Strict {
			s += " strict"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestExplain(t *testing.T) {
	c := statutory(t)
	over, err := c.With(local(t, "2023-07-18 off 河灯节"))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []struct {
		name string
		got  []calendar.Line
		want string
	}{
		{"E1: two months into National Day", c.After(date(t, "2023-07-31"), calendar.Months(2)).Explain(),
			"start 2023-07-31; uncounted 2023-08-01; raw 2023-09-30 2 month; clamped 2023-09-30; rest 2023-09-30 国庆中秋; rest 2023-10-01 国庆中秋; " +
				"rest 2023-10-02 国庆中秋; rest 2023-10-03 国庆中秋; rest 2023-10-04 国庆中秋; rest 2023-10-05 国庆中秋; rest 2023-10-06 国庆中秋; " +
				"worked 2023-10-07 国庆中秋; due 2023-10-07"},
		{"V5: a Saturday that is worked, a short month", c.After(date(t, "2025-12-31"), calendar.Months(2)).Explain(),
			"start 2025-12-31; uncounted 2026-01-01; raw 2026-02-28 2 month; clamped 2026-02-28; worked 2026-02-28 春节; due 2026-02-28"},
		{"V6: no table", c.After(date(t, "2026-12-31"), calendar.Months(2)).Explain(),
			"start 2026-12-31; uncounted 2027-01-01; raw 2027-02-28 2 month; clamped 2027-02-28; rest 2027-02-28; unknown 2027-03-01 2027; due 2027-03-01"},
		{"a region's holiday", over.After(date(t, "2023-07-15"), calendar.Days(3)).Explain(),
			"start 2023-07-15; uncounted 2023-07-16; raw 2023-07-18 3 day; rest 2023-07-18 河灯节 澄河自治县; due 2023-07-19"},
		{"custody", c.After(date(t, "2023-09-27"), calendar.Period{N: 3, Unit: calendar.Day, Fixed: true}).Explain(),
			"start 2023-09-27; uncounted 2023-09-28; raw 2023-09-30 3 day; fixed 2023-09-30 国庆中秋; due 2023-09-30"},
		{"working days", c.After(date(t, "2023-06-19"), calendar.WorkingDays(6)).Explain(),
			"start 2023-06-19; uncounted 2023-06-20; skipped 2023-06-22–2023-06-24 3 端午节; counted 2023-06-25 端午节; raw 2023-06-28 6 working-day; due 2023-06-28"},
		{"pauses", c.Resume(date(t, "2023-07-31"), calendar.Days(15), pause(t, "2023-08-14", "2023-08-16"), pause(t, "2023-08-03", "2023-08-05")).Explain(),
			"start 2023-07-31; uncounted 2023-08-01; raw 2023-08-15 15 day; pause 2023-08-03–2023-08-05 2; pause 2023-08-14–2023-08-16 2; " +
				"moved 2023-08-19 4; rest 2023-08-19; rest 2023-08-20; due 2023-08-21"},
		{"a clock that stands", c.Resume(date(t, "2023-07-31"), calendar.Days(15), pause(t, "2023-08-10", "")).Explain(),
			"start 2023-07-31; uncounted 2023-08-01; raw 2023-08-15 15 day; open 2023-08-10 6 day"},
		{"as of a day", c.Resume(date(t, "2023-07-31"), calendar.Days(15), pause(t, "2023-08-10", "")).AsOf(date(t, "2023-08-16")).Explain(),
			"start 2023-07-31; uncounted 2023-08-01; raw 2023-08-15 15 day; open 2023-08-10 6 day; pause 2023-08-10–2023-08-16 6; moved 2023-08-21 6; due 2023-08-21"},
		{"as of the day it stopped", c.Resume(date(t, "2023-07-31"), calendar.WorkingDays(11), pause(t, "2023-08-15", "")).AsOf(date(t, "2023-08-14")).Explain(),
			"start 2023-07-31; uncounted 2023-08-01; skipped 2023-08-05–2023-08-06 2; skipped 2023-08-12–2023-08-13 2; raw 2023-08-15 11 working-day; " +
				"open 2023-08-15 1 working-day; pause 2023-08-15–2023-08-15; due 2023-08-15"},
		{"24 hours", c.AfterHours(time.Date(2023, 7, 21, 14, 30, 0, 0, time.UTC), calendar.Hours(24)).Explain(),
			"start 2023-07-21; uncounted 2023-07-21; raw 2023-07-22 24 hour; rest 2023-07-22; rest 2023-07-23; due 2023-07-24"},
		{"V17, strict", c.Before(date(t, "2026-02-18"), 3, true).Explain(),
			"event 2026-02-18; hard 2026-02-14 3 day strict; worked 2026-02-14 春节; advise 2026-02-14"},
		{"V14", c.Before(date(t, "2023-06-27"), 3, false).Explain(),
			"event 2023-06-27; hard 2023-06-24 3 day; rest 2023-06-24 端午节; rest 2023-06-23 端午节; rest 2023-06-22 端午节; advise 2023-06-21"},
		{"five working days before", c.Back(date(t, "2023-06-27"), calendar.WorkingDays(5), false).Explain(),
			"event 2023-06-27; skipped 2023-06-22–2023-06-24 3 端午节; counted 2023-06-25 端午节; hard 2023-06-19 5 working-day; advise 2023-06-19"},
		{"a month before the 31st", c.Back(date(t, "2023-07-31"), calendar.Months(1), false).Explain(),
			"event 2023-07-31; hard 2023-06-30 1 month; clamped 2023-06-30; advise 2023-06-30"},
	} {
		if got := brief(v.got); got != v.want {
			t.Errorf("%s:\n got %s\nwant %s", v.name, got, v.want)
		}
	}
}

// replay counts again from the lines alone.
func replay(lines []calendar.Line) (end calendar.Date) {
	for _, l := range lines {
		switch l.Kind {
		case calendar.LineRaw, calendar.LineMoved, calendar.LineHard:
			end = l.Date
		case calendar.LineRest:
			if l.Date != end {
				return calendar.Date{}
			}
			end = end.AddDays(1)
			if lines[0].Kind == calendar.LineEvent {
				end = end.AddDays(-2)
			}
		case calendar.LineFixed, calendar.LineWorked, calendar.LineDue, calendar.LineAdvise:
			if l.Date != end {
				return calendar.Date{}
			}
		}
	}
	return end
}
