package cases

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// judge reads all that is known of the open case, and what the rules find.
func (p *page) judge() {
	p.reading++
	reading, id := p.reading, p.Form.Editor.ID()
	var file hearing.CaseFile
	var found []hearing.Finding
	var book *rules.Book
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		if file, err = p.desk.CaseFile(ctx, id); err != nil {
			return err
		}
		if book, err = p.sh.Book(); err == nil && !p.sh.Rights.Partial() {
			found = book.CheckCase(file, p.sh.Now(), words.Language())
		}
		return err
	}, func(err error) {
		switch {
		case reading != p.reading || id != p.Form.Editor.ID(): // another case is open by now
		case err != nil:
			p.sh.Fail(err)
		default:
			again := !sameWay(p.file, file)
			p.file, p.book, p.findings = file, book, found
			if p.own.read(book, file.Office) {
				p.steps.rename()
			}
			p.judged(again)
			if !slices.ContainsFunc(found, func(f hearing.Finding) bool { return f.Key() == p.awaited }) {
				p.awaited = "" // what was mended meanwhile leads nowhere
			}
		}
	})
}

// sameWay reports whether two readings give the same lines beside the steps.
func sameWay(a, b hearing.CaseFile) bool {
	called := func(i hearing.Instrument) string { return string(i.Kind) + i.Title }
	same := func(x, y point) bool {
		return x.on == y.on && x.what == y.what && x.paper == y.paper && x.state == y.state && slices.Equal(x.detail, y.detail)
	}
	return a.Case.ID == b.Case.ID && slices.EqualFunc(way(a, called), way(b, called), same) && slices.EqualFunc(a.Case.Steps, b.Case.Steps, func(x, y hearing.Step) bool { return x.ID == y.ID })
}

// judged shows what was found, each beside what causes it.
func (p *page) judged(again bool) {
	if again {
		p.steps.lay()
	}
	for _, show := range p.steps.named {
		for _, f := range show {
			f()
		}
	}
	papers := map[hearing.ID][]hearing.Finding{}
	byStep := map[hearing.ID][]hearing.Finding{}
	byField := map[string][]hearing.Finding{}
	var rest []hearing.Finding
	for _, f := range p.findings {
		switch {
		case f.Step != "" && p.steps.told[f.Step] != nil:
			byStep[f.Step] = append(byStep[f.Step], f)
		case f.Instrument != "" && p.papers.has(f.Instrument):
			papers[f.Instrument] = append(papers[f.Instrument], f)
		case f.Field != "steps" && p.Form.Control(f.Field) != nil:
			byField[f.Field] = append(byField[f.Field], f)
		default:
			rest = append(rest, f)
		}
	}
	for id, box := range p.steps.told {
		box.Set(byStep[id])
	}
	for _, name := range []string{"type", "filed_on", "due_on", "domain", "handler", "lead", "number", "source"} {
		p.Form.Control(name).SetFindings(byField[name])
	}
	p.found.Set(rest)
	p.papers.tell(papers)
	p.verdict.Set(p.findings)
	p.Settle()
	p.arrive()
}

// arrive leads to the finding that was asked for, once what it is about is shown.
func (p *page) arrive() {
	for _, f := range p.findings {
		if p.awaited != "" && f.Key() == p.awaited && p.toField(f) {
			p.awaited = ""
		}
	}
}

// remedy is what can be done about a finding of the case.
func (p *page) remedy() *field.Remedy {
	r := &field.Remedy{
		Basis: func(f hearing.Finding) hearing.Basis {
			if p.book == nil {
				return hearing.Basis{}
			}
			return p.book.Basis(p.file.Office, f)
		},
		Name: func(id hearing.ID) string { return p.file.People[id].Name },
		Override: func(f hearing.Finding, o hearing.Override) {
			p.Form.Editor.Change("overrides", func(c *hearing.Case) { c.Overrides = append(c.Overrides, o) })
			p.sh.Say(words.T("已记录例外批准，可用 Ctrl+Z 撤销"))
		},
		Withdraw: func(f hearing.Finding) {
			p.Form.Editor.Change("overrides", func(c *hearing.Case) {
				c.Overrides = slices.DeleteFunc(c.Overrides, func(o hearing.Override) bool { return o.Covers(f) })
			})
			p.sh.Say(words.T("已撤回例外批准，可用 Ctrl+Z 撤销"))
		},
		Approver: func() field.Option {
			id := p.file.Office.Chief
			return field.Option{ID: id, Name: p.file.People[id].Name}
		},
		Today: func() calendar.Date { return p.sh.Day(words.Zone()) },
		Run:   p.sh.Work,
		Find:  lookup.FindPeople(p.desk),
	}
	if p.sh.Rights.Do(hearing.Approve) != nil {
		r.Override, r.Withdraw = nil, nil
	}
	return r
}

// called names an instrument as the law does on the day of its decision.
func (p *page) called(i hearing.Instrument) string {
	if i.Title != "" {
		return i.Title
	}
	return p.kindName(i)
}

// kindName is what the law calls an instrument's kind on the day of its
// decision, or today.
func (p *page) kindName(i hearing.Instrument) string {
	if p.book == nil {
		return words.Of(i.Kind)
	}
	on := i.DecidedOn
	if on.IsZero() {
		on = p.sh.Day(words.Zone())
	}
	return words.Term(p.book.Called(p.file.Office, i.Kind, on, p.file.Case.Type))
}

// days is the office's calendar.
func (p *page) days() *calendar.Calendar {
	if p.book == nil {
		return p.sh.Days
	}
	return p.book.Days(p.file.Office)
}

// toField leads to where a finding is mended, and reports whether that is shown
// yet: papers are read after the case.
func (p *page) toField(f hearing.Finding) bool {
	switch {
	case f.Step != "" && p.steps.focus(f.Step), f.Instrument != "" && p.papers.focus(f.Instrument):
		return true
	}
	c := p.Form.Control(f.Field)
	if c == nil {
		return false
	}
	c.Focus()
	return true
}

// lead leads to where a point of the way is entered.
func (p *page) lead(x point) {
	switch {
	case x.place.Kind != "":
		p.sh.Go(x.place)
	case x.field != "":
		p.Form.Control(x.field).Focus()
	default:
		p.papers.focus(x.paper)
	}
}
