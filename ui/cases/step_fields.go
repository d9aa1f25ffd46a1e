package cases

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/words"
)

// cell is the field for one aspect of a step.
func (s *steps) cell(e *stepRow, id hearing.ID, a aspect) fyne.CanvasObject {
	switch a {
	case ofStep:
		return s.one(e, id, "of", words.T("答复哪一项（自动）"), func(c hearing.Case) []field.Option { return s.earlier(c, *e.At(&c)) }, func(c *hearing.Case) *hearing.ID { return &e.At(c).Of })
	case ofPaper:
		return s.one(e, id, "instrument", words.T("哪份文书"), func(hearing.Case) []field.Option { return s.papers() }, func(c *hearing.Case) *hearing.ID { return &e.At(c).Instrument })
	case ofSession:
		return s.one(e, id, "session", words.T("哪场会"), func(hearing.Case) []field.Option { return s.sessions() }, func(c *hearing.Case) *hearing.ID { return &e.At(c).Session })
	case ofPerson:
		return e.Pick("person", "", words.T("何人"), form.ToPerson(s.p.desk, s.p.sh.NewID, hearing.Person{}), s.p.sh.Fail, func(c *hearing.Case) *hearing.ID { return &e.At(c).Person })
	case ofUnit:
		return e.Pick("organisation", "", words.T("哪个单位"), form.ToOrganisation(s.p.desk, s.p.sh.NewID, hearing.Agency), s.p.sh.Fail, func(c *hearing.Case) *hearing.ID { return &e.At(c).Organisation })
	}
	return e.Typed("period", "", words.T("期限：37天"), words.T("请写成 37天、2个月、10个工作日或 24小时。"), func(c *hearing.Case, typed string) error {
		c.Steps = slices.Clone(c.Steps) // c may be a look at the record, not a change of it
		x := e.At(c)
		period, err := readPeriod(typed, x.Kind == hearing.CustodyBegan)
		if err == nil {
			x.Period = period
		}
		return err
	}, func(c hearing.Case) string { return saidPeriod(e.At(&c).Period) })
}

// one is the field for one of a few records of the case.
func (s *steps) one(e *stepRow, id hearing.ID, name, none string, options func(hearing.Case) []field.Option, at func(*hearing.Case) *hearing.ID) fyne.CanvasObject {
	c := field.NewOne(none, func(o field.Option) {
		s.p.Form.Editor.Change("steps", func(v *hearing.Case) { *at(v) = o.ID })
	})
	show := func(v hearing.Case) {
		all, chosen := options(v), *at(&v)
		if chosen != "" && !slices.ContainsFunc(all, func(o field.Option) bool { return o.ID == chosen }) {
			all = append(all, field.Option{ID: chosen, Name: string(chosen)}) // not read yet, or not there any more
		}
		c.Set(all, field.Option{ID: chosen})
	}
	s.named[id] = append(s.named[id], func() { show(s.p.Form.Editor.Value()) })
	return e.Custom(name, "", c, show)
}

// earlier are the steps that a step may answer.
func (s *steps) earlier(c hearing.Case, x hearing.Step) []field.Option {
	var out []field.Option
	for _, a := range bySteps(c.StepsOf(answers[x.Kind])) {
		name := s.p.own.name(a.Kind)
		if !a.On.IsZero() {
			name = words.Day(a.On) + " " + name
		}
		out = append(out, field.Option{ID: a.ID, Name: strings.TrimSpace(name + " " + s.p.file.People[a.Person].Name)})
	}
	return out
}

func (s *steps) papers() []field.Option {
	var out []field.Option
	for _, i := range s.p.file.Instruments {
		name := i.Number
		if name == "" {
			name = s.p.called(i)
		}
		out = append(out, field.Option{ID: i.ID, Name: name})
	}
	return out
}

func (s *steps) sessions() []field.Option {
	var out []field.Option
	add := func(id hearing.ID, what string, at hearing.Slot) {
		if on := dayOf(at); !on.IsZero() {
			what = words.Day(on) + " " + what
		}
		out = append(out, field.Option{ID: id, Name: what})
	}
	for _, h := range s.p.file.Hearings {
		add(h.ID, words.T("听证会"), h.Slot)
	}
	for _, a := range s.p.file.Announcements {
		add(a.ID, words.T("宣告送达"), a.Slot)
	}
	return out
}
