package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// FindingLine shows one finding with its article one click away.
func FindingLine(f hearing.Finding) fyne.CanvasObject {
	l := newFindingLine("", nil)
	l.show(f)
	return l.object
}

// A findingLine is one finding: its weight, its text, by when, and the button
// that mends it; a click opens what is behind it, below.
type findingLine struct {
	key    string
	by     *Remedy
	f      hearing.Finding
	object *fyne.Container
	mark   *widget.Icon
	text   *widget.Label
	due    *widget.Label
	mend   *widget.Button
	lead   *widget.Button
	fix    func()
	tail   *fyne.Container
	row    *fyne.Container
	place  *fyne.Container // the row, to be pressed where something is behind it
	more   *widget.Icon
	panel  *fyne.Container
	form   *overrideForm // while an override is being typed
}

func newFindingLine(key string, by *Remedy) *findingLine {
	l := &findingLine{key: key, by: by, mark: widget.NewIcon(nil), text: caption(""), due: caption(""), more: widget.NewIcon(theme.MenuExpandIcon()), panel: container.NewVBox()}
	l.due.Wrapping = fyne.TextWrapOff
	l.mend = widget.NewButton("", func() { l.fix() })
	l.lead = look.Quiet("", theme.NavigateNextIcon(), func() { l.by.Go(l.f) })
	l.lead.Hidden = by == nil || by.Go == nil
	l.tail = container.NewHBox(container.NewCenter(l.due), l.mend, l.lead)
	l.row = container.New(&findingLayout{}, l.mark, l.text, l.tail, l.more)
	l.place = container.NewStack(l.row)
	l.panel.Hide()
	l.object = container.NewVBox(l.place, l.panel)
	return l
}

// show shows the finding as it is now.
func (l *findingLine) show(f hearing.Finding) {
	l.f = f
	l.mark.SetResource(markOf(f))
	weight := importance[f.Severity]
	if f.Missing() || f.Override != nil {
		weight = widget.LowImportance // an empty form has done nothing wrong yet
	}
	text := f.Text
	if f.Override != nil {
		text += "\n" + l.approved()
	}
	l.text.Importance = weight
	l.text.SetText(text)
	l.date(f)
	name, fix := l.by.fix(f)
	l.mend.SetText(name)
	l.fix, l.mend.Hidden = fix, name == ""
	l.tail.Hidden = l.due.Hidden && name == "" && l.lead.Hidden
	l.openable()
	if l.panel.Visible() && l.form == nil {
		l.build()
	}
	l.row.Refresh()
}

// date shows by when it must be done.
func (l *findingLine) date(f hearing.Finding) {
	due := ""
	if !f.Due.IsZero() && f.Override == nil {
		day := words.Brief(f.Due)
		if l.by.otherYear(f.Due) {
			day = f.Due.String()
		}
		due = words.T("最迟 {{.Hard}}", map[string]string{"Hard": day})
	}
	l.due.Importance = widget.LowImportance
	if l.by.overdue(f) {
		l.due.Importance = widget.DangerImportance
	}
	l.due.SetText(due)
	l.due.Hidden = due == ""
}

// approved says who approved otherwise, and why.
func (l *findingLine) approved() string {
	o := l.f.Override
	return words.T("{{.Name}}于 {{.Date}} 批准例外：{{.Reason}}", map[string]string{"Name": l.by.name(o.By), "Date": o.On.String(), "Reason": o.Reason})
}

// behind reports whether there is something to open.
func (l *findingLine) behind() bool {
	return l.f.Article != "" || l.f.Count != nil || l.f.Override != nil || l.by.overrides(l.f)
}

func (l *findingLine) openable() {
	_, pressed := l.place.Objects[0].(*look.Press)
	switch behind := l.behind(); {
	case behind == pressed:
	case behind:
		l.place.Objects = []fyne.CanvasObject{look.NewPress(l.row, l.toggle)}
		l.more.Show()
	default:
		l.place.Objects = []fyne.CanvasObject{l.row}
		l.panel.Hide()
	}
	l.more.Hidden = !l.behind()
}

// toggle opens what is behind the finding, or closes it.
func (l *findingLine) toggle() {
	l.form = nil
	if l.panel.Visible() {
		l.panel.Hide()
		l.more.SetResource(theme.MenuExpandIcon())
	} else {
		l.build()
		l.panel.Show()
		l.more.SetResource(theme.MenuDropDownIcon())
	}
	l.object.Refresh()
}

// build makes what is behind the finding: the article, how its date came about,
// and what can be decided otherwise.
func (l *findingLine) build() {
	l.panel.RemoveAll()
	box := container.New(layout.NewCustomPaddedVBoxLayout(-6))
	b := l.by.basis(l.f)
	if l.f.Article != "" {
		head := caption(l.f.Article)
		head.Importance, head.TextStyle.Bold = widget.MediumImportance, true
		id := caption(l.f.Rule)
		id.Wrapping = fyne.TextWrapOff
		box.Add(container.NewBorder(nil, nil, nil, id, head))
	}
	if b.Text != "" {
		box.Add(caption(b.Text))
	}
	if steps := words.Explain(l.f); len(steps) > 0 {
		box.Add(caption("· " + strings.Join(steps, "\n· ")))
	}
	switch {
	case l.f.Override != nil && l.by != nil && l.by.Withdraw != nil:
		box.Add(container.NewHBox(look.Quiet(words.T("撤回例外批准"), theme.ContentUndoIcon(), func() { l.by.Withdraw(l.f) })))
	case l.by.overrides(l.f):
		box.Add(container.NewHBox(look.Quiet(words.T("记录例外批准…"), theme.DocumentCreateIcon(), l.ask)))
	}
	l.panel.Add(container.New(behindLayout{}, look.Card(box)))
	l.panel.Refresh()
}

// ask opens the form of an override, in place of the buttons.
func (l *findingLine) ask() {
	l.form = newOverrideForm(l.by, l.f, func() {
		l.form = nil
		l.build()
		l.object.Refresh()
	})
	l.panel.Objects = []fyne.CanvasObject{container.New(behindLayout{}, look.Card(l.form.object))}
	l.object.Refresh()
	l.form.by.Focus()
}

// markOf is the sign of a finding's weight.
func markOf(f hearing.Finding) fyne.Resource {
	switch {
	case f.Override != nil:
		return theme.NewDisabledResource(theme.ConfirmIcon())
	case f.Missing():
		return theme.NewDisabledResource(theme.RadioButtonIcon())
	case f.Severity == hearing.Blocked:
		return theme.NewErrorThemedResource(theme.ErrorIcon())
	case f.Severity == hearing.Warning:
		return theme.NewWarningThemedResource(theme.WarningIcon())
	}
	return theme.NewDisabledResource(theme.InfoIcon())
}

// caption is a small grey text that wraps.
func caption(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	l.Wrapping = words.Wrap()
	return l
}
