package service

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Page is the page 送达与跟进.
type Page struct {
	sh      *shell.Shell
	desk    Desk
	m       Model
	filter  Filter
	reading int // counts the readings: a late one is dropped

	object fyne.CanvasObject
	tabs   *look.Tabs
	head   *widget.Label
	list   *look.List[Line]
	batch  *batch
}

// New returns the page.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &Page{sh: sh, desk: desk, head: widget.NewLabel("")}
	p.head.Importance = widget.LowImportance
	p.head.Truncation = fyne.TextTruncateEllipsis
	p.list = look.NewList(p.row, func(l Line) {
		if l.Head == "" {
			sh.Go(Place(l.Way))
		}
	})
	p.batch = newBatch(p)
	board := container.NewBorder(container.NewPadded(p.filters()), nil, nil, nil, p.list)
	p.tabs = look.NewTabs(
		look.Tab{Key: "board", Name: words.T("一览"), Make: func() fyne.CanvasObject { return board }},
		look.Tab{Key: "receipts", Name: words.T("录入回证"), Make: func() fyne.CanvasObject { return p.batch.object }},
	)
	title := look.Heading(words.T("送达与跟进"))
	title.Truncation = fyne.TextTruncateOff
	p.object = container.NewBorder(look.Header(container.NewBorder(nil, nil, title, nil, container.NewVBox(layout.NewSpacer(), p.head, layout.NewSpacer()))), nil, nil, nil, p.tabs.Object)
	return p
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes nothing back: each receipt is saved as it is entered.
func (p *Page) TakeBack() bool { return false }

// Turn shows the tab after the open one, or before it.
func (p *Page) Turn(by int) { p.tabs.Next(by) }

// Show reads everything anew.
func (p *Page) Show(at shell.Place) {
	switch {
	case at.Tab != "":
		p.tabs.Open(at.Tab)
	case p.tabs.Key() == "":
		p.tabs.Open("board")
	}
	p.read(func() {})
}

func (p *Page) read(then func()) {
	p.reading++
	reading, now := p.reading, p.sh.Now().In(words.Zone())
	var m Model
	p.sh.Work.Do(func(ctx context.Context) error {
		book, err := p.sh.Book()
		if err != nil {
			return err
		}
		m, err = Read(ctx, p.desk, book, now)
		return err
	}, func(err error) {
		switch {
		case reading != p.reading:
		case err != nil:
			p.sh.Fail(err)
		default:
			p.m = m
			p.draw()
			then()
		}
	})
}

func (p *Page) draw() {
	late, week := p.m.Count()
	p.head.SetText(words.T("在途 {{.N}} 件，已逾期 {{.Late}} 件，七日内 {{.Week}} 件", map[string]int{"N": len(p.m.Ways), "Late": late, "Week": week}))
	p.filtered()
	p.batch.show()
}

// filtered shows the ways that the filter takes.
func (p *Page) filtered() {
	text := words.T("没有在途的文书。在案件里登记法律文书和受送达人后，这里按期限列出每一份走到了哪一步。")
	if len(p.m.Ways) > 0 {
		text = words.T("没有符合条件的文书。")
	}
	p.list.Set(p.m.Lines(p.filter), look.Empty(text, nil))
}

func (p *Page) filters() fyne.CanvasObject {
	part := field.NewChoice(append([]Part{PartAll}, Parts...), PartAll, func(x Part) {
		p.filter.Part = x
		p.filtered()
	})
	stage := field.NewChoice(append([]agenda.Stage{""}, agenda.Stages...), "", func(x agenda.Stage) {
		p.filter.Stage = x
		p.filtered()
	})
	stage.Rename(func(s agenda.Stage) string {
		if s == "" {
			return words.T("各个阶段")
		}
		return words.Of(s)
	})
	text := field.NewText("", func(s string) {
		p.filter.Text = s
		p.filtered()
	}).Hint(words.T("单位、文号、案由"))
	unit := field.NewTick(words.T("按单位分组"), false, func(on bool) {
		p.filter.ByUnit = on
		p.filtered()
	})
	return container.NewGridWithColumns(4, part.Object(), stage.Object(), text.Object(), unit.Object())
}

// row shows a line of the board.
func (p *Page) row(l Line) look.Row {
	if l.Head != "" {
		return look.Row{Title: l.Head, Right: words.T("{{.N}} 件", map[string]int{"N": l.N}), Weight: widget.HighImportance}
	}
	w := l.Way
	r := look.Row{Title: recipient(w) + "　" + paper(w), Detail: words.Of(w.Stage) + "　" + p.next(w), Weight: widget.MediumImportance}
	if day := w.Day(); !day.IsZero() {
		r.Right = words.Date(day, p.sh.Now())
		if day.Before(p.m.Today) {
			r.Weight = widget.DangerImportance
		}
	}
	return r
}

// next says what is to be done next, or what happened last.
func (p *Page) next(w agenda.Way) string {
	switch {
	case !w.Day().IsZero():
		return w.Next.Text
	case !w.Delivery.RepliedOn.IsZero():
		return words.T("{{.Day}} 书面回复", map[string]string{"Day": p.day(w.Delivery.RepliedOn)})
	case !w.Served.IsZero():
		return words.T("{{.Day}} 送达（{{.Mode}}）", map[string]string{"Day": p.day(w.Served), "Mode": words.Of(w.Delivery.Mode)})
	}
	return w.Case.Cause
}

func (p *Page) day(d calendar.Date) string { return words.Date(d, p.sh.Now()) }
