package announcement

import (
	"slices"

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
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// people is the tab 单位与文书: which papers for whom, who agreed, who comes.
func (p *page) people() fyne.CanvasObject {
	return look.Scroll(container.NewVBox(p.grid(), p.consents(), p.guests()))
}

// consents is what the units answered when they were asked.
func (p *page) consents() fyne.CanvasObject {
	type row = form.Element[hearing.Announcement, hearing.Consent]
	unit := form.ToOrganisation(p.desk, p.sh.NewID, hearing.Agency)
	list := form.NewList(p.form, "consents", func(a *hearing.Announcement) *[]hearing.Consent { return &a.Consents },
		func(c hearing.Consent) string { return string(c.Organisation) }, func(e *row) fyne.CanvasObject {
			name := e.NameOf(unit, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &e.At(a).Organisation })
			asked := e.Date("asked_on", "", func(a *hearing.Announcement) *calendar.Date { return &e.At(a).AskedOn })
			answered := e.Date("answered_on", "", func(a *hearing.Announcement) *calendar.Date { return &e.At(a).AnsweredOn })
			agreed := e.Tick("agreed", words.T("同意"), func(a *hearing.Announcement) *bool { return &e.At(a).Agreed })
			note := e.Text("note", "", words.T("备注"), func(a *hearing.Announcement) *string { return &e.At(a).Note })
			line := container.New(field.Shares{2.4, 1.4, 1.4, 0.7, 2}, name, asked, answered, agreed, note)
			return container.NewVBox(line, p.declined(e))
		})
	rest := look.Quiet(words.T("其余同第一行"), theme.ContentCopyIcon(), func() {
		p.e.Change("consents", func(a *hearing.Announcement) { *a = AsTheFirst(*a) })
		p.form.Show()
		p.sh.Say(words.T("没有填过的各行已与第一行相同，可用 Ctrl+Z 撤销"))
	})
	p.e.Allow("consents", rest)
	head := container.New(field.Shares{2.4, 1.4, 1.4, 0.7, 2}, small(words.T("单位")), small(words.T("商请日期")), small(words.T("答复日期")), small(words.T("意见")), small(""))
	found := p.findings(func() []hearing.Finding { // a line that was declined says so itself
		return slices.DeleteFunc(p.found("consents"), func(f hearing.Finding) bool { return f.Severity == hearing.Blocked })
	})
	box := field.Section("", container.NewBorder(nil, nil, look.Subheading(words.T("商请同意")), rest),
		look.Hint(words.T("检察建议书宣告送达前，应当商被建议单位同意；不同意的，直接送达。")), head, list.Box, found)
	p.form.Follow(func(a hearing.Announcement) {
		rest.Hidden = len(a.Consents) < 2 //nolint:mnd // one has no others
		if len(a.Consents) == 0 {
			box.Hide()
		} else {
			box.Show()
		}
	})
	return box
}

// declined suggests to serve a unit directly that did not agree.
func (p *page) declined(e *form.Element[hearing.Announcement, hearing.Consent]) fyne.CanvasObject {
	text := widget.NewLabel(words.T("该单位不同意宣告送达，建议改为直接送达。"))
	text.Importance = widget.DangerImportance
	direct := widget.NewButton(words.T("改为直接送达"), func() {
		a := p.e.Value()
		unit := e.At(&a).Organisation
		p.e.Change("deliveries", func(a *hearing.Announcement) { *a = Directly(*a, unit) })
		p.form.Show()
		p.sh.Say(words.T("已改为直接送达，可用 Ctrl+Z 撤销"))
	})
	edit.Bar(p.e.Barred("deliveries"), direct)
	line := container.NewHBox(text, direct)
	show := func(a hearing.Announcement) {
		c := *e.At(&a)
		open := false
		for _, d := range a.Deliveries {
			open = open || d.Organisation == c.Organisation && (d.Mode == hearing.Announced || d.Mode == "")
		}
		if c.Declined() && open {
			line.Show()
		} else {
			line.Hide()
		}
	}
	e.Follow(show)
	for _, name := range []string{"answered_on", "agreed"} {
		e.OnChange(name, show)
	}
	return line
}

// guestRoles are who comes to a ceremony.
var guestRoles = []hearing.Role{hearing.Recipient, hearing.Supervisor, hearing.DeputyRole, hearing.InvitedAide, hearing.Volunteer, hearing.PartyRep,
	hearing.Guardian, hearing.Defender, hearing.VictimRole, hearing.Resident, hearing.CaseStaff, hearing.SuitableAdult, hearing.Observer, hearing.Media,
	hearing.Police, hearing.Technician, hearing.OtherAttendant}

