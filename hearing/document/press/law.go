package press

import (
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/script"
)

// Law lets papers follow a desk's rules: the steps of each type of case, who
// signs, what an instrument is called on a day, and the dates that are counted.
func Law(book *rules.Book) document.Law { return law{book} }

type law struct{ *rules.Book }

// Wording lets a book check the texts of scripts by the fields of papers; forms
// reads the catalogue when it is first asked.
func Wording(book *rules.Book, forms func() (*document.Catalogue, error)) *rules.Book {
	return book.Wording(func(text string) []rules.Slip {
		c, err := forms()
		if err != nil {
			return []rules.Slip{{Line: 1, Column: 1, Err: err}}
		}
		var faults document.SourceErrors
		errors.As(c.InspectSpeech(text), &faults)
		var out []rules.Slip
		for _, f := range faults {
			out = append(out, rules.Slip{Line: f.Line, Column: f.Column, Err: f})
		}
		return out
	})
}

// Filing lets a book ask which papers a session's volumes lack; forms reads the
// catalogue when it is first asked. Texts that cannot be read hold up nothing
// here: they are said where papers are made.
func Filing(book *rules.Book, forms func() (*document.Catalogue, error)) *rules.Book {
	return book.Filing(func(d hearing.Dossier) []string {
		c, err := forms()
		if err != nil {
			return nil
		}
		return c.Under(Law(book)).Unfiled(d)
	})
}

// Course is the template of the session's cases.
func (l law) Course(d hearing.Dossier, on calendar.Date) document.Course {
	t := l.Template(d, on)
	out := document.Course{Basis: t.Title, Signs: t.Signs, Minutes: t.Minutes, Secrecy: t.Secrecy}
	for _, s := range t.Steps {
		out.Steps = append(out.Steps, document.Step{Key: s.Key, Name: s.Zh, Minutes: s.Minutes, Script: s.Script})
	}
	out.Script = func(c *document.Catalogue) ([]document.Said, error) { return l.said(c, d, on) }
	for _, p := range l.Script(d, on) {
		if p.Place == rules.Before || p.Place == rules.After {
			if out.Around == nil {
				out.Around = map[string]string{}
			}
			out.Around[p.Step] = p.Zh
		}
	}
	return out
}

// said is the script of a session, with what may be called for at its end.
func (l law) said(c *document.Catalogue, d hearing.Dossier, on calendar.Date) ([]document.Said, error) {
	s, err := script.Of(d, l.Book, c, on)
	if err != nil {
		return nil, err
	}
	var out []document.Said
	one := func(x script.Step, insert bool) {
		out = append(out, document.Said{Name: x.Name.Zh, Case: x.Case, Minutes: x.Minutes, Insert: insert, Presider: x.Presider, Recorder: x.Recorder})
	}
	for _, x := range s.Steps {
		one(x, false)
	}
	for _, x := range s.Inserts {
		one(x.Step, true)
	}
	return out, nil
}

// Volumes is the order that the rules give, an office's own first.
func (l law) Volumes(o hearing.Office, on calendar.Date) []document.VolumeOrder {
	var out []document.VolumeOrder
	for _, v := range l.Table(o).Volumes(on) {
		order := document.VolumeOrder{Name: v.Name, En: v.En}
		for _, r := range v.Rows {
			needs := string(r.Needs)
			if r.Needs == rules.ProofScan {
				needs = ""
			}
			order.Rows = append(order.Rows, document.VolumeRow{Number: r.Paper + r.Code, Zh: r.Zh, En: r.En, When: string(r.When), Needs: needs, Optional: r.Optional})
		}
		out = append(out, order)
	}
	return out
}
