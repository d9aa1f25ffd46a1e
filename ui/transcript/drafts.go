package transcript

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// drafts offers to go over what a recogniser wrote.
func (v *view) drafts() fyne.CanvasObject {
	all := v.m.Drafts()
	if len(all) == 0 || v.m.Sealed() {
		return nil
	}
	box := container.NewVBox(look.Subheading(words.T("待核对 {{.N}} 段", map[string]int{"N": len(all)})))
	speakers, names := v.speakers(false)
	for _, name := range v.m.Unknown() {
		s := widget.NewSelect(names, nil)
		s.PlaceHolder = words.T("是谁？")
		edit.Bar(v.s.BarredFrom(hearing.NounTranscript, ""), s)
		s.OnChanged = func(string) { v.m.Assign(name, speakers[s.SelectedIndex()]) }
		box.Add(container.NewBorder(nil, nil, widget.NewLabel(name), nil, s))
	}
	box.Add(container.NewHBox(look.Quiet(words.T("下一段"), theme.MoveDownIcon(), func() { v.toDraft(all) }),
		v.only(look.Quiet(words.T("全部核对无误"), theme.ConfirmIcon(), func() { v.m.Confirm(all...) }))))
	return box
}

// toDraft goes to the draft after the chosen passage.
func (v *view) toDraft(drafts []hearing.ID) {
	passed := false
	first := -1
	for i, r := range v.m.Rows {
		if r.Line == nil {
			continue
		}
		if draft := r.Line.Draft && !r.Line.Gone; draft && (passed || first < 0) {
			if first = i; passed {
				break
			}
		}
		passed = passed || r.Line.ID == v.m.Chosen
	}
	if first >= 0 && len(drafts) > 0 {
		v.m.Chosen = v.m.Rows[first].Line.ID
		v.reader.show(v.m.Rows, v.query.Text, v.m.Chosen)
		v.reader.reveal(first)
		v.sides()
	}
}