// guests is who comes: for the units, and the invited.
func (p *page) guests() fyne.CanvasObject {
	type row = form.Element[hearing.Announcement, hearing.Participant]
	who := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	unit := form.ToOrganisation(p.desk, p.sh.NewID, hearing.Agency)
	columns := field.Shares{1.3, 1.5, 2.2, 1.5, 1.1}
	list := form.NewList(p.form, "participants", func(a *hearing.Announcement) *[]hearing.Participant { return &a.Participants },
		func(x hearing.Participant) string { return string(x.ID) }, func(e *row) fyne.CanvasObject {
			role := form.Choice(e.Form, "role", "", guestRoles, func(a *hearing.Announcement) *hearing.Role { return &e.At(a).Role })
			person := e.Pick("person", "", words.T("姓名"), who, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &e.At(a).Person })
			from := e.Pick("organisation", "", words.T("单位"), unit, p.sh.Fail, func(a *hearing.Announcement) *hearing.ID { return &e.At(a).Organisation })
			label := e.Text("label", "", words.T("印在文书上的称谓"), func(a *hearing.Announcement) *string { return &e.At(a).Label })
			here := form.Choice(e.Form, "attendance.presence", "", form.OrNone(hearing.Presences), func(a *hearing.Announcement) *hearing.Presence { return &e.At(a).Attendance.Presence })
			return container.NewBorder(nil, nil, nil, e.Remove(), container.New(columns, role, person, from, label, here))
		})
	role := hearing.Supervisor
	add := func(o field.Option) {
		if o.ID != "" {
			list.Change(func(all []hearing.Participant) []hearing.Participant {
				return append(all, hearing.Participant{ID: p.sh.NewID(), Role: role, Person: o.ID})
			})
		}
	}
	adder := field.NewAdder(p.sh.Work, who.Find, add, func(name string) { p.form.Make(who, name, p.sh.Fail, add) }).Hint(words.T("姓名或拼音首字母，回车添加"))
	roles := field.NewChoice(guestRoles, role, func(r hearing.Role) { role = r })
	p.e.Allow("participants", adder, roles)
	p.refused = append(p.refused, func(err error) {
		adder.SetError(clash(err, string(hearing.Supervisor), string(hearing.NotaryRole), string(hearing.Expert), string(hearing.Interpreter)))
	})
	found := p.findings(func() []hearing.Finding { return p.found("participants") })
	head := container.New(columns, small(words.T("身份")), small(words.T("姓名")), small(words.T("单位")), small(words.T("称谓")), small(words.T("到场")))
	return field.Section("", look.Subheading(words.T("到场人员")), found,
		container.New(field.Shares{1.3, 6.3}, roles.Object(), adder.Object()), container.NewBorder(nil, nil, nil, narrow(), head), list.Box)
}

// small is the head of a column.
func small(text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// narrow takes the room of a row's button.
func narrow() fyne.CanvasObject {
	b := look.Quiet("", theme.ContentRemoveIcon(), nil)
	return container.New(blank{}, b)
}

// adders are the fields that add a unit or a person as recipient.
func (p *page) adders() fyne.CanvasObject {
	unit := form.ToOrganisation(p.desk, p.sh.NewID, hearing.Agency)
	addUnit := func(o field.Option) {
		if o.ID != "" {
			p.recipients(func(a hearing.Announcement) hearing.Announcement {
				return WithUnits(a, p.choose(o), p.dossier.Instruments, p.sh.NewID)
			})
		}
	}
	person := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	addPerson := func(o field.Option) {
		if o.ID != "" {
			p.recipients(func(a hearing.Announcement) hearing.Announcement {
				return WithPerson(a, p.choose(o)[0], p.dossier.Instruments, p.sh.NewID)
			})
		}
	}
	units := field.NewAdder(p.sh.Work, lookup.FindOrganisations(p.desk), addUnit, func(name string) { p.form.Make(unit, name, p.sh.Fail, addUnit) }).
		Hint(words.T("加受送达单位：名称或拼音首字母，回车添加"))
	people := field.NewAdder(p.sh.Work, lookup.FindPeople(p.desk), addPerson, func(name string) { p.form.Make(person, name, p.sh.Fail, addPerson) }).
		Hint(words.T("加受送达个人：姓名或拼音首字母，回车添加"))
	p.e.Allow("deliveries", units, people)
	return container.NewGridWithColumns(2, units.Object(), people.Object())
}

// recipients changes who is served; seats and consents follow.
func (p *page) recipients(change func(hearing.Announcement) hearing.Announcement) {
	p.e.Change("deliveries", func(a *hearing.Announcement) { *a = change(*a) })
	p.form.Show()
}
