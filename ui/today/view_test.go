package today_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/today"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// show draws the page at a time and returns it with where it led.
func show(t *testing.T, d *storage.Desk, now, picture string) (fyne.Window, *shell.Place) {
	t.Helper()
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
	went := &shell.Place{}
	w := shown.Window(t, nil)
	sh := &shell.Shell{Window: w, Work: work.Now(t.Context()), Now: func() time.Time { return at(now) }, Days: days(t),
		Go: func(p shell.Place) { *went = p }, Say: func(string) {}, Fail: func(err error) {
			if err != nil {
				t.Error(err)
			}
		}}
	page := today.New(sh, d, check(t))
	w.SetContent(page.Object())
	page.Show(shell.Place{Kind: shell.Today})
	shown.Picture(t, w, picture)
	if m := page.Object().MinSize(); m.Width > shown.Width {
		t.Errorf("%s is %.0f wide", picture, m.Width)
	}
	return w, went
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
	d := filled(t)
	w, went := show(t, d, "2023-07-17 08:30", "today")
	first := presses(w.Content())[0]
	test.Tap(first)
	if went.Kind != shell.Hearing || went.ID != "h-e1" {
		t.Errorf("a click leads to %+v", went)
	}
	*went = shell.Place{}
	w.Canvas().Focus(first)
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if went.ID != "h-e1" {
		t.Errorf("Enter leads to %+v", went)
	}
}

func TestOverdueReplyLeadsToTheService(t *testing.T) {
	w, went := show(t, filled(t), "2023-10-10 08:30", "today-overdue")
	for _, p := range presses(w.Content()) {
		test.Tap(p)
		if went.Tab == "served" && went.Kind == shell.Announcement && went.ID == "a-e1" {
			return
		}
	}
	t.Error("nothing leads to the service of the announcement")
}

func TestPageOfAnEmptyDesk(t *testing.T) { show(t, open(t), "2026-12-02 08:30", "today-empty") }

func TestPageWithUglyData(t *testing.T) {
	d := filled(t)
	long := strings.Repeat("澄河区梧桐苑锦绣家园电动自行车", 3)[:40*3]
	p := hearing.Package{Rooms: []hearing.Room{{ID: "long", Name: long, Kind: hearing.OtherPlace}}}
	for i := range 12 {
		h := hearing.Hearing{ID: hearing.ID(fmt.Sprintf("u%d", i)), Title: long, State: hearing.Notifying, Openness: hearing.NotOpen, Presider: "p-gu",
			Forms: []hearing.Form{hearing.Streamed}, Slot: hearing.Slot{Room: "long", Start: at("2023-07-18 09:00").AddDate(0, 0, i/3), End: at("2023-07-18 11:00").AddDate(0, 0, i/3)}}
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
}
