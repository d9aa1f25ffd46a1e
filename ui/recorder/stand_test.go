package recorder_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

func TestUntilWhenAPauseLasts(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	m := h.page.Model()
	zone := time.FixedZone("", 8*3600)
	now := time.Date(2023, 7, 18, 10, 3, 20, 0, zone)
	planned := 0
	for _, s := range m.Script().Steps {
		if s.Key == "deliberation" {
			planned = s.Minutes
		}
	}
	for _, c := range []struct {
		kind  hearing.PauseKind
		typed string
		want  string // time of day; empty: not said
	}{
		{hearing.PauseRecess, "", "10:13"}, {hearing.PauseRecess, "15", "10:18"}, {hearing.PauseRecess, "10:20", "10:20"}, {hearing.PauseRecess, "0", ""},
		{hearing.PauseRecess, "9:30", ""}, {hearing.PauseRecess, "25:00", ""}, {hearing.PauseRecess, "1441", ""}, {hearing.PauseRecess, "99999999999999999999", ""},
		{hearing.PauseDeliberate, "", now.Add(time.Duration(planned) * time.Minute).Format("15:04")}, {hearing.PauseDeliberate, "30", "10:33"},
		{hearing.PauseSuspended, "30", ""},
	} {
		got := ""
		if at := m.Until(c.kind, c.typed, now); !at.IsZero() {
			got = at.In(zone).Format("15:04")
		}
		if got != c.want {
			t.Errorf("%s, %q: until %q, want %q", c.kind, c.typed, got, c.want)
		}
	}
	if planned == 0 {
		t.Error("the script plans no deliberation")
	}
}

func TestARecessSaysWhenItEnds(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	h.signsIn()
	h.ctrl(fyne.KeyDown)
	h.ctrl(fyne.KeyB)
	h.types("评议２５")
	shown.Picture(t, h.sh.Window, "recorder-recess")
	h.key(fyne.KeyReturn)
	p, paused := h.page.Model().Text().Pause()
	if want := shown.At(t, "2023-07-18 09:27"); !paused || p.Kind != hearing.PauseDeliberate || !p.Until.Equal(want) {
		t.Errorf("paused %v: %+v, want until %v", paused, p, want)
	}
}

// TestTheFirstStepIsNotLost: a key that comes before the script is read counts
// once it is.
func TestTheFirstStepIsNotLost(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	h.signsIn()
	h.page.Model().SetScript(script.Script{})
	h.ctrl(fyne.KeyDown)
	if h.page.Model().At() >= 0 {
		t.Fatal("went to a step that is not known")
	}
	h.page.Show(shell.Place{Kind: shell.Recorder, ID: "h-e1"})
	if at := h.page.Model().At(); at != 0 {
		t.Errorf("it is at step %d once the script is read", at)
	}
	h.page.Show(shell.Place{Kind: shell.Recorder, ID: "h-e1"})
	if at := h.page.Model().At(); at != 0 {
		t.Errorf("it went on by itself, to %d", at)
	}
}

// notarised is E2 under way, with its notary's matter as a test needs it.
func notarised(t *testing.T, change func(*hearing.NotaryMatter)) *hand {
	t.Helper()
	desk := shown.Examples(t, "2023-07-18 09:02")
	v, err := desk.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	v.State, v.Outcome, v.Opinions = hearing.Open, hearing.Outcome{OpenedAt: shown.At(t, "2023-07-18 09:00")}, nil
	v.Notary[0].AcceptedOn = calendar.Date{}
	change(&v.Notary[0])
	if _, err := desk.SaveHearing(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	h := newHand(t, desk, "h-e2")
	h.ctrl(fyne.KeyDown)
	h.ctrl(fyne.KeyK)
	h.types("公证")
	h.key(fyne.KeyReturn)
	return h
}

func (h *hand) matter() hearing.NotaryMatter {
	h.t.Helper()
	v, err := h.desk.Hearing(h.t.Context(), h.page.Model().ID())
	if err != nil {
		h.t.Fatal(err)
	}
	return v.Notary[0]
}

func TestACertificateIsPutIntoItsMatter(t *testing.T) {
	h := notarised(t, func(m *hearing.NotaryMatter) { m.Certificate = "（2023）晋云澄证字第118号" })
	shown.Picture(t, h.sh.Window, "recorder-notary")
	shown.ChooseFirst(t, h.sh.Window, "出具公证书")
	h.says("已当场宣读。")
	today := calendar.NewDate(2023, 7, 18)
	if m := h.matter(); m.IssuedOn != today || m.AcceptedOn != today || m.Certificate != "（2023）晋云澄证字第118号" {
		t.Errorf("the matter has %+v", m)
	}
}

// TestADisputedMatterGetsNoCertificate is 公证法, art. 31(4).
func TestADisputedMatterGetsNoCertificate(t *testing.T) {
	h := notarised(t, func(m *hearing.NotaryMatter) { m.Disputed, m.SettledAt = true, time.Time{} })
	shown.ChooseFirst(t, h.sh.Window, "出具公证书")
	h.says("已当场宣读。")
	if m := h.matter(); !m.IssuedOn.IsZero() || len(h.reads()) > 0 {
		t.Errorf("it was written: %+v, %q", m, h.reads())
	}
}
