package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// persons is the tab of people.
type persons struct {
	*directory.Directory[hearing.Person]
	sh       *shell.Shell
	desk     Desk
	kind     kind
	same     *fyne.Container   // others of the same name
	sameRow  fyne.CanvasObject // below the name
	asked    string            // the name that they were looked up for
	sessions *directory.Sessions
	part     *fyne.Container
}

func newPersons(sh *shell.Shell, desk Desk) *persons {
	p := &persons{sh: sh, desk: desk, kind: kinds()[0], same: container.NewVBox()}
	p.Directory = directory.New(sh, directory.Records[hearing.Person]{
		Drafts: desk,
		Source: edit.Source[hearing.Person]{Load: desk.Person, Save: desk.SavePerson, Version: func(v *hearing.Person) *hearing.Version { return &v.Version }},
		Noun:   hearing.NounPerson,
		New:    func(id hearing.ID) hearing.Person { return hearing.Person{ID: id} },
		List:   p.list,
		Delete: desk.DeletePerson,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.People, Tab: tabPeople, ID: id} },
		Words: directory.Words{Title: words.T("人员"), New: words.T("新建人员"), Search: words.T("姓名、拼音首字母或电话"),
			Empty: words.T("主持人、听证员、当事人等列在这里。也可以在听证会里边写边建。"), Choose: words.T("请从左边选择人员，或新建人员。"), Draft: words.T("未命名人员")},
	})
	p.sessions = directory.NewSessions(sh, hearing.NounPerson, words.T("还没有参加过听证会或宣告送达。"), desk.EntriesOf)
	p.part = container.NewVBox(directory.Part(words.T("参加的听证会与宣告送达")), p.sessions.Box)
	p.SetTabs(switcher(sh, tabPeople))
	p.SetFilter(p.filter())
	p.layout()
	p.Later(p.part, p.sessions.Show)
	return p
}

// filter is the choice of who is listed.
func (p *persons) filter() fyne.CanvasObject {
	all := kinds()
	names := make([]string, len(all))
	for i, k := range all {
		names[i] = k.name
	}
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(0)
	s.OnChanged = func(string) {
		p.kind = all[s.SelectedIndex()]
		p.Read()
	}
	return s
}

func (p *persons) list(ctx context.Context, part string) ([]directory.Item, error) {
	found, err := find(ctx, p.desk, part, p.kind, directory.Most)
	if err != nil {
		return nil, err
	}
	out := make([]directory.Item, len(found))
	for i, l := range found {
		out[i] = directory.Item{ID: l.person.ID, Row: look.Row{Title: l.person.Name, Detail: l.detail(), Right: l.standing()}}
	}
	return out, nil
}

func (p *persons) layout() {
	f := p.Form
	who := field.Section("",
		p.nameRow(),
		form.Choice(f, "gender", words.T("性别"), form.OrNone(hearing.Genders), func(v *hearing.Person) *hearing.Gender { return &v.Gender }),
		f.Partial("born", words.T("出生日期"), func(v *hearing.Person) *calendar.Partial { return &v.Born }),
		f.Text("title", words.T("身份"), words.T("印在文书上，如：律师、退休教师"), func(v *hearing.Person) *string { return &v.Title }))
	work := field.Section("",
		f.Pick("organisation", words.T("单位"), words.T("名称或拼音首字母；没有的可直接新建"), form.ToOrganisation(p.desk, p.sh.NewID, hearing.OtherBody), p.sh.Fail, func(v *hearing.Person) *hearing.ID { return &v.Organisation }),
		f.Text("post", words.T("职务"), "", func(v *hearing.Person) *string { return &v.Post }),
		form.Choice(f, "rank", words.T("检察职务"), form.OrNone(hearing.Ranks), func(v *hearing.Person) *hearing.Rank { return &v.Rank }),
		f.Text("licence", words.T("执业证号"), words.T("公证员、律师"), func(v *hearing.Person) *string { return &v.Licence }))
	contact := field.Section("",
		f.Hidden("phone", words.T("电话"), "", func(v *hearing.Person) *string { return &v.Phone }),
		f.Text("address", words.T("地址"), words.T("住址或送达地址"), func(v *hearing.Person) *string { return &v.Address }),
		f.Text("postcode", words.T("邮编"), "", func(v *hearing.Person) *string { return &v.Postcode }))
	identity := field.Section("",
		f.Text("id_kind", words.T("证件类型"), words.T("不填即居民身份证"), func(v *hearing.Person) *string { return &v.IDKind }),
		f.Hidden("id_number", words.T("证件号码"), "", func(v *hearing.Person) *string { return &v.IDNumber }),
		f.Text("deputy", words.T("代表委员"), words.T("如：澄河区第五届人大代表"), func(v *hearing.Person) *string { return &v.Deputy }),
		f.Text("volunteer", words.T("志愿者编号"), words.T("“益心为公”志愿者"), func(v *hearing.Person) *string { return &v.Volunteer }))
	note := f.Note("note", words.T("备注"), "", 2, func(v *hearing.Person) *string { return &v.Note })
	p.SetForm(f.Bar(), f.Control("name"), field.Columns(who, work), directory.Part(words.T("联系与证件")), field.Columns(contact, identity), note,
		directory.Part(words.T("作为听证员")), p.officer(), p.part)
}

