package outcome_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// eight makes E3 a hearing of eight cases and seven officers, who are asked the same
// two questions in each.
func eight(t testing.TB, r *room) {
	t.Helper()
	first, err := r.desk.Case(t.Context(), "c-e3")
	if err != nil {
		t.Fatal(err)
	}
	ids := []hearing.ID{first.ID}
	for i := range 7 {
		c := first
		c.ID, c.Version, c.Number, c.Steps = hearing.ID(fmt.Sprintf("c-%d", i+2)), 0, "", nil
		c.Cause = []string{"督促整治锦绣家园小区二次供水水箱超期未清洗消毒行政公益诉讼案", "拟对阿卜杜热合曼·买买提依明作不起诉处理案", "欧阳明月信访案"}[i%3] + fmt.Sprint(i+2)
		if _, err := r.desk.SaveCase(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID)
	}
	r.put(t, "h-e3", func(h *hearing.Hearing) {
		fresh(h)
		h.State, h.Cases = hearing.Recess, ids
		for i, who := range []hearing.ID{"p-wangyan", "p-chenhong", "p-fang"} {
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("more-%d", i)), Role: hearing.Officer, Person: who})
		}
		h.Questions[0].Case = ""
		h.Questions[1].Text = "拟作出的处理是否适当？"
	})
}

// TestEightCasesByKeysAlone records the opinions of seven officers in eight cases:
// in the first case by a digit each, in the others with = where they are the same.
func TestEightCasesByKeysAlone(t *testing.T) {
	r := newRoom(t, "2023-09-12 11:30")
	eight(t, r)
	w := r.window(t, "h-e3")
	b := boards(w)[0]
	w.Canvas().Focus(b)
	for _, k := range "12=11=22＝" + "1112" { // three officers with =, the fourth begins to differ
		b.TypedRune(k)
	}
	h := r.get(t, "h-e3")
	if len(h.Ballots()) != 16 || len(h.Opinions) != 3*16+4 {
		t.Fatalf("%d ballots, %d opinions", len(h.Ballots()), len(h.Opinions))
	}
	if given, all := outcome.Given(h); all != 7*16 || given != 3*16+4 {
		t.Errorf("%d of %d", given, all)
	}
	for b, want := range map[hearing.Ballot]hearing.Tally{
		{Question: "h-e3-q1", Case: "c-8"}:  {Agree: 2, Disagree: 1, Present: 3, Majority: hearing.Agree},
		{Question: "h-e3-q2", Case: "c-8"}:  {Agree: 1, Disagree: 2, Present: 3, Majority: hearing.Disagree},
		{Question: "h-e3-q2", Case: "c-2"}:  {Agree: 1, Disagree: 3, Present: 4, Majority: hearing.Disagree},
		{Question: "h-e3-q2", Case: "c-e3"}: {Agree: 2, Disagree: 2, Present: 4},
	} {
		if got := h.Tally(b); got != want {
			t.Errorf("%v: %+v, want %+v", b, got, want)
		}
	}
	shown.Picture(t, w, "outcome-eight-opinions")
	test.Tap(shown.Button(t, w, "7 6/14"))
	b.TypedRune('3')
	h = r.get(t, "h-e3")
	if o, _ := h.Opinion(h.Officers()[3].ID, hearing.Ballot{Question: "h-e3-q1", Case: "c-7"}); o.Stance != hearing.Other {
		t.Errorf("the button of the seventh case leads elsewhere: %+v", o)
	}
	shown.Picture(t, w, "outcome-eight-seventh")
}

// recorded gives each officer an opinion in each case: in the third case the second
// question is tied with one absent, in the others most agree.
func recorded(h *hearing.Hearing) {
	bench, _ := outcome.Bench(*h)
	for _, b := range h.Ballots() {
		for i, p := range bench {
			s := hearing.Agree
			if i >= 4 && b.Question == "h-e3-q2" || b.Case == "c-4" && i%2 == 0 {
				s = hearing.Disagree
			}
			outcome.SetStance(h, p.ID, b, s)
		}
	}
}

