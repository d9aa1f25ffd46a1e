package hearings_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestABlockedStateIsOverridden: what stands in the way is listed with its
// articles; once somebody approved otherwise, the state can be reached, and the
// finding stays with who and why.
func TestABlockedStateIsOverridden(t *testing.T) {
	desk := shown.Examples(t, "2023-07-17 09:00")
	put(t, desk, "h-e1", func(h *hearing.Hearing) {
		h.State, h.Opinions, h.Outcome, h.Moves = hearing.Notifying, nil, hearing.Outcome{}, nil
		h.Allowances = hearing.Allowances{}
		officers := 0
		h.Participants = slices.DeleteFunc(h.Participants, func(p hearing.Participant) bool {
			if p.Role == hearing.Officer {
				officers++
			}
			return p.Role == hearing.Officer && officers > 2
		})
		for i := range h.Participants {
			h.Participants[i].Attendance = hearing.Attendance{}
		}
	})
	p, s, said, sh := newPage(t, desk, "2023-07-17 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "plan"})
	shown.Press(t, sh.Window, "记为就绪")
	if s.Value().State != hearing.Notifying || !shown.Reads(sh.Window, "现在还不能改为“就绪”") {
		t.Fatalf("it is %s", s.Value().State)
	}
	presses(sh)[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the first is the verdict in the head
	shown.Press(t, sh.Window, "记录例外批准…")
	shown.Type(t, sh.Window, "理由", "两名听证员均为消防专家，案情简单")
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "progress-override")
	shown.Press(t, sh.Window, "记录例外批准")
	if len(s.Value().Overrides) == 0 {
		t.Fatal("nothing was approved otherwise")
	}
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "progress-overridden")
	shown.Press(t, sh.Window, "记为就绪")
	if s.Value().State != hearing.Ready {
		for _, f := range s.Guard(hearing.Ready) {
			t.Errorf("%s %s: %s", f.Rule, f.Severity, f.Text)
		}
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "people"})
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "progress-overridden-people")
	if !shown.Reads(sh.Window, "均为消防专家") {
		t.Error("who approved, and why, is not to be seen")
	}
	said.Clean(t)
}

// TestPostponingAsksWhy and keeps the reason and who approved.
func TestPostponingAsksWhy(t *testing.T) {
	desk := shown.Examples(t, "2023-07-12 09:00")
	put(t, desk, "h-e1", func(h *hearing.Hearing) { h.State, h.Moves = hearing.Notifying, nil })
	p, s, said, sh := newPage(t, desk, "2023-07-12 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "plan"})
	shown.Choose(t, sh.Window, "进度", "延期")
	shown.Press(t, sh.Window, "延期")
	if s.Value().State == hearing.Postponed || !shown.Reads(sh.Window, "请写明原因") {
		t.Fatal("postponed without a reason")
	}
	shown.ChooseFirst(t, sh.Window, "听证员人数不足")
	shown.Press(t, sh.Window, "延期")
	h := s.Value()
	if n := len(h.Moves); h.State != hearing.Postponed || n == 0 || h.Moves[n-1].Reason != "听证员人数不足" {
		t.Errorf("%s: %+v", h.State, h.Moves)
	}
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "progress-postponed")
	if shown.Reads(sh.Window, "不改") {
		t.Error("it still asks")
	}
	said.Clean(t)
}

// TestRecordingIsNeverStopped: people wait, and the papers are not in order.
// Who came, what they think and what was decided is recorded all the same.
func TestRecordingIsNeverStopped(t *testing.T) {
	desk := shown.Examples(t, "2023-07-18 09:05")
	crowd(t, desk)
	p, s, said, sh := newPage(t, desk, "2023-07-18 09:05")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "outcome"})
	shown.Press(t, sh.Window, "全部到场")
	for _, g := range s.Value().Participants {
		if !g.Alternate && g.Attendance.Presence == "" {
			t.Errorf("%s is not recorded", g.ID)
		}
	}
	if stored, err := desk.Hearing(t.Context(), "h-e1"); err != nil || stored.Participants[0].Attendance.Presence != hearing.Present {
		t.Errorf("not in the file: %v", err)
	}
	shown.Picture(t, sh.Window, "progress-recording")
	said.Clean(t)
}

// TestThroughTheHearing presses what comes next, from its opening to the
// deliberation and its end.
func TestThroughTheHearing(t *testing.T) {
	desk := shown.Examples(t, "2023-07-18 09:05")
	put(t, desk, "h-e1", func(h *hearing.Hearing) { h.State = hearing.Ready; h.Opinions = nil; h.Outcome = hearing.Outcome{} })
	p, s, said, sh := newPage(t, desk, "2023-07-18 09:05")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "outcome"})
	for _, c := range []struct {
		press string
		want  hearing.State
	}{{"开始听证", hearing.Open}, {"休会评议", hearing.Recess}, {"结束听证", hearing.Recess}} {
		shown.Press(t, sh.Window, c.press)
		if s.Value().State != c.want {
			t.Errorf("%s: it is %s", c.press, s.Value().State)
			for _, f := range s.Guard(c.want) {
				t.Logf("%s.%s %s: %s", f.Rule, f.Variant, f.Severity, f.Text)
			}
		}
	}
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "progress-recess")
	said.Clean(t)
}
