package clues

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// decision is what was found, and what became of the clue.
func (p *page) decision() fyne.CanvasObject {
	f := p.Form
	prosecutor := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{Rank: hearing.Prosecutor})
	state := field.Section("",
		form.Choice(f, "state", words.T("办理状态"), hearing.ClueStates, func(c *hearing.Clue) *hearing.ClueState { return &c.State }),
		f.Pick("handler", words.T("评估人"), "", prosecutor, p.sh.Fail, func(c *hearing.Clue) *hearing.ID { return &c.Handler }))
	days := field.Section("",
		f.Date("assessed_on", words.T("开始评估"), func(c *hearing.Clue) *calendar.Date { return &c.AssessedOn }),
		f.Date("decided_on", words.T("决定日期"), func(c *hearing.Clue) *calendar.Date { return &c.DecidedOn }))
	to := f.Pick("to", words.T("移送单位"), words.T("有管辖权的检察院，或主管机关"), form.ToOrganisation(p.desk, p.sh.NewID, hearing.Procuratorate), p.sh.Fail, func(c *hearing.Clue) *hearing.ID { return &c.To })
	notice := f.Text("notice", words.T("通知书文号"), words.T("移送案件线索通知书的文号"), func(c *hearing.Clue) *string { return &c.Notice })
	reason := f.Note("reason", words.T("不立案理由"), "", 2, func(c *hearing.Clue) *string { return &c.Reason })
	p.moved, p.why = []fyne.CanvasObject{to, notice}, []fyne.CanvasObject{reason}
	f.OnChange("state", p.stateChanged)
	return container.NewVBox(field.Columns(state, days), field.Section("", to, notice, reason), p.cases())
}

// cases is the list of the cases that the clue became, and the field that adds
// one that there is.
func (p *page) cases() fyne.CanvasObject {
	find := lookup.FindCases(p.desk)
	add := field.NewAdder(p.sh.Work, find, func(o field.Option) {
		if o.ID == "" {
			return
		}
		today := p.today()
		p.Form.Editor.Change("cases", func(c *hearing.Clue) { *c = c.FiledAs(o.ID, today) })
		p.Form.Show()
	}, nil).Hint(words.T("并入已有案件：输入案由或案号"))
	return container.NewVBox(p.filed, p.Form.Custom("cases", words.T("并入案件"), add, func(hearing.Clue) {}))
}

// fileButton makes a case of the clue.
func (p *page) fileButton() fyne.CanvasObject {
	b := look.Primary(words.T("立为案件"), theme.FolderNewIcon(), p.file)
	p.Form.Editor.Allow("state", b)
	p.Form.Editor.AllowFrom(hearing.NounCase, "id", b)
	box := container.NewStack(b)
	p.Later(box, func(hearing.ID) {})
	return box
}

// file makes a case of what is in the file, with everything that was typed, and
// opens it.
func (p *page) file() {
	p.sh.Work.Flush()
	id, made, on := p.Form.Editor.ID(), p.sh.NewID(), p.today()
	p.sh.Work.Do(func(ctx context.Context) error {
		c, err := p.desk.Clue(ctx, id)
		if err == nil {
			_, err = p.desk.FileClue(ctx, c, made, on)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.sh.Say(words.T("已立为案件，请补充案由等内容；可用 Ctrl+Z 撤销"))
		p.sh.Go(shell.Place{Kind: shell.Cases, ID: made})
	})
}

// stateChanged gives a state that was chosen its day.
func (p *page) stateChanged(c hearing.Clue) {
	was := p.seen
	p.seen = c
	now := c
	if was.ID != c.ID || was.State == c.State || !follows(&now, was.State, p.today()) {
		return
	}
	p.seen = now
	p.Form.Editor.Change("decided_on", func(v *hearing.Clue) { v.AssessedOn, v.DecidedOn = now.AssessedOn, now.DecidedOn })
	p.Form.Show()
}

// shown shows what the clue's state asks for, and its cases.
func (p *page) shown(c hearing.Clue) {
	for _, o := range p.moved {
		visible(o, c.State == hearing.ClueTransferred || c.To != "")
	}
	for _, o := range p.why {
		visible(o, c.State == hearing.ClueDropped || c.Reason != "")
	}
	p.filed.RemoveAll()
	for _, id := range c.Cases {
		p.filed.Add(p.caseLine(id))
	}
	p.Settle()
}

func visible(o fyne.CanvasObject, is bool) {
	if is {
		o.Show()
	} else {
		o.Hide()
	}
}

// caseLine is a case of the clue: it opens, and can be taken off.
func (p *page) caseLine(id hearing.ID) fyne.CanvasObject {
	line := container.NewStack()
	off := look.Quiet("", theme.ContentRemoveIcon(), func() {
		p.Form.Editor.Change("cases", func(c *hearing.Clue) {
			c.Cases = slices.DeleteFunc(slices.Clone(c.Cases), func(x hearing.ID) bool { return x == id })
		})
		p.Form.Show()
	})
	edit.Bar(p.Form.Editor.Barred("cases"), off)
	var k hearing.Case
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		k, err = p.desk.Case(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		line.Add(directory.Link(k.Cause, words.Of(k.Type), func() { p.sh.Go(shell.Place{Kind: shell.Cases, ID: id}) }))
	})
	return container.NewBorder(nil, nil, nil, off, line)
}
