package edit_test

import (
	"context"
	"errors"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
)

// races are moments at which something is typed, or changed from elsewhere.
var races = []struct {
	what        string
	do          func(t *testing.T, d *storage.Desk, w *window)
	title, note string
}{
	{"typed after the undo was read", func(t *testing.T, d *storage.Desk, w *window) {
		undo(t, d)
		w.Open(hearing.NounHearing, "h1")
		w.q.work()
		w.note("上门")
		w.q.tell()
	}, "一", "上门"},
	{"typed before it is read", func(t *testing.T, d *storage.Desk, w *window) {
		undo(t, d)
		w.Open(hearing.NounHearing, "h1")
		w.note("上门")
		w.q.work()
		w.q.tell()
	}, "一", "上门"},
	{"saved before the result of the reading", func(t *testing.T, d *storage.Desk, w *window) {
		undo(t, d)
		w.Open(hearing.NounHearing, "h1")
		w.note("上")
		w.q.Flush()
		w.q.work()
		w.note("上门")
		w.q.tell()
	}, "一", "上门"},
	{"typed while it is undone", func(t *testing.T, d *storage.Desk, w *window) {
		w.note("上")
		undo(t, d)
		w.note("上门")
		w.Open(hearing.NounHearing, "h1")
		w.q.work()
		w.note("上门听")
		w.q.tell()
	}, "一", "上门听"},
	{"read twice", func(t *testing.T, d *storage.Desk, w *window) {
		w.Open(hearing.NounHearing, "h1")
		w.q.work()
		w.note("上")
		w.Open(hearing.NounHearing, "h1")
		w.note("上门")
		w.q.tell()
		w.q.work()
		w.note("上门听证")
	}, "一二", "上门听证"},
	{"two savings under way, and somebody else", func(t *testing.T, d *storage.Desk, w *window) {
		w.note("上")
		w.q.Flush()
		others(t, d, func(h *hearing.Hearing) { h.Title = "他们的" })
		w.q.work()
		w.note("上门")
		w.q.Flush()
		w.q.work()
		w.note("上门听")
		w.q.tell()
		w.note("上门听证")
	}, "他们的", "上门听证"},
	{"somebody else between two savings", func(t *testing.T, d *storage.Desk, w *window) {
		w.note("上")
		w.q.Flush()
		w.note("上门")
		w.q.work()
		others(t, d, func(h *hearing.Hearing) { h.Title = "他们的" })
		w.q.Flush()
		w.q.work()
		others(t, d, func(h *hearing.Hearing) { h.Title = "又改了" })
		w.q.tell()
		w.note("上门听证")
	}, "又改了", "上门听证"},
	{"somebody else, and read anew while a saving is under way", func(t *testing.T, d *storage.Desk, w *window) {
		others(t, d, func(h *hearing.Hearing) { h.Title = "他们的" })
		w.Open(hearing.NounHearing, "h1")
		w.note("上门")
		w.q.Flush()
		w.q.work()
		w.q.tell()
	}, "他们的", "上门"},
	{"taken away again while it is saved", func(t *testing.T, d *storage.Desk, w *window) {
		w.note("上")
		w.q.Flush()
		w.q.work()
		w.note("")
		w.q.tell()
	}, "一二", ""},
}

// TestKeysBetweenTheReadingAndItsResult: what is typed at any moment of what
// the window does stays, and so does what the file got from elsewhere.
func TestKeysBetweenTheReadingAndItsResult(t *testing.T) {
	for _, c := range races {
		t.Run(c.what, func(t *testing.T) {
			d := open(t)
			w := newWindow(t, d)
			w.Begin(hearing.Hearing{ID: "h1", Title: "一"})
			w.q.rest()
			w.title("一二")
			w.q.rest()
			c.do(t, d, w)
			w.q.rest()
			h := stored(t, d, "h1")
			if h.Title != c.title || h.Note != c.note {
				t.Errorf("stored %q %q, want %q %q", h.Title, h.Note, c.title, c.note)
			}
			if v := w.Value(); v.Title != c.title || v.Note != c.note {
				t.Errorf("shown %q %q", v.Title, v.Note)
			}
			if s := w.State(); s.Phase != edit.Saved {
				t.Errorf("state %+v", s)
			}
			for _, s := range w.states {
				if s.Phase != edit.Saved && s.Phase != edit.Saving {
					t.Errorf("told %+v on the way", s)
				}
			}
		})
	}
}

