package recorder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage"
	"hearingdesk/ui/recorder"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// A hand is somebody at the hearing desk of a session.
type hand struct {
	t    testing.TB
	sh   *shell.Shell
	told *shown.Told
	desk *storage.Desk
	page interface {
		shell.Page
		Model() *recorder.Model
	}
}

var hands int

func newHand(t testing.TB, desk *storage.Desk, id hearing.ID) *hand {
	t.Helper()
	sh, told := shown.Shell(t, "2023-07-18 09:02")
	hands++
	sh.NewID = shown.IDs(fmt.Sprintf("hand%d", hands)) // no two desks make the same
	h := &hand{t: t, sh: sh, told: told, desk: desk}
	h.page = recorder.New(sh, desk, shown.NewPress, recorder.Screens{}).(interface {
		shell.Page
		Model() *recorder.Model
	})
	shown.Show(sh, h.page.Object())
	h.page.Show(shell.Place{Kind: shell.Recorder, ID: id})
	return h
}

func (h *hand) types(text string) {
	h.t.Helper()
	f := h.sh.Window.Canvas().Focused()
	if f == nil {
		h.t.Fatal("nothing has the keyboard")
	}
	test.Type(f, text)
}

func (h *hand) key(names ...fyne.KeyName) {
	h.t.Helper()
	for _, n := range names {
		f := h.sh.Window.Canvas().Focused()
		if f == nil {
			h.t.Fatal("nothing has the keyboard")
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (h *hand) ctrl(n fyne.KeyName) {
	h.t.Helper()
	h.shortcut(&desktop.CustomShortcut{KeyName: n, Modifier: fyne.KeyModifierControl})
}

func (h *hand) shortcut(s fyne.Shortcut) {
	h.t.Helper()
	f, ok := h.sh.Window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		h.t.Fatal("nothing takes shortcuts")
	}
	f.TypedShortcut(s)
}

// says types something and writes it down.
func (h *hand) says(text string) {
	h.t.Helper()
	h.types(text)
	h.key(fyne.KeyReturn)
}

// ready is E1 on its day, before anybody signed in.
func ready(t testing.TB, change func(*hearing.Hearing)) *storage.Desk {
	t.Helper()
	desk := shown.Examples(t, "2023-07-18 09:02")
	h, err := desk.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	h.State, h.Outcome, h.Opinions = hearing.Ready, hearing.Outcome{}, nil
	for i := range h.Participants {
		h.Participants[i].Attendance, h.Participants[i].Signed = hearing.Attendance{}, nil
	}
	if change != nil {
		change(&h)
	}
	if _, err := desk.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	return desk
}

func (h *hand) state() hearing.State {
	h.t.Helper()
	v, err := h.desk.Hearing(h.t.Context(), h.page.Model().ID())
	if err != nil {
		h.t.Fatal(err)
	}
	return v.StateNow()
}

// reads is what the file has of the transcript, a line a passage.
func (h *hand) reads() []string {
	h.t.Helper()
	log, err := h.desk.Transcript(h.t.Context(), h.page.Model().ID())
	if err != nil {
		h.t.Fatal(err)
	}
	var out []string
	for _, l := range transcript.Of(log).Lines() {
		out = append(out, string(l.Kind)+" "+string(l.Speaker)+" "+l.Text)
	}
	return out
}

func (h *hand) wants(lines ...string) {
	h.t.Helper()
	if got := h.reads(); !slices.Equal(got, lines) {
		h.t.Fatalf("the file reads\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
}

// signsIn signs in everybody who comes.
func (h *hand) signsIn() {
	h.t.Helper()
	h.ctrl(fyne.KeyI)
	for range 10 {
		h.key(fyne.KeyReturn)
	}
	h.key(fyne.KeyEscape)
}

func TestE1ByKeys(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	h.ctrl(fyne.KeyDown)
	if h.state() != hearing.Ready || !shown.Reads(h.sh.Window, "签到") {
		t.Fatalf("opened as %s without anybody there", h.state())
	}
	shown.Picture(t, h.sh.Window, "recorder-blocked")
	h.signsIn()
	h.ctrl(fyne.KeyDown)
	if h.state() != hearing.Open {
		t.Fatalf("the first step left it %s", h.state())
	}
	h.key(fyne.KeyF1)
	h.says("现在开会。")
	h.ctrl(fyne.KeyG)
	h.key(fyne.KeyF9)
	h.types("wyy ")
	h.key(fyne.KeyF3) // writes it, and lets the officer speak
	h.ctrl(fyne.KeyQ)
	h.types("有无整改？")
	h.ctrl(fyne.KeyD)
	h.says("已整改。")
	h.ctrl(fyne.KeyE)
	h.says("现场照片")
	h.ctrl(fyne.KeyM)
	h.says("旁听席安静。")
	a1, o1 := "h-e1-a1", "h-e1-o1"
	if m := h.page.Model(); m.Script().People[8].Name != "孙伟" {
		t.Fatalf("F9 is %+v", m.Script().People[8])
	} else {
		a1, o1 = m.Script().People[8].Key, m.Script().People[2].Key
	}
	h.wants("speech presider 现在开会。", "speech "+a1+" 没有异议。", "question "+o1+" 有无整改？", "answer "+a1+" 已整改。", "exhibit "+a1+" 出示证据1：现场照片", "note  旁听席安静。")
	if m := h.page.Model(); m.At() != 1 {
		t.Errorf("in step %d", m.At())
	}
	if who, what, paused := h.page.Model().Live(); who != a1 || what != "出示证据1：现场照片" || paused {
		t.Errorf("others see %q, %q, %v", who, what, paused)
	}
	h.told.Clean(t)
	shown.Picture(t, h.sh.Window, "recorder-e1")
}

func TestAPassageIsChangedStruckOutAndBroughtBack(t *testing.T) {
	desk := ready(t, nil)
	h := newHand(t, desk, "h-e1")
	h.key(fyne.KeyF1)
	h.says("第一条")
	h.says("第二条")
	h.key(fyne.KeyUp)
	h.types("改")
	h.key(fyne.KeyReturn)
	h.wants("speech presider 第一条", "speech presider 第二条改")
	h.key(fyne.KeyUp, fyne.KeyUp)
	h.ctrl(fyne.KeyDelete)
	h.wants("speech presider 第二条改")
	h = newHand(t, desk, "h-e1") // a restart
	h.shortcut(&fyne.ShortcutUndo{})
	h.shortcut(&fyne.ShortcutUndo{})
	h.wants("speech presider 第一条", "speech presider 第二条")
	h.shortcut(&fyne.ShortcutRedo{})
	h.wants("speech presider 第一条", "speech presider 第二条改")
	h.types("打错了")
	h.key(fyne.KeyEscape)
	if u, _ := h.page.Model().Line(); u.Text != "" {
		t.Errorf("Esc left %q", u.Text)
	}
	h.shortcut(&fyne.ShortcutUndo{})
	if u, _ := h.page.Model().Line(); u.Text != "打错了" {
		t.Errorf("brought back %q", u.Text)
	}
}

func TestItOpensWhereItWas(t *testing.T) {
	desk := ready(t, nil)
	h := newHand(t, desk, "h-e1")
	h.key(fyne.KeyF4)
	h.types("这句话没有说完\n第二段")
	h.key(fyne.KeyLeft, fyne.KeyLeft)
	was, cursor := h.page.Model().Line()
	again := newHand(t, desk, "h-e1")
	u, at := again.page.Model().Line()
	if !u.Same(was) || at != cursor || at != len([]rune(u.Text))-2 {
		t.Errorf("it opens with %+v at %d, was %+v at %d", u, at, was, cursor)
	}
	again.types("三")
	if got := shown.Focused(t, again.sh.Window); got != "这句话没有说完\n第三二段" {
		t.Errorf("typed on: %q", got)
	}
}

func TestRecessRecusalAndDisorder(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	h.signsIn()
	h.ctrl(fyne.KeyDown)
	h.ctrl(fyne.KeyB)
	h.key(fyne.KeyReturn) // a short recess
	if _, _, paused := h.page.Model().Live(); !paused || h.state() != hearing.Open {
		t.Errorf("paused %v, %s", paused, h.state())
	}
	h.ctrl(fyne.KeyDown)
	if h.page.Model().At() != 0 {
		t.Error("went on in a recess")
	}
	h.ctrl(fyne.KeyB)
	h.ctrl(fyne.KeyB)
	h.key(fyne.KeyDown, fyne.KeyReturn) // to deliberate
	h.types("三比二同意")
	if h.state() != hearing.Recess || len(h.reads()) != 0 {
		t.Errorf("%s, the transcript has %q", h.state(), h.reads())
	}
	shown.Picture(t, h.sh.Window, "recorder-deliberation")
	h.ctrl(fyne.KeyB) // nobody's opinion is entered: the hearing goes on, its state does not
	if _, _, paused := h.page.Model().Live(); paused || h.state() != hearing.Recess || !shown.Reads(h.sh.Window, "进度还不能改为") {
		t.Errorf("after the deliberation: %v, %s", paused, h.state())
	}
	h.ctrl(fyne.KeyK)
	h.types("xunjie")
	h.key(fyne.KeyReturn)
	h.types("旁听人员")
	h.key(fyne.KeyReturn)
	h.says("未经许可发言")
	if got := h.reads(); len(got) != 1 || got[0] != "disorder presider 训诫：旁听人员。未经许可发言。" {
		t.Errorf("wrote %q", got)
	}
}

func TestARecusalSuspendsUntilItIsDecided(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	h.signsIn()
	h.ctrl(fyne.KeyDown)
	h.key(fyne.KeyF9)
	h.ctrl(fyne.KeyK)
	h.types("sqhb")
	h.key(fyne.KeyReturn)
	h.says("与对方当事人有亲属关系")
	if h.state() != hearing.Suspended {
		t.Fatalf("it is %s", h.state())
	}
	c, err := h.desk.Case(t.Context(), "c-e1")
	if err != nil || len(c.StepsOf(hearing.RecusalAsked)) != 1 || c.StepsOf(hearing.RecusalAsked)[0].Person != "p-lin" {
		t.Errorf("the case has %+v, %v", c.StepsOf(hearing.RecusalAsked), err)
	}
	h.ctrl(fyne.KeyB)
	if _, _, paused := h.page.Model().Live(); !paused || h.state() != hearing.Suspended {
		t.Error("resumed before it was decided")
	}
	shown.Picture(t, h.sh.Window, "recorder-suspended")
}
