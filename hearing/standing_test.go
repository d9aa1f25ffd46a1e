package hearing_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func date(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// TestPoolOn holds that the standing follows from the changes, and that a record
// without them is as it always was.
func TestPoolOn(t *testing.T) {
	changes := []hearing.PoolChange{
		{On: date("2025-06-01"), Status: hearing.PoolActive, Reason: "恢复"}, // not in order of the days
		{On: date("2025-03-01"), Status: hearing.PoolSuspended, Reason: "出国"},
		{On: date("2026-01-01"), Status: hearing.PoolEnded, Reason: "本人申请"},
		{On: date("2026-01-01"), Status: hearing.PoolActive, Reason: "同日撤回"},
	}
	for _, c := range []struct {
		name, on string
		person   hearing.Person
		want     hearing.PoolStatus
	}{
		{"an old record", "2025-03-01", hearing.Person{Pool: hearing.PoolSuspended}, hearing.PoolSuspended},
		{"nobody", "2025-03-01", hearing.Person{}, ""},
		{"the day before the first change", "2025-02-28", hearing.Person{Pool: hearing.PoolActive, PoolChanges: changes}, hearing.PoolActive},
		{"the same, and never in the pool before", "2025-02-28", hearing.Person{PoolChanges: changes}, ""},
		{"the day", "2025-03-01", hearing.Person{Pool: hearing.PoolActive, PoolChanges: changes}, hearing.PoolSuspended},
		{"the day before it is taken back", "2025-05-31", hearing.Person{PoolChanges: changes}, hearing.PoolSuspended},
		{"the day on which it is", "2025-06-01", hearing.Person{PoolChanges: changes}, hearing.PoolActive},
		{"of two on a day the later one", "2026-01-01", hearing.Person{PoolChanges: changes}, hearing.PoolActive},
	} {
		if got := c.person.PoolOn(date(c.on)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if c.person.InPool() != (c.person.Pool != "" || len(c.person.PoolChanges) > 0) {
			t.Errorf("%s: in the pool %v", c.name, c.person.InPool())
		}
	}
}

func TestHoldsOn(t *testing.T) {
	term := hearing.Appointment{Number: "7", From: date("2024-01-01"), Until: date("2028-12-31")}
	for on, want := range map[string]bool{"2023-12-31": false, "2024-01-01": true, "2028-12-31": true, "2029-01-01": false} {
		if term.HoldsOn(date(on)) != want {
			t.Errorf("%s: %v", on, !want)
		}
	}
	if open := (hearing.Appointment{Number: "7"}); !open.HoldsOn(date("2029-01-01")) || open.IsZero() || !(hearing.Appointment{}).IsZero() {
		t.Error("a term without days is shut, or none at all")
	}
	card := hearing.Certificate{Kind: "律师执业证", Until: date("2025-05-31")}
	if !card.ValidOn(date("2025-05-31")) || card.ValidOn(date("2025-06-01")) || !(hearing.Certificate{Kind: "高级工程师"}).ValidOn(date("2099-01-01")) {
		t.Error("a certificate is valid to its last day, and without one always")
	}
}
