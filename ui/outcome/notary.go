package outcome

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// notary is the step 公证: what notaries are asked to do at the hearing.
type notary struct {
	v       *view
	forms   []*matterForm
	shape   []string // matters, notaries and applicants that are shown
	list    *fyne.Container
	whole   fyne.CanvasObject
	scroll  *container.Scroll
	adding  *widget.Button
	persons []hearing.Participant
}

// A matterForm is the fields of one matter.
type matterForm struct {
	form
	id        hearing.ID
	says      *field.Findings
	notary    *widget.Select
	applicant []*field.Tick
	who       []Applicant
	object    fyne.CanvasObject
	quiet     bool
}

func newNotary(v *view) *notary {
	n := &notary{v: v, list: container.NewVBox()}
	n.adding = widget.NewButtonWithIcon(words.T("添加公证事项"), theme.ContentAddIcon(), func() {
		id := v.sh.NewID()
		v.change("notary", func(h *hearing.Hearing) { AddMatter(h, id) })
	})
	v.s.Allow("notary", n.adding)
	n.scroll = look.Scroll(container.NewVBox(n.list, container.NewHBox(n.adding)))
	n.whole = n.scroll
	return n
}

// focus leaves the keyboard where it is: one begins with the fields.
func (n *notary) focus() {}

func (n *notary) object() fyne.CanvasObject { return n.whole }

// show makes the forms anew only when there are other matters or people.
func (n *notary) show(h hearing.Hearing) {
	n.persons = h.InRole(hearing.NotaryRole)
	who := Applicants(h, n.v.s.Dossier)
	var shape []string
	for _, m := range h.Notary {
		shape = append(shape, string(m.ID))
	}
	for _, p := range n.persons {
		name, _ := Called(n.v.s.Dossier, p)
		shape = append(shape, string(p.ID), name)
	}
	for _, a := range who {
		shape = append(shape, string(a.ID), a.Name)
	}
	if !slices.Equal(shape, n.shape) || len(h.Notary) == 0 {
		n.shape = shape
		n.build(h, who)
	}
	for _, f := range n.forms {
		f.update(h, n.persons)
	}
	n.list.Refresh()
	n.scroll.Content.Refresh()
	n.scroll.Refresh()
}

func (n *notary) build(h hearing.Hearing, who []Applicant) {
	n.forms = nil
	n.list.RemoveAll()
	for i, m := range h.Notary {
		f := newMatter(n, i, m.ID, who)
		n.forms = append(n.forms, f)
		n.list.Add(f.object)
	}
	if len(h.Notary) == 0 {
		n.list.Add(look.Empty(words.T("还没有公证事项。公证员在听证会上办理什么，在这里记录；有争议时不予受理。"), nil))
	}
	n.list.Refresh()
	n.scroll.Refresh()
}

