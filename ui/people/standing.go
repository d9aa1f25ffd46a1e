package people

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A standing is what few people are besides their work: its fields are shown
// where it is known, or wanted.
type standing struct {
	name   string
	is     func(hearing.Person) bool
	fields func() fyne.CanvasObject
}

// standings are those parts, and the buttons that open the ones not shown.
func (p *persons) standings() fyne.CanvasObject {
	parts, buttons := container.NewVBox(), container.NewHBox()
	wanted, of := map[string]bool{}, hearing.ID("")
	var show []func(hearing.Person)
	for _, s := range p.others() {
		box := container.NewVBox(directory.Part(s.name), s.fields())
		button := look.Quiet(s.name, theme.ContentAddIcon(), func() {
			wanted[s.name] = true
			p.Form.Show()
			p.Settle()
		})
		p.Form.Editor.Allow("id", button)
		parts.Add(box)
		buttons.Add(button)
		show = append(show, func(v hearing.Person) {
			if is := s.is(v) || wanted[s.name]; is {
				box.Show()
				button.Hide()
			} else {
				box.Hide()
				button.Show()
			}
		})
	}
	more := field.RowOf(words.T("其他身份"), container.New(&field.Flow{}, buttons.Objects...))
	p.Form.Follow(func(v hearing.Person) {
		if v.ID != of {
			of = v.ID
			clear(wanted)
		}
		for _, f := range show {
			f(v)
		}
		if slices.ContainsFunc(buttons.Objects, fyne.CanvasObject.Visible) {
			more.Show()
		} else {
			more.Hide()
		}
	})
	return container.NewVBox(parts, more)
}

func (p *persons) others() []standing {
	f := p.Form
	return []standing{
		{words.Of(hearing.Supervisor), func(v hearing.Person) bool { return !v.Supervisor.IsZero() }, func() fyne.CanvasObject {
			return p.appointment("supervisor", words.T("监督员证号"), words.T("选任机关"), words.T("如：云岭市司法局"), "", "", func(v *hearing.Person) *hearing.Appointment { return &v.Supervisor })
		}},
		{words.Of(hearing.InvitedAide), func(v hearing.Person) bool { return !v.Aide.IsZero() }, func() fyne.CanvasObject {
			return p.appointment("aide", words.T("聘书编号"), "", "", words.T("协助领域"), words.T("如：生态环境、食品安全"), func(v *hearing.Person) *hearing.Appointment { return &v.Aide })
		}},
		{words.T("“益心为公”志愿者"), func(v hearing.Person) bool { return v.Volunteer != "" || v.Helps != "" }, func() fyne.CanvasObject {
			return field.Columns(
				field.Section("", f.Text("volunteer", words.T("志愿者编号"), "", func(v *hearing.Person) *string { return &v.Volunteer })),
				field.Section("", f.Text("helps", words.T("服务领域"), words.T("如：水环境"), func(v *hearing.Person) *string { return &v.Helps })))
		}},
		{words.T("新闻记者"), func(v hearing.Person) bool { return !v.Press.IsZero() }, func() fyne.CanvasObject {
			return p.appointment("press", words.T("记者证号"), words.T("采访备案"), words.T("由谁同意采访，如：本院宣传部门"), "", "", func(v *hearing.Person) *hearing.Appointment { return &v.Press })
		}},
	}
}

// appointment are the fields of an appointment; those without a label are left
// out.
func (p *persons) appointment(name, number, by, byHint, what, whatHint string, at func(*hearing.Person) *hearing.Appointment) fyne.CanvasObject {
	f := p.Form
	left := []fyne.CanvasObject{f.Text(name+".number", number, "", func(v *hearing.Person) *string { return &at(v).Number })}
	if by != "" {
		left = append(left, f.Text(name+".by", by, byHint, func(v *hearing.Person) *string { return &at(v).By }))
	}
	if what != "" {
		left = append(left, f.Text(name+".field", what, whatHint, func(v *hearing.Person) *string { return &at(v).Field }))
	}
	term := field.Section("",
		f.Date(name+".from", words.T("任期自"), func(v *hearing.Person) *calendar.Date { return &at(v).From }),
		f.Date(name+".until", words.T("任期至"), func(v *hearing.Person) *calendar.Date { return &at(v).Until }))
	return field.Columns(field.Section("", left...), term)
}
