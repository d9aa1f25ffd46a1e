package cases

import (
	"context"
	"slices"
	"sync/atomic"

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
	"hearingdesk/ui/words"
)

// papers is the instruments (法律文书) of the open case, each with a form of its
// own that saves by itself.
type papers struct {
	object fyne.CanvasObject
	*page
	of    hearing.ID
	box   *fyne.Container
	shown []hearing.ID
	cards []*card
	near  [2]atomic.Pointer[[]field.Option] // the case's parties: people, units
}

// A card is one instrument: its form, and what the rules say of it.
type card struct {
	*form.Form[hearing.Instrument]
	papers *papers
	object *fyne.Container
	said   *field.Findings
	shows  []func() // what follows from the case's file
}

func newPapers(page *page) *papers {
	p := &papers{page: page, box: container.NewVBox()}
	for i := range p.near {
		p.near[i].Store(&[]field.Option{})
	}
	add := widget.NewButtonWithIcon(words.T("新建法律文书"), theme.ContentAddIcon(), p.add)
	page.Form.Editor.AllowFrom(hearing.NounInstrument, "id", add)
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
		for i, c := range p.cards {
			c.Editor.Open(hearing.NounInstrument, ids[i])
		}
		if len(ids) > 0 {
			return
		}
	}
	p.sh.Work.Flush() // what was typed into the old forms
	p.shown, p.cards = ids, nil
	p.box.RemoveAll()
	for _, id := range ids {
		c := p.card()
		c.Editor.Open(hearing.NounInstrument, id)
		p.box.Add(c.object)
	}
	if len(ids) == 0 {
		p.box.Add(look.Hint(words.T("检察建议书、不起诉决定书等写在这里，宣告送达时选用；不宣告的，送达也记在这里。")))
	}
	p.judged(false)
}

// add begins another instrument of the case.
func (p *papers) add() {
	if p.of == "" {
		return
	}
	if len(p.cards) == 0 {
		p.box.RemoveAll()
	}
	c := p.card()
	i := hearing.Instrument{ID: p.sh.NewID(), Case: p.of, Kind: hearing.Recommendation}
	p.shown = append(p.shown, i.ID)
	p.box.Add(c.object)
	c.Editor.Begin(i)
	c.Control("number").Focus()
}

func (p *papers) takeBack() bool {
	for _, c := range p.cards {
		if c.Editor.TakeBack() {
			return true
		}
	}
	return false
}

// has reports whether an instrument is shown.
func (p *papers) has(id hearing.ID) bool { return slices.Contains(p.shown, id) }

// focus puts the cursor into an instrument's form; false where there is none.
func (p *papers) focus(id hearing.ID) bool {
	at := slices.Index(p.shown, id)
	if at < 0 || at >= len(p.cards) {
		return false
	}
	p.cards[at].Control("number").Focus()
	p.Reveal(p.cards[at].object)
	return true
}

// tell shows findings beside their instruments, and what else follows from the
// case's file.
func (p *papers) tell(found map[hearing.ID][]hearing.Finding) {
	people, units := []field.Option{}, []field.Option{}
	for _, x := range p.file.Case.Parties {
		if n := p.file.Organisations[x.Organisation].Name; n != "" {
			units = append(units, field.Option{ID: x.Organisation, Name: n, Detail: words.Of(x.Role)})
		}
		if n := p.file.People[x.Person].Name; n != "" {
			people = append(people, field.Option{ID: x.Person, Name: n, Detail: words.Of(x.Role)})
		}
	}
	p.near[0].Store(&people)
	p.near[1].Store(&units)
	for i, c := range p.cards {
		c.said.Set(found[p.shown[i]])
		for _, show := range c.shows {
			show()
		}
	}
}

