package transcript

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// TestARecognisersTextIsTakenInTheWindow: it is shown before, its passages come as
// drafts behind what is there, at their places in the recording.
func TestARecognisersTextIsTakenInTheWindow(t *testing.T) {
	r := newRoom(t)
	r.say("open", hearing.Speech, hearing.SpeakerPresider, "现在开会。", false)
	r.put(func(h *hearing.Hearing) {
		h.Outcome.Recordings = []hearing.Recording{{ID: "a", Name: "a.mp4", Start: shown.At(t, "2023-07-18 09:05")}}
	})
	file := filepath.Join(t.TempDir(), "said.srt")
	text := "1\n00:00:01,500 --> 00:00:03,000\n主持人：请说明整改情况。\n\n2\n00:00:04,000 --> 00:00:09,000\n孙伟：我们正在整改。\n第二行。\n\n3\n00:00:08,000 --> 00:00:12,000\n[说话人1] 补充一点。\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	v := r.view()
	v.lookAt(file)
	top := strings.Join(r.labels(), "\n")
	for _, want := range []string{"“said.srt”有 3 段", "1 段不知是谁说的（说话人1）", "00:00:04", "孙伟", "我们正在整改。 第二行。"} {
		if !strings.Contains(top, want) {
			t.Errorf("%q is not in\n%s", want, top)
		}
	}
	shown.Picture(t, r.sh.Window, "transcript-import")
	r.dialog("09:05:00").SetText("09:10:00")
	r.press("导入")
	lines := v.m.Text.Lines()
	if len(lines) != 4 || lines[1].Speaker != hearing.SpeakerPresider || !lines[2].Draft || lines[3].Text != "说话人1：补充一点。" {
		t.Fatalf("taken in: %+v", lines)
	}
	if got := lines[2].At.In(v.s.Zone()).Format("15:04:05"); got != "09:10:04" {
		t.Errorf("said at %s", got)
	}
	for name, text := range map[string]string{"empty.txt": "\n\n", "bad.srt": "1\n00:99:00,000 --> x\n", "large.txt": strings.Repeat("a", mostText+1)} {
		bad := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(bad, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		v.lookAt(bad)
		if n := len(r.told.Failed); n != 1 {
			t.Errorf("%s: %v", name, r.told.Failed)
		}
		r.told.Failed = nil
	}
	if n := len(v.m.Text.Lines()); n != 4 {
		t.Errorf("%d passages after what was refused", n)
	}
}
