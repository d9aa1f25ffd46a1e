package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/remind"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// The preferences of this computer; they are not in the desk's file.
const (
	prefLook     = "look"     // a look.Mode
	prefLanguage = "language" // words.Chinese or words.English
	prefActor    = "actor"    // who is at the desk
	prefFolder   = "folder"   // where copies go
)

// window is how the window looks and speaks, and who sits before it.
func window(sh *shell.Shell) fyne.CanvasObject {
	prefs := fyne.CurrentApp().Preferences()
	next := func() { sh.Say(words.T("已记下，下次启动听证台时生效")) }
	modes := []look.Mode{look.Light, look.Dark, look.System}
	ground := choice([]string{words.T("浅色"), words.T("深色"), words.T("跟随系统")}, slices.Index(modes, look.Mode(prefs.StringWithFallback(prefLook, string(look.Light)))), func(i int) {
		prefs.SetString(prefLook, string(modes[i]))
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(modes[i]))
	})
	languages := []string{words.Chinese, words.English}
	language := choice([]string{"中文", "English"}, slices.Index(languages, prefs.StringWithFallback(prefLanguage, words.Language())), func(i int) {
		prefs.SetString(prefLanguage, languages[i])
		next()
	})
	actor := field.NewText(prefs.String(prefActor), func(s string) { prefs.SetString(prefActor, s) }).Hint(words.T("姓名，记在修改记录里"))
	after := look.Hint(words.T("语言和使用人在下次启动时生效。"))
	return container.NewVBox(field.RowOf(words.T("外观"), ground), field.RowOf(words.T("语言"), language),
		field.Columns(field.Row(words.T("使用人"), actor), field.RowOf("", after)),
		field.Columns(field.RowOf(words.T("提醒时间"), remind.NewSetting(prefs)), field.RowOf("", look.Hint(words.T("窗口开着时，每天到点提醒逾期和当日到期的事；启动时也会提醒。")))))
}

// choice is one of a few, side by side.
func choice(names []string, at int, choose func(int)) fyne.CanvasObject {
	r := widget.NewRadioGroup(names, nil)
	r.Horizontal = true
	r.Required = true
	if at >= 0 {
		r.SetSelected(names[at])
	}
	r.OnChanged = func(s string) { choose(slices.Index(names, s)) }
	return r
}

// keyList says which keys do what.
func keyList() fyne.CanvasObject {
	left, right := container.NewVBox(), container.NewVBox()
	for i, k := range []struct{ key, does string }{
		{"Ctrl+1 … Ctrl+8", words.T("打开左边的各页")},
		{"Ctrl+N", words.T("新建听证会；在案件页，就为该案件")},
		{"Ctrl+Shift+N", words.T("新建宣告送达")},
		{"Ctrl+P", words.T("打开的这一件的文书；再按一次就打印")},
		{words.List([]string{"Ctrl+S", "Ctrl+K", "F8"}), words.T("文书文本：启用、插入字段、到下一处错误")},
		{words.List([]string{"Ctrl+I", "Ctrl+E"}), words.T("人员页：导入名册、导出名册")},
		{"Ctrl+Z", words.T("撤销，包括删除")},
		{words.List([]string{"Ctrl+Y", "Ctrl+Shift+Z"}), words.T("恢复")},
		{words.List([]string{"Ctrl+PageUp", "PageDown"}), words.T("听证会的上一步、下一步")},
		{words.List([]string{"Tab", "Shift+Tab"}), words.T("下一个、上一个输入框")},
		{"Enter", words.T("下一个输入框；选定候选；打开列表中的一条")},
		{words.List([]string{"↑", "↓"}), words.T("在候选、列表里上下移动；打开日历")},
		{"Esc", words.T("收起候选；回到前一页")},
		{"F5", words.T("重新读取本页")},
		{"Ctrl+L", words.T("锁定窗口，没存下的都留着（设有账号时）")},
		{words.List([]string{"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"}), words.T("复制、剪切、粘贴、全选")},
	} {
		name := widget.NewLabel(k.key)
		name.TextStyle.Bold = true
		does := widget.NewLabel(k.does)
		does.Truncation = fyne.TextTruncateEllipsis
		row := container.NewBorder(nil, nil, container.New(fixed(220), name), nil, does)
		if i%2 == 0 {
			left.Add(row)
		} else {
			right.Add(row)
		}
	}
	return field.Columns(left, right)
}

// fixed gives the one object a width.
type fixed float32

// MinSize is the width, and the object's height.
func (f fixed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(f), o[0].MinSize().Height)
}

// Layout fills the room.
func (f fixed) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
	o[0].Move(fyne.NewPos(0, 0))
}
