package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/edit"
	"hearingdesk/ui/words"
)

// A bar says what keeps a record from being saved, and what can be done.
type bar struct {
	box     *fyne.Container
	text    *widget.Label
	buttons *fyne.Container
}

func newBar(mine, theirs func()) *bar {
	b := &bar{text: widget.NewLabel("")}
	b.text.Wrapping = words.Wrap()
	b.buttons = container.NewHBox(widget.NewButton(words.T("用我的"), mine), widget.NewButton(words.T("用对方的"), theirs))
	b.buttons.Hide()
	// The line is always there: what is under the mouse must not move away.
	b.box = container.NewBorder(nil, nil, nil, b.buttons, b.text)
	return b
}

// show says a state; missing are the required fields that are empty, and left
// is the error that no field shows.
func (b *bar) show(st edit.State, missing []string, left error) {
	text, weight := "", widget.WarningImportance
	switch {
	case st.Phase == edit.Saving && b.text.Text != "":
		return // do not flicker at every keystroke
	case st.Phase == edit.Conflict:
		text = words.T("另一个窗口也改了同一处，您的改动已存为草稿。请选择留下哪一个。")
	case st.Phase == edit.Gone:
		text = words.T("这条记录已不在，可用 Ctrl+Z 撤销删除。")
	case len(missing) > 0:
		weight = widget.LowImportance // an empty form has done nothing wrong yet
		text = words.T("填写{{.Fields}}后自动保存。", map[string]string{"Fields": words.List(missing)})
	case left != nil:
		text, weight = words.Error(left), widget.DangerImportance
	}
	b.text.Importance = weight
	b.text.SetText(text)
	if st.Phase == edit.Conflict {
		b.buttons.Show()
	} else {
		b.buttons.Hide()
	}
}
