package transcript_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

var nine = time.Date(2023, 7, 18, 1, 0, 0, 0, time.UTC) // nine o'clock in 云岭

// A pen writes entries one after another, a second apart.
type pen struct {
	t    *testing.T
	text *transcript.Text
	n    int
}

func newPen(t *testing.T) *pen { return &pen{t: t, text: &transcript.Text{}} }

func (p *pen) add(e hearing.TranscriptEntry) hearing.TranscriptEntry {
	p.t.Helper()
	p.n++
	e.ID, e.At = hearing.ID(fmt.Sprintf("e%04d", p.n)), p.text.After(nine.Add(time.Duration(p.n)*time.Second))
	if err := p.text.Check(e); err != nil {
		p.t.Fatalf("entry %d: %v", p.n, err)
	}
	p.text.Add(e)
	return e
}

func (p *pen) say(id, text string) {
	p.t.Helper()
	p.behind(id, string(p.text.End()), text)
}

func (p *pen) behind(id, after, text string) {
	p.t.Helper()
	p.add(hearing.TranscriptEntry{To: &hearing.Utterance{ID: hearing.ID(id), Kind: hearing.Speech, After: hearing.ID(after), Text: text, At: nine.Add(time.Duration(p.n) * time.Second)}})
}

func (p *pen) rewrite(id, text string) {
	p.t.Helper()
	was, _ := p.text.Line(hearing.ID(id))
	now := was
	now.Text = text
	p.add(hearing.TranscriptEntry{From: &was, To: &now})
}

func (p *pen) strike(id string) {
	p.t.Helper()
	was, _ := p.text.Line(hearing.ID(id))
	p.add(hearing.TranscriptEntry{From: &was})
}

func (p *pen) back(next func() (hearing.TranscriptEntry, bool)) bool {
	p.t.Helper()
	e, ok := next()
	if ok {
		p.add(e)
	}
	return ok
}

// reads is the text in one line: struck passages in brackets, and before a
// passage what it was.
func reads(t *transcript.Text) string {
	var out []string
	for _, l := range t.Lines() {
		s := l.Text
		if l.Gone {
			s = "[" + s + "]"
		}
		out = append(out, strings.Join(append(l.Was, s), ">"))
	}
	return strings.Join(out, " ")
}

func (p *pen) want(reading string) {
	p.t.Helper()
	if got := reads(p.text); got != reading {
		p.t.Fatalf("it reads %q, want %q", got, reading)
	}
	again := transcript.Of(hearing.Transcript{Entries: p.text.Entries()})
	if got := reads(again); got != reading {
		p.t.Fatalf("read again it reads %q, want %q", got, reading)
	}
}

func TestPassagesStandInTheirOrder(t *testing.T) {
	p := newPen(t)
	p.say("a", "甲")
	p.say("b", "乙")
	p.behind("n", "a", "补")
	p.behind("m", "n", "再补")
	p.behind("f", "", "首")
	p.want("首 甲 补 再补 乙")
	p.strike("n")
	p.want("首 甲 再补 乙")
	p.say("c", "丙")
	p.want("首 甲 再补 乙 丙")
}

func TestEverythingCanBeTakenBackAcrossAWholeSession(t *testing.T) {
	p := newPen(t)
	p.say("a", "甲")
	p.rewrite("a", "甲二")
	p.say("b", "乙")
	p.strike("a")
	p.want("乙")
	for _, reading := range []string{"甲二 乙", "甲二", "甲", ""} {
		if !p.back(p.text.Undo) {
			t.Fatal("nothing to take back")
		}
		p.want(reading)
		p.text = transcript.Of(hearing.Transcript{Entries: p.text.Entries()}) // a restart
	}
	if p.back(p.text.Undo) {
		t.Fatal("took back more than there was")
	}
	for _, reading := range []string{"甲", "甲二", "甲二 乙", "乙"} {
		if !p.back(p.text.Redo) {
			t.Fatal("nothing to bring back")
		}
		p.want(reading)
	}
	p.back(p.text.Undo)
	p.say("c", "丙")
	if p.back(p.text.Redo) {
		t.Fatal("brought back over a new passage")
	}
	p.want("甲二 乙 丙")
}

func TestWhatWasReadChangesOnlyInSight(t *testing.T) {
	p := newPen(t)
	p.say("a", "三月")
	p.rewrite("a", "四月")
	p.say("b", "乙")
	p.say("c", "丙")
	p.add(hearing.TranscriptEntry{Act: hearing.ActRead, Note: "交各方校阅"})
	if _, ok := p.text.Undo(); ok {
		t.Error("what was given to read can be taken back unseen")
	}
	p.rewrite("a", "五月")
	p.strike("b")
	p.say("d", "补充")
	p.want("四月>五月 [乙] 丙 补充")
	p.strike("d")
	p.want("四月>五月 [乙] 丙")
	p.back(p.text.Undo)
	lines := p.text.Lines()
	if last := lines[len(lines)-1]; !last.Added || lines[2].Added {
		t.Error("a passage that was added after reading is not told from the others")
	}
}

