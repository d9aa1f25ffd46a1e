package today_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/today"
	"hearingdesk/ui/words"
)

// show draws the page at a time.
func show(t *testing.T, d *storage.Desk, now, picture string) (fyne.Window, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	page := today.New(sh, d, judging(t, d))
	shown.Show(sh, page.Object())
	page.Show(shell.Place{Kind: shell.Today})
	shown.Picture(t, sh.Window, picture)
	if m := page.Object().MinSize(); m.Width > shown.Width {
		t.Errorf("%s is %.0f wide", picture, m.Width)
	}
	if len(told.Failed) > 0 {
		t.Error(told.Failed)
	}
	return sh.Window, told
}

// presses lists what can be opened, from the top.
func presses(o fyne.CanvasObject) []*look.Press {
	var out []*look.Press
	for _, x := range test.LaidOutObjects(o) {
		if p, ok := x.(*look.Press); ok {
			out = append(out, p)
		}
	}
	return out
}

func TestPageOnTheWorkedExamples(t *testing.T) {
	w, told := show(t, shown.Examples(t, "2023-07-01 12:00"), "2023-07-17 08:30", "today")
	first := presses(w.Content())[0]
	test.Tap(first)
	w.Canvas().Focus(first)
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := shell.Place{Kind: shell.Hearing, ID: "h-e1"}
	if !slices.Equal(told.Went, []shell.Place{want, want}) {
		t.Errorf("a click and Enter lead to %+v", told.Went)
	}
}

func TestOverdueReplyLeadsToTheService(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
	a, err := d.Announcement(t.Context(), "a-e1")
	if err != nil {
		t.Fatal(err)
	}
	a.Deliveries[2].RepliedOn = calendar.Date{}
	if _, err := d.SaveAnnouncement(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	w, told := show(t, d, "2023-10-10 08:30", "today-overdue")
	for _, p := range presses(w.Content()) {
		test.Tap(p)
	}
	if want := (shell.Place{Kind: shell.Announcement, ID: "a-e1", Tab: "served"}); !slices.ContainsFunc(told.Went, func(at shell.Place) bool { return at.Finding != "" && at.Standing() == want }) {
		t.Errorf("nothing leads to the service of the announcement: %+v", told.Went)
	}
}

func TestPageOfAnEmptyDesk(t *testing.T) {
	show(t, shown.Empty(t, "2023-07-01 12:00"), "2026-12-02 08:30", "today-empty")
}

func TestPageWithUglyData(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
	long := strings.Repeat("澄河区梧桐苑锦绣家园电动自行车", 3)[:40*3]
	p := hearing.Package{Rooms: []hearing.Room{{ID: "long", Name: long, Kind: hearing.OtherPlace}}}
	for i := range 12 {
		h := hearing.Hearing{ID: hearing.ID(fmt.Sprintf("u%d", i)), Title: long, State: hearing.Notifying, Openness: hearing.NotOpen, Presider: "p-gu",
			Forms: []hearing.Form{hearing.Streamed}, Slot: hearing.Slot{Room: "long", Start: shown.At(t, "2023-07-18 09:00").AddDate(0, 0, i/3), End: shown.At(t, "2023-07-18 11:00").AddDate(0, 0, i/3)}}
		if i > 8 {
			h.Slot = hearing.Slot{}
		}
		for j := range 40 {
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("x%d", j)), Role: hearing.AgencyRep, Organisation: "o-zhujian"})
		}
		p.Hearings = append(p.Hearings, h)
	}
	if _, err := d.Import(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	show(t, d, "2023-07-17 08:30", "today-ugly")
	for name, mode := range map[string]look.Mode{"today-dark": look.Dark, "today-en": look.Light} {
		if mode == look.Light {
			if err := words.Use(words.English); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = words.Use(words.Chinese) }) // Chinese needs no catalogue
		}
		sh, _ := shown.Shell(t, "2023-07-17 08:30")
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
		page := today.New(sh, d, judging(t, d))
		shown.Show(sh, page.Object())
		page.Show(shell.Place{Kind: shell.Today})
		shown.Picture(t, sh.Window, name)
	}
}

// TestACaseLeadsToItsPage has a case without a session: what its steps ask for
// opens the case.
func TestACaseLeadsToItsPage(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 12:00")
	c := hearing.Case{ID: "alone", Cause: "督促整治河道垃圾行政公益诉讼案", Type: hearing.AdminPublicInterest,
		Steps: []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: calendar.NewDate(2023, 7, 11)}}}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	w, told := show(t, d, "2023-07-17 08:30", "today-case")
	for _, p := range presses(w.Content()) {
		test.Tap(p)
	}
	if want := (shell.Place{Kind: shell.Cases, ID: "alone"}); !slices.ContainsFunc(told.Went, func(at shell.Place) bool { return strings.Contains(at.Finding, "DL04") && at.Standing() == want }) {
		t.Errorf("nothing leads to the case: %+v", told.Went)
	}
}
