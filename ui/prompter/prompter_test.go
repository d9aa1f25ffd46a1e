package prompter

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// A hall is a hearing on its day, with the presider's window.
type hall struct {
	t     *testing.T
	sh    *shell.Shell
	sight Sight
	now   time.Time
	n     int
	stop  error // why the hearing cannot go on
	p     *Window
}

func e1(t *testing.T) *hall {
	t.Helper()
	sh, _ := shown.Shell(t, "2023-07-18 09:00")
	d, err := shown.Examples(t, "2023-07-18 09:00").Dossier(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	d.Hearing.State = hearing.Open
	papers, err := shown.NewPress()
	if err != nil {
		t.Fatal(err)
	}
	s, err := script.Of(d, shown.Book(t), papers.Forms(), calendar.NewDate(2023, time.July, 18))
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, sh: sh, sight: Sight{d, s, &transcript.Text{}}, now: shown.At(t, "2023-07-18 09:00"), p: New(sh)}
	sh.Now = func() time.Time { return h.now }
	return h
}

func (h *hall) add(e hearing.TranscriptEntry) {
	h.n++
	e.ID, e.At = hearing.ID(fmt.Sprint("e-", h.n)), h.sight.Text.After(h.now)
	h.sight.Text.Add(e)
}

// step lets the hearing go to a step by its key.
func (h *hall) step(key string) { h.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: key}) }

func (h *hall) says(id, of hearing.ID, kind hearing.UtteranceKind, who hearing.ID, text string) {
	step, _ := h.sight.Text.Step()
	h.add(hearing.TranscriptEntry{Act: hearing.ActWrite, To: &hearing.Utterance{ID: id, Of: of, Kind: kind, Step: step.Step, Speaker: who, Text: text, At: h.now, After: h.sight.Text.End()}})
}

// source is the hearing's, as the recorder's page gives it.
func (h *hall) source() Source {
	return Source{Read: func(_ time.Time, take func(Sight)) { take(h.sight) }, Go: func(i int) error {
		if h.stop == nil {
			h.step(h.sight.Script.Steps[i].Key)
		}
		return h.stop
	}}
}

func (h *hall) press(k fyne.KeyName) { h.p.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }

// stands is the step that is shown, and how far it is said.
func (h *hall) stands() string {
	s := h.p.m.Sheet(h.now)
	return fmt.Sprintf("%s %d", s.Step, s.Line)
}

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

func TestTheTypeIsKept(t *testing.T) {
	h := e1(t)
	h.p.Open(h.source())
	for range 3 {
		h.p.w.Canvas().(interface{ TypedShortcut(fyne.Shortcut) }).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault})
	}
	if h.p.view.size != usual+3*between {
		t.Fatalf("it is %.0f", h.p.view.size)
	}
	h.p.Close()
	h.p.Open(h.source())
	if h.p.view.size != usual+3*between {
		t.Errorf("opened again it is %.0f", h.p.view.size)
	}
	for range 40 {
		h.p.resize(-between)
	}
	if h.p.view.size != least {
		t.Errorf("the smallest is %.0f", h.p.view.size)
	}
}

// TestItMovesOnlyWhenAsked: the clock going on leaves the text where it was
// scrolled to.
func TestItMovesOnlyWhenAsked(t *testing.T) {
	h := e1(t)
	h.p.Open(h.source())
	h.step("open")
	h.p.w.Resize(fyne.NewSize(700, 420))
	h.p.Refresh()
	h.p.view.scroll.ScrollToOffset(fyne.NewPos(0, 60))
	h.now = h.now.Add(time.Minute)
	h.p.Refresh()
	if y := h.p.view.scroll.Offset.Y; y != 60 {
		t.Errorf("the text moved to %.0f", y)
	}
	h.p.roll()
	if y := h.p.view.scroll.Offset.Y; y <= 60 || !h.p.rolling {
		t.Errorf("asked to, it did not move from %.0f", y)
	}
	h.p.roll()
	if h.p.rolling {
		t.Error("it does not stop")
	}
}

func TestTheWindowOnEveryScreen(t *testing.T) {
	for _, english := range []bool{false, true} {
		name := ""
		if english {
			name = "-english"
			if err := words.Use(words.English); err != nil {
				t.Fatal(err)
			}
			defer func() { _ = words.Use(words.Chinese) }()
		}
		h := e1(t)
		h.p.Open(h.source())
		h.step("open")
		h.now = h.now.Add(3*time.Minute + 20*time.Second)
		h.p.Refresh()
		h.press(fyne.KeySpace)
		picture := func(what string, w, ht float32) {
			h.p.w.Resize(fyne.NewSize(w, ht))
			shown.Picture(t, h.p.w, "prompter-"+what+name)
		}
		picture("open", 1280, 720)
		h.step("statements")
		h.says("u-1", "", hearing.Speech, h.sight.Dossier.Hearing.InRole(hearing.AgencyRep)[0].ID, "我局")
		h.now = h.now.Add(34 * time.Minute)
		h.p.Refresh()
		picture("statements", 1024, 768)
		h.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: hearing.PauseDeliberate})
		h.p.Refresh()
		picture("deliberation", 1280, 720)
	}
}

// TestAKeyAfterAButton: Space goes on, whichever button was pressed last.
func TestAKeyAfterAButton(t *testing.T) {
	h := e1(t)
	h.p.Open(h.source())
	test.Tap(h.p.view.rolling)
	if f := h.p.w.Canvas().Focused(); f != nil {
		t.Errorf("the keyboard is on %T", f)
	}
	h.stop = errors.New("stop")
	before := h.stands()
	test.Tap(h.p.view.next)
	if h.stands() == before {
		t.Error("the button does not go on")
	}
}

// TestItFollowsTheFile sees what another window wrote, within a few seconds.
func TestItFollowsTheFile(t *testing.T) {
	h := e1(t)
	desk := shown.Examples(t, "2023-07-18 09:00")
	h.p.Open(Watch(h.sh, desk, shown.NewPress, "h-e1"))
	if h.stands() != "1/12　核对到场、宣布纪律 0" {
		t.Fatal(h.stands())
	}
	err := desk.AddToTranscript(t.Context(), "h-e1", hearing.TranscriptEntry{ID: "e-1", At: h.now, Act: hearing.ActStep, Step: "case"})
	if err != nil {
		t.Fatal(err)
	}
	h.now = h.now.Add(time.Second)
	h.p.Refresh()
	if !strings.HasPrefix(h.stands(), "1/12") {
		t.Error("it reads the file every second")
	}
	h.now = h.now.Add(2 * time.Second)
	h.p.Refresh()
	if !strings.HasPrefix(h.stands(), "5/12") {
		t.Errorf("it stays at %s", h.stands())
	}
}
