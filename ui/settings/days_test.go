package settings_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// autumn is when the next year's notice is awaited.
const autumn = "2026-11-24 19:00"

// at shows a tab of the page on an autumn evening.
func at(t *testing.T, d *storage.Desk, tab string) (shell.Page, *shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, autumn)
	p := settings.New(sh, d, d.Path(), packages{d}, shown.NewPress)
	shown.Show(sh, p.Object())
	sh.Window.Resize(fyne.NewSize(shown.Width, 1100))
	p.Show(shell.Place{Kind: shell.Settings, Tab: tab})
	return p, sh, told
}

// notice is a made-up notice of 2027.
func notice(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/notice-2027.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// paste puts a text into the field beside a label, as the clipboard does.
func paste(t *testing.T, w fyne.Window, label, text string) {
	t.Helper()
	f := shown.Field(t, w, label)
	w.Canvas().Focus(f)
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent(text)
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
}

func holidays(t *testing.T, d *storage.Desk) []calendar.Table {
	t.Helper()
	o, err := d.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return o.Holidays
}

func TestTheNextYearIsPasted(t *testing.T) {
	d := shown.Examples(t, autumn)
	p, sh, told := at(t, d, "days")
	w := sh.Window
	if !shown.Reads(w, "还没有 2027 年的放假安排") || shown.Reads(w, "还没有 2026 年") {
		t.Error("the missing year is not named, or a known one is")
	}
	shown.Picture(t, w, "settings-days")
	shown.Press(t, w, "导入 2027 年放假安排")
	paste(t, w, "放假安排", notice(t))
	for _, text := range []string{"2027 年：休 29 天，班 6 天", "国办发明电〔2026〕9号", "2月5日–2月13日", "上班：1月31日、2月20日"} {
		if !shown.Reads(w, text) {
			t.Errorf("the preview does not say %q", text)
		}
	}
	shown.Picture(t, w, "settings-days-2027")
	if len(holidays(t, d)) > 0 {
		t.Error("stored before it was asked for")
	}
	shown.Press(t, w, "存入")
	if got := holidays(t, d); len(got) != 1 || got[0].Year != 2027 || len(got[0].Days) != 35 {
		t.Fatalf("stored %+v", got)
	}
	if shown.Reads(w, "还没有 2027 年") || shown.Reads(w, "通知或决定的名称") {
		t.Error("it is still missing, or the fields stay")
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Settings, Tab: "days"})
	if !shown.Reads(w, "还没有 2027 年") {
		t.Error("what was undone is still shown")
	}
	told.Clean(t)
}

func TestAFaultyNoticeIsNotStored(t *testing.T) {
	d := shown.Examples(t, autumn)
	p, sh, _ := at(t, d, "days")
	w := sh.Window
	shown.Press(t, w, "导入放假安排")
	for _, c := range []struct{ name, old, put, want string }{
		{"not one", notice(t), "今天天气不错", "第 1 行第 1 列：“今天天气不错”不是日期"},
		{"count", "共9天", "共8天", "天数与所列日期不符"},
		{"missing", "　　五、端午节：6月9日（周三）放假，共1天。\n", "", "缺少“端午节”"},
		{"weekday", "4月25日（周日）", "4月25日（周六）", "第 10 行"},
	} {
		shown.Clear(t, w, "放假安排")
		paste(t, w, "放假安排", strings.Replace(notice(t), c.old, c.put, 1))
		if !shown.Reads(w, c.want) {
			t.Errorf("%s: nothing says %q", c.name, c.want)
		}
		if b := shown.Button(t, w, "存入"); !b.Disabled() {
			t.Errorf("%s: can be stored", c.name)
		}
	}
	shown.Picture(t, w, "settings-days-faulty")
	again, sh2, _ := at(t, d, "days") // what was pasted is not lost
	if !strings.Contains(shown.Text(t, sh2.Window, "放假安排"), "2027") {
		t.Error("what was pasted is lost")
	}
	again.TakeBack()
	p.TakeBack()
	if len(holidays(t, d)) > 0 {
		t.Error("stored something")
	}
}

