package papers

import (
	"context"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// A reading makes the papers of sessions of their facts.
type reading struct {
	m        *Model
	sessions []hearing.ID
	asked    int
	chosen   string // key of the paper that is looked at

	press    *press.Press
	dossiers map[hearing.ID]hearing.Dossier
	sheets   []*Sheet
	again    []hearing.ID // whose notices hold no more
}

// then goes on with a reading, unless another was asked for meanwhile.
func (r *reading) then(next func()) func(error) {
	return func(err error) {
		switch {
		case r.asked != r.m.asked:
		case err != nil:
			r.m.fail(err)
		default:
			next()
		}
	}
}

// plan lists the papers with what went out of them, and makes the one that is
// looked at first. A session that was begun and is not saved yet has none.
func (r *reading) plan(ctx context.Context) (err error) {
	if r.press, err = r.m.make(); err != nil {
		return err
	}
	for _, session := range r.sessions {
		if err := r.planOf(ctx, session); err != nil && !errors.Is(err, hearing.ErrNotFound) {
			return err
		}
	}
	if s := r.first(); s != nil {
		r.judge(ctx, s)
	}
	return nil
}

func (r *reading) planOf(ctx context.Context, session hearing.ID) error {
	d, err := r.m.desk.Dossier(ctx, session)
	if err != nil {
		return err
	}
	r.dossiers[session] = d
	if r.m.want == changeNotice {
		again, err := r.m.again(d)
		if err != nil {
			return err
		}
		r.again = append(r.again, again...)
	}
	prints, err := r.m.desk.Prints(ctx, session)
	if err != nil {
		return err
	}
	for _, n := range r.press.Needs(d, prints) {
		r.sheets = append(r.sheets, &Sheet{Need: *n})
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

// makeNext makes the papers of one session after the other as of today, in sheets
// of their own: those of the plan are on the screen by now. Between two sessions
// what else is to be done is done, such as a save.
func (r *reading) makeNext(at int) {
	if at >= len(r.sessions) {
		r.m.take(r, true)
		return
	}
	all := make([]*Sheet, len(r.sheets))
	r.m.run.Do(func(ctx context.Context) error {
		for i, s := range r.sheets {
			if all[i] = s; s.Session != r.sessions[at] {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			one := *s
			all[i] = &one
			r.judge(ctx, &one)
		}
		return nil
	}, r.then(func() {
		r.sheets = all
		r.makeNext(at + 1)
	}))
}

func (r *reading) judge(ctx context.Context, s *Sheet) {
	d := r.dossiers[s.Session]
	r.press.Judge(ctx, &s.Need, d, dateOf(d, r.m.now()), r.m.desk)
}

// today is the date on which papers are made.
func (m *Model) today() calendar.Date { return calendar.DateOf(m.now().In(words.Zone())) }

func dateOf(d hearing.Dossier, at time.Time) calendar.Date {
	zone := d.Zone
	if zone == nil {
		zone = words.Zone()
	}
	return calendar.DateOf(at.In(zone))
}
