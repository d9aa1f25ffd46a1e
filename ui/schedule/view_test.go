package schedule

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name, now, on string
		desk          func(testing.TB, string) Desk
	}{
		{"schedule", "2023-07-18 10:20", "", func(t testing.TB, now string) Desk { return filled(t, now) }},
		{"schedule-june", "2023-06-27 10:20", "", func(t testing.TB, now string) Desk { return filled(t, now) }},
		{"schedule-crowded", "2023-09-19 14:20", "2023-09-20", func(t testing.TB, now string) Desk { return crowded(t, now) }},
		{"schedule-empty", "2031-01-02 09:00", "", func(t testing.TB, now string) Desk { return desk(t, now) }},
	} {
		s := show(t, c.desk(t, c.now), c.now, c.on)
		for _, v := range []struct {
			key  fyne.KeyName
			name string
		}{{fyne.KeyM, "month"}, {fyne.KeyW, "week"}, {fyne.KeyD, "day"}, {fyne.KeyL, "list"}} {
			s.press(v.key)
			shown.Picture(t, s.w, c.name+"-"+v.name)
			if m := s.Object().MinSize(); m.Width > shown.Width || m.Height > shown.Height {
				t.Errorf("%s by %s is %.0f × %.0f", c.name, v.name, m.Width, m.Height)
			}
		}
		if s.failed != nil {
			t.Errorf("%s: %v", c.name, s.failed)
		}
	}
}

// TestTheWayToWhatChangesMany holds that the calendar leads from its day to the
// change of many sessions.
func TestTheWayToWhatChangesMany(t *testing.T) {
	const now = "2023-07-10 09:00"
	s := show(t, filled(t, now), now, "2023-07-18")
	shown.Press(t, s.w, "批量变更")
	if want := (shell.Place{Kind: shell.Sweep, Day: day(t, "2023-07-18")}); !reflect.DeepEqual(s.went, want) {
		t.Errorf("leads to %+v, want %+v", s.went, want)
	}
}

// centre is the middle of a session on the board that is shown.
func (s *shownPage) centre(t *testing.T, id hearing.ID, on string) fyne.Position {
	t.Helper()
	b, ok := s.board().boxOf(id, day(t, on))
	if !ok {
		t.Fatalf("%s is not shown on %s", id, on)
	}
	return fyne.NewPos(b.x+b.w/2, b.y+min(b.h/2, 20))
}

// drag takes a session and pulls it by some days, or pixels down; it is not
// let go.
func (s *shownPage) pullBy(t *testing.T, id hearing.ID, on string, right, down float32) {
	t.Helper()
	b := s.board()
	from := s.centre(t, id, on)
	b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for _, part := range []float32{0.1, 0.5, 1} {
		b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(right*part, down*part)}})
	}
}

// days is the width of some columns.
func (s *shownPage) columns(n float32) float32 {
	if s.model.mode == byMonth {
		return n * s.month.Size().Width / 7
	}
	return n * (s.hours.Size().Width - axisWidth) / float32(len(s.axis.columns))
}

func (s *shownPage) minutes(n int) float32 {
	return s.axis.y(s.hours.Size(), s.axis.from*60+n) - s.axis.y(s.hours.Size(), s.axis.from*60)
}

func TestDarkPicture(t *testing.T) {
	s := show(t, crowded(t, "2023-09-19 14:20"), "2023-09-19 14:20", "2023-09-19")
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	s.press(fyne.KeyTab)
	shown.Picture(t, s.w, "schedule-dark-month")
	s.press(fyne.KeyW)
	shown.Picture(t, s.w, "schedule-dark-week")
}

func TestDragMovesAndUndoTakesItBack(t *testing.T) {
	d := filled(t, "2023-07-18 08:00")
	s := show(t, d, "2023-07-18 08:00", "")
	for _, c := range []struct {
		view              fyne.KeyName
		right             float32
		down              int // minutes
		start, end, shown string
	}{
		{fyne.KeyM, 2, 0, "2023-07-20 09:00", "2023-07-20 11:30", "2023-07-20"},
		{fyne.KeyW, 1, 67, "2023-07-19 10:00", "2023-07-19 12:30", "2023-07-19"},
		{fyne.KeyD, 0, -60, "2023-07-18 08:00", "2023-07-18 10:30", "2023-07-18"},
	} {
		s.press(c.view)
		down := float32(0)
		if c.down != 0 {
			down = s.minutes(c.down)
		}
		s.pullBy(t, "h-e1", "2023-07-18", s.columns(c.right), down)
		shown.Picture(t, s.w, "schedule-drag-"+string(c.view))
		s.board().DragEnd()
		h, err := d.Hearing(t.Context(), "h-e1")
		if err != nil || s.failed != nil {
			t.Fatal(err, s.failed)
		}
		if !h.Start.Equal(at(t, c.start)) || !h.End.Equal(at(t, c.end)) || len(h.Moves) != 0 {
			t.Errorf("%s: moved to %v – %v, %d moves", c.view, h.Start, h.End, len(h.Moves))
		}
		if s.drag != nil || !strings.Contains(s.said, "Ctrl+Z") || s.model.day != day(t, c.shown) {
			t.Errorf("%s: said %q, shows %v", c.view, s.said, s.model.day)
		}
		if _, err := d.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		s.Show(shell.Place{Kind: shell.Schedule})
		if s.model.day != day(t, "2023-07-18") || s.model.entry != "h-e1" {
			t.Errorf("%s: after undo, %q on %v is selected", c.view, s.model.entry, s.model.day)
		}
	}
}

