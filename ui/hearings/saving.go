package hearings

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/differ"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// saving shows in the foot how the saving goes, and in the head what stops it.
func (p *page) saving(st edit.State) {
	p.banner.RemoveAll()
	switch st.Phase {
	case edit.Saving:
		p.sh.Save(shell.BeingSaved)
		return
	case edit.Saved:
		if why := cmp.Or(st.Err, p.s.Barred("start")); why != nil { // all of it, or what a role leaves to others
			p.banner.Add(look.Hint(words.ReadOnlyHere(why)))
			p.object.Refresh() // the banner takes room
		}
		p.sh.Save(shell.AllSaved)
		return
	case edit.Barred:
		p.banner.Add(wrong(words.Error(st.Err)))
		p.object.Refresh()
		p.sh.Save(shell.AllSaved)
		return
	case edit.Gone:
		p.sh.Say(words.T("这场听证会已不存在"))
		p.sh.Back()
		return
	case edit.Conflict:
		p.banner.Add(p.conflict(st))
	default:
		p.banner.Add(wrong(words.Error(st.Err)))
	}
	p.sh.Save(shell.NotSaved)
}

func wrong(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.DangerImportance
	l.Wrapping = words.Wrap()
	return l
}

// conflict lets the user choose where both windows changed the same field.
func (p *page) conflict(st edit.State) fyne.CanvasObject {
	h, names := p.s.Value(), form.Chosen[hearing.Hearing](st)
	for id := range names {
		if name := p.s.Option(id).Name; name != "" {
			names[id] = name
		}
	}
	text := wrong(words.T("另一个窗口也改了同一处，您的改动已存为草稿。请选择留下哪一个。") +
		differ.Beside(hearing.Conflict{Kind: hearing.NounHearing, ID: h.ID, Fields: st.Fields, Mine: st.Mine, Theirs: st.Theirs}, names))
	mine := look.Quiet(words.T("用我的"), theme.ConfirmIcon(), p.s.UseMine)
	theirs := look.Quiet(words.T("用对方的"), theme.ViewRefreshIcon(), p.s.UseTheirs)
	return container.NewBorder(nil, nil, nil, container.NewHBox(mine, theirs), text)
}
