package entrance

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// TestTheGate opens an encrypted file by keys alone; what does not open it is told below
// the field.
func TestTheGate(t *testing.T) {
	sh, _ := shown.Shell(t, "2023-07-18 09:00")
	in, tried := 0, 0
	g := NewGate(sh.Work, sh.Window.Canvas(), "/home/x/desk.db", func(_ context.Context, secret string) error {
		if tried++; secret != "冬天的河面结了冰" { //nolint:gosec // of nobody
			return hearing.ErrShut
		}
		return nil
	}, func() { in++ })
	sh.Window.SetContent(g.Object())
	g.Wait()
	for _, c := range []struct {
		typed, said string
		tried, in   int
	}{{"", "请输入文件口令。", 0, 0}, {"夏天的河面没有冰", "打不开：口令或恢复码不对，请再试。", 1, 0}, {"冬天的河面结了冰", "正在打开…", 2, 1}} {
		if sh.Window.Canvas().Focused() != g.secret {
			t.Fatalf("the cursor is not in the field for %q", c.typed)
		}
		test.Type(g.secret, c.typed)
		g.secret.OnSubmitted(g.secret.Text)
		if !strings.Contains(g.said.Text, c.said) || tried != c.tried || in != c.in || g.secret.Text != "" {
			t.Errorf("%q: it says %q, tried %d, %d came in", c.typed, g.said.Text, tried, in)
		}
		if c.tried == 1 {
			shown.Picture(t, sh.Window, "gate")
		}
	}
}
