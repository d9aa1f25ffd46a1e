package guests

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// signWidth is what the sign of a line takes of its width.
const signWidth = 40

// A fitPanel lists the ten rules for one officer: what is in order, what has to be
// looked at, and what stands against it.
type fitPanel struct {
	object *fyne.Container
	box    *fyne.Container
}

func newFitPanel() *fitPanel {
	f := &fitPanel{box: container.NewVBox()}
	f.object = container.NewVBox(look.Subheading(words.T("能否担任听证员")), look.Hint(words.T("以听证日计，依据听证工作规定第七条和听证员库建设管理指导意见。")), f.box)
	return f
}

// set shows what the rules say of a participant; it is nothing of who is no
// officer.
func (f *fitPanel) set(law citer, d hearing.Dossier, p hearing.Participant, found []hearing.Finding) {
	if p.Role != hearing.Officer || p.Person == "" || d.Hearing == nil {
		f.object.Hide()
		return
	}
	f.box.RemoveAll()
	for _, x := range fit(law, d, p, found) {
		var mark fyne.Resource = theme.NewSuccessThemedResource(theme.ConfirmIcon())
		weight := widget.MediumImportance
		switch x.severity {
		case hearing.Blocked:
			mark, weight = theme.NewErrorThemedResource(theme.CancelIcon()), widget.DangerImportance
		case hearing.Warning:
			mark, weight = theme.NewWarningThemedResource(theme.WarningIcon()), widget.WarningImportance
		case hearing.Info:
			mark = theme.NewPrimaryThemedResource(theme.InfoIcon())
		}
		text := x.rule + "　" + x.name
		if x.why != "" {
			text = words.T("{{.Rule}}：{{.Why}}", map[string]string{"Rule": text, "Why": x.why})
		}
		l := widget.NewLabel(text)
		l.Wrapping, l.Importance = words.Wrap(), weight
		article := look.Hint(x.article)
		if w := f.object.Size().Width - signWidth; w > 0 { // its height follows from its width
			l.Resize(fyne.NewSize(w, 0))
			article.Resize(fyne.NewSize(w, 0))
		}
		said := container.New(layout.NewCustomPaddedVBoxLayout(-12), l, article)
		f.box.Add(container.NewBorder(nil, nil, container.NewVBox(container.NewPadded(widget.NewIcon(mark))), nil, said))
	}
	f.object.Show()
	f.object.Refresh()
}