func TestARegionHasItsOwnHolidays(t *testing.T) {
	d := shown.Examples(t, autumn)
	p, sh, told := at(t, d, "days")
	w := sh.Window
	shown.Press(t, w, "添加本地区节日")
	paste(t, w, "放假安排", "2026-12-21,休,澄河节\n2026/12/22,放假,澄河节\n")
	shown.Type(t, w, "来源", "澄河自治县人民政府公告")
	shown.Clear(t, w, "哪个地区")
	if b := shown.Button(t, w, "存入"); !b.Disabled() || !shown.Reads(w, "哪个地区的节日") {
		t.Error("a holiday of nowhere can be stored")
	}
	shown.Type(t, w, "哪个地区", "澄河自治县")
	shown.Press(t, w, "存入")
	if got := holidays(t, d); len(got) != 1 || got[0].Region != "澄河自治县" || len(got[0].Days) != 2 || got[0].Source == "" {
		t.Fatalf("stored %+v", got)
	}
	shown.Picture(t, w, "settings-days-local")
	shown.Press(t, w, "移除")
	if len(holidays(t, d)) > 0 {
		t.Error("not removed")
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Settings, Tab: "days"})
	if !shown.Reads(w, "澄河自治县 2026 年") {
		t.Error("not shown again")
	}
	told.Clean(t)
}

func TestOfficeHolidaysAreNamedWhereStored(t *testing.T) {
	d := shown.Empty(t, autumn)
	if _, err := d.SaveOffice(t.Context(), hearing.Office{Name: "云岭市澄河区人民检察院"}); err != nil {
		t.Fatal(err)
	}
	_, sh, told := at(t, d, "days")
	shown.Press(t, sh.Window, "导入放假安排")
	paste(t, sh.Window, "放假安排", "2027-01-01,休,元旦\n")
	if !shown.Reads(sh.Window, "没有写明来源") {
		t.Error("a table without a source is taken")
	}
	told.Clean(t)
}

// into types into the field whose grey text begins with words.
func into(t *testing.T, w fyne.Window, hint, text string) {
	t.Helper()
	var found fyne.Focusable
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		f, ok := o.(fyne.Focusable)
		if !ok || found != nil {
			return
		}
		if v := reflect.Indirect(reflect.ValueOf(o)); v.Kind() == reflect.Struct {
			if h := v.FieldByName("PlaceHolder"); h.IsValid() && strings.HasPrefix(h.String(), hint) {
				found = f
			}
		}
	})
	if found == nil {
		t.Fatalf("no field with the hint %q", hint)
	}
	w.Canvas().Focus(found)
	test.Type(found, text)
}

// TestEnglishAndDark draws the tabs for those who work so.
func TestEnglishAndDark(t *testing.T) {
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := words.Use(words.Chinese); err != nil {
			t.Error(err)
		}
	})
	d := shown.Examples(t, autumn)
	sh, told := shown.Shell(t, autumn)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	p := settings.New(sh, d, d.Path(), packages{d}, shown.NewPress)
	shown.Show(sh, p.Object())
	for _, tab := range []string{"office", "days", "numbers", "rules", "window"} {
		p.Show(shell.Place{Kind: shell.Settings, Tab: tab})
		sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height+1)) // lays out what a driver would in its next frame
		sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
		shown.Picture(t, sh.Window, "settings-en-dark-"+tab)
		if w := p.Object().MinSize().Width; w > shown.Width {
			t.Errorf("%s is %v wide", tab, w)
		}
	}
	told.Clean(t)
}

// TestAMissingYearIsAskedFor: who is led here by a finding pastes the notice of
// its year at once; coming back asks for nothing.
func TestAMissingYearIsAskedFor(t *testing.T) {
	d := shown.Examples(t, autumn)
	p, sh, told := at(t, d, "office")
	to := shell.Place{Kind: shell.Settings, Tab: "days", Day: calendar.NewDate(2027, 1, 1)}
	p.Show(to)
	shown.Picture(t, sh.Window, "settings-days-asked")
	f := sh.Window.Canvas().Focused()
	if f == nil || f != shown.Field(t, sh.Window, "放假安排") {
		t.Fatalf("the cursor is in %T", f)
	}
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent(notice(t))
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	shown.Press(t, sh.Window, "存入")
	if got := holidays(t, d); len(got) != 1 || got[0].Year != 2027 {
		t.Errorf("stored %+v", got)
	}
	sh.Window.Canvas().Unfocus()
	p.Show(to.Standing())
	if sh.Window.Canvas().Focused() != nil {
		t.Error("it asks again")
	}
	told.Clean(t)
}