// TestTheSameFieldIsNeverOverwritten, however the reading and the saving meet.
func TestTheSameFieldIsNeverOverwritten(t *testing.T) {
	for name, do := range map[string]func(w *window){
		"read, then typed": func(w *window) { w.Open(hearing.NounHearing, "h1"); w.q.work(); w.title("我的"); w.q.tell() },
		"typed while it is read": func(w *window) {
			w.Open(hearing.NounHearing, "h1")
			w.title("我的")
			w.q.Flush()
			w.q.work()
			w.q.tell()
		},
		"a conflict that is read": func(w *window) { w.title("我的"); w.q.rest(); w.Open(hearing.NounHearing, "h1") },
		"after the program was killed": func(w *window) {
			w.title("我的")
			w.q.Flush()
			w.q.work()
			w.Begin(hearing.Hearing{ID: "other"})
			w.q.rest()
			w.Open(hearing.NounHearing, "h1")
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			w := newWindow(t, d)
			w.Begin(hearing.Hearing{ID: "h1", Title: "一"})
			w.q.rest()
			others(t, d, func(h *hearing.Hearing) { h.Title = "他们的" })
			do(w)
			w.q.rest()
			if h := stored(t, d, "h1"); h.Title != "他们的" || w.Value().Title != "我的" || w.State().Phase != edit.Conflict {
				t.Errorf("stored %q, shown %q, %+v", h.Title, w.Value().Title, w.State())
			}
		})
	}
}

// TestNoErrorOfYesterday: what was put right is not called wrong again.
func TestNoErrorOfYesterday(t *testing.T) {
	d := open(t)
	w := newWindow(t, d)
	w.Begin(hearing.Hearing{ID: "h1", Title: "一"})
	w.q.rest()
	wrong := func() { w.Change("end", func(h *hearing.Hearing) { h.Start, h.End = at(10), at(9) }) }
	wrong()
	w.q.Flush()
	w.q.work()
	w.Change("end", func(h *hearing.Hearing) { h.End = at(11) }) // before the form learns of it
	w.states = nil
	w.q.rest()
	for _, s := range w.states {
		if s.Err != nil {
			t.Errorf("told %v", s.Err)
		}
	}
	if h := stored(t, d, "h1"); !h.End.Equal(at(11)) || w.State().Phase != edit.Saved {
		t.Errorf("stored %v, %+v", h.End, w.State())
	}
	drafts, err := d.Drafts(context.Background(), edit.Owner(hearing.NounHearing, "h1"))
	if err != nil || len(drafts) != 0 {
		t.Errorf("kept %v %v", drafts, err)
	}
	// Given up while another key of it waits to be saved: none of it comes back,
	// and what is typed after it stays.
	wrong()
	w.q.rest()
	w.Change("end", func(h *hearing.Hearing) { h.End = at(8) })
	w.q.Flush()
	if !w.TakeBack() {
		t.Fatal("nothing to take back")
	}
	w.note("上门")
	w.q.rest()
	h := stored(t, d, "h1")
	if v := w.Value(); !v.End.Equal(at(11)) || !h.End.Equal(at(11)) || h.Note != "上门" || v.Note != "上门" || w.State().Phase != edit.Saved {
		t.Errorf("stored %v %q, shown %v %q, %+v", h.End, h.Note, v.End, v.Note, w.State())
	}
	var clash *hearing.ClashError
	if errors.As(w.State().Err, &clash) {
		t.Error("a clash")
	}
}

// TestHalfADateBetweenTheReadingAndItsResult: texts that are no value yet are
// no less typed.
func TestHalfADateBetweenTheReadingAndItsResult(t *testing.T) {
	d := open(t)
	w := newWindow(t, d)
	w.Begin(hearing.Hearing{ID: "h1"})
	w.Keep("date", "6")
	w.Keep("start", "下")
	w.q.rest()
	w.Open(hearing.NounHearing, "h1")
	w.q.work()
	w.Keep("date", "6月2")
	w.Change("start", func(*hearing.Hearing) {})
	w.Keep("end", "五点")
	w.q.tell()
	for field, want := range map[string]string{"date": "6月2", "start": "", "end": "五点"} {
		if got, _ := w.Typed(field); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	w.q.rest()
	if got, err := d.Drafts(t.Context(), edit.Owner(hearing.NounHearing, "h1")); err != nil || len(got) != 2 || got["date"] != "6月2" {
		t.Errorf("kept %v %v", got, err)
	}
}
