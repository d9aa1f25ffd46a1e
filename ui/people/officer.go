package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// officer is what is known of a person as a hearing officer.
func (p *persons) officer() fyne.CanvasObject {
	f := p.Form
	pool := field.Section("",
		form.Choice(f, "pool", words.T("听证员库"), form.OrNone(hearing.PoolStatuses), func(v *hearing.Person) *hearing.PoolStatus { return &v.Pool }),
		form.Choice(f, "class", words.T("听证员类别"), form.OrNone(hearing.OfficerClasses), func(v *hearing.Person) *hearing.OfficerClass { return &v.Class }),
		form.Choice(f, "pool_source", words.T("来源"), form.OrNone(hearing.PoolSources), func(v *hearing.Person) *hearing.PoolSource { return &v.PoolSource }))
	term := field.Section("",
		f.Date("term_begins", words.T("聘期自"), func(v *hearing.Person) *calendar.Date { return &v.TermBegins }),
		f.Date("term_ends", words.T("聘期至"), func(v *hearing.Person) *calendar.Date { return &v.TermEnds }),
		f.Words("specialties", words.T("专长"), words.T("几项之间用顿号隔开"), func(v *hearing.Person) *[]string { return &v.Specialties }))
	return container.NewVBox(field.Columns(pool, term), p.changes(), p.certificates(), p.relatives(), p.bars())
}

// part is a list below its label, with a hint or what is said of it, and the
// button that adds to it.
func part(label string, head fyne.CanvasObject, add *widget.Button, box fyne.CanvasObject) fyne.CanvasObject {
	return field.RowOf(label, container.NewVBox(container.NewBorder(nil, nil, nil, add, head), box))
}

// changes are when and why the standing in the pool changed.
func (p *persons) changes() fyne.CanvasObject {
	f := p.Form
	list := form.NewList(f, "pool_changes", func(v *hearing.Person) *[]hearing.PoolChange { return &v.PoolChanges }, nil, func(e *form.Element[hearing.Person, hearing.PoolChange]) fyne.CanvasObject {
		on := e.Date("on", words.T("自"), func(v *hearing.Person) *calendar.Date { return &e.At(v).On })
		status := form.Choice(e.Form, "status", "", hearing.PoolStatuses, func(v *hearing.Person) *hearing.PoolStatus { return &e.At(v).Status })
		reason := e.Text("reason", "", words.T("事由，如：本人申请退出"), func(v *hearing.Person) *string { return &e.At(v).Reason })
		return look.Card(container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(3, on, status, reason)))
	})
	today := p.sh.Day(words.Zone())
	now := look.Hint("")
	f.Follow(func(v hearing.Person) { now.SetText(standsAt(v, today)) })
	return part(words.T("库内变动"), now, list.AddedBy(widget.NewButton(words.T("添加变动"), func() { list.Add(hearing.PoolChange{On: today, Status: hearing.PoolSuspended}) })), list.Box)
}

// standsAt says how a person stands in the pool today, by what was recorded.
func standsAt(p hearing.Person, today calendar.Date) string {
	now := p.PoolOn(today)
	switch {
	case !p.InPool():
		return words.T("不在库。入库以后的暂停、恢复、退出，写在这里。")
	case len(p.PoolChanges) == 0:
		return words.T("以后暂停、恢复、退出的，写在这里，原来的状态保留。")
	case now == "":
		return words.T("今天：未入库")
	}
	return words.T("今天：{{.Status}}", map[string]string{"Status": words.Of(now)})
}

func (p *persons) certificates() fyne.CanvasObject {
	f := p.Form
	list := form.NewList(f, "certificates", func(v *hearing.Person) *[]hearing.Certificate { return &v.Certificates }, nil, func(e *form.Element[hearing.Person, hearing.Certificate]) fyne.CanvasObject {
		kind := e.Text("kind", "", words.T("名称，如：高级工程师"), func(v *hearing.Person) *string { return &e.At(v).Kind })
		number := e.Text("number", "", words.T("编号"), func(v *hearing.Person) *string { return &e.At(v).Number })
		until := e.Date("until", words.T("有效至"), func(v *hearing.Person) *calendar.Date { return &e.At(v).Until })
		return look.Card(container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(3, kind, number, until)))
	})
	return part(words.T("证书"), look.Hint(words.T("职称、执业证、聘书等。")), list.AddedBy(widget.NewButton(words.T("添加证书"), func() { list.Add(hearing.Certificate{}) })), list.Box)
}

// relatives are those whom an officer declared, to be held against a case.
func (p *persons) relatives() fyne.CanvasObject {
	f := p.Form
	list := form.NewList(f, "relatives", func(v *hearing.Person) *[]hearing.Relative { return &v.Relatives }, nil, func(e *form.Element[hearing.Person, hearing.Relative]) fyne.CanvasObject {
		relation := e.Text("relation", "", words.T("关系，如：配偶"), func(v *hearing.Person) *string { return &e.At(v).Relation })
		name := e.Text("name", "", words.T("姓名"), func(v *hearing.Person) *string { return &e.At(v).Name })
		unit := e.Text("unit", "", words.T("工作单位"), func(v *hearing.Person) *string { return &e.At(v).Unit })
		return look.Card(container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(3, relation, name, unit)))
	})
	return part(words.T("近亲属"), look.Hint(words.T("本人申报的，用来与案件的当事人、代理人、机关核对。")), list.AddedBy(widget.NewButton(words.T("添加近亲属"), func() { list.Add(hearing.Relative{}) })), list.Box)
}

func (p *persons) bars() fyne.CanvasObject {
	f := p.Form
	list := form.NewList(f, "bars", func(v *hearing.Person) *[]hearing.Bar { return &v.Bars }, nil, func(e *form.Element[hearing.Person, hearing.Bar]) fyne.CanvasObject {
		kind := form.Choice(e.Form, "kind", "", hearing.BarKinds, func(v *hearing.Person) *hearing.BarKind { return &e.At(v).Kind })
		since := e.Date("since", words.T("自"), func(v *hearing.Person) *calendar.Date { return &e.At(v).Since })
		until := e.Date("until", words.T("至"), func(v *hearing.Person) *calendar.Date { return &e.At(v).Until })
		note := e.Text("note", "", words.T("说明"), func(v *hearing.Person) *string { return &e.At(v).Note })
		return look.Card(container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(2, kind, note, since, until)))
	})
	return part(words.T("不得担任"), look.Hint(words.T("有下列情形的，不得担任听证员（听证工作规定第七条）。")), list.AddedBy(widget.NewButton(words.T("添加事由"), func() { list.Add(hearing.Bar{Kind: hearing.BarConvicted}) })), list.Box)
}
