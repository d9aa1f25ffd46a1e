package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// textsOf opens the tab of texts at a paper.
func textsOf(t *testing.T, d *storage.Desk, number string) (shell.Page, *shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	p := settings.New(sh, d, d.Path(), packages{d}, shown.NewPress)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Settings, Tab: "texts", Paper: number})
	again(sh)
	return p, sh, told
}

// again lays out what a driver would in its next frame.
func again(sh *shell.Shell) {
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height+1))
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
}

// A sheetOfText is the editor of a text.
type sheetOfText interface {
	fyne.Focusable
	fyne.Shortcutable
	SetText(string)
	CursorTextOffset() int
}

func editorOf(t *testing.T, w fyne.Window) sheetOfText {
	t.Helper()
	var found sheetOfText
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if e, ok := o.(sheetOfText); ok && found == nil {
			if m, ok := o.(interface{ AcceptsTab() bool }); ok && !m.AcceptsTab() && o.Size().Height > 200 {
				found = e
			}
		}
	})
	if found == nil {
		t.Fatal("no editor")
	}
	w.Canvas().Focus(found)
	return found
}

func TestATextIsWrittenBesideItsPage(t *testing.T) {
	d := shown.Examples(t, now)
	p, sh, told := textsOf(t, d, "12")
	w := sh.Window
	shown.Picture(t, w, "texts")
	e := editorOf(t, w)
	test.Type(e, "#item 不得携带宠物。\n") // at the beginning, where the head is
	if !shown.Reads(w, "处错误") || !shown.Button(t, w, "存入并启用").Disabled() {
		t.Error("a faulty text can be put in force")
	}
	again(sh)
	shown.Picture(t, w, "texts-faulty")
	for range 20 {
		p.TakeBack()
	}
	if shown.Reads(w, "处错误") || told.Saving != shell.AllSaved {
		t.Error("what was typed is not taken back")
	}
	for range 40 {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	test.Type(e, "#right 请自觉遵守 {{range }}")
	shown.Press(t, w, "插入字段")
	again(sh)
	shown.Picture(t, w, "texts-fields")
	told.Clean(t)
}

// drawn draws each part beside the editor.
func drawn(t *testing.T, sh *shell.Shell, name string, parts map[string]string) {
	t.Helper()
	for text, part := range parts {
		shown.Press(t, sh.Window, text)
		again(sh)
		shown.Picture(t, sh.Window, name+"-"+part)
	}
}

// TestEditionsOfATextAreShown puts two texts in force and looks at what is
// known of the paper.
func TestEditionsOfATextAreShown(t *testing.T) {
	d := shown.Examples(t, now)
	p, sh, told := textsOf(t, d, "07a")
	w := sh.Window
	for i, text := range []string{"#foot 请提前十五分钟到场。\n", "#foot 请提前三十分钟到场，并带身份证件。\n"} {
		e := editorOf(t, w)
		for range 60 {
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		test.Type(e, text)
		shown.Type(t, w, "修改说明", []string{"加一句到场时间", "改为三十分钟"}[i])
		p.(interface{ Save() bool }).Save()
	}
	if f, err := d.Form(t.Context(), "07a"); err != nil || f.Edition != 2 || f.Note != "改为三十分钟" {
		t.Errorf("stored %+v %v", f, err)
	}
	if !shown.Reads(w, "本院第2版，2023-6-20 起启用（许晚）") || told.Saving != shell.AllSaved {
		t.Error("it is not said which text is in force")
	}
	again(sh)
	shown.Picture(t, w, "texts-own")
	shown.Press(t, w, "历次版本")
	chooseRow(t, w, "本院第1版")
	again(sh)
	shown.Picture(t, w, "texts-past")
	if !shown.Reads(w, "  #foot 请提前十五分钟到场。") || !shown.Reads(w, "+ #foot 请提前三十分钟到场") {
		t.Error("the editions are not compared")
	}
	shown.Press(t, w, "恢复这一版")
	if f, err := d.Form(t.Context(), "07a"); err != nil || f.Edition != 3 || f.Note != "恢复第1版" {
		t.Errorf("stored %+v %v", f, err)
	}
	drawn(t, sh, "texts", map[string]string{"文书说明": "help"})
	for _, text := range []string{"没有统一格式", "不是官方统一格式", "每名当事人等参加人一份", "院章"} {
		if !shown.Reads(w, text) {
			t.Errorf("the help does not say %q", text)
		}
	}
	shown.Press(t, w, "恢复原文")
	if f, err := d.Form(t.Context(), "07a"); err != nil || f.Text != "" || !shown.Reads(w, "原文（程序自带）") {
		t.Errorf("stored %+v %v", f, err)
	}
	told.Clean(t)
}

// chooseRow taps a line of a list by its text.
func chooseRow(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var found fyne.Tappable
	var row fyne.CanvasObject
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if x, ok := o.(fyne.Tappable); ok {
			row, _ = x.(fyne.CanvasObject)
		}
		if l, ok := o.(*widget.Label); ok && found == nil && row != nil && strings.Contains(l.Text, text) && l.Visible() {
			found = row.(fyne.Tappable)
		}
	})
	if found == nil {
		t.Fatalf("no line %q", text)
	}
	test.Tap(found)
}

// TestTextsInEnglishAndDark draws the tab for those who work so.
func TestTextsInEnglishAndDark(t *testing.T) {
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := words.Use(words.Chinese); err != nil {
			t.Error(err)
		}
	})
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	p := settings.New(sh, d, d.Path(), packages{d}, shown.NewPress)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Settings, Tab: "texts", Paper: "16"})
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the tab is %v wide", w)
	}
	e := editorOf(t, sh.Window)
	test.Type(e, "{{if hearing.public}}{{nobody.knows}}\n#nothing\n")
	drawn(t, sh, "texts-en-dark", map[string]string{"Preview": "proof", "Fields": "fields", "Editions": "past"})
	told.Clean(t)
}

// TestWordFormsAreShown draws a refused Word file, and those of a desk.
func TestWordFormsAreShown(t *testing.T) {
	d := shown.Examples(t, now)
	for _, f := range []hearing.WordForm{{ID: "07a", Paper: "07a", Name: "听证会通知书（本院样式）.docx"}, {ID: "07a", Version: 1, Paper: "07a", Name: "听证会通知书（二稿）.docx", Note: "加院徽"},
		{ID: "s1", Title: "来访登记表", Name: "来访登记表.docx"}} {
		if _, err := d.SaveWordForm(t.Context(), f, []byte(f.Name)); err != nil {
			t.Fatal(err)
		}
	}
	p, sh, told := textsOf(t, d, "07a")
	shown.Press(t, sh.Window, "Word")
	file := filepath.Join(t.TempDir(), "旧表.docx")
	if err := os.WriteFile(file, []byte("{{case.cause}}"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.(interface{ TakeWord(string, bool) }).TakeWord(file, false)
	again(sh)
	shown.Picture(t, sh.Window, "texts-word")
	for _, text := range []string{"“旧表.docx”有 1 处错误", "不是 Word 文档", "本院第2版 · 听证会通知书（二稿）.docx · 现用", "来访登记表", "本院 Word"} {
		if !shown.Reads(sh.Window, text) {
			t.Errorf("nothing says %q", text)
		}
	}
	shown.Press(t, sh.Window, "恢复这一版")
	all, err := d.WordForms(t.Context())
	if err != nil || all[0].Edition != 3 || all[0].Note != "恢复第1版" {
		t.Errorf("stored %+v %v", all, err)
	}
	told.Clean(t)
}
