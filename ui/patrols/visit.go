package patrols

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A visitRow is one visit of the plan.
type visitRow = form.Element[hearing.Patrol, hearing.PatrolVisit]

// visit is one visit: the day that it stands for, what was done, what was found.
func (p *page) visit(e *visitRow) fyne.CanvasObject {
	at := func(v *hearing.Patrol) *hearing.PatrolVisit { return e.At(v) }
	head := widget.NewLabel("")
	head.TextStyle.Bold = true
	left := field.Section("",
		e.Date("on", words.T("巡查日期"), func(v *hearing.Patrol) *calendar.Date { return &at(v).On }),
		e.Text("skipped", words.T("未开展原因"), words.T("没有去时写明，日期留空"), func(v *hearing.Patrol) *string { return &at(v).Skipped }))
	right := field.Section("",
		e.Words("people", words.T("参加人员"), words.T("几人用顿号隔开"), func(v *hearing.Patrol) *[]string { return &at(v).People }),
		e.Words("places", words.T("巡查地点"), words.T("几处之间用顿号隔开"), func(v *hearing.Patrol) *[]string { return &at(v).Places }),
		e.Words("pictures", words.T("照片录像"), words.T("编号"), func(v *hearing.Patrol) *[]string { return &at(v).Pictures }))
	e.Follow(func(v hearing.Patrol) {
		x := *at(&v)
		head.SetText(words.T("计划 {{.Day}} 的巡查", map[string]string{"Day": x.For.String()}))
		if x.For.IsZero() {
			head.SetText(words.T("计划外的巡查"))
		}
	})
	found := form.NewList(e.Form, "findings", func(v *hearing.Patrol) *[]hearing.PatrolFinding { return &at(v).Findings },
		func(f hearing.PatrolFinding) string { return string(f.ID) + string(f.Clue) }, p.finding)
	more := look.Quiet(words.T("加一项发现的问题"), theme.ContentAddIcon(), func() {
		found.Add(hearing.PatrolFinding{ID: p.sh.NewID()})
		p.Settle()
	})
	edit.Bar(p.Form.Editor.Barred("visits"), more)
	return container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, e.Remove(), head), field.Columns(left, right), found.Box, container.NewHBox(more))
}

// finding is one thing that was found, and the clue that it became.
func (p *page) finding(e *form.Element[hearing.Patrol, hearing.PatrolFinding]) fyne.CanvasObject {
	text := e.Note("text", words.T("发现的问题"), words.T("第一句话就是线索的名称"), 2, func(v *hearing.Patrol) *string { return &e.At(v).Text })
	v := p.Form.Editor.Value()
	f := *e.At(&v)
	act := look.Quiet(words.T("登记为线索"), theme.MailForwardIcon(), func() { p.register(f.ID) })
	edit.Bar(p.Form.Editor.BarredFrom(hearing.NounClue, "id"), act)
	if f.Clue != "" {
		act = look.Quiet(words.T("查看线索"), theme.NavigateNextIcon(), func() { p.sh.Go(shell.Place{Kind: shell.Clues, ID: f.Clue}) })
	}
	return container.NewBorder(nil, nil, nil, container.NewHBox(act, e.Remove()), text)
}

// register makes a clue of a finding, and shows it.
func (p *page) register(finding hearing.ID) {
	p.sh.Work.Flush()
	id, clue := p.Form.Editor.ID(), p.sh.NewID()
	p.sh.Work.Do(func(ctx context.Context) error { return p.desk.ClueOfFinding(ctx, id, finding, clue) }, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.Show(shell.Place{Kind: shell.Patrols, ID: id})
		p.sh.Say(words.T("已登记为线索，可用 Ctrl+Z 撤销"))
	})
}
