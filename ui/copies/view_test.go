package copies

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// TestTheTab makes a copy, asks what restoring it would change, and restores it.
func TestTheTab(t *testing.T) {
	const now = "2023-07-18 09:00"
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	restored := ""
	sh.Restore = func(backup, _ string) { restored = backup }
	tab := New(sh, d)
	shown.Show(sh, tab.Object())
	tab.Show()
	if !shown.Reads(sh.Window, "还没有备份。") {
		t.Error("an empty list says nothing")
	}
	shown.Press(t, sh.Window, "立即备份")
	if len(told.Failed) > 0 || len(told.Said) != 1 {
		t.Fatalf("it says %v, %v", told.Said, told.Failed)
	}
	if _, err := d.SavePerson(t.Context(), hearing.Person{ID: "p-new", Name: "程桂兰"}); err != nil {
		t.Fatal(err)
	}
	list, err := d.Copies(t.Context(), "")
	if err != nil || len(list) != 1 {
		t.Fatalf("%v, %v", list, err)
	}
	shown.Picture(t, sh.Window, "copies")
	tab.ask(list[0])
	shown.Picture(t, sh.Window, "copies-ask")
	said := ""
	var yes *widget.Button
	shown.Walk(sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *widget.Label:
			said += v.Text
		case *widget.Button:
			if v.Text == "恢复备份" {
				yes = v
			}
		}
	})
	if !strings.Contains(said, "0 条记录回来，0 条变回备份时的样子，1 条消失。\n消失：人员“程桂兰”") || yes == nil {
		t.Fatalf("it asks %q", said)
	}
	test.Tap(yes)
	if restored != list[0].File {
		t.Errorf("restored %q", restored)
	}
}

// TestTheTabLocksWhatLeaves sets a passphrase, is shown the code once, and opens the
// locked copy of the second place with it.
func TestTheTabLocksWhatLeaves(t *testing.T) {
	const now = "2023-07-18 09:00"
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	restored, by := "", ""
	sh.Restore = func(backup, secret string) { restored, by = backup, secret }
	fyne.CurrentApp().Preferences().SetString(PrefSecond, t.TempDir())
	t.Cleanup(func() { fyne.CurrentApp().Preferences().SetString(PrefSecond, "") })
	tab := New(sh, d)
	shown.Show(sh, tab.Object())
	tab.Show()
	shown.Picture(t, sh.Window, "copies-unset")
	shown.Press(t, sh.Window, "立即备份")
	if len(told.Failed) != 1 {
		t.Fatalf("without a passphrase it says %v", told)
	}
	shown.Press(t, sh.Window, "设置备份口令…")
	fill(t, sh.Window, "冬天的河面结了冰", "夏天的河面没有冰")
	tap(t, sh.Window, "设置")
	if !reads(sh.Window, "两次输入的口令不一样。") {
		t.Error("two passphrases are taken for one")
	}
	fill(t, sh.Window, "短", "短")
	tap(t, sh.Window, "设置")
	if !reads(sh.Window, "口令太短，没有设置。请用至少 8 个字，例如一句自己记得住的话。") {
		t.Error("a short passphrase is taken")
	}
	shown.Picture(t, sh.Window, "copies-passphrase")
	fill(t, sh.Window, "冬天的河面结了冰", "冬天的河面结了冰")
	tap(t, sh.Window, "设置")
	shown.Picture(t, sh.Window, "copies-code")
	code := ""
	shown.Walk(sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok && strings.Count(l.Text, "-") == 4 {
			code = l.Text
		}
	})
	tap(t, sh.Window, "已抄好")
	list, err := tab.model.list(t.Context())
	if err != nil || len(list) != 2 || list[0].Locked == list[1].Locked || code == "" {
		t.Fatalf("code %q, copies %+v, %v", code, list, err)
	}
	c := list[0]
	if !c.Locked {
		c = list[1]
	}
	tab.ask(c)
	shown.Picture(t, sh.Window, "copies-secret")
	fill(t, sh.Window, "falsch")
	tap(t, sh.Window, "打开")
	if !reads(sh.Window, "打不开：口令或恢复码不对，请再试。") {
		t.Error("a wrong secret opens it")
	}
	fill(t, sh.Window, code)
	tap(t, sh.Window, "打开")
	tap(t, sh.Window, "恢复备份")
	if restored != c.File || by != code {
		t.Errorf("restored %q by %q", restored, by)
	}
}

// fill types into the fields of a dialog, from above.
func fill(t *testing.T, w fyne.Window, texts ...string) {
	t.Helper()
	shown.Walk(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if e, ok := o.(*widget.Entry); ok && len(texts) > 0 {
			e.SetText(texts[0])
			texts = texts[1:]
		}
	})
	if len(texts) > 0 {
		t.Fatalf("no field for %q", texts)
	}
}

// tap taps a button of a dialog.
func tap(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var found *widget.Button
	shown.Walk(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == text {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", text)
	}
	test.Tap(found)
}

// reads reports whether a dialog says something.
func reads(w fyne.Window, text string) (found bool) {
	shown.Walk(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok && l.Text == text {
			found = true
		}
	})
	return found
}
