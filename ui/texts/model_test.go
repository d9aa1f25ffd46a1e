package texts

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

const now = "2023-06-20 09:00"

// A desk with what was said of it.
type sitter struct {
	*Model
	said   []string
	failed []error
}

// at returns a model at a paper, as one that was just started.
func at(t *testing.T, d *storage.Desk, number string) *sitter {
	t.Helper()
	s := &sitter{}
	s.Model = NewModel(work.Now(t.Context()), d, shown.NewPress, func() time.Time { return shown.At(t, now) },
		func(text string) { s.said = append(s.said, text) }, func(err error) {
			if err != nil {
				s.failed = append(s.failed, err)
			}
		})
	s.Show(number)
	return s
}

func (s *sitter) clean(t *testing.T) {
	t.Helper()
	for _, err := range s.failed {
		t.Error(err)
	}
}

func own(t *testing.T, d *storage.Desk, number string) hearing.FormText {
	t.Helper()
	f, err := d.Form(t.Context(), hearing.ID(number))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestATextIsPutInForce types a text, puts it in force, takes that back, brings
// an earlier one back, and goes back to the program's.
func TestATextIsPutInForce(t *testing.T) {
	d := shown.Examples(t, now)
	m := at(t, d, "12")
	if m.Own() || m.Dirty() || m.Text != m.Original || m.Paper().Mark() != "" || len(m.Papers) < 40 {
		t.Fatalf("begins with %+v of %d", m.Paper(), len(m.Papers))
	}
	first := strings.Replace(m.Original, "不得鼓掌", "不得鼓掌、吸烟", 1)
	m.Type(first)
	m.Because("禁止吸烟")
	if m.Paper().Mark() != "草稿" || len(m.Proof.Paper.Pages) != 1 {
		t.Errorf("typed: %q, %d pages", m.Paper().Mark(), len(m.Proof.Paper.Pages))
	}
	m.Save()
	if f := own(t, d, "12"); f.Text != first || f.Edition != 1 || f.Note != "禁止吸烟" || m.Dirty() || !m.Own() || m.Note != "" {
		t.Errorf("stored %+v", f)
	}
	if e := m.Since(); e.By != "许晚" || e.On.IsZero() || m.Paper().Mark() != "本院第1版" {
		t.Errorf("since %+v, marked %q", e, m.Paper().Mark())
	}
	m.Type(first + "#right 本院\n")
	m.Save()
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	m.Show("")
	if m.Text != first || m.Stored.Edition != 1 {
		t.Errorf("after undo edition %d", m.Stored.Edition)
	}
	m.PutBack(m.Editions[0])
	if f := own(t, d, "12"); f.Edition != 3 || !strings.HasSuffix(f.Text, "#right 本院\n") || f.Note != "恢复第2版" {
		t.Errorf("put back %+v", f)
	}
	m.Reset()
	if f := own(t, d, "12"); f.Text != "" || m.Own() || m.Text != m.Original || len(m.Find("本院第")) != 0 {
		t.Errorf("reset %+v", f)
	}
	m.Save()
	if last := m.said[len(m.said)-1]; last != "没有改动，不用保存" {
		t.Errorf("said %q", last)
	}
	m.clean(t)
}

// TestAFaultyTextIsKeptAsADraft: it is named with its place, is not put in
// force, and is there when the program was killed.
func TestAFaultyTextIsKeptAsADraft(t *testing.T) {
	d := shown.Examples(t, now)
	m := at(t, d, "12")
	page := m.Proof.Paper.Hash
	faulty := m.Original + "#item {{court.nam}}\n{{if hearing.public}}公开\n"
	m.Type(faulty)
	m.Because("试")
	lines := strings.Count(m.Original, "\n")
	if len(m.Faults) != 2 || m.Faults[0].Line != lines+1 || m.Faults[1].Line != lines+2 {
		t.Fatalf("faults %v", m.Faults)
	}
	if at := m.At(m.Faults[0]); !strings.HasPrefix(string([]rune(faulty)[at:]), "court.nam") && !strings.HasPrefix(string([]rune(faulty)[at:]), "{{court.nam") {
		t.Errorf("the first fault is at %q", string([]rune(faulty)[at:]))
	}
	one := m.NextFault(0)
	two := m.NextFault(m.At(one))
	if one != m.Faults[0] || two != m.Faults[1] || m.NextFault(m.At(two)) != one {
		t.Error("the faults are not gone through in a ring")
	}
	if m.Proof.Paper.Hash != page {
		t.Error("a faulty text made a page")
	}
	m.Save()
	if f := own(t, d, "12"); f.Text != "" || !m.Dirty() {
		t.Errorf("stored %+v", f)
	}
	again := at(t, d, "12") // the program was killed
	if again.Text != faulty || again.Note != "试" || len(again.Faults) != 2 {
		t.Errorf("the draft is %q because %q", again.Text, again.Note)
	}
	again.Show("13")
	if again.Text == faulty || again.Papers[slices.IndexFunc(again.Papers, func(p Paper) bool { return p.Number == "12" })].Mark() != "草稿" {
		t.Error("the draft is not marked in the list")
	}
	again.Show("12")
	again.Drop()
	left, err := d.Drafts(t.Context(), edit.Owner(hearing.NounForm, "12"))
	if err != nil || len(left) != 0 || again.Dirty() {
		t.Errorf("left %v %v", left, err)
	}
	m.clean(t)
	again.clean(t)
}

// TestADraftKnowsWhatItWasWrittenOn: another window puts a text in force
// meanwhile.
func TestADraftKnowsWhatItWasWrittenOn(t *testing.T) {
	d := shown.Examples(t, now)
	one, two := at(t, d, "12"), at(t, d, "12")
	one.Type(one.Original + "#item 一\n")
	two.Type(two.Original + "#item 二\n")
	two.Save()
	one.Save()
	if len(one.failed) != 1 || own(t, d, "12").Text != two.Text {
		t.Fatalf("the other's text is overwritten: %v", one.failed)
	}
	if !one.Behind() || !strings.Contains(one.Text, "一") {
		t.Errorf("behind %v, %q", one.Behind(), one.Text)
	}
	one.Save()
	if f := own(t, d, "12"); f.Edition != 2 || f.Text != one.Text {
		t.Errorf("stored %+v", f)
	}
}

// TestATextIsTriedOnASession: on the newest that has the paper, on another that
// is chosen, for another person, and on the worked examples where the desk has
// nothing.
func TestATextIsTriedOnASession(t *testing.T) {
	d := shown.Examples(t, now)
	m := at(t, d, "07a")
	p := m.Proof
	if p.Session == "" || p.Example || p.Blank || len(p.Items) == 0 || len(p.Choices) < 4 {
		t.Fatalf("tried on %s, %d papers, %d choices", p.Session, len(p.Items), len(p.Choices))
	}
	m.Try("h-e1")
	if m.Proof.Session != "h-e1" || m.Proof.Paper.Hash == p.Paper.Hash {
		t.Errorf("tried on %s", m.Proof.Session)
	}
	if n := len(m.Proof.Items); n > 1 {
		first := m.Proof.Key
		m.TryFor(m.Proof.Items[n-1].Key)
		if m.Proof.Key == first || m.Proof.Session != "h-e1" {
			t.Error("for the same person again")
		}
	}
	m.Try("a-e1")
	if !m.Proof.Blank || len(m.Proof.Paper.Pages) == 0 {
		t.Errorf("an announcement has a notice of a hearing: %+v", m.Proof.Items)
	}
	m.clean(t)

	empty := at(t, shown.Empty(t, now), "07a")
	if p := empty.Proof; !p.Example || p.Blank || len(p.Paper.Pages) == 0 {
		t.Errorf("an empty desk tries on %s, blank %v", p.Session, p.Blank)
	}
	for _, p := range empty.Papers {
		empty.Show(p.Number)
		if empty.Proof.Session == "" || len(empty.Faults) > 0 {
			t.Errorf("%s is not tried", p.Number)
		}
	}
	empty.clean(t)
}

// TestTheHeadIsTried: what a text says in its head changes the page.
func TestTheHeadIsTried(t *testing.T) {
	m := at(t, shown.Examples(t, now), "12")
	was := m.Proof.Paper
	m.Type(strings.Replace(m.Text, "style: record", "style: record\nwide: yes", 1))
	if is := m.Proof.Paper; is.Hash == was.Hash || is.Pages[0].Width <= was.Pages[0].Width {
		t.Error("the page is not across")
	}
	m.clean(t)
}
