package outcome_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/shown"
)

func (r *room) window(t testing.TB, id hearing.ID) fyne.Window {
	t.Helper()
	w := shown.Window(t, widget.NewLabel(""))
	o := outcome.New(r.sh, r.s, r.desk)
	r.s.Open(id)
	w.SetContent(o)
	w.Resize(fyne.NewSize(shown.Width, shown.Height))
	return w
}

// big makes E1 a hearing of seven officers, five long questions and forty
// people.
func big(t testing.TB, r *room) {
	r.put(t, "h-e1", func(h *hearing.Hearing) {
		fresh(h)
		h.State = hearing.Open
		for i := len(h.Participants); i < 40; i++ {
			who := hearing.ID(fmt.Sprintf("crowd-%d", i))
			p := hearing.Person{ID: who, Name: fmt.Sprintf("阿卜杜热合曼·买买提依明·图尔荪江·艾合买提江·吾买尔江·古丽巴哈尔%02d", i)}
			if _, err := r.desk.SavePerson(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			role := hearing.Resident
			if i < 12 {
				role = hearing.Officer
			}
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("c-%d", i)), Role: role, Person: who})
		}
		h.Questions = nil
		for i := range 5 {
			h.Questions = append(h.Questions, hearing.Question{ID: hearing.ID(fmt.Sprintf("q%d", i)), Text: fmt.Sprintf("第%d问：", i+1) + strings.Repeat("三机关是否依法全面履行电动自行车消防安全监管职责，", 2+i%2) + "应当怎样完善？"})
		}
	})
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name, hearing, at string
		change            func(*room)
		do                func(*testing.T, *room, fyne.Window)
	}{
		{"outcome-e1", "h-e1", "2023-08-05 10:00", nil, nil},
		{"outcome-e2", "h-e2", "2023-06-27 16:30", nil, nil},
		{"outcome-e2-notary", "h-e2", "2023-06-27 16:30", nil, func(_ *testing.T, _ *room, w fyne.Window) { steps(w, 5) }},
		{"outcome-e3-opinions", "h-e3", "2023-09-13 10:00", nil, func(_ *testing.T, _ *room, w fyne.Window) { steps(w, 2) }},
		{"outcome-e3-not-adopted", "h-e3", "2023-09-13 10:00", func(r *room) {
			r.put(t, "h-e3", func(h *hearing.Hearing) {
				outcome.SetAnswer(h, hearing.Ballot{Question: "h-e3-q2"}, hearing.Disagree)
				h.State = hearing.Closed
			})
		}, nil},
		{"outcome-e1-attendance", "h-e1", "2023-07-18 09:05", func(r *room) {
			r.put(t, "h-e1", func(h *hearing.Hearing) { fresh(h); h.State = hearing.Open })
		}, func(_ *testing.T, _ *room, w fyne.Window) {
			b := boards(w)[0]
			w.Canvas().Focus(b)
			for _, k := range "11132" {
				b.TypedRune(k)
			}
		}},
		{"outcome-big-attendance", "h-e1", "2023-07-18 09:05", func(r *room) { big(t, r) }, nil},
		{"outcome-big-opinions", "h-e1", "2023-07-18 09:05", func(r *room) { big(t, r) }, func(_ *testing.T, _ *room, w fyne.Window) {
			steps(w, 2)
			b := boards(w)[0]
			w.Canvas().Focus(b)
			for _, k := range "1121331" {
				b.TypedRune(k)
			}
		}},
		{"outcome-big-decision", "h-e1", "2023-07-18 09:05", func(r *room) { big(t, r) }, func(_ *testing.T, _ *room, w fyne.Window) { steps(w, 3) }},
		{"outcome-empty", "h-e1", "2023-07-18 09:05", func(r *room) {
			r.put(t, "h-e1", func(h *hearing.Hearing) { fresh(h); h.Questions = nil; h.Participants = nil })
		}, func(_ *testing.T, _ *room, w fyne.Window) { steps(w, 2) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRoom(t, c.at)
			if c.change != nil {
				c.change(r)
			}
			w := r.window(t, hearing.ID(c.hearing))
			if c.do != nil {
				c.do(t, r, w)
			}
			shown.Picture(t, w, c.name)
		})
	}
}

