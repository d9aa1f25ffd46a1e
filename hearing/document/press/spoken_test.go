package press_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/transcript"
)

// A scribe writes the transcript of a hearing, half a minute a passage.
type scribe struct {
	d    *hearing.Dossier
	text *transcript.Text
	at   time.Time
	step string
	n    int
}

func newScribe(d *hearing.Dossier) *scribe {
	return &scribe{d: d, text: &transcript.Text{}, at: d.Hearing.Start}
}

func (s *scribe) add(e hearing.TranscriptEntry) {
	s.n++
	s.at = s.at.Add(30 * time.Second)
	e.ID, e.At = hearing.ID(fmt.Sprintf("w%04d", s.n)), s.at
	if err := s.text.Check(e); err != nil {
		panic(err)
	}
	s.text.Add(e)
	s.d.Transcript = hearing.Transcript{Hearing: s.d.Hearing.ID, Entries: s.text.Entries()}
}

// in goes to a step.
func (s *scribe) in(step string) *scribe {
	s.step = step
	s.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: step})
	return s
}

// say writes a passage at the end and returns its ID.
func (s *scribe) say(kind hearing.UtteranceKind, who hearing.ID, text string, with ...func(*hearing.Utterance)) hearing.ID {
	u := hearing.Utterance{ID: hearing.ID(fmt.Sprintf("u%04d", s.n)), Kind: kind, After: s.text.End(), Step: s.step, Speaker: who, Text: text, At: s.at}
	for _, f := range with {
		f(&u)
	}
	s.add(hearing.TranscriptEntry{To: &u})
	return u.ID
}

// change puts another text in a passage's place; an empty one takes it out.
func (s *scribe) change(id hearing.ID, text string) {
	was, _ := s.text.Line(id)
	if text == "" {
		s.add(hearing.TranscriptEntry{From: &was})
		return
	}
	now := was
	now.Text = text
	s.add(hearing.TranscriptEntry{From: &was, To: &now})
}

func (s *scribe) pause(kind hearing.PauseKind, minutes time.Duration) {
	s.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: kind})
	s.at = s.at.Add(minutes * time.Minute)
	s.add(hearing.TranscriptEntry{Act: hearing.ActResume})
}

// sealed seals the transcript, and adds a correction.
func (s *scribe) sealed() *scribe {
	s.add(hearing.TranscriptEntry{Act: hearing.ActSeal, Hash: s.text.Sum(), Paper: strings.Repeat("0", 64), Pages: 5})
	s.say(hearing.Correcting, hearing.SpeakerRecorder, "“20余处”应为“23处”，以现场检查记录为准。", func(u *hearing.Utterance) { u.Of = s.text.Lines()[4].ID })
	return s
}

// spoken is a hearing in which everything happens once: what is read aloud, asked
// and answered, shown, disturbed, paused, given to read, changed, struck and added.
func spoken(d *hearing.Dossier) *scribe {
	s := newScribe(d)
	h := d.Hearing
	officers, others := h.InRole(hearing.Officer), append(h.InRole(hearing.AgencyRep), h.InRole(hearing.PartyRep)...)
	first, other := others[0], others[len(others)-1]
	s.in("ready").say(hearing.Remark, "", "书记员核对到场情况，宣布听证会纪律。")
	s.in("open").say(hearing.Speech, hearing.SpeakerPresider, "现在开会。本次听证由我主持。")
	s.say(hearing.Speech, hearing.SpeakerRecorder, "主持人，参加人均已到场，听证可以开始。")
	s.in("case")
	facts := s.say(hearing.Speech, d.Handlers()[0], "梧桐苑、锦绣家园等小区存在飞线充电20余处。\n消防通道被占用，"+d.Person(first.Person).Name+"等人多次反映。")
	s.say(hearing.Exhibit, d.Handlers()[0], "现场照片12张，拍摄于2023年6月。", func(u *hearing.Utterance) { u.Exhibit = "3" })
	s.in("questions")
	q := s.say(hearing.Ask, officers[0].ID, "整改何时完成？")
	a := s.say(hearing.Reply, first.ID, "七月底前完成。", func(u *hearing.Utterance) { u.Of = q })
	s.say(hearing.Ask, officers[1].ID, "经费从何处列支？")
	s.say(hearing.Disorder, hearing.SpeakerPresider, "劝告一名旁听人员关闭手机。")
	gone := s.say(hearing.Speech, other.ID, "对上述情况没有补充。")
	s.pause(hearing.PauseDeliberate, 20)
	s.in("opinions").say(hearing.Speech, officers[0].ID, "同意制发检察建议。")
	s.say(hearing.Notarial, "", "对听证过程作了保全记录。")
	s.add(hearing.TranscriptEntry{Act: hearing.ActRead, Note: "交各方校阅"})
	s.change(a, "八月十五日前完成。")
	s.change(facts, "梧桐苑、锦绣家园等小区存在飞线充电23处。\n消防通道被占用。")
	s.change(gone, "")
	s.say(hearing.Speech, other.ID, "补充一点：社区愿意协助清理。")
	s.say(hearing.Speech, other.ID, "请书记员核对此处。", func(u *hearing.Utterance) { u.Draft = true })
	return s
}

// Three hundred passages are set whole, each on the pages, with a foot on each.
func TestALongTranscriptIsPrintedWhole(t *testing.T) {
	d := dossier(t, worked(t), "h-e1")
	s := newScribe(&d).in("statements")
	for i := range 300 {
		s.say(hearing.Speech, d.Hearing.Participants[i%len(d.Hearing.Participants)].ID, fmt.Sprintf("第%d段：%s", i+1, strings.Repeat("消防通道应当保持畅通，䶮㛃𬱖小区已经整改。", 1+i%3)))
	}
	s.sealed()
	began := time.Now()
	var one press.Paper
	for _, it := range thePress().Plan(d, "16") {
		var err error
		if one, err = thePress().Make(d, it, today); err != nil {
			t.Fatal(err)
		}
	}
	took := time.Since(began)
	text := joined(textOf(t, one))
	for i := range 300 {
		if !strings.Contains(text, fmt.Sprintf("第%d段", i+1)) {
			t.Fatalf("passage %d is missing", i+1)
		}
	}
	seal, _ := s.text.Seal()
	if n := strings.Count(text, seal.Hash[:4]+seal.Hash[4:8]); n != len(one.Pages) || n < 9 {
		t.Errorf("the seal stands on %d of %d pages", n, len(one.Pages))
	}
	if took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}