// partiesFirst finds the parties of the case before anybody else.
func (p *papers) partiesFirst(find field.Find, units bool) field.Find {
	near := &p.near[0]
	if units {
		near = &p.near[1]
	}
	return func(ctx context.Context, query string) ([]field.Option, error) {
		found, err := find(ctx, query)
		if err != nil || query != "" {
			return found, err
		}
		first := slices.Clone(*near.Load())
		for _, o := range found {
			if !slices.ContainsFunc(first, func(x field.Option) bool { return x.ID == o.ID }) {
				first = append(first, o)
			}
		}
		return first, nil
	}
}

// card makes the form of one instrument.
func (p *papers) card() *card {
	of := p.of
	c := &card{papers: p, said: field.NewFindings(p.remedy())}
	f := form.New(p.sh, edit.New(p.sh.Work, p.desk, edit.Source[hearing.Instrument]{
		Load: func(ctx context.Context, id hearing.ID) (hearing.Instrument, error) {
			return instrumentOf(ctx, p.desk, of, id)
		},
		Save:    p.desk.SaveInstrument,
		Version: func(i *hearing.Instrument) *hearing.Version { return &i.Version },
	}))
	f.OnState = func(st edit.State) {
		if st.Phase == edit.Saved && of == p.of {
			p.judge()
		}
	}
	c.Form = f
	p.cards = append(p.cards, c)
	left := field.Section("",
		c.kind(),
		f.Text("number", words.T("文号"), words.T("由统一业务系统给出"), func(i *hearing.Instrument) *string { return &i.Number }),
		f.Text("title", words.T("标题"), words.T("不填则用种类名称"), func(i *hearing.Instrument) *string { return &i.Title }),
		f.Date("decided_on", words.T("决定日期"), func(i *hearing.Instrument) *calendar.Date { return &i.DecidedOn }),
		f.Date("filed_on", words.T("备案日期"), func(i *hearing.Instrument) *calendar.Date { return &i.FiledOn }))
	right := field.Section("",
		field.RowOf(words.T("紧急"), f.Tick("urgent", words.T("十五日内书面回复（一般为两个月）"), func(i *hearing.Instrument) *bool { return &i.Urgent })),
		f.Date("reply_by", words.T("另定回复期限"), func(i *hearing.Instrument) *calendar.Date { return &i.ReplyBy }),
		f.Text("reply_note", words.T("期限说明"), words.T("谁批准延长，为什么"), func(i *hearing.Instrument) *string { return &i.ReplyNote }),
		f.Words("copy_to", words.T("抄送"), words.T("用顿号隔开，印在版记里"), func(i *hearing.Instrument) *[]string { return &i.CopyTo }),
		f.Note("note", words.T("备注"), "", 2, func(i *hearing.Instrument) *string { return &i.Note }))
	items := f.Lines("items", words.T("建议内容"), words.T("写一条，按 Enter 写下一条"), func(i *hearing.Instrument) *[]string { return &i.Items })
	remove := look.Quiet(words.T("删除"), theme.DeleteIcon(), func() { p.remove(f) })
	f.Editor.Allow("id", remove)
	parts := c.parts()
	c.object = container.NewVBox(look.Card(container.NewVBox(container.NewBorder(nil, nil, nil, remove, f.Bar()), c.line(), c.said.Object,
		container.NewGridWithColumns(2, left, right), items, parts, c.services(), c.follow())))
	return c
}

// kind is the row of the instrument's kind, called as it is on the day of the
// decision.
func (c *card) kind() fyne.CanvasObject {
	k := field.NewChoice(hearing.InstrumentKinds, "", func(x hearing.InstrumentKind) {
		c.Editor.Change("kind", func(i *hearing.Instrument) { i.Kind = x })
	})
	show := func(i hearing.Instrument) {
		k.Set(i.Kind)
		k.Rename(func(x hearing.InstrumentKind) string {
			return c.papers.kindName(hearing.Instrument{Kind: x, DecidedOn: i.DecidedOn})
		})
	}
	c.shows = append(c.shows, func() { show(c.Editor.Value()) })
	return c.Custom("kind", words.T("种类"), k, show)
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
