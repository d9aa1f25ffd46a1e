package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// mostOf is how many things of one session stand under one urgency; the rest
// is a line that opens the session.
const mostOf = 5

// mostLines is how many lines stand under one urgency until more are asked for.
const mostLines = 24

// todo is the right column: clashes, then everything by urgency.
func (p *Page) todo() []fyne.CanvasObject {
	out := []fyne.CanvasObject{look.Subheading(words.T("要办的事"))}
	if len(p.model.Tasks)+len(p.model.Clashes) == 0 {
		return append(out, look.Hint(words.T("没有到期的事，也没有冲突。")))
	}
	if len(p.model.Clashes) > 0 {
		out = append(out, groupHead(words.T("时间冲突"), len(p.model.Clashes), widget.DangerImportance))
		out = append(out, p.some("clashes", p.model.Clashes)...)
	}
	names := map[Urgency]string{Overdue: words.T("已逾期"), Today: words.T("今天"), ThisWeek: words.T("七天内"), Later: words.T("以后")}
	weights := map[Urgency]widget.Importance{Overdue: widget.DangerImportance, Today: widget.HighImportance, ThisWeek: widget.MediumImportance, Later: widget.LowImportance}
	for _, u := range Urgencies {
		tasks := p.model.Of(u)
		if len(tasks) == 0 {
			continue
		}
		out = append(out, groupHead(names[u], len(tasks), weights[u]))
		out = append(out, p.some(names[u], tasks)...)
	}
	return out
}

// some keeps a long group short until the rest is asked for.
func (p *Page) some(group string, tasks []Task) []fyne.CanvasObject {
	lines := p.bySession(tasks, p.unfolded[group])
	if len(lines) <= mostLines || p.unfolded[group] {
		return lines
	}
	more := widget.NewButton(words.T("全部显示"), func() {
		p.unfolded[group] = true
		p.draw()
	})
	return append(lines[:mostLines], container.NewHBox(indent(), more))
}

func groupHead(text string, n int, weight widget.Importance) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.TextStyle.Bold = true
	l.Importance = weight
	count := widget.NewLabel(words.T("{{.N}}项", map[string]int{"N": n}))
	count.Importance = widget.LowImportance
	count.SizeName = theme.SizeNameCaptionText
	return container.New(layout.NewCustomPaddedVBoxLayout(-4), container.NewHBox(l, count), widget.NewSeparator())
}

// bySession lists tasks under the session that they belong to, in the order of
// each session's first.
func (p *Page) bySession(tasks []Task, all bool) []fyne.CanvasObject {
	var order []hearing.ID
	of := map[hearing.ID][]Task{}
	for _, t := range tasks {
		if len(of[t.Entry.Session]) == 0 {
			order = append(order, t.Entry.Session)
		}
		of[t.Entry.Session] = append(of[t.Entry.Session], t)
	}
	var out []fyne.CanvasObject
	for _, id := range order {
		if len(out) > mostLines && !all {
			return out // the rest is not drawn
		}
		list := of[id]
		entry := list[0].Entry
		out = append(out, p.sessionHead(entry))
		for i, t := range list {
			if i == mostOf && len(list) > mostOf+1 {
				more := widget.NewLabel(words.T("还有 {{.N}} 项…", map[string]int{"N": len(list) - mostOf}))
				more.Importance = widget.LowImportance
				more.SizeName = theme.SizeNameCaptionText
				out = append(out, look.NewPress(container.NewBorder(nil, nil, indent(), nil, more), func() { p.open(entry, list[mostOf].Tab) }))
				break
			}
			out = append(out, look.NewPress(p.task(t), func() { p.open(t.Entry, t.Tab) }))
		}
	}
	return out
}

func (p *Page) sessionHead(e hearing.Entry) fyne.CanvasObject {
	title := widget.NewLabel(e.Title)
	title.Truncation = fyne.TextTruncateEllipsis
	title.SizeName = theme.SizeNameCaptionText
	when := widget.NewLabel(words.Short(e.Start, e.End, p.shell.Now()))
	when.SizeName = theme.SizeNameCaptionText
	for _, l := range []*widget.Label{title, when} {
		l.Importance = widget.LowImportance
	}
	return container.NewBorder(nil, nil, nil, when, title)
}

// task is one thing to be done, a mark in the colour of its weight before it.
func (p *Page) task(t Task) fyne.CanvasObject {
	text := widget.NewLabel(t.Finding.Text)
	text.Wrapping = words.Wrap()
	due := widget.NewLabel(p.due(t))
	due.SizeName = theme.SizeNameCaptionText
	due.Importance = widget.LowImportance
	due.Alignment = fyne.TextAlignTrailing
	if t.Urgency == Overdue {
		due.Importance = widget.DangerImportance
	}
	tint := map[hearing.Severity]fyne.ThemeColorName{hearing.Blocked: theme.ColorNameError, hearing.Warning: theme.ColorNameWarning}[t.Finding.Severity]
	if tint == "" {
		tint = theme.ColorNamePlaceHolder
	}
	dot := canvas.NewCircle(theme.Color(tint))
	return container.NewBorder(nil, nil, container.New(dotLayout{}, dot), container.New(column{width: 104}, due), text)
}

// due says the day, unless the heading does.
func (p *Page) due(t Task) string {
	if t.Urgency == Today {
		return ""
	}
	return words.Date(t.Due, p.model.Today.In(words.Zone()))
}

func indent() fyne.CanvasObject { return container.New(dotLayout{}, canvas.NewCircle(nil)) }

// dotLayout sets a dot beside the first line of a text.
type dotLayout struct{}

func (dotLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(16, 24) }

func (dotLayout) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	o[0].Resize(fyne.NewSize(8, 8))
	o[0].Move(fyne.NewPos(6, 12))
}
