package told_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/told"
)

func (r *room) window(t testing.TB, id hearing.ID) fyne.Window {
	t.Helper()
	w := shown.Window(t, widget.NewLabel(""))
	o := told.New(r.sh, r.s, r.desk)
	r.s.Open(id)
	w.SetContent(o)
	w.Resize(fyne.NewSize(shown.Width, shown.Height))
	return w
}

// TestPictures keeps a picture of the tab for whoever wants to look at it.
func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name, hearing, today string
		change               func(*room, hearing.ID)
		do                   func(fyne.Window)
	}{
		{"told-e1", "h-e1", "2023-07-17", nil, nil},
		{"told-e1-late", "h-e1", "2023-07-17", func(r *room, id hearing.ID) {
			r.put(t, id, func(h *hearing.Hearing) {
				told.With(h, "h-e1-a3", func(p *hearing.Participant) { p.Waiver = nil })
				told.With(h, "h-e1-o2", func(p *hearing.Participant) { p.Declared = nil })
			})
		}, func(w fyne.Window) { open(t, w, 8) }},
		{"told-e2-open", "h-e2", "2023-06-20", nil, func(w fyne.Window) { open(t, w, 5) }},
		{"told-e1-officer", "h-e1", "2023-08-05", nil, func(w fyne.Window) { open(t, w, 0) }},
		{"told-empty", "h-e3", "2023-09-01", func(r *room, id hearing.ID) {
			r.put(t, id, func(h *hearing.Hearing) { h.Participants, h.Opinions = nil, nil })
		}, nil},
		{"told-40", "h-e1", "2023-07-13", func(r *room, id hearing.ID) { r.crowd(t, id, 40); r.put(t, id, untold) }, func(w fyne.Window) {
			test.Tap(shown.Button(t, w, "勾选待告知的 40 人"))
		}},
		{"told-moved", "h-e1", "2023-07-19", func(r *room, id hearing.ID) {
			r.put(t, id, func(h *hearing.Hearing) {
				for i := range h.Participants {
					for j := range h.Participants[i].Told {
						h.Participants[i].Told[j].For = h.Start
					}
				}
				h.Start, h.End, h.State = h.Start.AddDate(0, 0, 7), h.End.AddDate(0, 0, 7), hearing.Notifying
			})
		}, func(w fyne.Window) { open(t, w, 1) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRoom(t, c.today)
			if c.change != nil {
				c.change(r, hearing.ID(c.hearing))
			}
			w := r.window(t, hearing.ID(c.hearing))
			if c.do != nil {
				c.do(w)
			}
			shown.Picture(t, w, c.name)
		})
	}
}

// TestEverybodyIsToldAtOnce ticks all, records, and finds it in the file.
func TestEverybodyIsToldAtOnce(t *testing.T) {
	r := newRoom(t, "2023-07-13")
	r.put(t, "h-e1", untold)
	w := r.window(t, "h-e1")
	test.Tap(shown.Button(t, w, "勾选待告知的 10 人"))
	test.Tap(shown.Button(t, w, "记为已告知（10）"))
	h, err := r.desk.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range h.Participants {
		if len(p.Told) != 1 || p.Told[0].By != "p-xu" || p.Told[0].ReceivedOn.String() != "2023-07-13" || !p.Told[0].For.Equal(h.Start) {
			t.Errorf("%s: %+v", p.ID, p.Told)
		}
	}
	if len(r.said) != 1 {
		t.Errorf("said %q", r.said)
	}
}

// TestByKeyboard goes down the rows, ticks and opens without the mouse.
func TestByKeyboard(t *testing.T) {
	r := newRoom(t, "2023-07-13")
	w := r.window(t, "h-e1")
	first := rows(t, w)[0].(fyne.Focusable)
	w.Canvas().Focus(first)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
	shown.Button(t, w, "记为已告知（1）")
	test.Tap(shown.Button(t, w, "再记一次告知"))
	if p, _ := r.s.Value().Participant("h-e1-o3"); len(p.Told) != 3 || p.Told[2].ReceivedOn.String() != "2023-07-13" {
		t.Errorf("third officer: %+v", p.Told)
	}
}

// TestTheKeyboardStaysInSight goes down forty rows; the last one is seen.
func TestTheKeyboardStaysInSight(t *testing.T) {
	r := newRoom(t, "2023-07-13")
	r.crowd(t, "h-e1", 40)
	w := r.window(t, "h-e1")
	w.Canvas().Focus(rows(t, w)[0].(fyne.Focusable))
	for range 39 {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	at := w.Canvas().Focused().(fyne.CanvasObject)
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(at).Y
	if y < 100 || y+at.Size().Height > shown.Height {
		t.Errorf("the last row is at %v", y)
	}
}

// TestAReplacedOfficerIsToldToTheParties marks the parties and agencies, who
// may object to the new officer.
func TestAReplacedOfficerIsToldToTheParties(t *testing.T) {
	r := newRoom(t, "2023-07-17")
	r.put(t, "h-e1", func(h *hearing.Hearing) {
		h.Moves = append(h.Moves, hearing.Move{On: calendar.NewDate(2023, time.July, 17), Kind: hearing.MoveOfficer, Reason: "回避"})
	})
	w := r.window(t, "h-e1")
	test.Tap(shown.Button(t, w, "勾选待告知的 3 人"))
	test.Tap(shown.Button(t, w, "记为已告知（3）"))
	shown.Button(t, w, "没有待告知的人")
}

// TestOneWaivesTheTime records the consent where the notice came late.
func TestOneWaivesTheTime(t *testing.T) {
	r := newRoom(t, "2023-07-17")
	r.put(t, "h-e1", func(h *hearing.Hearing) {
		told.With(h, "h-e1-a3", func(p *hearing.Participant) { p.Waiver = nil })
	})
	w := r.window(t, "h-e1")
	test.Tap(shown.Button(t, w, "已书面同意缩短期限"))
	if p, _ := r.s.Value().Participant("h-e1-a3"); p.Waiver == nil || p.Waiver.On.String() != "2023-07-17" {
		t.Errorf("waiver %+v", p.Waiver)
	}
	if got := r.s.FindingsAbout("h-e1-a3"); len(got) > 0 {
		t.Errorf("still found: %v", got)
	}
}

// BenchmarkForty builds the tab for forty participants and opens one.
func BenchmarkForty(b *testing.B) {
	r := newRoom(b, "2023-07-13")
	r.crowd(b, "h-e1", 40)
	shown.Window(b, widget.NewLabel(""))
	r.s.Open("h-e1")
	for b.Loop() {
		started := time.Now()
		told.New(r.sh, r.s, r.desk)
		b.ReportMetric(float64(time.Since(started).Milliseconds()), "ms/tab")
	}
}

// rows are the participants' lines: what can be tapped and focused and is no
// widget of Fyne's own.
func rows(t testing.TB, w fyne.Window) []fyne.Tappable {
	t.Helper()
	var out []fyne.Tappable
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if r, ok := o.(interface {
			fyne.Tappable
			fyne.Focusable
			CreateRenderer() fyne.WidgetRenderer
		}); ok && o.MinSize().Width == 700 {
			out = append(out, r)
		}
	})
	if len(out) == 0 {
		t.Fatal("no rows")
	}
	return out
}

func open(t testing.TB, w fyne.Window, i int) {
	t.Helper()
	rows(t, w)[i].Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 10)})
}