func TestASealHolds(t *testing.T) {
	p := newPen(t)
	p.say("a", "甲")
	p.add(hearing.TranscriptEntry{Act: hearing.ActRead})
	p.add(hearing.TranscriptEntry{Act: hearing.ActSeal, Hash: p.text.Sum(), Pages: 1})
	was, _ := p.text.Line("a")
	now := was
	now.Text = "改"
	for _, e := range []hearing.TranscriptEntry{
		{From: &was, To: &now}, {From: &was}, {To: &hearing.Utterance{ID: "x", Kind: hearing.Speech, At: nine}},
		{Act: hearing.ActStep, Step: "close"}, {Act: hearing.ActSeal, Hash: strings.Repeat("0", 64)},
	} {
		e.ID, e.At = "late", p.text.After(nine)
		if err := p.text.Check(e); !errors.Is(err, hearing.ErrSealed) {
			t.Errorf("%+v: %v, want sealed", e, err)
		}
	}
	p.add(hearing.TranscriptEntry{To: &hearing.Utterance{ID: "k", Kind: hearing.Correcting, Of: "a", After: "a", Text: "“甲”应为“乙”", At: p.text.After(nine).Add(time.Hour)}})
	if p.text.Broken() {
		t.Error("an added correction broke the seal")
	}
	log := p.text.Entries()
	log[0].To = &now
	if !transcript.Of(hearing.Transcript{Entries: log}).Broken() {
		t.Error("a changed word did not break the seal")
	}
}

func TestAStaleChangeIsRefused(t *testing.T) {
	p := newPen(t)
	p.say("a", "甲")
	was, _ := p.text.Line("a")
	p.rewrite("a", "乙")
	for name, e := range map[string]hearing.TranscriptEntry{
		"of another reading": {From: &was, To: &hearing.Utterance{ID: "a", Kind: hearing.Speech, Text: "丙", At: nine}},
		"of nothing":         {From: &hearing.Utterance{ID: "x", Kind: hearing.Speech, At: nine}},
		"twice the same":     {To: &hearing.Utterance{ID: "a", Kind: hearing.Speech, At: nine}},
	} {
		e.ID, e.At = "e", p.text.After(nine)
		if err := p.text.Check(e); !errors.Is(err, hearing.ErrStale) {
			t.Errorf("%s: %v, want stale", name, err)
		}
	}
}

// Entries of two desks read the same whichever came first.
func TestTwoDesksReadTheSame(t *testing.T) {
	p := newPen(t)
	p.say("a", "甲")
	p.say("b", "乙")
	p.behind("c", "a", "丙")
	p.rewrite("b", "丁")
	p.behind("d", "a", "戊")
	want, log := reads(p.text), p.text.Entries()
	for turn := range 50 {
		rand.New(rand.NewPCG(1, uint64(turn))).Shuffle(len(log), func(i, j int) { log[i], log[j] = log[j], log[i] }) //nolint:gosec // any order will do
		if got := reads(transcript.Of(hearing.Transcript{Entries: log})); got != want {
			t.Fatalf("reads %q, want %q", got, want)
		}
	}
}

func TestAClockThatWasSetBackDoesNotTurnTheLogRound(t *testing.T) {
	var text transcript.Text
	text.Add(hearing.TranscriptEntry{ID: "a", At: nine})
	if got := text.After(nine.Add(-time.Hour)); !got.After(nine) {
		t.Errorf("the next entry is at %v", got)
	}
}

func TestStepsAndPauses(t *testing.T) {
	p := newPen(t)
	p.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: "open"})
	p.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: "case", Case: "c1"})
	p.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: hearing.PauseDeliberate})
	if pause, on := p.text.Pause(); !on || pause.Kind != hearing.PauseDeliberate {
		t.Error("the hearing does not stand still")
	}
	p.add(hearing.TranscriptEntry{Act: hearing.ActResume})
	step, in := p.text.Step()
	_, still := p.text.Pause()
	steps := p.text.Steps()
	if !in || step.Step != "case" || step.Case != "c1" || still || steps[0].To.Sub(steps[0].From) != time.Second {
		t.Errorf("in %+v (%v), still %v, %+v", step, in, still, steps)
	}
}

func TestFind(t *testing.T) {
	p := newPen(t)
	p.say("a", "排污口在排污口旁")
	p.say("b", "COD超标")
	got := p.text.Find("排污口")
	if len(got) != 2 || got[1].From != 4 || got[1].To != 7 {
		t.Errorf("found %+v", got)
	}
	if len(p.text.Find("cod")) != 1 || p.text.Find("") != nil || p.text.Find("没有") != nil {
		t.Error("letters, nothing and what is not there")
	}
}

// What is typed at the end of a long transcript costs as much as at its beginning.
func BenchmarkAdd(b *testing.B) {
	var text transcript.Text
	for i := range b.N {
		u := hearing.Utterance{ID: hearing.ID(fmt.Sprint(i)), Kind: hearing.Speech, After: text.End(), Text: "检察官阐述案件情况", At: nine}
		text.Add(hearing.TranscriptEntry{ID: u.ID, At: nine.Add(time.Duration(i) * time.Second), To: &u})
	}
}
