package guests

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// details is the form of the chosen participant.
type details struct {
	t      *tab
	id     hearing.ID
	was    hearing.ID // who had the seat when the form was opened
	object *fyne.Container
	form   fyne.CanvasObject
	found  *field.Findings
	fit    *fitPanel

	role                            *field.Choice[hearing.Role]
	person, unit, proxy             *field.Pick
	label, licence, seat, authority *field.Text
	note                            *field.Text
	onFile, alternate, remote, near *field.Tick
	party                           *field.One
	ofParty, ofLicence, ofProxy     fyne.CanvasObject // rows that come and go
	up, down                        *widget.Button
}

func newDetails(t *tab) *details {
	d := &details{t: t, found: field.NewFindings(t.s.Remedy()), fit: newFitPanel()}
	d.role = field.NewChoice(hearing.Roles, "", func(r hearing.Role) { d.change(func(p *hearing.Participant) { p.Role = r }) })
	d.person = d.someone(d.setPerson, words.T("可以先不填，等单位确定人选"))
	d.party = field.NewOne(words.T("与案件当事人无关"), func(o field.Option) { d.change(func(p *hearing.Participant) { p.Party = o.ID }) })
	d.unit = field.NewPick(t.sh.Work, lookup.FindOrganisations(t.desk), field.Option{}, func(o field.Option) {
		t.s.Remember(o)
		d.change(func(p *hearing.Participant) { p.Organisation = o.ID })
	}, d.newUnit).Hint(words.T("行政机关、公证处、律所、社区…"))
	d.proxy = d.someone(setProxy, words.T("受委托一同到场的人"))
	d.label = d.text(func(p *hearing.Participant) *string { return &p.Label }).Hint(words.T("印在文书上的称谓，如 被赡养人"))
	d.licence = d.text(func(p *hearing.Participant) *string { return &p.Licence }).Hint(words.T("公证员、律师的执业证号"))
	d.seat = d.text(func(p *hearing.Participant) *string { return &p.Seat })
	d.note = d.text(func(p *hearing.Participant) *string { return &p.Note })
	d.authority = field.NewText("", func(s string) {
		d.change(func(p *hearing.Participant) {
			if p.Proxy != nil {
				p.Proxy.Authority = s
			}
		})
	}).Hint(words.T("代理权限"))
	d.onFile = field.NewTick(words.T("授权委托书已交"), false, func(b bool) {
		d.change(func(p *hearing.Participant) {
			if p.Proxy != nil {
				p.Proxy.OnFile = b
			}
		})
	})
	d.alternate = d.tick(words.T("候补"), func(p *hearing.Participant) *bool { return &p.Alternate })
	d.remote = d.tick(words.T("远程参加"), func(p *hearing.Participant) *bool { return &p.Remote })
	d.near = d.tick(words.T("住在涉案地点附近"), func(p *hearing.Participant) *bool { return &p.Lives })
	record := look.Quiet(words.T("人员资料…"), theme.AccountIcon(), d.openRecord)
	d.up = look.Quiet("", theme.MoveUpIcon(), func() { d.move(-1) })
	d.down = look.Quiet("", theme.MoveDownIcon(), func() { d.move(1) })
	d.ofParty, d.ofLicence = field.Row(words.T("所涉当事人"), d.party), field.Row(words.T("执业证号"), d.licence)
	d.ofProxy = container.NewVBox(field.Row(words.T("代理权限"), d.authority), field.Row("", d.onFile))
	remove := look.Quiet(words.T("移除"), theme.DeleteIcon(), d.remove)
	t.s.Allow("participants", remove, d.role, d.person, d.unit, d.label, d.party, d.licence, d.proxy, d.authority, d.onFile, d.alternate, d.remote, d.near, d.seat, d.note)
	d.form = look.Scroll(container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewHBox(d.up, d.down, record, remove)),
		field.Section("",
			field.Row(words.T("身份"), d.role),
			field.Row(words.T("姓名"), d.person),
			field.Row(words.T("单位"), d.unit),
			field.Row(words.T("称谓"), d.label),
			d.ofParty,
			d.ofLicence,
			field.Row(words.T("委托代理人"), d.proxy),
			d.ofProxy,
			field.RowOf("", container.NewHBox(d.alternate.Object(), d.remote.Object(), d.near.Object())),
			field.Row(words.T("席位"), d.seat),
			field.Row(words.T("备注"), d.note),
		),
		d.found.Object,
		d.fit.object,
	))
	d.object = container.NewStack()
	return d
}

// setProxy names who is sent with a power of attorney; nobody takes it away.
func setProxy(p *hearing.Participant, id hearing.ID) {
	switch {
	case id == "":
		p.Proxy = nil
	case p.Proxy == nil:
		p.Proxy = &hearing.Proxy{Person: id}
	default:
		p.Proxy.Person = id
	}
}

