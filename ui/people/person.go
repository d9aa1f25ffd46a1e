package people

import (
	"context"

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
	"hearingdesk/ui/roster"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// persons is the tab of people.
type persons struct {
	*directory.Directory[hearing.Person]
	sh       *shell.Shell
	desk     Desk
	facet    hearing.Facet
	choice   *widget.Select    // whom the list shows
	twins    func(int)         // tells how many seem to be recorded twice
	same     *fyne.Container   // others of the same name
	sameRow  fyne.CanvasObject // below the name
	asked    string            // the name that they were looked up for
	sessions *directory.Sessions
	mandates *directory.Mandates
	part     *fyne.Container
}

func newPersons(sh *shell.Shell, desk Desk) *persons {
	p := &persons{sh: sh, desk: desk, same: container.NewVBox()}
	p.Directory = directory.New(sh, directory.Records[hearing.Person]{
		Drafts: desk,
		Source: edit.Source[hearing.Person]{Load: desk.Person, Save: desk.SavePerson, Version: func(v *hearing.Person) *hearing.Version { return &v.Version }},
		Noun:   hearing.NounPerson,
		New:    func(id hearing.ID) hearing.Person { return hearing.Person{ID: id} },
		List:   p.list,
		Delete: desk.DeletePerson,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.People, Tab: tabPeople, ID: id} },
		Words: directory.Words{Title: words.T("人员"), New: words.T("新建人员"), Search: words.T("姓名、拼音首字母、单位、电话或证号"),
			Empty: words.T("主持人、听证员、当事人等列在这里。也可以在听证会里边写边建。"), Choose: words.T("请从左边选择人员，或新建人员。"), Draft: words.T("未命名人员")},
	})
	p.sessions = directory.NewSessions(sh, hearing.NounPerson, words.T("还没有参加过听证会或宣告送达。"), desk.EntriesOf)
	p.mandates = directory.NewMandates(sh, hearing.NounPerson, desk.Mandates)
	p.part = container.NewVBox(p.mandates.Part, directory.Part(words.T("参加的听证会与宣告送达")), p.sessions.Box)
	p.SetTabs(switcher(sh, tabPeople))
	link, set := twinLink(sh)
	p.twins = set
	p.SetFilter(container.NewVBox(p.filter(), link))
	p.layout()
	p.Later(p.part, func(id hearing.ID) {
		p.sessions.Show(id)
		p.mandates.Show(id)
	})
	p.OnRead(p.count)
	trail.Under(p.Directory, sh, hearing.NounPerson, desk)
	return p
}

// filter is the choice of who is listed.
func (p *persons) filter() fyne.CanvasObject {
	p.choice = widget.NewSelect(names(nil), nil)
	p.choice.SetSelectedIndex(0)
	p.choice.OnChanged = func(string) {
		p.facet = facet(p.choice.SelectedIndex())
		p.Read()
	}
	toRoster := shell.Place{Kind: shell.Roster, New: true}
	in := p.sh.To(toRoster, look.Quiet(words.T("导入名册…"), theme.DownloadIcon(), func() { p.sh.Go(toRoster) }))
	out := p.sh.ForDeed(hearing.GiveOut, look.Quiet(words.T("导出名册…"), theme.UploadIcon(), p.export))
	return container.NewVBox(p.choice, container.NewGridWithColumns(2, in, out))
}

// export gives out the list as it is shown.
func (p *persons) export() { roster.Export(p.sh, p.desk, p.facet, p.Query()) }

func (p *persons) list(ctx context.Context, part string) ([]directory.Item, error) {
	found, err := p.desk.Listing(ctx, p.facet, part, directory.Most)
	if err != nil {
		return nil, err
	}
	today := p.sh.Day(words.Zone())
	out := make([]directory.Item, len(found))
	for i, l := range found {
		l := listed(l)
		out[i] = directory.Item{ID: l.Person.ID, Row: look.Row{Title: l.Person.Name, Detail: l.detail(), Right: l.standing(today)}}
	}
	return out, nil
}

// count shows how many people there are of each kind, and how many seem to be
// recorded twice.
func (p *persons) count() {
	var n map[hearing.Facet]int
	var same []hearing.Twin[hearing.Person]
	var units []hearing.Twin[hearing.Organisation]
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		if n, err = p.desk.Facets(ctx); err != nil {
			return err
		}
		if same, err = p.desk.TwinPeople(ctx); err != nil {
			return err
		}
		units, err = p.desk.TwinOrganisations(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.twins(len(same) + len(units))
		p.MakeRoom()
		at := p.choice.SelectedIndex()
		tell := p.choice.OnChanged
		p.choice.OnChanged = nil
		p.choice.SetOptions(names(n))
		p.choice.SetSelectedIndex(at)
		p.choice.OnChanged = tell
	})
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
		f.Hidden("account", words.T("收款账号"), words.T("开户行和账号，发放履职保障费用"), func(v *hearing.Person) *string { return &v.Account }),
		f.Text("deputy", words.T("代表委员"), words.T("如：澄河区第五届人大代表"), func(v *hearing.Person) *string { return &v.Deputy }))
	note := f.Note("note", words.T("备注"), "", 2, func(v *hearing.Person) *string { return &v.Note })
	p.SetForm(f.Bar(), f.Control("name"), field.Columns(who, work), directory.Part(words.T("联系与证件")), field.Columns(contact, identity), note,
		p.standings(),
		directory.Part(words.T("作为听证员")), p.officer(), p.part)
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
		p.same.Add(directory.Link(text, words.T("打开"), func() { p.sh.Go(shell.Place{Kind: shell.People, Tab: tabPeople, ID: l.Person.ID}) }))
	}
	if len(found) == 0 {
		p.sameRow.Hide()
	} else {
		p.sameRow.Show()
	}
	p.Settle()
}
