package recorder_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/script"
	"hearingdesk/storage"
	"hearingdesk/ui/recorder"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

// A fullDisk refuses everything while it is full.
type fullDisk struct {
	*storage.Desk
	full bool
}

func (d *fullDisk) AddToTranscript(ctx context.Context, id hearing.ID, e ...hearing.TranscriptEntry) error {
	if d.full {
		return hearing.ErrFull
	}
	return d.Desk.AddToTranscript(ctx, id, e...)
}

func (d *fullDisk) KeepTyping(ctx context.Context, id hearing.ID, t hearing.Typing) error {
	if d.full {
		return hearing.ErrFull
	}
	return d.Desk.KeepTyping(ctx, id, t)
}

func model(t testing.TB, log recorder.Log) *recorder.Model {
	t.Helper()
	now := shown.At(t, "2023-07-18 09:02")
	m := recorder.NewModel(log, work.Now(t.Context()), func() time.Time { now = now.Add(time.Second); return now }, shown.IDs("u-"+t.Name()[4:8]))
	m.Load("h-e1", func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	})
	m.SetScript(script.Script{People: []script.Person{{Key: "@presider", Name: "林知远"}, {Key: "h-e1-o1", Name: "王䶮"}},
		Phrases: []rules.Phrase{{Code: "wyy", Text: "没有异议。"}}})
	return m
}

func says(m *recorder.Model, texts ...string) {
	for _, s := range texts {
		m.Typed(s, len([]rune(s)))
		m.Enter()
	}
}

func texts(m *recorder.Model) (out []string) {
	for _, l := range m.Text().Lines() {
		out = append(out, l.Text)
	}
	return out
}

// What a full disk does not take stays in memory, in its order, and is written
// when there is room.
func TestAFullDiskLosesNothing(t *testing.T) {
	disk := &fullDisk{Desk: shown.Examples(t, "2023-07-18 09:02")}
	m := model(t, disk)
	says(m, "第一条")
	disk.full = true
	says(m, "第二条", "第三条")
	m.Typed("第四", 2)
	if saved, err := m.Saved(); saved || !errors.Is(err, hearing.ErrFull) {
		t.Errorf("saved %v, %v", saved, err)
	}
	last, _ := m.Text().Last()
	if !m.Unsaved(last.ID) || !slices.Equal(texts(m), []string{"第一条", "第二条", "第三条"}) {
		t.Errorf("in memory: %q", texts(m))
	}
	m.Load("h-e2", func(err error) {
		if !errors.Is(err, hearing.ErrFull) || m.ID() != "h-e1" || len(texts(m)) != 3 {
			t.Errorf("another hearing was opened over what is only in memory: %v, %s", err, m.ID())
		}
	})
	disk.full = false
	m.Retry()
	if saved, err := m.Saved(); !saved || err != nil {
		t.Errorf("saved %v, %v", saved, err)
	}
	again := model(t, disk)
	if u, at := again.Line(); !slices.Equal(texts(again), []string{"第一条", "第二条", "第三条"}) || u.Text != "第四" || at != 2 {
		t.Errorf("the file has %q and %q", texts(again), u.Text)
	}
}

// Two windows on one hearing lose no word of either.
func TestWhatAnotherWindowWroteStays(t *testing.T) {
	desk := shown.Examples(t, "2023-07-18 09:02")
	one := model(t, desk)
	says(one, "甲")
	other := hearing.Utterance{ID: "elsewhere", Kind: hearing.Speech, Text: "别处写的", At: shown.At(t, "2023-07-18 11:00"), After: one.Text().End()}
	if err := desk.AddToTranscript(t.Context(), "h-e1", hearing.TranscriptEntry{ID: "x", At: other.At, To: &other}); err != nil {
		t.Fatal(err)
	}
	says(one, "乙")
	if saved, err := one.Saved(); !saved || err != nil {
		t.Errorf("saved %v, %v", saved, err)
	}
	log, err := desk.Transcript(t.Context(), "h-e1")
	if err != nil || len(log.Entries) != 3 || !slices.Contains(texts(one), "别处写的") || !slices.Contains(texts(one), "乙") {
		t.Errorf("%d entries, shown %q, %v", len(log.Entries), texts(one), err)
	}
}

func TestPhrases(t *testing.T) {
	m := model(t, shown.Examples(t, "2023-07-18 09:02"))
	for _, c := range []struct {
		text   string
		cursor int
		want   string
		ok     bool
	}{
		{"wyy", 3, "没有异议。", true}, {"WYY", 3, "没有异议。", true}, {"我认为；wyy", 7, "我认为没有异议。", true}, {"对;wyy，完", 5, "对没有异议。，完", true},
		{"我wyy", 4, "我wyy", false}, {"wyy后面", 3, "wyy后面", false}, {"", 0, "", false}, {"nix", 3, "nix", false},
	} {
		if got, at, ok := m.Expand(c.text, c.cursor); got != c.want || ok != c.ok || ok && at > len([]rune(got)) {
			t.Errorf("%q becomes %q at %d, %v", c.text, got, at, ok)
		}
	}
}

func TestNothingIsNotarisedInADispute(t *testing.T) {
	m := model(t, shown.Examples(t, "2023-07-18 09:02"))
	n := recorder.Notarial{Act: recorder.NotaryIssues, Matter: hearing.NotaryMatter{Notary: "h-e1-o1", Subject: "赡养协议", Disputed: true}, Kind: "合同、协议", Notary: "韩静", Office: "云岭市云江公证处", Licence: "L1", Certificate: "（2023）云云证字第12号"}
	if err := m.Notarise(n); !errors.Is(err, hearing.ErrDisputed) || len(texts(m)) != 0 {
		t.Errorf("%v, wrote %q", err, texts(m))
	}
	n.Act = recorder.NotaryExplains
	if err := m.Notarise(n); err != nil || len(texts(m)) != 1 {
		t.Errorf("explaining: %v", err)
	}
	n.Act, n.Matter.Disputed = recorder.NotaryIssues, false
	if err := m.Notarise(n); err != nil || texts(m)[1] != "云岭市云江公证处公证员韩静（执业证号L1）就公证事项合同、协议（赡养协议）出具公证书，编号（2023）云云证字第12号。" {
		t.Errorf("%v, wrote %q", err, texts(m))
	}
}