func (d *details) change(f func(*hearing.Participant)) {
	if d.id == "" {
		return
	}
	id := d.id
	d.t.among(func(h *hearing.Hearing) { change(h, id, f) })
	d.t.list.Set(inOrder(d.t.s.Value()), nil)
	d.enable()
}

// move moves the participant within the role.
func (d *details) move(by int) {
	id := d.id
	d.t.among(func(h *hearing.Hearing) { swap(h, id, by) })
	d.t.show()
	d.t.list.Mark(func(q hearing.Participant) bool { return q.ID == id })
}

func (d *details) open(id hearing.ID) {
	if id != d.id {
		for _, p := range []*field.Pick{d.person, d.unit, d.proxy} {
			p.Reset(field.Option{}) // what was half typed was for somebody else
		}
		d.was = ""
	}
	d.id = id
	d.show()
}

func (d *details) show() {
	p, ok := d.t.s.Value().Participant(d.id)
	if !ok {
		d.id = ""
		d.object.Objects = []fyne.CanvasObject{look.Empty(words.T("在左边选一名参加人，这里填写其单位、代理人、执业证号等"), nil)}
		d.object.Refresh()
		return
	}
	if p.Person != "" {
		d.was = p.Person
	}
	d.role.Set(p.Role)
	d.person.Set(d.t.s.Option(p.Person))
	d.unit.Set(d.t.s.Option(p.Organisation))
	d.label.Set(p.Label)
	parties := d.parties()
	d.party.Set(parties, field.Option{ID: p.Party})
	d.licence.Set(p.Licence)
	d.seat.Set(p.Seat)
	d.note.Set(p.Note)
	d.alternate.Set(p.Alternate)
	d.remote.Set(p.Remote)
	d.near.Set(p.Lives)
	proxy := hearing.Proxy{}
	if p.Proxy != nil {
		proxy = *p.Proxy
	}
	d.proxy.Set(d.t.s.Option(proxy.Person))
	d.authority.Set(proxy.Authority)
	d.onFile.Set(proxy.OnFile)
	d.found.Set(d.t.s.FindingsAbout(d.id))
	if book, err := d.t.sh.Book(); err == nil { // else it was said when the findings were made
		d.fit.set(book.Table(d.t.s.Dossier.Office), d.t.s.Dossier, p, d.t.s.FindingsAbout(d.id))
	}
	d.enable()
	if len(d.object.Objects) != 1 || d.object.Objects[0] != d.form {
		d.object.Objects = []fyne.CanvasObject{d.form}
		d.object.Refresh()
	}
}

// parties are those of the cases, each with how it stands there.
func (d *details) parties() []field.Option {
	var out []field.Option
	for _, c := range d.t.s.Dossier.Cases {
		for _, p := range c.Parties {
			o := field.Option{ID: p.ID, Name: d.t.s.Option(p.Person).Name, Detail: words.Of(p.Role)}
			if o.Name == "" {
				o.Name = d.t.s.Option(p.Organisation).Name
			}
			if p.Label != "" {
				o.Detail = p.Label
			}
			out = append(out, o)
		}
	}
	return out
}

// enable shows the fields that the participant needs.
func (d *details) enable() {
	h := d.t.s.Value()
	p, _ := h.Participant(d.id)
	visible := func(o fyne.CanvasObject, yes bool) {
		if yes {
			o.Show()
		} else {
			o.Hide()
		}
	}
	visible(d.ofProxy, p.Proxy != nil)
	visible(d.ofParty, p.Party != "" || forParty(p.Role) && len(d.parties()) > 0)
	visible(d.ofLicence, p.Licence != "" || licensed(p.Role))
	for b, by := range map[*widget.Button]int{d.up: -1, d.down: 1} {
		if neighbour(h, d.id, by) < 0 || d.t.s.Barred("participants") != nil {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

func (d *details) remove() {
	id := d.id
	p, ok := d.t.s.Value().Participant(id)
	if !ok {
		return
	}
	d.t.among(func(h *hearing.Hearing) { *h = without(*h, id) })
	d.t.show()
	d.t.sh.Say(words.T("已移除“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": d.t.s.NameOf(p)}))
}

func (d *details) openRecord() {
	p, ok := d.t.s.Value().Participant(d.id)
	switch {
	case !ok:
	case p.Person != "":
		d.t.sh.Go(shell.Place{Kind: shell.People, Tab: "people", ID: p.Person})
	case p.Organisation != "":
		d.t.sh.Go(shell.Place{Kind: shell.People, Tab: "organisations", ID: p.Organisation})
	}
}