// TestEightCasesAreDecidedEachByItself holds the way of eight decisions: each with
// its own day, one against the majority, whose letters wait for the consent.
func TestEightCasesAreDecidedEachByItself(t *testing.T) {
	r := newRoom(t, "2023-09-15 10:00")
	eight(t, r)
	r.put(t, "h-e3", func(h *hearing.Hearing) { recorded(h); h.State = hearing.Closed })
	w := r.window(t, "h-e3")
	test.Tap(shown.Button(t, w, "全部采纳多数意见"))
	h := r.get(t, "h-e3")
	if n := len(h.Outcome.Answers); n != 16 {
		t.Fatalf("%d answers", n)
	}
	r.ticksApart(t, w)
	r.s.Change("outcome", func(h *hearing.Hearing) {
		for i, of := range h.Cases {
			outcome.SetTiming(h, of, map[bool]hearing.Timing{true: hearing.OnTheSpot, false: hearing.Later}[i < 3], r.sh.Now(), words.Zone())
			outcome.EditRuling(h, of, func(x *hearing.Ruling) {
				if i < 5 {
					x.DecidedOn, x.Decision, x.Reasons = calendar.NewDate(2023, 9, 12+i), "制发检察建议，督促限期清洗消毒", "水箱超期未清洗"
				}
			})
		}
		outcome.SetAnswer(h, hearing.Ballot{Question: "h-e3-q2", Case: "c-2"}, hearing.Disagree)
	})
	h = r.s.Value()
	if done, all := outcome.Decided(h); done != 5 || all != 8 {
		t.Errorf("decided %d of %d", done, all)
	}
	if !outcome.LacksConsent(h, "c-2") || outcome.LacksConsent(h, "c-3") || !outcome.LacksConsent(h, "") {
		t.Error("the consent of the second case is what is missing")
	}
	if n := outcome.Letters(h); n != 4*7 {
		t.Errorf("%d letters", n)
	}
	shown.Picture(t, w, "outcome-eight-decision")
	list := boards(w)[0]
	w.Canvas().Focus(list)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	shown.Picture(t, w, "outcome-eight-consent")
	r.s.Change("outcome", func(h *hearing.Hearing) {
		outcome.EditConsent(h, "c-2", func(a *hearing.Approval) { a.By, a.On = "p-shen", calendar.NewDate(2023, 9, 13) })
	})
	if h = r.s.Value(); outcome.LacksConsent(h, "") || outcome.Letters(h) != 5*7 {
		t.Errorf("with the consent %d letters", outcome.Letters(h))
	}
	r.s.Change("outcome", func(h *hearing.Hearing) {
		if n := outcome.DecideAlike(h, "c-2"); n != 3 {
			t.Errorf("alike in %d", n)
		}
	})
	if done, _ := outcome.Decided(r.s.Value()); done != 8 {
		t.Errorf("decided %d", done)
	}
	r.s.Change("outcome", func(h *hearing.Hearing) { outcome.DecideApart(h, false) })
	if h = r.s.Value(); h.Differ() || h.Outcome.DecidedOn.String() != "2023-09-12" {
		t.Errorf("together again: %+v", h.Outcome)
	}
}

// ticksApart ticks that the cases are decided each by itself.
func (r *room) ticksApart(t *testing.T, w fyne.Window) {
	t.Helper()
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if c, ok := o.(*widget.Check); ok && c.Text == "各案分别决定" {
			test.Tap(c)
		}
	})
	if h := r.get(t, "h-e3"); !h.Differ() {
		t.Fatal("the tick does not decide the cases apart")
	}
}

// TestEightCasesInEnglish draws the pages of eight cases in English.
func TestEightCasesInEnglish(t *testing.T) {
	r := newRoom(t, "2023-09-15 10:00")
	eight(t, r)
	r.put(t, "h-e3", func(h *hearing.Hearing) {
		recorded(h)
		outcome.DecideApart(h, true)
		outcome.SetAnswer(h, hearing.Ballot{Question: "h-e3-q2", Case: "c-e3"}, hearing.Disagree)
		h.State = hearing.Closed
	})
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = words.Use(words.Chinese) })
	w := r.window(t, "h-e3")
	shown.Picture(t, w, "outcome-eight-decision-en")
	steps(w, 2)
	shown.Picture(t, w, "outcome-eight-opinions-en")
	r.s.Change("opinions", func(h *hearing.Hearing) { h.Opinions, h.Outcome = nil, hearing.Outcome{} })
	if h := r.s.Value(); len(h.Ballots()) != 16 || h.Differ() {
		t.Errorf("%d ballots", len(h.Ballots()))
	}
}