func TestFindingPeople(t *testing.T) {
	people := []script.Person{{Name: "单雄", Seat: "3"}, {Name: "王䶮", Role: "听证员"}, {Name: "Anna Li", Seat: "12"}}
	for text, want := range map[string]string{"sx": "单雄", "shan": "单雄", "dan": "单雄", "王": "王䶮", "听证员": "王䶮", "12": "Anna Li", "anna": "Anna Li", "zzz": ""} {
		got := recorder.Find(people, text)
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got[0].Name != want) {
			t.Errorf("%q finds %v", text, got)
		}
	}
	for n, want := range map[int]string{0: "F1", 11: "F12", 12: "Alt+1", 20: "Alt+9", 21: "Alt+0", 22: "", -1: ""} {
		if got := recorder.HotKey(n); got != want {
			t.Errorf("key of %d is %q", n, got)
		}
	}
}

// What is laid out passage by passage is what is laid out at once, and each Enter
// is told once.
func TestRowsFollowTheText(t *testing.T) {
	desk := shown.Examples(t, "2023-07-18 09:02")
	m := model(t, desk)
	steps := script.Script{Steps: []script.Step{{Key: "open"}, {Key: "case"}}, People: m.Script().People}
	m.SetScript(steps)
	told := 0
	m.OnChange(func() { told++ })
	hall := rehearsal{}
	laid := func(m *recorder.Model) (out []string) {
		for _, r := range m.Rows().All {
			out = append(out, fmt.Sprintf("%s %d %v %v %s", r.Line.Text, r.N, r.Step, r.Pause != nil, r.Who.Name))
		}
		return out
	}
	for i, do := range []func(){
		func() { says(m, "第一条") }, func() { _, _ = m.GoTo(0, hall) }, func() { says(m, "第二条") },
		func() { m.Question(); says(m, "问什么") }, func() { m.Answer(); says(m, "答什么") },
		func() { m.Speak("h-e1-o1"); _, _ = m.GoTo(1, hall); says(m, "环节之后说的") },
		func() { m.Pause(hearing.PauseRecess, time.Time{}, "", hall) }, func() { m.Resume(hall) },
		func() { m.ChangePrevious(); says(m, "改过的") }, func() { m.ChangePrevious(); m.Strike() }, func() { m.Undo() }, func() { m.Redo() }, func() { says(m, "最后") },
	} {
		do()
		again := model(t, desk)
		again.SetScript(steps)
		if got, want := laid(m), laid(again); !slices.Equal(got, want) {
			t.Fatalf("after %d steps\n%q\nand from the file\n%q", i+1, got, want)
		}
	}
	m.Typed("再说一句", 4)
	edition := m.Rows().Edition
	if told = 0; !m.Enter() || told != 1 || m.Rows().Edition != edition {
		t.Errorf("Enter was told %d times, edition %d after %d", told, m.Rows().Edition, edition)
	}
}

// A rehearsal is a hearing in which everything may be done.
type rehearsal struct{}

func (rehearsal) Value() hearing.Hearing                            { return hearing.Hearing{Rehearsal: true} }
func (rehearsal) Turn(hearing.State, hearing.Why) []hearing.Finding { return nil }

// long is a desk with a transcript of many passages.
func long(t testing.TB, n int) *storage.Desk {
	t.Helper()
	desk := ready(t, nil)
	at := shown.At(t, "2023-07-18 09:02")
	var all []hearing.TranscriptEntry
	after := hearing.ID("")
	for i := range n {
		u := hearing.Utterance{ID: hearing.ID(fmt.Sprintf("l%d", i)), After: after, Kind: hearing.Speech, Speaker: []hearing.ID{hearing.SpeakerPresider, "h-e1-o1", "h-e1-a1"}[i%3],
			Text: "我们街道去年以来对电动自行车违规停放、充电的问题做了三次集中整治，新增充电桩12处；目前楼道内停放的现象明显减少。", At: at.Add(time.Duration(i) * time.Second)}
		switch i % 12 {
		case 4:
			u.Kind = hearing.Ask
		case 5:
			u.Kind, u.Of = hearing.Reply, after
		case 8:
			u.Kind, u.Text, u.Exhibit = hearing.Exhibit, "出示证据3：消防救援大队现场检查记录", "3"
		}
		after = u.ID
		all = append(all, hearing.TranscriptEntry{ID: hearing.ID(fmt.Sprintf("e%d", i)), At: u.At, To: &u})
	}
	if err := desk.AddToTranscript(t.Context(), "h-e1", all...); err != nil {
		t.Fatal(err)
	}
	return desk
}

// A keystroke at the 5,000th passage is on the screen within one frame.
func BenchmarkKey(b *testing.B) {
	h := newHand(b, long(b, 5000), "h-e1")
	pen := h.sh.Window.Canvas().Focused()
	for i := 0; b.Loop(); i++ {
		test.Type(pen, "字")
		if i%60 == 59 {
			b.StopTimer()
			h.key(fyne.KeyEscape)
			b.StartTimer()
		}
	}
}

// Enter appends one row.
func BenchmarkEnter(b *testing.B) {
	h := newHand(b, long(b, 5000), "h-e1")
	for b.Loop() {
		h.says("字")
	}
}
