package announcement

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/plan"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// plan is the tab 安排: which cases, when and where, by whom.
func (p *page) plan() fyne.CanvasObject {
	f := p.form
	leader := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	reader := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{Rank: hearing.Prosecutor})
	clerk := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{Rank: hearing.Clerk})
	left := append([]fyne.CanvasObject{p.cases()}, p.slotRows()...)
	left = append(left,
		f.Pick("room", words.T("地点"), words.T("听证室、单位会议室、社区…"), p.toRoom(), p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &a.Room }),
		f.Text("title", words.T("名称"), words.T("不填时按案由生成"), func(a *hearing.Announcement) *string { return &a.Title }),
	)
	right := []fyne.CanvasObject{
		form.Choice(f, "openness", words.T("公开"), []hearing.Openness{hearing.Public, hearing.NotOpen}, func(a *hearing.Announcement) *hearing.Openness { return &a.Openness }),
		form.Chips(f, "forms", words.T("形式"), []hearing.Form{hearing.OnSite, hearing.Streamed, hearing.Remote}, func(a *hearing.Announcement) *[]hearing.Form { return &a.Forms }),
		f.Pick("presider", words.T("主持人"), words.T("一般由检察长、副检察长主持"), leader, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &a.Presider }),
		f.Pick("reader", words.T("宣告人"), words.T("宣读文书的检察官"), reader, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &a.Reader }),
		f.Pick("recorder", words.T("记录人"), "", clerk, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &a.Recorder }),
		form.Choice(f, "signing", words.T("签收次序"), hearing.Signings, func(a *hearing.Announcement) *hearing.Signing { return &a.Signing }),
	}
	for _, name := range []string{"room", "presider", "reader", "recorder"} {
		p.beside(name, name, f.Control(name))
	}
	for _, name := range []string{"start", "openness", "forms"} {
		p.beside(name, "", f.Control(name))
	}
	return look.Scroll(container.NewVBox(
		field.Columns(field.Section(words.T("案件和时间地点"), left...), field.Section(words.T("形式和人员"), right...)),
		p.approvals(),
		field.Section(words.T("其他"),
			field.RowOf(words.T("演练"), f.Tick("rehearsal", words.T("这是演练，不计入统计"), func(a *hearing.Announcement) *bool { return &a.Rehearsal })),
			f.Note("note", words.T("备注"), "", 2, func(a *hearing.Announcement) *string { return &a.Note })),
	))
}

// cases is the row of the cases whose papers are announced.
func (p *page) cases() fyne.CanvasObject {
	picks := field.NewPicks(p.sh.Work, lookup.FindCases(p.desk), nil, p.setCases, nil)
	show := func() { picks.Set(p.options(p.e.Value().Cases)) }
	row := p.form.Custom("cases", words.T("案件"), picks, func(hearing.Announcement) { show() })
	p.judged = append(p.judged, show)
	p.beside("cases", "", picks)
	toCase := shell.Place{Kind: shell.Cases, New: true}
	add := p.sh.To(toCase, look.Quiet(words.T("新建案件…"), theme.ContentAddIcon(), func() { p.sh.Go(toCase) }))
	return container.NewVBox(row, field.RowOf("", container.NewHBox(add)))
}

// setCases reads the cases that were chosen, for what follows from them.
func (p *page) setCases(options []field.Option) {
	ids, record := p.choose(options...), p.e.ID()
	var cases []hearing.Case
	var papers []hearing.Instrument
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		cases, papers, err = p.read(ctx, ids)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.sh.Fail(err)
		case record == p.e.ID():
			p.e.Change("cases", func(a *hearing.Announcement) { *a = WithCases(*a, cases, papers, p.sh.NewID) })
			p.form.Show()
		}
	})
}

// toRoom names a room; a new one is of the kind that its name tells.
func (p *page) toRoom() form.Ref {
	return form.Ref{Find: lookup.FindRooms(p.desk),
		Read: func(ctx context.Context, id hearing.ID) (field.Option, error) {
			r, err := p.desk.Room(ctx, id)
			return field.Option{ID: id, Name: r.Name}, err
		},
		New: func(ctx context.Context, name string) (hearing.ID, error) {
			r := hearing.Room{ID: p.sh.NewID(), Name: name, Kind: plan.RoomKind(name)}
			_, err := p.desk.SaveRoom(ctx, r)
			return r.ID, err
		}}
}

// approvalKinds are what a ceremony can need the chief procurator for.
var approvalKinds = []hearing.ApprovalKind{hearing.ApproveVenue, hearing.ApproveStream, hearing.ApproveMinor, hearing.ApproveCancellation}

// approvals is the list of what was approved.
func (p *page) approvals() fyne.CanvasObject {
	who := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	type row = form.Element[hearing.Announcement, hearing.Approval]
	list := form.NewList(p.form, "approvals", func(a *hearing.Announcement) *[]hearing.Approval { return &a.Approvals }, nil, func(e *row) fyne.CanvasObject {
		kind := form.Choice(e.Form, "kind", "", approvalKinds, func(a *hearing.Announcement) *hearing.ApprovalKind { return &e.At(a).Kind })
		by := e.Pick("by", "", words.T("批准人"), who, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &e.At(a).By })
		on := e.Date("on", "", func(a *hearing.Announcement) *calendar.Date { return &e.At(a).On })
		note := e.Text("note", "", words.T("理由或条件"), func(a *hearing.Announcement) *string { return &e.At(a).Note })
		refused := e.Tick("refused", words.T("未批准"), func(a *hearing.Announcement) *bool { return &e.At(a).Refused })
		return container.NewBorder(nil, nil, nil, container.NewHBox(refused, e.Remove()), container.NewGridWithColumns(4, kind, by, on, note))
	})
	add := list.AddedBy(look.Quiet(words.T("加一项审批"), theme.ContentAddIcon(), func() { list.Add(hearing.Approval{Kind: hearing.ApproveVenue, By: p.dossier.Office.Chief}) }))
	p.e.AllowDeed(hearing.Approve, "approvals", add)
	found := p.findings(func() []hearing.Finding { return p.found("approvals") })
	return field.Section("", container.NewBorder(nil, nil, look.Subheading(words.T("审批")), add), list.Box, found)
}
