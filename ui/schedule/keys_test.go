package schedule

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

func TestKeysWalkMoveAndOpen(t *testing.T) {
	d := filled(t, "2023-07-18 08:00")
	s := show(t, d, "2023-07-18 08:00", "2023-06-26")
	s.press(fyne.KeyRight, fyne.KeyTab)
	if s.model.entry != "h-e2" || s.model.day != day(t, "2023-06-27") {
		t.Fatalf("selected %q on %v", s.model.entry, s.model.day)
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	s.month.KeyDown(shift)
	s.press(fyne.KeyRight, fyne.KeyDown)
	s.month.KeyUp(shift)
	s.press(fyne.KeyD)
	s.hours.KeyDown(shift)
	s.press(fyne.KeyDown, fyne.KeyDown)
	s.hours.KeyUp(shift)
	h, err := d.Hearing(t.Context(), "h-e2")
	if err != nil || !h.Start.Equal(at(t, "2023-07-05 15:00")) || !h.End.Equal(at(t, "2023-07-05 17:00")) {
		t.Errorf("moved to %v – %v: %v, %v", h.Start, h.End, err, s.failed)
	}
	s.press(fyne.KeyReturn)
	if s.went != (shell.Place{Kind: shell.Hearing, ID: "h-e2"}) {
		t.Errorf("Enter opened %+v", s.went)
	}
	s.press(fyne.KeyM, fyne.KeyPageDown, fyne.KeyEscape, fyne.KeyReturn)
	if s.went != (shell.Place{Kind: shell.Hearing, New: true, Day: day(t, "2023-08-05")}) {
		t.Errorf("Enter on a day began %+v", s.went)
	}
	s.press(fyne.KeyT)
	if s.model.day != day(t, "2023-07-18") {
		t.Errorf("today is %v", s.model.day)
	}
}

func TestClicks(t *testing.T) {
	s := show(t, filled(t, "2023-07-18 08:00"), "2023-07-18 08:00", "")
	click := func(pos fyne.Position) {
		e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary}
		s.month.MouseMoved(e)
		s.month.MouseDown(e)
		s.month.MouseUp(e)
	}
	cell := month{s.page}.cell(s.month.Size(), 9) // 5 July
	click(s.centre(t, "a-e1", "2023-07-31"))
	if s.went != (shell.Place{Kind: shell.Announcement, ID: "a-e1"}) {
		t.Errorf("an announcement opened %+v", s.went)
	}
	click(fyne.NewPos(cell.x+cell.w-10, cell.y+10))
	if want := (shell.Place{Kind: shell.Hearing, New: true, Day: day(t, "2023-07-05")}); s.went != want {
		t.Errorf("the plus opened %+v", s.went)
	}
	s.went = shell.Place{}
	click(fyne.NewPos(cell.x+cell.w/2, cell.y+cell.h/2))
	s.month.DoubleTapped(&fyne.PointEvent{})
	if !s.went.New || s.model.mode != byMonth {
		t.Errorf("a double click opened %+v", s.went)
	}
	s.month.Tapped(&fyne.PointEvent{})
	if s.model.mode != byDay || s.model.day != day(t, "2023-07-05") {
		t.Errorf("a click shows %v by %v", s.model.day, s.model.mode)
	}
}

// A unit finds its people too: 周慧敏 of 春晖社区 sits in three hearings.
func TestListFindsPeopleWhoTakePart(t *testing.T) {
	s := show(t, filled(t, "2023-06-20 08:00"), "2023-06-20 08:00", "")
	s.press(fyne.KeyL)
	for _, c := range []struct {
		text string
		want int
	}{{"春晖", 3}, {"林知远", 4}, {"程桂兰", 1}, {"王䶮", 2}, {"没有这个人", 0}} {
		s.list.filter.SetText("")
		s.w.Canvas().Focus(s.list.filter)
		test.Type(s.list.filter, c.text)
		n := 0
		for _, l := range s.list.lines {
			if !l.heading {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%q finds %d sessions, want %d", c.text, n, c.want)
		}
	}
	shown.Picture(t, s.w, "schedule-list-nothing")
	s.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyReturn)
	if s.went != (shell.Place{Kind: shell.Hearing, ID: "h-e2"}) {
		t.Errorf("Enter opened %+v", s.went)
	}
}

// TestWhatWasToldIsSaidAndStored moves an announcement, and a hearing that
// somebody was told of.
func TestWhatWasToldIsSaidAndStored(t *testing.T) {
	d := filled(t, "2023-07-10 08:00")
	h := hearing.Hearing{ID: "h-new", Title: "梧桐苑消防通道案听证会", Slot: slot(t, "2023-07-20 09:30", "2023-07-20 11:00"),
		Participants: []hearing.Participant{{ID: "p", Role: hearing.Officer, Person: "p-zhou", Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-08"), Method: hearing.ByHand}}}}}
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	s := show(t, d, "2023-07-10 08:00", "2023-07-20")
	s.press(fyne.KeyTab)
	s.month.shift = true
	s.press(fyne.KeyRight, fyne.KeyRight)
	h, err := d.Hearing(t.Context(), "h-new")
	if err != nil || s.failed != nil {
		t.Fatal(err, s.failed)
	}
	if want := "1 人须重新告知，最迟7月19日"; !strings.Contains(s.said, want) {
		t.Errorf("said %q, want %q", s.said, want)
	}
	if len(h.Moves) != 1 || h.Moves[0].Kind != hearing.MovePostponed || !h.Moves[0].From.Start.Equal(at(t, "2023-07-20 09:30")) || h.Moves[0].On != day(t, "2023-07-10") {
		t.Errorf("recorded %+v", h.Moves)
	}
	if !h.Start.Equal(at(t, "2023-07-22 09:30")) || !h.Participants[0].Told[0].For.Equal(at(t, "2023-07-20 09:30")) {
		t.Errorf("at %v, told of %v", h.Start, h.Participants[0].Told[0].For)
	}
	s.month.shift = false
	s.press(fyne.KeyTab)
	s.month.shift = true
	s.press(fyne.KeyUp)
	a, err := d.Announcement(t.Context(), "a-e1")
	if err != nil || s.failed != nil || !a.Start.Equal(at(t, "2023-07-24 15:00")) || !strings.Contains(s.said, "Ctrl+Z") {
		t.Errorf("the announcement is at %v: %v, %v, %q", a.Start, err, s.failed, s.said)
	}
}
