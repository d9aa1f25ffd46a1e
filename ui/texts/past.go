package texts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A pastPane lists the texts that a paper was ever made with, compares one of
// them with what is in the editor, and puts it back in force.
type pastPane struct {
	t      *Tab
	object fyne.CanvasObject
	list   *look.List[hearing.Edition]
	chosen *hearing.Edition
	number string // of the paper whose editions are shown
	head   *widget.Label
	back   *widget.Button
	lines  *fyne.Container
}

func newPastPane(t *Tab) *pastPane {
	p := &pastPane{t: t, head: widget.NewLabel(""), lines: container.NewVBox()}
	p.list = look.NewList(p.row, func(e hearing.Edition) {
		p.chosen = &e
		p.compare()
	})
	p.head.Truncation, p.head.TextStyle.Bold = fyne.TextTruncateEllipsis, true
	p.back = widget.NewButtonWithIcon(words.T("恢复这一版"), theme.HistoryIcon(), func() {
		if p.chosen != nil {
			e := *p.chosen
			t.sure(words.T("恢复这一版"), func() { t.m.PutBack(e) })
		}
	})
	below := container.NewBorder(container.NewBorder(nil, nil, nil, p.back, p.head), nil, nil, nil, container.NewVScroll(p.lines))
	split := container.NewVSplit(p.list, below)
	split.Offset = 0.4
	p.object = split
	return p
}

// Object returns what is drawn.
func (p *pastPane) Object() fyne.CanvasObject { return p.object }

func (p *pastPane) row(e hearing.Edition) look.Row {
	r := look.Row{Title: words.T("原文（程序自带）"), Detail: words.T("随程序更新")}
	if e.Edition > 0 {
		r.Title, r.Detail = words.FormOrigin(e.Edition), e.Note
		if e.Text == "" {
			r.Title += words.T("（原文）")
		}
		r.Right = dayOf(e.On) + " " + words.Clock(e.On) + " " + e.By
		if e.Imported {
			r.Right = words.T("{{.When}} 随数据包导入", map[string]string{"When": dayOf(e.On)})
		}
	}
	if p.inForce(e) {
		r.Weight = widget.HighImportance
		r.Title += " · " + words.T("现用")
	}
	return r
}

// inForce reports whether papers are made with an edition now.
func (p *pastPane) inForce(e hearing.Edition) bool {
	m := p.t.m
	if e.Edition == 0 {
		return m.Stored.Edition == 0
	}
	return e.Edition == m.Stored.Edition && e.Text == m.Stored.Text
}

func (p *pastPane) show() {
	m := p.t.m
	if p.number != m.Number {
		p.number, p.chosen = m.Number, nil
	}
	p.list.Set(append(m.Editions[:len(m.Editions):len(m.Editions)], hearing.Edition{}), nil)
	p.list.Mark(func(e hearing.Edition) bool { return p.chosen != nil && e.Edition == p.chosen.Edition })
	p.compare()
}

// compare shows how the chosen edition differs from what is in the editor.
func (p *pastPane) compare() {
	p.lines.RemoveAll()
	defer p.lines.Refresh()
	p.back.Disable()
	if p.chosen == nil {
		p.head.SetText("")
		p.lines.Add(look.Hint(words.T("点一版，看它与编辑框里的文本有什么不同。")))
		return
	}
	m := p.t.m
	text := p.chosen.Text
	if text == "" {
		text = m.Original
	}
	if text != m.InForce() {
		p.back.Enable()
	}
	p.head.SetText(words.T("从{{.Edition}}到编辑框", map[string]string{"Edition": words.FormOrigin(p.chosen.Edition)}))
	if text == m.Text {
		p.lines.Add(look.Hint(words.T("两者相同。")))
		return
	}
	for _, l := range Compare(text, m.Text) {
		x := widget.NewLabel(string(l.Sign) + " " + l.Text)
		x.Wrapping, x.SizeName = words.Wrap(), theme.SizeNameCaptionText
		switch l.Sign {
		case '-':
			x.Importance = widget.DangerImportance
		case '+':
			x.Importance = widget.SuccessImportance
		default:
			x.Importance = widget.LowImportance
		}
		p.lines.Add(x)
	}
}
