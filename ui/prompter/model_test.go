package prompter

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
)

// TestThePresiderGoesThroughTheScript turns its pages with Space: within a step
// alone, and then with the hearing.
func TestThePresiderGoesThroughTheScript(t *testing.T) {
	h := e1(t)
	h.p.Open(h.source())
	h.step("open")
	h.p.Refresh()
	lines := h.p.m.Sheet(h.now).Lines
	if len(lines) < 2 || h.stands() != "2/12　宣布开始 0" {
		t.Fatalf("%s of %d", h.stands(), len(lines))
	}
	for range len(lines) - 1 {
		h.press(fyne.KeySpace)
	}
	if want := fmt.Sprintf("2/12　宣布开始 %d", len(lines)-1); h.stands() != want {
		t.Fatalf("%s, want %s", h.stands(), want)
	}
	h.stop = hearing.ErrSealed
	h.press(fyne.KeySpace)
	if !strings.HasPrefix(h.stands(), "2/12") || h.p.view.note == nil {
		t.Errorf("a hearing that stands still went on to %s", h.stands())
	}
	h.stop = nil
	h.press(fyne.KeyPageDown)
	if step, _ := h.sight.Text.Step(); step.Step != "recusal" || h.stands() != "3/12　询问回避 0" {
		t.Errorf("the hearing is in %s, he at %s", step.Step, h.stands())
	}
	h.press(fyne.KeyPageUp)
	if s := h.p.m.Sheet(h.now); !s.Away || !strings.HasPrefix(s.Step, "2/12") {
		t.Errorf("looking back shows %+v", s.Step)
	}
	if step, _ := h.sight.Text.Step(); step.Step != "recusal" {
		t.Errorf("looking back took the hearing to %s", step.Step)
	}
	h.step("questions")
	h.p.Refresh()
	if !strings.HasPrefix(h.stands(), "7/12") {
		t.Errorf("he stays at %s when the recorder goes on", h.stands())
	}
}

// TestWithoutARecorder turns the pages to the end and stays there.
func TestWithoutARecorder(t *testing.T) {
	h := e1(t)
	h.p.Open(Source{Read: h.source().Read})
	for range 80 {
		h.press(fyne.KeySpace)
	}
	if !strings.HasPrefix(h.stands(), "12/12") || !h.sight.Text.Empty() {
		t.Errorf("he is at %s", h.stands())
	}
}

func TestWhoIsToSpeak(t *testing.T) {
	h := e1(t)
	h.step("statements")
	first := h.sight.Dossier.Hearing.InRole(hearing.AgencyRep)[0]
	h.says("u-1", "", hearing.Speech, first.ID, "我局")
	h.p.m.Set(h.sight)
	got := h.p.m.Sheet(h.now).Speakers
	if len(got) != 4 || !got[0].Done || got[1].Done || !strings.Contains(got[0].Name, "孙伟") {
		t.Errorf("%+v", got)
	}
}

func TestWhatWasAsked(t *testing.T) {
	h := e1(t)
	officer := h.sight.Dossier.Hearing.Officers()[0].ID
	h.step("questions")
	h.says("q-1", "", hearing.Ask, officer, "何时整改？")
	h.says("a-1", "q-1", hearing.Reply, "", "年底前")
	h.says("q-2", "", hearing.Ask, officer, "费用由谁负担？")
	h.p.m.Set(h.sight)
	got := h.p.m.Sheet(h.now).Asked
	if len(got) != 2 || !got[0].Answered || got[1].Answered || got[1].Who != "王䶮" {
		t.Errorf("%+v", got)
	}
	for i := range 20 {
		h.says(hearing.ID(fmt.Sprint("q-", 10+i)), "", hearing.Ask, officer, "？")
	}
	if n := len(h.p.m.Sheet(h.now).Asked); n != mostAsked {
		t.Errorf("%d questions are listed", n)
	}
}

// TestOpinionsAreShownToOneWhoAsks: while the officers deliberate, and otherwise
// when he wants them; when the hearing goes on they go away by themselves.
func TestOpinionsAreShownToOneWhoAsks(t *testing.T) {
	h := e1(t)
	if len(h.sight.Dossier.Hearing.Opinions) == 0 {
		t.Fatal("the example has no opinions")
	}
	sees := func() bool {
		h.p.m.Set(h.sight)
		return len(h.p.m.Sheet(h.now).Opinions) > 0
	}
	h.step("questions")
	if sees() {
		t.Error("they are shown in the open hearing")
	}
	h.p.m.Opinions()
	if !sees() {
		t.Error("they are not shown to one who asks")
	}
	h.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: hearing.PauseDeliberate})
	if !sees() {
		t.Error("they are not shown in the deliberation")
	}
	h.add(hearing.TranscriptEntry{Act: hearing.ActResume})
	if sees() {
		t.Error("they stay when the hearing goes on")
	}
}
