package papers

import (
	"context"
	"errors"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// A reading makes the papers of one session of its facts.
type reading struct {
	m       *Model
	session hearing.ID
	asked   int
	chosen  string // key of the paper that is looked at

	press   *press.Press
	dossier hearing.Dossier
	sheets  []*Sheet
	again   []hearing.ID // whose notices hold no more
}

// then goes on with a reading, unless another was asked for meanwhile.
func (r *reading) then(next func()) func(error) {
	return func(err error) {
		switch {
		case r.asked != r.m.asked:
		case errors.Is(err, hearing.ErrNotFound): // begun, and not saved yet
			r.dossier, r.sheets = hearing.Dossier{}, nil
			r.m.take(r, true)
		case err != nil:
			r.m.fail(err)
		default:
			next()
		}
	}
}

// plan lists the papers with what went out of them, and makes the one that is
// looked at first.
func (r *reading) plan(ctx context.Context) (err error) {
	if r.press, err = r.m.make(); err != nil {
		return err
	}
	if r.dossier, err = r.m.desk.Dossier(ctx, r.session); err != nil {
		return err
	}
	if r.m.want == changeNotice {
		if r.again, err = r.m.again(r.dossier); err != nil {
			return err
		}
	}
	prints, err := r.m.desk.Prints(ctx, r.session)
	if err != nil {
		return err
	}
	for _, it := range r.press.Plan(r.dossier) {
		s := &Sheet{Item: it}
		for i := range prints {
			switch pr := &prints[i]; {
			case pr.Document != it.Number || pr.Key != it.Key:
			case isFile(pr.To):
				s.Filed = pr
			default:
				s.Printed = pr
			}
		}
		r.sheets = append(r.sheets, s)
	}
	if s := r.first(); s != nil {
		r.make(s)
	}
	return nil
}

// first is the paper that is looked at first: the one that was chosen, or the
// next one to be printed.
func (r *reading) first() *Sheet {
	for _, s := range r.sheets {
		if s.key() == r.chosen {
			return s
		}
	}
	return first(r.sheets)
}

// makeAll makes every paper as of today, in sheets of its own: those of the
// plan are on the screen by now.
func (r *reading) makeAll(ctx context.Context) error {
	all := make([]*Sheet, len(r.sheets))
	for i, s := range r.sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		one := *s
		all[i] = &one
		r.make(&one)
		one.Changed = one.Printed != nil && changed(r.press, r.dossier, one.Item, *one.Printed)
	}
	r.sheets = all
	return nil
}

// make makes a paper, unless it is made.
func (r *reading) make(s *Sheet) {
	if s.Err == nil && s.Paper.Hash == "" {
		s.Paper, s.Err = r.press.Make(r.dossier, s.Item, r.m.today(r.dossier))
	}
}

// changed reports whether a print says something else than the facts do now.
// A paper without a date of its own bears that of the day on which it is made,
// so it is made for the day on which it was printed.
func changed(p *press.Press, d hearing.Dossier, it document.Item, pr hearing.Print) bool {
	then, err := p.Make(d, it, dateOf(d, pr.At))
	return err != nil || then.Hash != pr.Hash
}

func (m *Model) today(d hearing.Dossier) calendar.Date { return dateOf(d, m.now()) }

func dateOf(d hearing.Dossier, at time.Time) calendar.Date {
	zone := d.Zone
	if zone == nil {
		zone = words.Zone()
	}
	return calendar.DateOf(at.In(zone))
}

// isFile reports whether a print went to a file rather than to a printer.
func isFile(to string) bool {
	return strings.HasSuffix(to, "."+string(press.PDF)) || strings.HasSuffix(to, "."+string(press.DOCX))
}
