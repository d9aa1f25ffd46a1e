package guests

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
)

func (d *details) text(at func(*hearing.Participant) *string) *field.Text {
	return field.NewText("", func(s string) { d.change(func(p *hearing.Participant) { *at(p) = s }) })
}

func (d *details) tick(text string, at func(*hearing.Participant) *bool) *field.Tick {
	return field.NewTick(text, false, func(b bool) { d.change(func(p *hearing.Participant) { *at(p) = b }) })
}

// someone is a field for a person; a name that nobody has is made.
func (d *details) someone(set func(*hearing.Participant, hearing.ID), hint string) *field.Pick {
	var pick *field.Pick
	choose := func(o field.Option) {
		d.t.s.Remember(o)
		d.change(func(p *hearing.Participant) { set(p, o.ID) })
	}
	pick = field.NewPick(d.t.sh.Work, lookup.FindPeople(d.t.desk), field.Option{}, choose, func(name string) {
		p, seat := newPerson(d.t.sh.NewID(), name, d.roleNow()), d.id
		d.t.sh.Work.Do(func(ctx context.Context) error {
			_, err := d.t.desk.SavePerson(ctx, p)
			return err
		}, func(err error) {
			if err != nil {
				d.t.sh.Fail(err)
				return
			}
			if seat != d.id {
				return // another participant is open by now
			}
			o := field.Option{ID: p.ID, Name: p.Name}
			pick.Set(o)
			choose(o)
		})
	}).Hint(hint)
	return pick
}

// roleNow is the role of the chosen participant.
func (d *details) roleNow() hearing.Role {
	p, _ := d.t.s.Value().Participant(d.id)
	return p.Role
}

func (d *details) setPerson(p *hearing.Participant, id hearing.ID) {
	setPerson(p, d.was, id)
	if id != "" {
		d.was = id
	}
}

func (d *details) newUnit(name string) {
	p, _ := d.t.s.Value().Participant(d.id)
	o, seat := hearing.Organisation{ID: d.t.sh.NewID(), Name: name, Kind: kindOf(p.Role)}, d.id
	d.t.sh.Work.Do(func(ctx context.Context) error {
		_, err := d.t.desk.SaveOrganisation(ctx, o)
		return err
	}, func(err error) {
		if err != nil {
			d.t.sh.Fail(err)
			return
		}
		opt := field.Option{ID: o.ID, Name: o.Name}
		d.t.s.Remember(opt)
		if seat != d.id {
			return // another participant is open by now
		}
		d.unit.Set(opt)
		d.change(func(p *hearing.Participant) { p.Organisation = o.ID })
	})
}
