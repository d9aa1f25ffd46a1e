package announcement

import (
	"context"
	"errors"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// judge reads the dossier and what the rules find in it.
func (p *page) judge() {
	p.reading++
	reading, id := p.reading, p.e.ID()
	var d hearing.Dossier
	var found []hearing.Finding
	var steps []rules.Transition
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		if d, err = p.desk.Dossier(ctx, id); err != nil {
			return err
		}
		if found, err = p.check(d, p.sh.Now()); err != nil {
			return err
		}
		book, err := p.sh.Book()
		if err == nil {
			steps = book.Transitions(d, p.sh.Now(), words.Language())
		}
		return err
	}, func(err error) {
		switch {
		case reading != p.reading || id != p.e.ID():
		case err != nil:
			p.sh.Fail(err)
		default:
			p.dossier, p.all, p.steps = d, found, steps
			p.head()
			for _, show := range p.judged {
				show()
			}
			for _, show := range p.named {
				show()
			}
			p.await(p.awaited)
			p.awaited = "" // what was mended meanwhile leads nowhere
		}
	})
}

// found returns the findings of the given fields.
func (p *page) found(fields ...string) []hearing.Finding {
	var out []hearing.Finding
	for _, f := range p.all {
		if slices.Contains(fields, f.Field) {
			out = append(out, f)
		}
	}
	return out
}

// beside shows findings and clashes beside the control of a field; what names
// what a clash is about.
func (p *page) beside(name string, what string, c field.Control) {
	c.Mend(p.remedy)
	p.judged = append(p.judged, func() { c.SetFindings(p.found(name)) })
	if what == "" {
		return
	}
	p.refused = append(p.refused, func(err error) { c.SetError(clash(err, what)) })
}

// clash says what a refused saving told of the given things or people.
func clash(err error, what ...string) string {
	var refused *hearing.ClashError
	if !errors.As(err, &refused) {
		return ""
	}
	var mine []hearing.Clash
	for _, c := range refused.Clashes {
		if slices.Contains(what, c.What) {
			mine = append(mine, c)
		}
	}
	if len(mine) == 0 {
		return ""
	}
	return words.Clashes(mine)
}

// option is a mentioned record for the field that shows it.
func (p *page) option(id hearing.ID) field.Option {
	for _, name := range []string{p.dossier.Person(id).Name, p.dossier.Organisation(id).Name, p.chosen[id]} {
		if name != "" {
			return field.Option{ID: id, Name: name}
		}
	}
	for _, c := range p.dossier.Cases {
		if c.ID == id {
			return field.Option{ID: id, Name: c.Cause}
		}
	}
	return field.Option{ID: id}
}

func (p *page) options(ids []hearing.ID) []field.Option {
	out := make([]field.Option, len(ids))
	for i, id := range ids {
		out[i] = p.option(id)
	}
	return out
}

// choose keeps the names of records that were just chosen, until the dossier
// that has them is read.
func (p *page) choose(options ...field.Option) []hearing.ID {
	var out []hearing.ID
	for _, o := range options {
		p.chosen[o.ID] = o.Name
		out = append(out, o.ID)
	}
	return out
}

// filled leaves out what only says that something is not filled in yet.
func filled(found []hearing.Finding) []hearing.Finding {
	return slices.DeleteFunc(found, hearing.Finding.Missing)
}
