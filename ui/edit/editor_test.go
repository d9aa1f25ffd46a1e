package edit_test

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/work"
)

func open(t *testing.T) *storage.Desk {
	t.Helper()
	n := 0
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"), storage.Options{Actor: "许晚",
		Now: func() time.Time { return time.Date(2023, 6, 20, 9, 0, 0, 0, time.UTC) }, NewID: func() hearing.ID { n++; return hearing.ID("x" + strconv.Itoa(n)) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// editor is one window's editor of hearings; states collects what it tells.
func editor(t *testing.T, d *storage.Desk, states *[]edit.State) *edit.Editor[hearing.Hearing] {
	t.Helper()
	e := edit.New(work.Now(t.Context()), d, edit.Source[hearing.Hearing]{Load: d.Hearing, Save: d.SaveHearing,
		Version: func(h *hearing.Hearing) *hearing.Version { return &h.Version }})
	e.OnState = func(s edit.State) { *states = append(*states, s) }
	return e
}

func stored(t *testing.T, d *storage.Desk, id hearing.ID) hearing.Hearing {
	t.Helper()
	h, err := d.Hearing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func at(hour int) time.Time {
	return time.Date(2023, 6, 27, hour, 0, 0, 0, time.FixedZone("CST", 8*60*60))
}

func TestAChangeIsOnDiskByItself(t *testing.T) {
	d := open(t)
	var states []edit.State
	e := editor(t, d, &states)
	e.Begin(hearing.Hearing{ID: "h1"})
	e.Change("title", func(h *hearing.Hearing) { h.Title = "赡养案听证会" })
	e.Change("note", func(h *hearing.Hearing) { h.Note = "上门" })
	if h := stored(t, d, "h1"); h.Title != "赡养案听证会" || h.Note != "上门" || h.Version != 3 {
		t.Errorf("stored %q %q version %d", h.Title, h.Note, h.Version)
	}
	if last := states[len(states)-1]; last.Phase != edit.Saved {
		t.Errorf("state %v", last)
	}
}

// TestTwoWindowsMerge: what only one of them changed is kept of both.
func TestTwoWindowsMerge(t *testing.T) {
	d := open(t)
	var ones, twos []edit.State
	one, two := editor(t, d, &ones), editor(t, d, &twos)
	one.Begin(hearing.Hearing{ID: "h1", Questions: []hearing.Question{{ID: "q1", Text: "甲"}}})
	two.Open(hearing.NounHearing, "h1")
	one.Change("title", func(h *hearing.Hearing) { h.Title = "一" })
	one.Change("questions", func(h *hearing.Hearing) { h.Questions = append(h.Questions, hearing.Question{ID: "q2", Text: "乙"}) })
	shown := 0
	two.OnShow = func() { shown++ }
	two.Change("questions", func(h *hearing.Hearing) { h.Questions[0].Text = "甲？" })
	h := stored(t, d, "h1")
	if h.Title != "一" || len(h.Questions) != 2 || h.Questions[0].Text != "甲？" || h.Questions[1].Text != "乙" {
		t.Errorf("stored %+v", h)
	}
	if v := two.Value(); v.Title != "一" || shown == 0 {
		t.Errorf("the second window shows %q, told %d times", v.Title, shown)
	}
}

// TestTheSameFieldIsAskedAbout: neither overwrites the other silently.
func TestTheSameFieldIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		what   string
		choose func(*edit.Editor[hearing.Hearing])
		want   string
	}{
		{"mine", (*edit.Editor[hearing.Hearing]).UseMine, "二"},
		{"theirs", (*edit.Editor[hearing.Hearing]).UseTheirs, "一"},
		{"undo", func(e *edit.Editor[hearing.Hearing]) { e.TakeBack() }, "一"},
	} {
		d := open(t)
		var ones, twos []edit.State
		one, two := editor(t, d, &ones), editor(t, d, &twos)
		one.Begin(hearing.Hearing{ID: "h1"})
		two.Open(hearing.NounHearing, "h1")
		one.Change("title", func(h *hearing.Hearing) { h.Title = "一" })
		two.Change("title", func(h *hearing.Hearing) { h.Title = "二" })
		last := twos[len(twos)-1]
		if last.Phase != edit.Conflict || len(last.Fields) != 1 || last.Fields[0] != "title" {
			t.Fatalf("%s: state %+v", c.what, last)
		}
		if h := stored(t, d, "h1"); h.Title != "一" {
			t.Errorf("%s: overwritten with %q", c.what, h.Title)
		}
		c.choose(two)
		if h := stored(t, d, "h1"); h.Title != c.want || two.Value().Title != c.want {
			t.Errorf("%s: stored %q, shown %q", c.what, h.Title, two.Value().Title)
		}
		if two.State().Phase != edit.Saved {
			t.Errorf("%s: state %+v", c.what, two.State())
		}
	}
}

// TestWhatCannotBeSavedSurvives: a clash keeps what was typed through a crash.
func TestWhatCannotBeSavedSurvives(t *testing.T) {
	d := open(t)
	if _, err := d.SaveRoom(t.Context(), hearing.Room{ID: "r", Name: "听证室一", Kind: hearing.HearingRoom}); err != nil {
		t.Fatal(err)
	}
	taken := hearing.Hearing{ID: "h0", Slot: hearing.Slot{Room: "r", Start: at(9), End: at(11)}}
	if _, err := d.SaveHearing(t.Context(), taken); err != nil {
		t.Fatal(err)
	}
	var states []edit.State
	e := editor(t, d, &states)
	e.Begin(hearing.Hearing{ID: "h1", Title: "后来的"})
	e.Change("room", func(h *hearing.Hearing) { h.Slot = hearing.Slot{Room: "r", Start: at(10), End: at(12)} })
	var clash *hearing.ClashError
	if s := e.State(); s.Phase != edit.Refused || !errors.As(s.Err, &clash) {
		t.Fatalf("state %+v", s)
	}
	e.Change("note", func(h *hearing.Hearing) { h.Note = "还在写" })
	e.Keep("date", "6月")

	// The program is killed here; another one opens the record.
	again := editor(t, d, &states)
	again.Open(hearing.NounHearing, "h1")
	if h := again.Value(); h.Room != "r" || h.Note != "还在写" {
		t.Errorf("shown %+v", h)
	}
	if typed, ok := again.Typed("date"); !ok || typed != "6月" {
		t.Errorf("typed %q", typed)
	}
	if h := stored(t, d, "h1"); h.Room != "" {
		t.Error("the clash was stored")
	}
	// A free hour saves all of it, and the draft is gone.
	again.Change("room", func(h *hearing.Hearing) { h.Start, h.End = at(11), at(12) })
	again.Change("date", func(*hearing.Hearing) {})
	if h := stored(t, d, "h1"); h.Room != "r" || h.Note != "还在写" {
		t.Errorf("stored %+v", h)
	}
	drafts, err := d.Drafts(t.Context(), edit.Owner(hearing.NounHearing, "h1"))
	if err != nil || len(drafts) != 0 {
		t.Errorf("drafts %v %v", drafts, err)
	}
}

func TestTakeBackGoesFromTheLatest(t *testing.T) {
	d := open(t)
	var states []edit.State
	e := editor(t, d, &states)
	e.Begin(hearing.Hearing{ID: "h1", Title: "一"})
	e.Keep("date", "6月")
	e.Keep("start", "下午")
	e.Keep("date", "6月3")
	for _, want := range []string{"start", "", ""} {
		e.TakeBack()
		_, ok := e.Typed("start")
		if ok != (want == "start") {
			t.Errorf("want %q left", want)
		}
	}
	if e.TakeBack() {
		t.Error("took back what was not there")
	}
}

func TestANewRecordWaitsForItsName(t *testing.T) {
	d := open(t)
	people := edit.New(work.Now(t.Context()), d, edit.Source[hearing.Person]{Load: d.Person, Save: d.SavePerson,
		Version: func(p *hearing.Person) *hearing.Version { return &p.Version }})
	people.Begin(hearing.Person{ID: "p1"})
	people.Change("phone", func(p *hearing.Person) { p.Phone = "0352-5550199" })
	if people.State().Phase != edit.Incomplete {
		t.Fatalf("state %+v", people.State())
	}
	again := edit.New(work.Now(t.Context()), d, edit.Source[hearing.Person]{Load: d.Person, Save: d.SavePerson,
		Version: func(p *hearing.Person) *hearing.Version { return &p.Version }})
	again.Open(hearing.NounPerson, "p1")
	again.Change("name", func(p *hearing.Person) { p.Name = "陈𬭎" })
	p, err := d.Person(context.Background(), "p1")
	if err != nil || p.Name != "陈𬭎" || p.Phone != "0352-5550199" {
		t.Errorf("stored %+v %v", p, err)
	}
}

func TestARecordThatIsGoneSaysSo(t *testing.T) {
	d := open(t)
	var states []edit.State
	e := editor(t, d, &states)
	e.Open(hearing.NounHearing, "nobody")
	if e.State().Phase != edit.Gone {
		t.Errorf("state %+v", e.State())
	}
}
