package plan

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// person is a field for somebody of the office.
func (t *tab) person(rank hearing.Rank, set func(hearing.ID)) *field.Pick {
	var p *field.Pick
	choose := func(o field.Option) {
		t.s.Remember(o)
		set(o.ID)
	}
	p = field.NewPick(t.sh.Work, lookup.FindPeople(t.desk), field.Option{}, choose, func(name string) {
		t.newPerson(name, rank, func(o field.Option) {
			p.Set(o)
			set(o.ID)
		})
	})
	return p
}

// newPerson makes a person of the office of a name that nobody has.
func (t *tab) newPerson(name string, rank hearing.Rank, then func(field.Option)) {
	p, record := hearing.Person{ID: t.sh.NewID(), Name: name, Rank: rank}, t.s.ID()
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.desk.SavePerson(ctx, p)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		o := field.Option{ID: p.ID, Name: p.Name}
		t.s.Remember(o)
		if record == t.s.ID() {
			then(o)
		}
		t.sh.Say(words.T("已新建人员“{{.Name}}”（{{.Rank}}）", map[string]string{"Name": name, "Rank": words.Of(rank)}))
	})
}
