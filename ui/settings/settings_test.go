package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/storage"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

func page(t *testing.T, d *storage.Desk, tab string) (*shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	p := settings.New(sh, d, d.Path(), packages{d}, shown.NewPress)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Settings, Tab: tab})
	sh.Window.Resize(fyne.NewSize(shown.Width, 1400))
	return sh, told
}

func TestTheOfficeIsSavedByItself(t *testing.T) {
	d := shown.Empty(t, now)
	sh, told := page(t, d, "office")
	w := sh.Window
	shown.Type(t, w, "院名", "云岭市澄河区人民检察院")
	shown.Type(t, w, "检察长", "沈秋白")
	shown.Enter(t, w, "检察长")
	shown.Press(t, w, "添加联系人")
	shown.Type(t, w, "联系人", "许晚")
	shown.Type(t, w, "时区", "Asia/Nowhere")
	if !shown.Reads(w, "没有这个时区") {
		t.Error("a wrong zone is taken")
	}
	o, err := d.Office(t.Context())
	if err != nil || o.Name != "云岭市澄河区人民检察院" || len(o.Contacts) != 1 || o.Contacts[0].Name != "许晚" || o.Zone != "" {
		t.Errorf("stored %+v %v", o, err)
	}
	if p, err := d.Person(t.Context(), o.Chief); err != nil || p.Name != "沈秋白" {
		t.Errorf("chief %+v %v", p, err)
	}
	told.Clean(t)
}

func TestACopyOverwritesNothing(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := page(t, d, "window")
	folder := filepath.Dir(d.Path())
	for range 2 {
		shown.Press(t, sh.Window, "立即备份")
	}
	shown.Press(t, sh.Window, "导出全部数据")
	for _, name := range []string{"desk-2023-06-20-0900.db", "desk-2023-06-20-0900-2.db", "hearingdesk-2023-06-20-0900.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	if len(told.Said) != 3 || !strings.Contains(told.Said[1], "desk-2023-06-20-0900-2.db") {
		t.Errorf("said %q", told.Said)
	}
	shown.Type(t, sh.Window, "存到文件夹", "/没有")
	shown.Press(t, sh.Window, "立即备份")
	if !shown.Reads(sh.Window, "没有这个文件或文件夹") {
		t.Error("a folder that is not there is not named below its field")
	}
}

func TestAPackageComesIn(t *testing.T) {
	full, empty := shown.Examples(t, now), shown.Empty(t, now)
	file := filepath.Join(t.TempDir(), "p.json")
	if err := (packages{full}).Export(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	sh, told := page(t, empty, "window")
	shown.Press(t, sh.Window, "导入")
	if !shown.Reads(sh.Window, "请先选择数据包文件") {
		t.Error("nothing asks for the file")
	}
	shown.Type(t, sh.Window, "导入数据包", file)
	shown.Press(t, sh.Window, "导入")
	if o, err := empty.Office(t.Context()); err != nil || o.Name != "云岭市澄河区人民检察院" || len(told.Said) != 1 {
		t.Errorf("the office is not shown; said %q", told.Said)
	}
	if err := os.WriteFile(file, []byte(`{"people": [{"id": "x"`), 0o600); err != nil {
		t.Fatal(err)
	}
	shown.Press(t, sh.Window, "导入")
	if !shown.Reads(sh.Window, "没有改动任何内容") {
		t.Error("a broken package is not refused below its field")
	}
}

func TestPreferencesAreKept(t *testing.T) {
	d := shown.Empty(t, now)
	sh, told := page(t, d, "window")
	prefs := fyne.CurrentApp().Preferences()
	shown.Tick(t, sh.Window, "外观", "深色")
	shown.Picture(t, sh.Window, "settings-dark")
	shown.Tick(t, sh.Window, "语言", "English")
	shown.Type(t, sh.Window, "使用人", "许晚")
	if prefs.String("look") != "dark" || prefs.String("language") != "en" || prefs.String("actor") != "许晚" {
		t.Errorf("look %q, language %q, actor %q", prefs.String("look"), prefs.String("language"), prefs.String("actor"))
	}
	if len(told.Said) != 1 {
		t.Errorf("said %q", told.Said)
	}
	shown.Tick(t, sh.Window, "外观", "跟随系统")
	if got := prefs.StringWithFallback("look", "light"); got != "" {
		t.Errorf("look %q", got)
	}
}
