package prompter

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

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
