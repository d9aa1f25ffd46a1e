package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

func office(t *testing.T, d *storage.Desk) hearing.Office {
	t.Helper()
	o, err := d.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// ruleFile writes a rule file and opens it on the page.
func ruleFile(t *testing.T, p shell.Page, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "rules.json")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p.(interface{ TakeRules(string) }).TakeRules(file)
	return file
}

func TestTheRulesAreListed(t *testing.T) {
	d := shown.Examples(t, autumn)
	_, sh, told := at(t, d, "rules")
	w := sh.Window
	shown.Picture(t, w, "settings-rules")
	for _, text := range []string{"本院没有自己的规则", "新法施行日期", "阻断"} {
		if !shown.Reads(w, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
	into(t, w, "编号、条文或文字", "DL09 逾期")
	if !shown.Reads(w, "DL09") || shown.Reads(w, "DL04") {
		t.Error("the search does not find DL09, or finds others")
	}
	w.Canvas().Focus(nil)
	pressRow(t, w, "DL09")
	if !shown.Reads(w, "可以记录例外批准") && !shown.Reads(w, "不能例外") {
		t.Error("a chosen rule is not shown")
	}
	shown.Picture(t, w, "settings-rules-one")
	told.Clean(t)
}

// pressRow taps the first line that reads a text.
func pressRow(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var at fyne.CanvasObject
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok && at == nil && strings.Contains(l.Text, text) {
			at = o
		}
	})
	if at == nil {
		t.Fatalf("no line reads %q", text)
	}
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	test.TapCanvas(w.Canvas(), p.AddXY(5, 5))
}

func TestTheOfficesOwnRules(t *testing.T) {
	d := shown.Examples(t, autumn)
	p, sh, told := at(t, d, "rules")
	w := sh.Window
	ruleFile(t, p, string(assets.OfficeRules))
	if o := office(t, d); o.Rules != string(assets.OfficeRules) {
		t.Fatalf("stored %q", o.Rules)
	}
	if !shown.Reads(w, "本院规则已启用，写有 4 条") || !shown.Reads(w, "收到群众来信、答复群众来信、商请抽选人民监督员") {
		t.Error("the page does not say what the file holds")
	}
	shown.Picture(t, w, "settings-rules-own")
	file := ruleFile(t, p, strings.Replace(string(assets.OfficeRules), `"severity": "warn"`, `"severity": "loud"`, 1))
	if !shown.Reads(w, file+"”有 1 处错误") || !shown.Reads(w, "第 16 行") || !shown.Reads(w, "不认识“loud”") {
		t.Error("a faulty file is not refused with its line")
	}
	shown.Picture(t, w, "settings-rules-faulty")
	if o := office(t, d); o.Rules != string(assets.OfficeRules) {
		t.Error("a faulty file takes the place of the good one")
	}
	shown.Press(t, w, "导出本院规则")
	shown.Press(t, w, "导出示例")
	for _, name := range []string{"hearingdesk-rules-2026-11-24-1900.json", "hearingdesk-rules-2026-11-24-1900-2.json"} {
		text, err := os.ReadFile(filepath.Join(filepath.Dir(d.Path()), name))
		if err != nil || string(text) != string(assets.OfficeRules) {
			t.Errorf("%s: %v", name, err)
		}
	}
	shown.Press(t, w, "移除")
	if o := office(t, d); o.Rules != "" {
		t.Error("not removed")
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Settings, Tab: "rules"})
	if !shown.Reads(w, "本院规则已启用") {
		t.Error("not shown again")
	}
	told.Clean(t)
}

// TestANewActIsGivenItsDay: from that day a recommendation is called otherwise.
func TestANewActIsGivenItsDay(t *testing.T) {
	d := shown.Examples(t, autumn)
	_, sh, told := at(t, d, "rules")
	shown.Type(t, sh.Window, "施行日期", "2027-01-01")
	shown.Picture(t, sh.Window, "settings-rules-in-force")
	o := office(t, d)
	if len(o.InForce) != 1 {
		t.Fatalf("stored %v", o.InForce)
	}
	book, err := sh.Book()
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[calendar.Date]string{calendar.NewDate(2026, 12, 31): "检察建议书", calendar.NewDate(2027, 1, 1): "检察意见书"} {
		if got := book.Called(o, hearing.Recommendation, on); got.Zh != want {
			t.Errorf("on %s it is called %s", on, got.Zh)
		}
	}
	shown.Clear(t, sh.Window, "施行日期")
	if o := office(t, d); len(o.InForce) != 0 {
		t.Errorf("stays %v", o.InForce)
	}
	told.Clean(t)
}