// TestByKeysAlone records the opinions of E3 with one key each, and finds them
// in the file.
func TestByKeysAlone(t *testing.T) {
	r := newRoom(t, "2023-09-12 10:30")
	r.put(t, "h-e3", func(h *hearing.Hearing) { fresh(h); h.State = hearing.Open })
	w := r.window(t, "h-e3")
	test.Tap(shown.Button(t, w, "全部到场"))
	w.Canvas().Focus(boards(w)[0])
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	for _, k := range "1111２121" {
		w.Canvas().Focused().TypedRune(k)
	}
	h := r.get(t, "h-e3")
	for q, want := range map[hearing.ID]string{"h-e3-q1": "2：2，没有多数意见", "h-e3-q2": "同意 4  不同意 0 — 多数意见：同意"} {
		if got := outcome.Verdict(h, hearing.Ballot{Question: q}); got != want {
			t.Errorf("%s: %q, want %q", q, got, want)
		}
	}
	steps(w, 3)
	test.Tap(shown.Button(t, w, "全部采纳多数意见"))
	h = r.get(t, "h-e3")
	if h.MajorityAdopted(hearing.Ballot{Question: "h-e3-q2"}) != hearing.Adopted || h.MajorityAdopted(hearing.Ballot{Question: "h-e3-q1"}) != "" {
		t.Errorf("answers %v", h.Outcome.Answers)
	}
}

// TestAnOfficerWhoIsAbsentIsOut holds that an absent officer has no column.
func TestAnOfficerWhoIsAbsentIsOut(t *testing.T) {
	r := newRoom(t, "2023-09-12 10:30")
	w := r.window(t, "h-e3")
	steps(w, 2)
	names := func() (n int) {
		shown.Walk(w.Content(), func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && l.Text == "马立群" {
				n++
			}
		})
		return n
	}
	before := names()
	r.s.Change("attendance", func(h *hearing.Hearing) {
		outcome.SetPresence(h, "h-e3-o4", hearing.Absent, r.sh.Now(), r.sh.Now().Location())
	})
	if before != 1 || names() != 0 {
		t.Errorf("columns of the officer: %d, then %d", before, names())
	}
}

// steps goes to a step by its number: its board comes last.
func steps(w fyne.Window, n int) {
	all := boards(w)
	all[len(all)-1].TypedRune(rune('0' + n))
}

// boards are what takes keys and is no widget of Fyne's own.
func boards(w fyne.Window) []fyne.Focusable {
	var out []fyne.Focusable
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		f, ok := o.(fyne.Focusable)
		if _, tapped := o.(fyne.Tappable); ok && !tapped && strings.Contains(fmt.Sprintf("%T", o), "outcome.") {
			out = append(out, f)
		}
	})
	return out
}

// TestTheChecksumOfARecording is told below its field while it cannot be one, is
// not stored, and is stored in small letters once it can.
func TestTheChecksumOfARecording(t *testing.T) {
	const sum = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
	r := newRoom(t, "2023-07-18 11:40")
	r.put(t, "h-e1", func(h *hearing.Hearing) { h.State = hearing.Closed })
	w := r.window(t, "h-e1")
	steps(w, 1)
	shown.Type(t, w, "存放位置", "案管办光盘柜 B-3")
	shown.Type(t, w, "录像校验值", strings.ToUpper(sum[:60])+"xyz")
	w.Resize(fyne.NewSize(shown.Width, shown.Height+1)) // lays out what a driver would in its next frame
	shown.Picture(t, w, "outcome-checksum")
	if !shown.Reads(w, "现在有 63 位") || r.get(t, "h-e1").Outcome.Recordings[0].Hash != "" {
		t.Errorf("a checksum that cannot be is stored, or nothing is said")
	}
	shown.Clear(t, w, "录像校验值")
	shown.Type(t, w, "录像校验值", strings.ToUpper(sum[:8]+" "+sum[8:]))
	o := r.get(t, "h-e1").Outcome.Recordings[0]
	if o.Hash != sum || o.Kept != "案管办光盘柜 B-3" || shown.Reads(w, "现在有") {
		t.Errorf("stored %+v", o)
	}
	bad := r.get(t, "h-e1")
	bad.Outcome.Recordings[0].Hash = sum[1:]
	var faults hearing.FieldErrors
	if _, err := r.desk.SaveHearing(t.Context(), bad); !errors.As(err, &faults) || faults[0].Path != "outcome.recordings[0].hash" {
		t.Errorf("from elsewhere: %v", err)
	}
}