func newMatter(n *notary, i int, id hearing.ID, who []Applicant) *matterForm {
	v := n.v
	f := &matterForm{form: form{v: v, comes: true}, id: id, who: who, says: field.NewFindings(v.s.Remedy())}
	key := func(name string) string { return "notary." + string(id) + "." + name }
	edit := func(name string, do func(*hearing.NotaryMatter)) {
		v.change(key(name), func(h *hearing.Hearing) { EditMatter(h, id, do) })
	}
	text := func(name string, get func(hearing.NotaryMatter) string, set func(*hearing.NotaryMatter, string)) *field.Text {
		return f.text(key(name), 1, func(h hearing.Hearing) string { return get(MatterOf(h, id)) }, func(h *hearing.Hearing, s string) {
			EditMatter(h, id, func(m *hearing.NotaryMatter) { set(m, s) })
		})
	}
	date := func(name string, get func(hearing.NotaryMatter) calendar.Date, set func(*hearing.NotaryMatter, calendar.Date)) *field.Date {
		return f.date(key(name), func(h hearing.Hearing) calendar.Date { return get(MatterOf(h, id)) }, func(h *hearing.Hearing, d calendar.Date) {
			EditMatter(h, id, func(m *hearing.NotaryMatter) { set(m, d) })
		})
	}
	var names []string
	for _, p := range n.persons {
		name, _ := Called(v.s.Dossier, p)
		names = append(names, name)
	}
	f.notary = widget.NewSelect(names, func(string) {
		if k := f.notary.SelectedIndex(); !f.quiet && k >= 0 && k < len(n.persons) {
			edit("notary", func(m *hearing.NotaryMatter) { m.Notary = n.persons[k].ID })
		}
	})
	f.notary.PlaceHolder = words.T("请选择")
	kind := field.NewChoice(hearing.MatterKinds, "", func(k hearing.MatterKind) { edit("kind", func(m *hearing.NotaryMatter) { m.Kind = k }) })
	subject := text("subject", func(m hearing.NotaryMatter) string { return m.Subject }, func(m *hearing.NotaryMatter, s string) { m.Subject = s })
	subject.Hint(words.T("如 赡养协议"))
	disputed := field.NewTick(words.T("尚有争议，不予办理"), false, func(yes bool) {
		edit("disputed", func(m *hearing.NotaryMatter) { Dispute(m, yes, Moment(v.s.Value(), v.sh.Now(), time.Time{}, v.zone())) })
	})
	f.sets = append(f.sets, func(h hearing.Hearing) { kind.Set(MatterOf(h, id).Kind); disputed.Set(MatterOf(h, id).Disputed) })
	settled := f.clock(key("settled"), func(h hearing.Hearing) time.Time { return MatterOf(h, id).SettledAt }, func(h *hearing.Hearing, t time.Time) {
		EditMatter(h, id, func(m *hearing.NotaryMatter) { m.SettledAt = t })
	})
	accepted := date("accepted", func(m hearing.NotaryMatter) calendar.Date { return m.AcceptedOn }, func(m *hearing.NotaryMatter, d calendar.Date) { m.AcceptedOn = d })
	issued := date("issued", func(m hearing.NotaryMatter) calendar.Date { return m.IssuedOn }, func(m *hearing.NotaryMatter, d calendar.Date) { m.IssuedOn = d })
	certificate := text("certificate", func(m hearing.NotaryMatter) string { return m.Certificate }, func(m *hearing.NotaryMatter, s string) { m.Certificate = s })
	certificate.Hint(words.T("如〔2023〕澄公民字第1号"))
	note := text("note", func(m hearing.NotaryMatter) string { return m.Note }, func(m *hearing.NotaryMatter, s string) { m.Note = s })
	drop := look.Quiet(words.T("删除"), theme.DeleteIcon(), func() {
		v.change("notary", func(h *hearing.Hearing) {
			h.Notary = slices.DeleteFunc(h.Notary, func(m hearing.NotaryMatter) bool { return m.ID == id })
		})
		v.sh.Say(words.T("已删除公证事项，可用 Ctrl+Z 撤销"))
	})
	f.allow("notary", f.notary, kind, disputed, drop)
	title := strong(words.T("公证事项 {{.N}}", map[string]int{"N": i + 1}))
	f.object = frame(container.NewVBox(container.NewBorder(nil, nil, nil, drop, title),
		container.NewGridWithColumns(3, field.RowOf(words.T("公证员"), f.notary), field.Row(words.T("类别"), kind), field.Row(words.T("事项"), subject)),
		field.RowOf(words.T("申请人"), f.applicants(edit)),
		container.NewGridWithColumns(3, field.Row(words.T("争议"), disputed), field.Row(words.T("争议解决"), settled), field.Row(words.T("受理日期"), accepted)),
		container.NewGridWithColumns(3, field.Row(words.T("出证日期"), issued), field.Row(words.T("公证书号"), certificate)),
		field.Row(words.T("备注"), note),
		f.says.Object))
	return f
}

// applicants are boxes to tick, one for each who can apply.
func (f *matterForm) applicants(edit func(string, func(*hearing.NotaryMatter))) fyne.CanvasObject {
	flow := container.New(field.Flow{Width: 1000})
	for _, a := range f.who {
		tick := field.NewTick(short(a.Name), false, func(yes bool) {
			edit("applicants", func(m *hearing.NotaryMatter) {
				m.Applicants = slices.DeleteFunc(m.Applicants, func(id hearing.ID) bool { return id == a.ID })
				if yes {
					m.Applicants = append(m.Applicants, a.ID)
				}
			})
		})
		f.allow("notary", tick)
		f.applicant = append(f.applicant, tick)
		flow.Add(tick.Object())
	}
	return flow
}

// short cuts a long name, so that the boxes stay side by side.
func short(name string) string {
	if r := []rune(name); len(r) > 16 {
		return string(r[:15]) + "…"
	}
	return name
}

// update sets the fields and what the rules say of the matter.
func (f *matterForm) update(h hearing.Hearing, persons []hearing.Participant) {
	m := MatterOf(h, f.id)
	f.quiet = true
	if k := slices.IndexFunc(persons, func(p hearing.Participant) bool { return p.ID == m.Notary }); k >= 0 {
		f.notary.SetSelectedIndex(k)
	} else {
		f.notary.ClearSelected()
	}
	f.quiet = false
	for i, a := range f.who {
		f.applicant[i].Set(slices.Contains(m.Applicants, a.ID))
	}
	f.show(h)
	f.says.Set(MatterFindings(m, f.v.s.FindingsOf("notary")))
	f.object.Refresh()
}
