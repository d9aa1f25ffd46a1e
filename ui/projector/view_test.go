package projector

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// scenes are the pages of a hearing's day, by what their pictures are called.
func scenes(t *testing.T) map[string]Scene {
	t.Helper()
	begin := func() *room { return held(t, "h-e1", "2023-07-18 08:50").later(2*time.Minute + 7*time.Second) }
	out := map[string]Scene{"discipline": begin().scene()}

	r := begin().step("statements").later(3*time.Minute + 12*time.Second)
	agency := r.of(hearing.AgencyRep)
	unit := r.d.Organisations[agency.Organisation]
	unit.Name = "云岭市澄河区住房和城乡建设局（澄河区人民防空办公室、澄河区历史文化名城保护工作领导小组办公室、澄河区物业管理行业联合执法大队望江街道中队）"
	r.d.Organisations[unit.ID] = unit
	r.says(agency.ID, hearing.Speech, "", "我局")
	out["agency"] = r.scene()

	r = begin().step("case").later(16*time.Minute).says(hearing.SpeakerPresider, hearing.Exhibit, "3", "请看")
	r.live.Exhibit = Exhibit{"3", "梧桐苑小区地下车库电动自行车违规充电现场照片（2023年6月12日，共12张）"}
	out["exhibit"] = r.scene()

	r = begin().step("questions").later(4*time.Minute).says(r.of(hearing.Officer).ID, hearing.Ask, "", "请问")
	out["officer"] = r.scene()

	out["recess"] = begin().step("questions").until(hearing.PauseRecess, shown.At(t, "2023-07-18 10:20")).scene()
	out["deliberation-until"] = begin().step("questions").until(hearing.PauseDeliberate, shown.At(t, "2023-07-18 10:40")).scene()
	out["deliberation"] = begin().step("deliberation").scene()
	out["halted"] = begin().step("rights").pause(hearing.PauseSuspended).scene()

	r = begin().step("statements").later(time.Minute)
	r.d.Hearing.Openness, r.d.Hearing.Rehearsal = hearing.NotOpen, true
	out["closed"] = r.says(r.of(hearing.AgencyRep).ID, hearing.Speech, "", "我局").scene()

	r = held(t, "h-e2", "2023-06-27 14:30").step("statements").later(90 * time.Second)
	r.d.Cases[0].Parties[0].Minor = true
	for _, p := range r.d.Hearing.Participants {
		if p.Person == r.d.Cases[0].Parties[0].Person {
			r.says(p.ID, hearing.Speech, "", "我")
		}
	}
	out["minor"] = r.scene()
	return out
}

func TestTheWallOnEveryScreen(t *testing.T) {
	all := scenes(t)
	for _, size := range []struct {
		w, h float32
		of   []string // pages that are drawn; none: all
	}{{1024, 768, nil}, {1920, 1080, []string{"agency", "exhibit", "minor", "recess", "officer", "discipline"}}, {3840, 2160, []string{"agency"}}} {
		for name, s := range all {
			if size.of == nil || !testing.Short() && slices.Contains(size.of, name) {
				w, _ := wallOf(t, s, size.w, size.h, name == "officer")
				shown.Picture(t, w, fmt.Sprintf("projector-%s-%.0f", name, size.w))
			}
		}
	}
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = words.Use(words.Chinese) }()
	for name, s := range scenes(t) {
		w, _ := wallOf(t, s, 960, 540, false)
		shown.Picture(t, w, "projector-"+name+"-english")
	}
}

// TestTheWindow works it as a clerk does, who has only its keys.
func TestTheWindow(t *testing.T) {
	sh, _ := shown.Shell(t, "2023-07-18 08:55")
	r, looked := held(t, "h-e1", "2023-07-18 08:55"), 0
	p := New(sh, func(now time.Time) Scene { looked++; r.now = now; return r.scene() })
	p.Refresh()
	if p.IsOpen() || looked > 0 {
		t.Fatal("it is open before anybody opened it")
	}
	p.Open()
	w, wall := p.w, p.wall
	p.Open() // again: the same window
	if !p.IsOpen() || p.w != w || wall.scene.Page != Discipline || wall.hint == "" {
		t.Fatalf("%+v, hint %q", wall.scene, wall.hint)
	}
	press := func(k fyne.KeyName) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyEscape)
	if w.FullScreen() {
		t.Error("Esc filled the screen")
	}
	press(fyne.KeyF11)
	if !w.FullScreen() || wall.hint != "" {
		t.Errorf("F11: full %v, hint %q", w.FullScreen(), wall.hint)
	}
	press(fyne.KeyEscape)
	wall.DoubleTapped(nil)
	if !w.FullScreen() {
		t.Error("a double click does not fill the screen")
	}
	press(fyne.KeyB)
	if n := len(test.WidgetRenderer(wall).Objects()); n != 1 {
		t.Errorf("a black screen has %d things on it", n)
	}
	press(fyne.KeyB)
	press(fyne.KeyL)
	if !wall.light || !fyne.CurrentApp().Preferences().Bool(prefLight) {
		t.Error("the light wall is not kept")
	}
	r.step("case")
	p.Refresh()
	if wall.scene.Page != Session {
		t.Errorf("the wall stays on %s", wall.scene.Page)
	}
	p.Close()
	p.Close()
	p.Refresh()
	if p.IsOpen() {
		t.Error("it is still open")
	}
	p.Open()
	if p.w == nil || !p.wall.light {
		t.Error("it does not open again as it was")
	}
}

// TestTheAgendaKeepsThePresentStep: wherever the hearing is, and however little
// room there is, its step is among those that are shown.
func TestTheAgendaKeepsThePresentStep(t *testing.T) {
	for _, c := range []struct {
		at, n      int
		height     float32
		first, end int
	}{{0, 12, 70, 0, 7}, {5, 12, 70, 3, 10}, {11, 12, 70, 5, 12}, {-1, 12, 70, 0, 7}, {3, 4, 70, 0, 4}, {5, 12, 10, 5, 6}, {0, 0, 70, 0, 0}} {
		first, end := window(c.at, c.height, c.n, func(int) float32 { return 10 })
		if first != c.first || end != c.end {
			t.Errorf("step %d of %d in %.0f: %d to %d, want %d to %d", c.at, c.n, c.height, first, end, c.first, c.end)
		}
	}
}
