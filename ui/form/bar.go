package form

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/differ"
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
// is the error that no field shows; names are what records are called that a conflict
// names.
func (b *bar) show(noun string, st edit.State, missing []string, left error, names differ.Names) {
	text, weight := "", widget.WarningImportance
	switch {
	case st.Phase == edit.Saving && b.text.Text != "":
		return // do not flicker at every keystroke
	case st.Phase == edit.Conflict:
		text = words.T("另一个窗口也改了同一处，您的改动已存为草稿。请选择留下哪一个。") + differ.Beside(hearing.Conflict{Kind: noun, Fields: st.Fields, Mine: st.Mine, Theirs: st.Theirs}, names)
	case st.Phase == edit.Gone:
		text = words.T("这条记录已不在，可用 Ctrl+Z 撤销删除。")
	case len(missing) > 0:
		weight = widget.LowImportance // an empty form has done nothing wrong yet
		text = words.T("填写{{.Fields}}后自动保存。", map[string]string{"Fields": words.List(missing)})
	case left != nil && st.Phase == edit.Saved:
		text, weight = words.ReadOnlyHere(left), widget.LowImportance
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

// Chosen are the records that either side of a conflict names. What they are called is
// not read here: the field shows which is chosen.
func Chosen[T hearing.Record](st edit.State) differ.Names {
	out := differ.Names{}
	for _, side := range []struct {
		body []byte
		name string
	}{{st.Theirs, words.T("另外选的")}, {st.Mine, words.T("栏里选的")}} {
		var r T
		if json.Unmarshal(side.body, &r) != nil {
			continue
		}
		for _, ref := range r.References() {
			out[ref.ID] = side.name
		}
	}
	return out
}
