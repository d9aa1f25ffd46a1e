package cases

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// papers is the instruments (法律文书) of the open case, each with a form of its
// own that saves by itself.
type papers struct {
	object fyne.CanvasObject
	sh     *shell.Shell
	desk   Desk
	of     hearing.ID
	box    *fyne.Container
	shown  []hearing.ID
	forms  []*form.Form[hearing.Instrument]
}

func newPapers(sh *shell.Shell, desk Desk) *papers {
	p := &papers{sh: sh, desk: desk, box: container.NewVBox()}
	add := widget.NewButtonWithIcon(words.T("新建法律文书"), theme.ContentAddIcon(), p.add)
	p.object = container.NewVBox(directory.Part(words.T("法律文书"), add), p.box)
	return p
}

// show reads and shows the instruments of a case.
func (p *papers) show(of hearing.ID) {
	if of != p.of {
		p.set(nil)
	}
	p.of = of
	var found []hearing.Instrument
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		found, err = p.desk.Instruments(ctx, of)
		return err
	}, func(err error) {
		switch {
		case of != p.of: // another case is open by now
		case err != nil:
			p.sh.Fail(err)
		default:
			p.set(found)
		}
	})
}

// set makes the forms anew where other instruments are there than before.
func (p *papers) set(found []hearing.Instrument) {
	ids := make([]hearing.ID, len(found))
	for i, x := range found {
		ids[i] = x.ID
	}
	if slices.Equal(ids, p.shown) {
		for i, f := range p.forms {
			f.Editor.Open(hearing.NounInstrument, ids[i])
		}
		if len(ids) > 0 {
			return
		}
	}
	p.sh.Work.Flush() // what was typed into the old forms
	p.shown, p.forms = ids, nil
	p.box.RemoveAll()
	for _, id := range ids {
		f, card := p.form()
		f.Editor.Open(hearing.NounInstrument, id)
		p.box.Add(card)
	}
	if len(ids) == 0 {
		p.box.Add(look.Hint(words.T("检察建议书、不起诉决定书等写在这里，宣告送达时选用。")))
	}
}

// add begins another instrument of the case.
func (p *papers) add() {
	if p.of == "" {
		return
	}
	if len(p.forms) == 0 {
		p.box.RemoveAll()
	}
	f, card := p.form()
	i := hearing.Instrument{ID: p.sh.NewID(), Case: p.of, Kind: hearing.Recommendation}
	p.shown = append(p.shown, i.ID)
	p.box.Add(card)
	f.Editor.Begin(i)
	f.Control("number").Focus()
}

func (p *papers) takeBack() bool {
	for _, f := range p.forms {
		if f.Editor.TakeBack() {
			return true
		}
	}
	return false
}

// form makes the form of one instrument.
func (p *papers) form() (*form.Form[hearing.Instrument], fyne.CanvasObject) {
	of := p.of
	f := form.New(p.sh, edit.New(p.sh.Work, p.desk, edit.Source[hearing.Instrument]{
		Load: func(ctx context.Context, id hearing.ID) (hearing.Instrument, error) {
			return instrumentOf(ctx, p.desk, of, id)
		},
		Save:    p.desk.SaveInstrument,
		Version: func(i *hearing.Instrument) *hearing.Version { return &i.Version },
	}))
	p.forms = append(p.forms, f)
	left := field.Section("",
		form.Choice(f, "kind", words.T("种类"), hearing.InstrumentKinds, func(i *hearing.Instrument) *hearing.InstrumentKind { return &i.Kind }),
		f.Text("number", words.T("文号"), words.T("由统一业务系统给出"), func(i *hearing.Instrument) *string { return &i.Number }),
		f.Text("title", words.T("标题"), words.T("不填则用种类名称"), func(i *hearing.Instrument) *string { return &i.Title }),
		f.Date("decided_on", words.T("决定日期"), func(i *hearing.Instrument) *calendar.Date { return &i.DecidedOn }),
		f.Date("filed_on", words.T("备案日期"), func(i *hearing.Instrument) *calendar.Date { return &i.FiledOn }))
	right := field.Section("",
		field.RowOf(words.T("紧急"), f.Tick("urgent", words.T("十五日内书面回复（一般为两个月）"), func(i *hearing.Instrument) *bool { return &i.Urgent })),
		f.Date("reply_by", words.T("另定回复期限"), func(i *hearing.Instrument) *calendar.Date { return &i.ReplyBy }),
		f.Text("reply_note", words.T("期限说明"), words.T("谁批准延长，为什么"), func(i *hearing.Instrument) *string { return &i.ReplyNote }),
		f.Note("note", words.T("备注"), "", 2, func(i *hearing.Instrument) *string { return &i.Note }))
	items := f.Lines("items", words.T("建议内容"), words.T("写一条，按 Enter 写下一条"), func(i *hearing.Instrument) *[]string { return &i.Items })
	remove := look.Quiet(words.T("删除"), theme.DeleteIcon(), func() { p.remove(f) })
	return f, look.Card(container.NewVBox(container.NewBorder(nil, nil, nil, remove, f.Bar()), container.NewGridWithColumns(2, left, right), items))
}

// remove deletes an instrument.
func (p *papers) remove(f *form.Form[hearing.Instrument]) {
	of, id, name := p.of, f.Editor.ID(), f.Editor.Value().Called()
	p.sh.Work.Flush()
	directory.Delete(p.sh, name, func(ctx context.Context) error {
		i, err := instrumentOf(ctx, p.desk, of, id)
		if err != nil {
			return err
		}
		return p.desk.DeleteInstrument(ctx, id, i.Version)
	}, p.sh.Say, func() {
		if of == p.of {
			p.show(of)
		}
	})
}
