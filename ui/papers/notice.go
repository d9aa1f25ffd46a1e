package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/ui/words"
)

// Notices stand above the papers: what of an earlier batch waits, and what was
// printed and has changed since. Each is dealt with by one click.
type notices struct {
	object *fyne.Container
	p      *Panel
	shown  string
}

func newNotices(p *Panel) *notices {
	n := &notices{p: p, object: container.NewVBox()}
	n.object.Hide()
	return n
}

// refresh shows what there is to say now.
func (n *notices) refresh() {
	m := n.p.m
	var lines []fyne.CanvasObject
	text := ""
	add := func(say string, buttons ...fyne.CanvasObject) {
		text += say + "\n"
		lines = append(lines, notice(say, buttons...))
	}
	if !m.Busy() {
		for _, rest := range m.Rests {
			add(RestLine(rest, m.today()), n.ways(rest)...)
		}
		if out := m.Outdated(); m.Read && len(out) > 0 {
			add(words.T("{{.N}} 件打印以后事实改了，印出的那份已经旧了。", map[string]int{"N": len(out)}),
				widget.NewButton(words.T("只重印改了的 {{.N}} 件", map[string]int{"N": len(out)}), func() {
					m.TickOutdated()
					n.p.bar.print()
				}))
		}
	}
	if text == n.shown {
		return
	}
	n.shown = text
	n.object.Objects = lines
	if len(lines) == 0 {
		n.object.Hide()
	} else {
		n.object.Show()
	}
	n.object.Refresh()
	if n.p.root != nil {
		n.p.root.Refresh()
	}
}

// ways are what can be done with a batch that was cut off.
func (n *notices) ways(rest batch.Rest) []fyne.CanvasObject {
	resume := func(text string, say batch.Answer) fyne.CanvasObject {
		return n.p.sh.For(hearing.NounPrint, widget.NewButton(text, func() { n.p.bar.resume(rest, say) }))
	}
	var out []fyne.CanvasObject
	if unsure := len(rest.Unsure); unsure > 0 {
		out = append(out, resume(words.T("那 {{.N}} 件也再打", map[string]int{"N": unsure}), batch.TheyDidNot),
			resume(words.T("已打出，接着打其余 {{.N}} 件", map[string]int{"N": rest.Waiting()}), batch.TheyCame))
	} else {
		out = append(out, resume(words.T("接着打 {{.N}} 件", map[string]int{"N": rest.Left()}), batch.Unanswered))
	}
	return append(out, n.p.sh.For(hearing.NounPrint, widget.NewButton(words.T("不打了"), func() { n.p.m.Drop(rest) })))
}

// notice is a line with what can be done about it.
func notice(text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Importance = widget.WarningImportance
	l.Wrapping = words.Wrap()
	return container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(buttons...), l), widget.NewSeparator())
}