// officer is what is known of a person as a hearing officer.
func (p *persons) officer() fyne.CanvasObject {
	f := p.Form
	pool := field.Section("",
		form.Choice(f, "pool", words.T("听证员库"), form.OrNone(hearing.PoolStatuses), func(v *hearing.Person) *hearing.PoolStatus { return &v.Pool }),
		form.Choice(f, "class", words.T("听证员类别"), form.OrNone(hearing.OfficerClasses), func(v *hearing.Person) *hearing.OfficerClass { return &v.Class }))
	term := field.Section("",
		f.Date("term_ends", words.T("聘期至"), func(v *hearing.Person) *calendar.Date { return &v.TermEnds }),
		f.Words("specialties", words.T("专长"), words.T("几项之间用顿号隔开"), func(v *hearing.Person) *[]string { return &v.Specialties }))
	bars := form.NewList(f, "bars", func(v *hearing.Person) *[]hearing.Bar { return &v.Bars }, nil, func(e *form.Element[hearing.Person, hearing.Bar]) fyne.CanvasObject {
		kind := form.Choice(e.Form, "kind", "", hearing.BarKinds, func(v *hearing.Person) *hearing.BarKind { return &e.At(v).Kind })
		since := e.Date("since", words.T("自"), func(v *hearing.Person) *calendar.Date { return &e.At(v).Since })
		until := e.Date("until", words.T("至"), func(v *hearing.Person) *calendar.Date { return &e.At(v).Until })
		note := e.Text("note", "", words.T("说明"), func(v *hearing.Person) *string { return &e.At(v).Note })
		return look.Card(container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(2, kind, note, since, until)))
	})
	add := widget.NewButton(words.T("添加事由"), func() { bars.Add(hearing.Bar{Kind: hearing.BarConvicted}) })
	hint := look.Hint(words.T("有下列情形的，不得担任听证员（听证工作规定第七条）。"))
	return container.NewVBox(field.Columns(pool, term), field.RowOf(words.T("不得担任"), container.NewVBox(container.NewBorder(nil, nil, nil, add, hint), bars.Box)))
}

// nameRow is the name, and below it who else has it.
func (p *persons) nameRow() fyne.CanvasObject {
	row := p.Form.Text("name", words.T("姓名"), words.T("生僻字、少数民族姓名照原样写"), func(v *hearing.Person) *string { return &v.Name })
	p.Form.OnChange("name", p.look)
	p.sameRow = field.RowOf("", p.same)
	p.sameRow.Hide()
	return container.NewVBox(row, p.sameRow)
}

// look looks whether somebody else has the name.
func (p *persons) look(v hearing.Person) {
	key := string(v.ID) + " " + v.Name
	if key == p.asked {
		return
	}
	p.asked = key
	var found []listed
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		found, err = namesakes(ctx, p.desk, v)
		return err
	}, func(err error) {
		if key != p.asked {
			return
		}
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.showSame(found)
	})
}

func (p *persons) showSame(found []listed) {
	p.same.RemoveAll()
	for _, l := range found {
		text := words.T("已有同名：{{.What}}", map[string]string{"What": l.what()})
		p.same.Add(directory.Link(text, words.T("打开"), func() { p.sh.Go(shell.Place{Kind: shell.People, Tab: tabPeople, ID: l.person.ID}) }))
	}
	if len(found) == 0 {
		p.sameRow.Hide()
	} else {
		p.sameRow.Show()
	}
	p.Settle()
}
