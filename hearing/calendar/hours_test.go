package calendar_test

import (
	"errors"
	"testing"
	"time"

	"hearingdesk/hearing/calendar"
)

// TestHours holds how a period of hours ends: on the hour, and never on a rest
// day but for custody.
func TestHours(t *testing.T) {
	c := statutory(t)
	zone := time.FixedZone("", 8*3600)
	for _, v := range []struct {
		name, from string
		n          int
		fixed      bool
		on, at     string
	}{
		{"within an hour", "2023-07-18 14:30", 24, false, "2023-07-19", "2023-07-19 15:00"},
		{"on the hour", "2023-07-18 14:00", 24, false, "2023-07-19", "2023-07-19 15:00"},
		{"a minute later", "2023-07-18 15:00", 24, false, "2023-07-19", "2023-07-19 16:00"},
		{"to midnight is the day before", "2023-07-17 23:10", 24, false, "2023-07-18", "2023-07-19 00:00"},
		{"Friday's midnight is no Saturday", "2023-07-20 23:10", 24, false, "2023-07-21", "2023-07-22 00:00"},
		{"into a weekend", "2023-07-21 14:30", 24, false, "2023-07-24", "2023-07-25 00:00"},
		{"into a holiday", "2023-09-28 10:00", 48, false, "2023-10-07", "2023-10-08 00:00"},
		{"a Saturday that is worked", "2026-02-27 09:15", 24, false, "2026-02-28", "2026-02-28 10:00"},
		{"custody does not roll", "2023-09-28 10:00", 24, true, "2023-09-29", "2023-09-29 11:00"},
		{"one hour", "2023-07-18 14:30", 1, false, "2023-07-18", "2023-07-18 16:00"},
	} {
		from, err := time.ParseInLocation("2006-01-02 15:04", v.from, zone)
		if err != nil {
			t.Fatal(err)
		}
		due := c.AfterHours(from, calendar.Period{N: v.n, Unit: calendar.Hour, Fixed: v.fixed})
		if due.Err != nil || due.On != date(t, v.on) || due.At.Format("2006-01-02 15:04") != v.at {
			t.Errorf("%s: %s, %s, %v", v.name, due.On, due.At, due.Err)
		}
		lines := due.Explain()
		if l := lines[len(lines)-1]; l.Kind != calendar.LineDue || !l.At.Equal(due.At) || !lines[0].At.Equal(from) {
			t.Errorf("%s: explained as %+v", v.name, lines)
		}
	}
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, zone)
	if due := c.AfterHours(now, calendar.Hours(24)); due.Unknown != 2027 {
		t.Errorf("2027: unknown is %d", due.Unknown)
	}
	for _, due := range []calendar.Due{c.AfterHours(now, calendar.Hours(0)), c.AfterHours(now, calendar.Days(1)), c.AfterHours(time.Time{}, calendar.Hours(1))} {
		if due.Err == nil || !due.On.IsZero() || !errors.Is(due.Err, calendar.ErrPeriod) && !errors.Is(due.Err, calendar.ErrRange) {
			t.Errorf("%+v", due)
		}
	}
}
