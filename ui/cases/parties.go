package cases

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// partySection is the parties of the case: those who are in it, and a field
// that adds a person, and one that adds an organisation.
func (p *page) partySection() fyne.CanvasObject {
	person := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	body := form.ToOrganisation(p.desk, p.sh.NewID, hearing.OtherBody)
	p.parties = form.NewList(p.Form, "parties", func(c *hearing.Case) *[]hearing.Party { return &c.Parties },
		func(x hearing.Party) string { return string(x.ID) + string(x.Person) + string(x.Organisation) },
		func(e *form.Element[hearing.Case, hearing.Party]) fyne.CanvasObject { return p.party(e, person, body) })
	natural, unit := p.adder(person, func(id hearing.ID) { p.addParty(id, "") }), p.adder(body, func(id hearing.ID) { p.addParty("", id) })
	p.Form.Editor.Allow("parties", natural, unit)
	return container.NewVBox(directory.Part(words.T("当事人")), p.parties.Box, field.Columns(
		field.Row(words.T("添加自然人"), natural), field.Row(words.T("添加单位"), unit)))
}

// adder is a field that adds who is chosen, or made, to the open case.
func (p *page) adder(to form.Ref, add func(hearing.ID)) *field.Pick {
	return field.NewAdder(p.sh.Work, to.Find, func(o field.Option) {
		if o.ID != "" {
			add(o.ID)
		}
	}, func(name string) {
		open := p.Form.Editor.ID()
		p.Form.Make(to, name, p.sh.Fail, func(o field.Option) {
			if open == p.Form.Editor.ID() {
				add(o.ID)
			}
		})
	})
}

func (p *page) addParty(person, organisation hearing.ID) {
	open := p.Form.Editor.ID()
	var o hearing.Organisation
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		if organisation != "" {
			o, err = p.desk.Organisation(ctx, organisation)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		if open == p.Form.Editor.ID() {
			c := p.Form.Editor.Value()
			p.parties.Change(func(list []hearing.Party) []hearing.Party { return append(list, newParty(c, p.sh.NewID(), o, person)) })
		}
	})
}

// party is one line: who it is, as what, and how papers show it.
func (p *page) party(e *form.Element[hearing.Case, hearing.Party], person, body form.Ref) fyne.CanvasObject {
	v := p.Form.Editor.Value()
	place, to, who := shell.Place{Kind: shell.People, ID: e.At(&v).Person}, person, func(c *hearing.Case) *hearing.ID { return &e.At(c).Person }
	if o := e.At(&v).Organisation; o != "" {
		place, to, who = shell.Place{Kind: shell.People, Tab: "organisations", ID: o}, body, func(c *hearing.Case) *hearing.ID { return &e.At(c).Organisation }
	}
	role := form.Choice(e.Form, "role", "", hearing.PartyRoles, func(c *hearing.Case) *hearing.PartyRole { return &e.At(c).Role })
	label := e.Text("label", "", words.T("印作（可不填）"), func(c *hearing.Case) *string { return &e.At(c).Label })
	minor := e.Tick("minor", words.T("未成年人"), func(c *hearing.Case) *bool { return &e.At(c).Minor })
	masked := e.Tick("masked", words.T("隐名"), func(c *hearing.Case) *bool { return &e.At(c).Masked })
	name := look.NewPress(e.NameOf(to, p.sh.Fail, who), func() { p.sh.Go(place) })
	return container.NewBorder(nil, nil, nil, container.NewHBox(minor, masked, e.Remove()), container.NewGridWithColumns(3, name, role, label))
}
