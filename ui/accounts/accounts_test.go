package accounts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// TestTheTab makes the first account, which shows its recovery code, and says beside
// the fields what cannot be.
func TestTheTab(t *testing.T) {
	const now = "2023-07-18 09:00"
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	tab := New(sh, d, d)
	shown.Show(sh, tab.Object())
	tab.Show()
	shown.Picture(t, sh.Window, "accounts-none")
	shown.Press(t, sh.Window, "新建账号")
	entries := fields(sh.Window)
	if len(entries) != 3 {
		t.Fatalf("%d fields", len(entries))
	}
	for i, text := range []string{"沈秋白", "梧桐听证2023", "梧桐听证2023"} {
		entries[i].SetText(text)
	}
	role(t, sh.Window, "书记员")
	tap(t, sh.Window, "新建")
	if text := texts(sh.Window); !strings.Contains(text, "至少要有一个能管理账号的人") {
		t.Errorf("a first recorder: %s", text)
	}
	shown.Picture(t, sh.Window, "accounts-refused")
	role(t, sh.Window, "检察长")
	tap(t, sh.Window, "新建")
	if text := texts(sh.Window); !strings.Contains(text, "“沈秋白”的恢复码") || len(told.Failed) > 0 {
		t.Errorf("it shows %s, %v", text, told.Failed)
	}
	shown.Picture(t, sh.Window, "accounts-code")
	if d.Me().Name != "沈秋白" || len(tab.model.all) != 1 {
		t.Errorf("%+v is in, of %d", d.Me(), len(tab.model.all))
	}
	if _, err := hearing.ReadAccess(assets.Access); err != nil {
		t.Error(err)
	}
}

func top(w fyne.Window) fyne.CanvasObject { return w.Canvas().Overlays().Top() }

func fields(w fyne.Window) (out []*widget.Entry) {
	shown.Walk(top(w), func(o fyne.CanvasObject) {
		if e, ok := o.(*widget.Entry); ok {
			out = append(out, e)
		}
	})
	return out
}

func role(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	found := false
	shown.Walk(top(w), func(o fyne.CanvasObject) {
		if s, ok := o.(*widget.Select); ok && strings.Contains(strings.Join(s.Options, " "), name+" ") && strings.Contains(strings.Join(s.Options, " "), "访客") {
			s.SetSelected(name)
			found = true
		}
	})
	if !found {
		t.Fatalf("no role %s", name)
	}
}

func tap(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var b *widget.Button
	shown.Walk(top(w), func(o fyne.CanvasObject) {
		if x, ok := o.(*widget.Button); ok && x.Text == text {
			b = x
		}
	})
	if b == nil {
		t.Fatalf("no button %s", text)
	}
	test.Tap(b)
}

func texts(w fyne.Window) string {
	var out strings.Builder
	shown.Walk(top(w), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok {
			out.WriteString(l.Text + "\n")
		}
	})
	return out.String()
}
