package remind

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/due"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

// A seen is what the watch told.
type seen struct {
	badges   []string
	notified []string
	failed   []error
}

// watch watches a desk at a time that the test sets.
func watch(t *testing.T, d *storage.Desk, now *string, hour Hour) (*Watch, *seen) {
	t.Helper()
	s := &seen{}
	return &Watch{Run: work.Now(t.Context()), Desk: d, Judge: due.New(d, func() (*rules.Book, error) { return shown.Book(t), nil }),
		Now: func() time.Time { return shown.At(t, *now) }, Hour: func() Hour { return hour },
		Show:   func(late, today int) { s.badges = append(s.badges, fmt.Sprint(late, "+", today)) },
		Notify: func(title, text string) { s.notified = append(s.notified, title+"\n"+text) },
		Fail:   func(err error) { s.failed = append(s.failed, err) }}, s
}

// unanswered is the desk of the examples without the replies to the first
// one's recommendations, which are due on 2023-10-07.
func unanswered(t *testing.T) *storage.Desk {
	t.Helper()
	d := shown.Examples(t, "2023-07-01 12:00")
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
	h, err := d.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	h.State = hearing.Archived
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestItRemindsAtTheStartAndAtTheHour(t *testing.T) {
	now := "2023-10-07 07:00"
	w, s := watch(t, unanswered(t), &now, Usual)
	w.Start()
	if len(s.notified) != 1 || !strings.Contains(s.notified[0], "今天到期 3 项") || !strings.Contains(s.notified[0], "电动自行车") {
		t.Fatalf("at the start: %q", s.notified)
	}
	for _, x := range []struct {
		at   string
		want int
	}{{"2023-10-07 08:30", 2}, {"2023-10-07 09:00", 2}, {"2023-10-08 00:00", 2}, {"2023-10-08 08:30", 3}, {"2023-10-08 08:31", 3}} {
		now = x.at
		w.wake()
		if len(s.notified) != x.want {
			t.Errorf("%s: %d notifications: %q", x.at, len(s.notified), s.notified)
		}
	}
	if !strings.Contains(s.notified[2], "逾期 ") || strings.Contains(s.notified[2], "今天") {
		t.Errorf("a day later: %q", s.notified[2])
	}
	if len(s.failed) > 0 {
		t.Error(s.failed)
	}
}

func TestNothingToDoIsSilent(t *testing.T) {
	now := "2023-10-06 07:00"
	w, s := watch(t, shown.Empty(t, now), &now, Usual)
	w.Start()
	w.wake()
	if len(s.notified) > 0 || s.badges[0] != "0+0" {
		t.Errorf("said %q, counted %q", s.notified, s.badges)
	}
	now = "2023-10-08 09:00"
	w, s = watch(t, unanswered(t), &now, Off)
	w.wake()
	if len(s.notified) > 0 {
		t.Errorf("it was told not to remind, and said %q", s.notified)
	}
}

// TestTheCountFollowsTheFile has a reply come in, and then nothing.
func TestTheCountFollowsTheFile(t *testing.T) {
	now := "2023-10-08 07:00"
	d := unanswered(t)
	w, s := watch(t, d, &now, Usual)
	w.Start()
	a, err := d.Announcement(t.Context(), "a-e1")
	if err != nil {
		t.Fatal(err)
	}
	a.Deliveries[0].RepliedOn = calendar.NewDate(2023, 10, 7)
	if _, err := d.SaveAnnouncement(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	w.Changed()
	found := &w.found.Items[0]
	w.Changed()
	if len(s.badges) != 3 || s.badges[0] == s.badges[1] || s.badges[1] != s.badges[2] {
		t.Errorf("counted %q", s.badges)
	}
	if found != &w.found.Items[0] {
		t.Error("the file was read again although nothing was changed")
	}
}

// TestNobodyIsNamedOnTheScreen holds that a closed hearing is counted and not
// named, and that a public title hides who is masked on papers.
func TestNobodyIsNamedOnTheScreen(t *testing.T) {
	now := "2023-06-26 07:00"
	d := shown.Examples(t, now)
	h, err := d.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	h.State, h.Approvals = hearing.Notifying, nil
	h.Start, h.End = shown.At(t, "2023-06-26 14:30"), shown.At(t, "2023-06-26 16:30")
	for _, x := range []struct {
		open hearing.Openness
		want string
	}{{hearing.Public, "程某某赡养"}, {hearing.NotOpen, ""}} {
		h.Openness = x.open
		if h.Version, err = d.SaveHearing(t.Context(), h); err != nil {
			t.Fatal(err)
		}
		w, s := watch(t, d, &now, Usual)
		w.Start()
		if len(s.notified) != 1 || !strings.Contains(s.notified[0], "\n"+x.want) || strings.Contains(s.notified[0], "程桂兰") ||
			x.want == "" && strings.Contains(s.notified[0], "赡养") {
			t.Errorf("%s: %q", x.open, s.notified)
		}
	}
}

func TestWhenItWakes(t *testing.T) {
	for _, c := range []struct {
		now  string
		hour Hour
		want string
	}{
		{"2023-10-07 07:00", Usual, "2023-10-07 08:30"}, {"2023-10-07 08:30", Usual, "2023-10-08 00:00"},
		{"2023-10-07 00:00", Off, "2023-10-08 00:00"}, {"2023-12-31 23:59", 0, "2024-01-01 00:00"},
	} {
		if got := next(shown.At(t, c.now), c.hour); !got.Equal(shown.At(t, c.want)) {
			t.Errorf("%s, %s: %s, want %s", c.now, c.hour, got, c.want)
		}
	}
}

func TestTheHourIsKept(t *testing.T) {
	for _, s := range []string{"08:30", "00:00", "23:59", "off"} {
		if got := ParseHour(s).String(); got != s {
			t.Errorf("%s: %s", s, got)
		}
	}
	for _, s := range []string{"", "25:00", "早上"} {
		if got := ParseHour(s); got != Usual {
			t.Errorf("%q: %s", s, got)
		}
	}
	prefs := test.NewTempApp(t).Preferences()
	choice := NewSetting(prefs)
	if choice.Selected != "08:30" {
		t.Errorf("at first: %s", choice.Selected)
	}
	choice.SetSelected("不提醒")
	if Chosen(prefs) != Off || NewSetting(prefs).Selected != "不提醒" {
		t.Error("it cannot be switched off")
	}
	prefs.SetString(pref, "11:11")
	if o := NewSetting(prefs); o.Selected != "11:11" || !slices.Contains(o.Options, "09:00") {
		t.Errorf("an hour of one's own: %s of %v", o.Selected, o.Options)
	}
}
