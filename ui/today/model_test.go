package today_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/today"
)

func read(t testing.TB, d *storage.Desk, now string) today.Model {
	t.Helper()
	m, err := today.Read(t.Context(), d, shown.Check(t), shown.At(t, now))
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

func TestReplyIsOverdueUntilItCame(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
	overdue := func(now string) bool {
		m := read(t, d, now)
		return slices.Contains(said(m.Of(today.Overdue)), "DL09 0 2023-10-07 served")
	}
	if overdue("2023-10-10 08:00") {
		t.Error("a reply that came, late, is still asked for")
	}
	a, err := d.Announcement(t.Context(), "a-e1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Deliveries {
		a.Deliveries[i].RepliedOn = calendar.Date{}
	}
	if _, err := d.SaveAnnouncement(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]bool{"2023-10-07 08:00": false, "2023-10-08 08:00": true, "2023-10-10 08:00": true, "2024-02-10 08:00": false} {
		if overdue(now) != want {
			t.Errorf("%s: overdue is %v", now, !want)
		}
	}
}

func TestLateNoticeIsMendedOnlyBeforeTheHearing(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
	h, err := d.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	h.State = hearing.Notifying
	for i := range h.Participants {
		h.Participants[i].Waiver = nil
	}
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]bool{"2023-07-17 08:00": true, "2023-07-19 08:00": false} {
		m := read(t, d, now)
		found := slices.ContainsFunc(m.Tasks, func(k today.Task) bool { return k.Finding.Rule == "DL01" && k.Finding.Severity == hearing.Blocked })
		if found != want {
			t.Errorf("%s: asked for is %v: %v", now, found, said(m.Tasks))
		}
	}
}

func TestClashesAreNamedAndDraftsListed(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
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
	var missing []string
	for _, k := range m.Tasks {
		if k.Finding.Missing() && k.Entry.Session == "unset" {
			missing = append(missing, k.Finding.Text)
		}
	}
	if len(missing) != 1 || missing[0] != "还有 7 项没有填写。" {
		t.Errorf("not filled in: %v", missing)
	}
	if len(m.Unscheduled) != 1 || m.Unscheduled[0].Session != "unset" {
		t.Errorf("unscheduled: %+v", m.Unscheduled)
	}
	if !slices.IsSortedFunc(m.Tasks, func(a, b today.Task) int { return int(a.Urgency - b.Urgency) }) {
		t.Errorf("not by urgency: %v", said(m.Tasks))
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
