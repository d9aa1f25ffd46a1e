package today_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/today"
)

var zone = time.FixedZone("CST", 8*60*60)

func at(text string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		panic(err)
	}
	return t
}

func open(t testing.TB) *storage.Desk {
	t.Helper()
	n := 0
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"), storage.Options{Actor: "许晚", Now: func() time.Time { return at("2023-07-01 12:00") },
		NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d", n)) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// filled has the worked examples.
func filled(t testing.TB) *storage.Desk {
	t.Helper()
	d := open(t)
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

func days(t testing.TB) *calendar.Calendar {
	t.Helper()
	c, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func check(t testing.TB) today.Check {
	t.Helper()
	table, err := rules.Load(assets.Rules)
	if err != nil {
		t.Fatal(err)
	}
	c := days(t)
	return func(d hearing.Dossier, now time.Time) ([]hearing.Finding, error) {
		return table.Check(d, c, now, "zh"), nil
	}
}

func read(t testing.TB, d *storage.Desk, now string) today.Model {
	t.Helper()
	m, err := today.Read(t.Context(), d, check(t), at(now))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// said lists rule, urgency, day and tab of tasks.
func said(tasks []today.Task) []string {
	var out []string
	for _, k := range tasks {
		out = append(out, fmt.Sprintf("%s %d %s %s", k.Finding.Rule, k.Urgency, k.Due, k.Tab))
	}
	return out
}

func TestNextSessions(t *testing.T) {
	d := filled(t)
	for _, c := range []struct {
		now    string
		want   []hearing.ID
		beyond bool
	}{
		{"2023-06-20 08:00", []hearing.ID{"h-e2"}, true},
		{"2023-06-21 08:00", []hearing.ID{"h-e2"}, false},
		{"2023-06-27 18:00", []hearing.ID{"h-e2"}, false},
		{"2023-07-18 08:00", []hearing.ID{"h-e1"}, false},
		{"2023-09-13 08:00", nil, true},
	} {
		m := read(t, d, c.now)
		var got []hearing.ID
		for _, e := range m.Next {
			got = append(got, e.Session)
		}
		if c.now == "2023-06-20 08:00" { // the week has none: all that follow
			c.want = []hearing.ID{"h-e2", "h-e1", "a-e1", "h-e3"}
		}
		if !slices.Equal(got, c.want) || m.Beyond != c.beyond {
			t.Errorf("%s: %v beyond %v, want %v beyond %v", c.now, got, m.Beyond, c.want, c.beyond)
		}
	}
}

func TestReplyOverdueTwoMonthsAfterTheCeremony(t *testing.T) {
	d := filled(t)
	m := read(t, d, "2023-10-10 08:00")
	got := said(m.Of(today.Overdue))
	if !slices.Contains(got, "DL09 0 2023-10-07 served") {
		t.Errorf("overdue: %v", got)
	}
	if late := read(t, d, "2024-02-10 08:00"); len(late.Tasks) != 0 {
		t.Errorf("half a year later: %v", said(late.Tasks))
	}
}

func TestClashesAreNamedAndDraftsListed(t *testing.T) {
	d := filled(t)
	ctx := context.Background()
	p, err := d.Export(ctx)
	if err != nil {
		t.Fatal(err)
	}
	twin := hearing.Hearing{ID: "twin", State: hearing.Notifying, Cases: []hearing.ID{"c-e3"}}
	for _, h := range p.Hearings {
		if h.ID == "h-e1" {
			twin.Slot = h.Slot
		}
	}
	gone := hearing.Hearing{ID: "gone", State: hearing.Cancelled}
	if _, err := d.Import(ctx, hearing.Package{Hearings: []hearing.Hearing{twin, gone, {ID: "unset"}}}); err != nil {
		t.Fatal(err)
	}
	m := read(t, d, "2023-07-18 08:00")
	if len(m.Clashes) != 1 || m.Clashes[0].Finding.Subject != "听证室一" || m.Clashes[0].Urgency != today.Today {
		t.Errorf("clashes: %+v", m.Clashes)
	}
	if len(m.Unscheduled) != 1 || m.Unscheduled[0].Session != "unset" {
		t.Errorf("unscheduled: %+v", m.Unscheduled)
	}
	if !slices.IsSortedFunc(m.Tasks, func(a, b today.Task) int { return int(a.Urgency - b.Urgency) }) {
		t.Errorf("not by urgency: %v", said(m.Tasks))
	}
}

func TestEmptyDesk(t *testing.T) {
	if m := read(t, open(t), "2023-07-18 08:00"); !m.Empty {
		t.Errorf("%+v", m)
	}
}

func TestTabOf(t *testing.T) {
	for field, want := range map[string]string{"told": "told", "notice.posted_on": "told", "participants": "people", "outcome.answers": "outcome",
		"opinions": "outcome", "deliveries": "served", "room": "plan", "": "plan", "approvals": "plan", "consents": "people"} {
		if got := today.TabOf(hearing.Finding{Field: field}); got != want {
			t.Errorf("%s: %s, want %s", field, got, want)
		}
	}
}

func TestDayOf(t *testing.T) {
	c := days(t)
	for _, x := range []struct {
		day  calendar.Date
		want today.Day
	}{
		{calendar.NewDate(2023, 6, 22), today.Day{Holiday: "端午节"}},
		{calendar.NewDate(2023, 6, 25), today.Day{Working: true, Holiday: "端午节"}},
		{calendar.NewDate(2023, 7, 18), today.Day{Working: true}},
		{calendar.NewDate(2026, 11, 30), today.Day{Working: true}},
		{calendar.NewDate(2026, 12, 1), today.Day{Working: true, Missing: 2027}},
		{calendar.NewDate(2030, 1, 5), today.Day{Missing: 2030}},
	} {
		if got := today.DayOf(c, x.day); got != x.want {
			t.Errorf("%s: %+v, want %+v", x.day, got, x.want)
		}
	}
}
