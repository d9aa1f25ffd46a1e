package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// mostOf is how many things of one session stand under one heading; the rest
// is a line that opens the session.
const mostOf = 5

// How many lines stand under one heading, and under that of the clashes, until
// more are asked for.
const (
	mostLines   = 24
	mostClashes = 8
	moreLines   = 200 // at each time: a window that draws thousands stands still
)

// todo is the right column: clashes, then everything by day.
func (p *Page) todo() []fyne.CanvasObject {
	title := look.Subheading(words.T("要办的事"))
	actor := p.actor()
	out := []fyne.CanvasObject{title}
	if actor != "" {
		out[0] = container.NewBorder(nil, nil, title, p.whose())
	}
	if !p.mine {
		actor = ""
	}
	a := p.model.Of(actor)
	if p.model.Judging {
		out = append(out, look.Hint(p.beingJudged()))
	} else if len(a.Items)+len(a.Clashes) == 0 {
		return append(out, look.Hint(words.T("没有到期的事，也没有冲突。")))
	}
	if len(a.Clashes) > 0 {
		out = append(out, p.groupHead(words.T("时间冲突"), len(a.Clashes), widget.DangerImportance))
		out = append(out, p.some("clashes", a.Clashes, true, mostClashes)...)
	}
	for _, g := range a.Groups() {
		name := words.Group(g, a.Today)
		out = append(out, p.groupHead(name, len(g.Items), p.weight(g)))
		out = append(out, p.some(name, g.Items, g.Part != agenda.OnDay, mostLines)...)
	}
	return out
}

// beingJudged says that what is owed is still being judged.
func (p *Page) beingJudged() string {
	if p.model.AsOf.IsZero() {
		return words.T("正在核对到期的事…")
	}
	return words.T("正在核对。以下是{{.At}}核对的结果。", map[string]string{"At": words.Moment(p.model.AsOf.In(words.Zone()))})
}

// whose chooses between everybody's work and one's own.
func (p *Page) whose() fyne.CanvasObject {
	all, mine := words.T("全部"), words.T("我的")
	r := widget.NewRadioGroup([]string{all, mine}, nil)
	r.Horizontal, r.Required = true, true
	r.SetSelected(all)
	if p.mine {
		r.SetSelected(mine)
	}
	r.OnChanged = func(s string) {
		p.mine = s == mine
		p.draw()
	}
	return r
}

// actor is who sits at the desk, as the settings say.
func (p *Page) actor() string { return fyne.CurrentApp().Preferences().String("actor") }

// weight is the colour of a group's heading.
func (p *Page) weight(g agenda.Group) widget.Importance {
	switch {
	case g.Part == agenda.Late:
		return widget.DangerImportance
	case g.Part == agenda.OnDay && g.Day == p.model.Today:
		return widget.HighImportance
	case g.Part == agenda.OnDay:
		return widget.MediumImportance
	}
	return widget.LowImportance
}

// some keeps a long group short until more is asked for.
func (p *Page) some(group string, items []agenda.Item, dated bool, most int) []fyne.CanvasObject {
	more := p.unfolded[group]
	lines := p.bySubject(items, dated, most+more, more > 0)
	if len(lines) <= most+more {
		return lines
	}
	button := widget.NewButton(words.T("显示更多"), func() {
		p.unfolded[group] += moreLines
		p.draw()
	})
	return append(lines[:most+more], container.NewHBox(indent(), button))
}

// groupHead says how many there are too, unless it is an earlier agenda, of which only
// the first are known.
func (p *Page) groupHead(text string, n int, weight widget.Importance) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.TextStyle.Bold = true
	l.Importance = weight
	count := widget.NewLabel("")
	if !p.model.Judging {
		count.SetText(words.T("{{.N}}项", map[string]int{"N": n}))
	}
	count.Importance = widget.LowImportance
	count.SizeName = theme.SizeNameCaptionText
	return container.New(layout.NewCustomPaddedVBoxLayout(-4), container.NewHBox(l, count), widget.NewSeparator())
}

// bySubject lists items under the session or case that they belong to, in the
// order of each one's first: so many of these.
func (p *Page) bySubject(items []agenda.Item, dated bool, subjects int, all bool) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, list := range agenda.BySubject(items, subjects) {
		out = append(out, p.subjectHead(list[0].About))
		for n, i := range list {
			if n == mostOf && len(list) > mostOf+1 && !all {
				more := widget.NewLabel(words.T("还有 {{.N}} 项…", map[string]int{"N": len(list) - mostOf}))
				more.Importance = widget.LowImportance
				more.SizeName = theme.SizeNameCaptionText
				out = append(out, look.NewPress(container.NewBorder(nil, nil, indent(), nil, more), func() { p.shell.Go(place(i)) }))
				break
			}
			out = append(out, look.NewPress(p.task(i, dated), func() { p.shell.Go(place(i)) }))
		}
	}
	return out
}

func (p *Page) subjectHead(s agenda.Subject) fyne.CanvasObject {
	title := widget.NewLabel(s.Title)
	title.Truncation = fyne.TextTruncateEllipsis
	when := widget.NewLabel(words.T("案件"))
	switch {
	case s.Clue != "":
		when.SetText(words.T("线索"))
	case s.Patrol != "":
		when.SetText(words.T("巡查"))
	case s.Session != "":
		when.SetText(words.Short(s.Start, s.End, p.shell.Now()))
	}
	for _, l := range []*widget.Label{title, when} {
		l.SizeName = theme.SizeNameCaptionText
		l.Importance = widget.LowImportance
	}
	return container.NewBorder(nil, nil, nil, when, title)
}

// task is one thing to be done, a mark in the colour of its weight before it;
// its day stands at the end unless the heading says it.
func (p *Page) task(i agenda.Item, dated bool) fyne.CanvasObject {
	text := look.Flow(widget.NewLabel(words.Task(i)))
	tint := map[hearing.Severity]fyne.ThemeColorName{hearing.Blocked: theme.ColorNameError, hearing.Warning: theme.ColorNameWarning}[i.Finding.Severity]
	if tint == "" || i.Fields > 0 {
		tint = theme.ColorNamePlaceHolder
	}
	dot := container.New(dotLayout{}, canvas.NewCircle(theme.Color(tint)))
	if !dated || i.Day.IsZero() {
		return container.NewBorder(nil, nil, dot, nil, text)
	}
	due := widget.NewLabel(words.Date(i.Day, p.model.Today.In(words.Zone())))
	due.SizeName = theme.SizeNameCaptionText
	due.Importance = widget.LowImportance
	due.Alignment = fyne.TextAlignTrailing
	if i.Day.Before(p.model.Today) {
		due.Importance = widget.DangerImportance
	}
	return container.NewBorder(nil, nil, dot, container.New(column{width: max(120, due.MinSize().Width)}, due), text) // a day of another year is longer
}

func indent() fyne.CanvasObject { return container.New(dotLayout{}, canvas.NewCircle(nil)) }

// dotLayout sets a dot beside the first line of a text.
type dotLayout struct{}

func (dotLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(16, 24) }

func (dotLayout) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	o[0].Resize(fyne.NewSize(8, 8))
	o[0].Move(fyne.NewPos(6, 12))
}