// TestAClashIsShownAndNotSaved holds that who and what clashes is said while
// the session is on its way, and that it goes back.
func TestAClashIsShownAndNotSaved(t *testing.T) {
	d := filled(t, "2023-07-01 08:00")
	h := hearing.Hearing{ID: "h-new", Title: "梧桐苑消防通道案听证会", Presider: "p-lin", Slot: hearing.Slot{Room: "r-1", Start: at(t, "2023-07-20 09:30"), End: at(t, "2023-07-20 11:00")}}
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	for _, view := range []fyne.KeyName{fyne.KeyM, fyne.KeyW} {
		s := show(t, d, "2023-07-01 08:00", "2023-07-20")
		s.press(view)
		s.pullBy(t, "h-new", "2023-07-20", s.columns(-2), 0)
		if s.drag == nil || len(s.drag.clashes) != 2 || s.drag.clashes[0].Session != "h-e1" {
			t.Fatalf("%s: on its way %+v", view, s.drag)
		}
		shown.Picture(t, s.w, "schedule-clash-"+string(view))
		s.board().DragEnd()
		var clash *hearing.ClashError
		if !errors.As(s.failed, &clash) || s.drag != nil || s.said != "" {
			t.Errorf("%s: %v, said %q", view, s.failed, s.said)
		}
		s.failed = nil
		s.pullBy(t, "h-new", "2023-07-20", s.columns(-2), 0)
		s.press(fyne.KeyEscape)
		s.board().DragEnd()
		if got, err := d.Hearing(t.Context(), "h-new"); err != nil || !got.Start.Equal(h.Start) || s.failed != nil {
			t.Errorf("%s: %v, %v, at %v", view, err, s.failed, got.Start)
		}
	}
}

// TestADragSaysWhatItDoes: before it is let go, the card says whose notices it
// makes void.
func TestADragSaysWhatItDoes(t *testing.T) {
	d := filled(t, "2023-07-12 08:00")
	h, err := d.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	h.State, h.Opinions, h.Outcome = hearing.Notifying, nil, hearing.Outcome{}
	for i := range h.Participants {
		h.Participants[i].Attendance, h.Participants[i].Waiver = hearing.Attendance{}, nil
		h.Participants[i].Told = []hearing.Told{{SentOn: day(t, "2023-07-11"), ReceivedOn: day(t, "2023-07-11"), Method: hearing.ByHand}}
	}
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	s := show(t, d, "2023-07-12 08:00", "2023-07-18")
	s.pullBy(t, "h-e1", "2023-07-18", s.columns(2), 0)
	shown.Picture(t, s.w, "schedule-drag-told")
	if s.drag == nil || len(s.drag.grave()) == 0 || !strings.Contains(s.drag.grave()[0].Text, "人的通知失效，须重新告知，最迟7月17日") {
		t.Fatalf("on its way: %+v", s.drag)
	}
	s.board().DragEnd()
	if !strings.Contains(s.said, "须重新告知") || s.failed != nil {
		t.Errorf("said %q, %v", s.said, s.failed)
	}
}

// A slowDesk does something while clashes are being read, as the user does.
type slowDesk struct {
	*storage.Desk
	meanwhile func()
}

func (d *slowDesk) Clashes(ctx context.Context, s hearing.Session) ([]hearing.Clash, error) {
	if f := d.meanwhile; f != nil {
		d.meanwhile = nil
		f()
	}
	return d.Desk.Clashes(ctx, s)
}

// TestLateAnswers holds that an answer for a slot that was left behind is not
// shown for another, and that one for a drag that is over is dropped.
func TestLateAnswers(t *testing.T) {
	d := &slowDesk{Desk: filled(t, "2023-07-18 08:00")}
	s := show(t, d, "2023-07-18 08:00", "2023-07-20")
	h := hearing.Hearing{ID: "h-new", Title: "梧桐苑消防通道案听证会", Presider: "p-lin", Slot: hearing.Slot{Room: "r-1", Start: at(t, "2023-07-20 09:30"), End: at(t, "2023-07-20 11:00")}}
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	s.Show(shell.Place{Kind: shell.Schedule})
	to := func(n float32) fyne.Position { return s.centre(t, "h-new", "2023-07-20").AddXY(s.columns(n), 0) }
	d.meanwhile = func() { s.board().Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to(-1)}}) }
	s.pullBy(t, "h-new", "2023-07-20", s.columns(-2), 0) // to the clash, and one day back meanwhile
	s.board().Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to(-1)}})
	if s.drag == nil || s.drag.asking || !same(s.drag.known, s.drag.to) || len(s.drag.clashes) != 0 {
		t.Errorf("known of the last slot: %+v", s.drag)
	}
	d.meanwhile = func() { s.press(fyne.KeyEscape) }
	s.board().Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to(-2)}})
	s.board().DragEnd()
	if s.drag != nil || s.failed != nil || s.said != "" {
		t.Errorf("after Escape: %+v, %v, %q", s.drag, s.failed, s.said)
	}
	// Another window moves it while it is on its way.
	s.pullBy(t, "h-new", "2023-07-20", s.columns(1), 0)
	stored, err := d.Hearing(t.Context(), "h-new")
	if err != nil {
		t.Fatal(err)
	}
	stored.Start = stored.Start.Add(-60 * 60 * 1e9)
	if _, err := d.SaveHearing(t.Context(), stored); err != nil {
		t.Fatal(err)
	}
	s.board().DragEnd()
	if !errors.Is(s.failed, hearing.ErrStale) || s.drag != nil {
		t.Errorf("moved by two: %v", s.failed)
	}
}

func BenchmarkMonth(b *testing.B) {
	s := show(b, crowded(b, "2023-09-19 14:20"), "2023-09-19 14:20", "")
	for b.Loop() {
		s.read()
	}
}
