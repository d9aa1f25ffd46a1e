package today_test

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/due"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/today"
)

func read(t testing.TB, d *storage.Desk, now string) today.Model {
	t.Helper()
	m, err := today.Read(t.Context(), d, shown.At(t, now))
	if err != nil {
		t.Fatal(err)
	}
	a, err := judging(t, d).Agenda(t.Context(), shown.At(t, now))
	if err != nil {
		t.Fatal(err)
	}
	return m.Judged(a)
}

// judging judges a desk by the book.
func judging(t testing.TB, d *storage.Desk) *due.Judging {
	t.Helper()
	return due.New(d, func() (*rules.Book, error) { return shown.Book(t), nil })
}

func TestNextSessions(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
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

func TestWhatWaitsForADate(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
	gone := hearing.Hearing{ID: "gone", State: hearing.Cancelled}
	if _, err := d.Import(t.Context(), hearing.Package{Hearings: []hearing.Hearing{gone, {ID: "unset"}}}); err != nil {
		t.Fatal(err)
	}
	m := read(t, d, "2023-07-18 08:00")
	if len(m.Unscheduled) != 1 || m.Unscheduled[0].Session != "unset" {
		t.Errorf("unscheduled: %+v", m.Unscheduled)
	}
}

// TestWhoseWork holds that one's own work is what one handles, leads or
// records.
func TestWhoseWork(t *testing.T) {
	m := read(t, shown.Examples(t, "2023-07-01 12:00"), "2023-06-20 08:00")
	all, clerk, nobody := m.Of(""), m.Of("许晚"), m.Of("无此人")
	if len(all.Items) == 0 || len(clerk.Items) == 0 || len(nobody.Items) > 0 {
		t.Errorf("%d of all, %d of the clerk, %d of nobody", len(all.Items), len(clerk.Items), len(nobody.Items))
	}
}

func TestEmptyDesk(t *testing.T) {
	if m := read(t, shown.Empty(t, "2023-07-01 12:00"), "2023-07-18 08:00"); !m.Empty {
		t.Errorf("%+v", m)
	}
}

func TestTabOf(t *testing.T) {
	for field, want := range map[string]string{"told": "told", "notice.posted_on": "plan", "attendance": "outcome", "participants": "people", "outcome.answers": "outcome",
		"opinions": "outcome", "deliveries": "served", "room": "plan", "": "plan", "approvals": "plan", "consents": "people"} {
		if got := today.TabOf(hearing.Finding{Field: field}); got != want {
			t.Errorf("%s: %s, want %s", field, got, want)
		}
	}
}

func TestDayOf(t *testing.T) {
	c := shown.Days(t)
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
