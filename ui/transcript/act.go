package transcript

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// read asks who reads the transcript to whom.
func (v *view) read() {
	note := widget.NewEntry()
	note.SetText(words.T("交各方在屏幕上校阅"))
	d := dialog.NewForm(words.T("交付校阅"), words.T("交付校阅"), words.T("取消"), []*widget.FormItem{
		widget.NewFormItem(words.T("怎样校阅"), note),
		widget.NewFormItem("", look.Hint(words.T("如：由书记员向程桂兰宣读。此后对已有文字的改动都会留痕，不能再撤销此前的改动。"))),
	}, func(ok bool) {
		if ok {
			v.m.Read(note.Text)
		}
	}, v.sh.Window)
	note.OnSubmitted = func(string) { d.Submit() }
	d.Resize(fyne.NewSize(560, 260))
	d.Show()
	v.sh.Window.Canvas().Focus(note)
}

// seal asks once more.
func (v *view) seal() {
	ask := words.T("封存后，文字和页面不能再改，只能在末尾附加更正。校验值会印在每一页下方。现在封存吗？")
	d := dialog.NewConfirm(words.T("封存笔录"), ask, func(ok bool) {
		if ok {
			v.m.Seal()
		}
	}, v.sh.Window)
	d.SetConfirmText(words.T("封存"))
	d.SetDismissText(words.T("取消"))
	d.Show()
	v.sh.Window.Canvas().FocusNext()
}

// passage offers what can be done with the chosen passage.
func (v *view) passage() fyne.CanvasObject {
	u, ok := v.m.Text.Line(v.m.Chosen)
	if !ok {
		return nil
	}
	name := widget.NewLabel(v.m.Called(u.Speaker))
	name.Wrapping = words.Wrap()
	box := container.NewVBox(look.Subheading(words.T("选中的一段")), name)
	if v.m.Sealed() {
		box.Add(look.Hint(words.T("↑↓ 换一段　回车 附加更正")))
	} else {
		box.Add(look.Hint(words.T("↑↓ 换一段　回车 更正　Insert 补充　Delete 删去")))
	}
	if at := place(v.m.Dossier.Hearing, u); at != "" {
		box.Add(look.Hint(words.T("录像位置 {{.At}}", map[string]string{"At": at})))
	}
	if v.m.Sealed() {
		box.Add(container.NewHBox(v.only(look.Quiet(words.T("附加更正…"), theme.DocumentCreateIcon(), func() { v.correct(u) }))))
		return box
	}
	if u.Draft {
		box.Add(container.NewHBox(v.only(look.Primary(words.T("核对无误"), theme.ConfirmIcon(), func() { v.m.Confirm(u.ID) }))))
	}
	box.Add(container.NewHBox(v.only(look.Quiet(words.T("更正…"), theme.DocumentCreateIcon(), func() { v.correct(u) })),
		v.only(look.Quiet(words.T("其后补充…"), theme.ContentAddIcon(), func() { v.insert(u) })),
		v.only(look.Quiet(words.T("删去…"), theme.DeleteIcon(), func() { v.strike(u) }))))
	return box
}

// only disables a button that writes to the transcript, where whoever is logged in may
// not, and returns it.
func (v *view) only(b *widget.Button) *widget.Button {
	edit.Bar(v.s.BarredFrom(hearing.NounTranscript, ""), b)
	return b
}

// ask asks for a text and for a person.
func (v *view) ask(title, label, text, who string, chosen hearing.ID, none bool, do func(text string, who hearing.ID)) {
	entry := newReply(text)
	ids, names := v.speakers(none)
	asked := widget.NewSelect(names, nil)
	for i, id := range ids {
		if id == chosen {
			asked.SetSelectedIndex(i)
		}
	}
	var items []*widget.FormItem
	if label != "" {
		items = append(items, widget.NewFormItem(label, entry))
	}
	items = append(items, widget.NewFormItem(who, asked))
	d := dialog.NewForm(title, words.T("确定"), words.T("取消"), items, func(ok bool) {
		if i := asked.SelectedIndex(); ok && i >= 0 {
			do(entry.Text, ids[i])
		}
	}, v.sh.Window)
	entry.done = d.Submit
	d.Resize(fyne.NewSize(640, 320))
	d.Show()
	if label != "" {
		v.sh.Window.Canvas().Focus(entry)
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // behind what stands
	} else {
		v.sh.Window.Canvas().FocusNext()
	}
}

func (v *view) correct(u hearing.Utterance) {
	if v.m.Sealed() {
		v.ask(words.T("附加更正"), words.T("更正内容"), "", words.T("谁提出"), u.Speaker, false, func(text string, who hearing.ID) { v.m.Correct(u.ID, text, who) })
		return
	}
	v.ask(words.T("更正"), words.T("改为"), u.Text, words.T("谁提出"), u.Speaker, false, func(text string, who hearing.ID) {
		if text != "" {
			v.m.Correct(u.ID, text, who)
		}
	})
}

func (v *view) strike(u hearing.Utterance) {
	v.ask(words.T("删去这一段"), "", "", words.T("谁提出"), u.Speaker, false, func(_ string, who hearing.ID) { v.m.Correct(u.ID, "", who) })
}

func (v *view) insert(u hearing.Utterance) {
	v.ask(words.T("其后补充"), words.T("补充内容"), "", words.T("发言人"), u.Speaker, true, func(text string, who hearing.ID) { v.m.Insert(u.ID, who, text) })
}
