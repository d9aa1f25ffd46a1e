package texts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// mostRoom is how high the list of faults grows before it scrolls.
const mostRoom = 112

// A faultList says what is wrong with the text, one a line, and where the cursor
// is. A click on a line goes there.
type faultList struct {
	object fyne.CanvasObject
	m      *Model
	tally  *widget.Label
	cursor *widget.Label
	lines  *fyne.Container
	scroll *container.Scroll
	goTo   func(*document.SourceError)
}

func newFaultList(m *Model, goTo func(*document.SourceError)) *faultList {
	l := &faultList{m: m, goTo: goTo, tally: widget.NewLabel(""), cursor: widget.NewLabel(""), lines: container.NewVBox()}
	for _, x := range []*widget.Label{l.tally, l.cursor} {
		x.SizeName = theme.SizeNameCaptionText
	}
	l.cursor.Importance = widget.LowImportance
	l.scroll = container.NewVScroll(l.lines)
	l.scroll.Hide()
	l.object = container.NewVBox(container.NewBorder(nil, nil, nil, l.cursor, l.tally), l.scroll)
	return l
}

func (l *faultList) show() {
	text, weight := words.T("没有错误"), widget.SuccessImportance
	if n := len(l.m.Faults); n > 0 {
		text, weight = words.T("{{.N}} 处错误，改正后才能启用（F8 到下一处）", map[string]int{"N": n}), widget.DangerImportance
	}
	l.tally.Importance = weight
	l.tally.SetText(text)
	l.lines.RemoveAll()
	for _, f := range l.m.Faults {
		line := widget.NewLabel(words.FormFault(f))
		line.Wrapping, line.SizeName, line.Importance = words.Wrap(), theme.SizeNameCaptionText, widget.DangerImportance
		l.lines.Add(look.NewPress(line, func() { l.goTo(f) }))
	}
	visible(l.scroll, len(l.m.Faults) > 0)
	l.lines.Resize(fyne.NewSize(l.object.Size().Width, l.lines.MinSize().Height)) // wrapped lines know their height then
	l.scroll.SetMinSize(fyne.NewSize(0, fyne.Min(mostRoom, l.lines.MinSize().Height)))
	l.object.Refresh()
}

// at says where the cursor is.
func (l *faultList) at(line, column int) {
	l.cursor.SetText(words.T("第 {{.Line}} 行第 {{.Column}} 列", map[string]int{"Line": line, "Column": column}))
	l.object.Refresh()
}
