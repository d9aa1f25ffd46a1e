package storage

import (
	"context"
	"errors"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// Actor is whoever is logged in, else who the desk was opened for: the name beside
// each change.
func (d *Desk) Actor() string {
	if v := d.viewer(); v.account.ID != "" {
		return v.account.Name
	}
	return d.o.Actor
}

// known holds, before anything is written, that whoever writes may still do so: they
// are logged in where there are accounts, and nobody has retired theirs or given it
// another role meanwhile.
func (w *writing) known(ctx context.Context) error {
	v := w.d.viewer()
	if v.account.ID == "" {
		n, err := w.q.CountAccounts(ctx)
		if err == nil && n > 0 {
			err = hearing.ErrLogin
		}
		return err
	}
	now, err := w.q.Account(ctx, string(v.account.ID))
	if isNone(err) || err == nil && (now.Retired != 0 || now.Role != string(v.account.Role)) {
		return hearing.ErrLogin
	}
	return err
}

// permit holds a change of a record against what the role may do, and against the
// team: what somebody does not see they do not change. It reports whether a decision of
// the chief procurator is entered by it, or a rule overridden.
func (w *writing) permit(ctx context.Context, noun string, id hearing.ID, before, after string) (approved bool, err error) {
	v := w.d.viewer()
	if v.account.ID == "" || w.free {
		return false, nil
	}
	if err := w.seen(ctx, noun, id); err != nil {
		return false, err
	}
	own, err := w.own(ctx, noun, id, before, after)
	if err != nil {
		return false, err
	}
	return w.d.rights(own).Permit(noun, []byte(before), []byte(after))
}

// seen refuses to touch what only its team sees.
func (w *writing) seen(ctx context.Context, noun string, id hearing.ID) error {
	hid, err := w.d.hides(ctx, w.q, noun, id)
	if err == nil && hid {
		err = &hearing.NotAllowedError{Deed: hearing.DeedTeam, Role: w.d.viewer().account.Role, Who: w.d.o.Access.Who(hearing.SeeAll)}
	}
	return err
}

// part is permit for what belongs to a session and is no record: its transcript, its
// prints and numbers.
func (w *writing) part(ctx context.Context, noun string, session hearing.ID) error {
	v := w.d.viewer()
	if v.account.ID == "" || w.free {
		return nil
	}
	kind, err := w.q.KindOf(ctx, string(session))
	if err != nil && !isNone(err) {
		return err
	}
	own := true
	if kind != "" {
		if err := w.seen(ctx, kind, session); err != nil {
			return err
		}
		if own, err = w.own(ctx, kind, session, "", ""); err != nil {
			return err
		}
	}
	return w.d.rights(own).Write(noun, "")
}

// own reports whether whoever writes handles or presides over a record, or nobody does
// yet: as it stood before the change, so that nobody takes over what is another's by
// writing their own name into it; of a new one, as it is to be.
func (w *writing) own(ctx context.Context, noun string, id hearing.ID, before, after string) (bool, error) {
	v := w.d.viewer()
	if !w.d.o.Access.Of(v.account.Role).Own {
		return false, nil
	}
	if before == "" && after == "" {
		row, err := w.q.Record(ctx, query.RecordParams{Kind: noun, ID: string(id)})
		if err != nil {
			return false, err
		}
		before = row.Body
	}
	if before == "" {
		before = after
	}
	r, err := decode(noun, before, 0)
	if err != nil {
		return false, err
	}
	c := &confining{w: w, ctx: ctx, cases: map[hearing.ID]*hearing.Case{}}
	who, err := c.workers(r)
	return len(who) == 0 || v.account.Person != "" && slices.Contains(who, v.account.Person), err
}

// workers lists who works on a record, or on what it hangs on.
func (c *confining) workers(r hearing.Record) ([]hearing.ID, error) {
	switch v := r.(type) {
	case hearing.Hearing:
		cases, err := c.casesOf(v.Cases)
		return v.Team(cases), err
	case hearing.Announcement:
		cases, err := c.casesOf(v.Cases)
		return v.Team(cases), err
	case hearing.Case:
		return v.Team(), nil
	}
	var out []hearing.ID
	for _, ref := range r.References() {
		switch ref.Noun {
		case hearing.NounCase, hearing.NounHearing, hearing.NounAnnouncement:
			row, err := c.w.q.Record(c.ctx, query.RecordParams{Kind: ref.Noun, ID: string(ref.ID)})
			if err != nil {
				return nil, err
			}
			on, err := decode(ref.Noun, row.Body, row.Version)
			if err != nil {
				return nil, err
			}
			more, err := c.workers(on)
			if err != nil {
				return nil, err
			}
			out = append(out, more...)
		}
	}
	return out, nil
}

// touch notes what a record named and names: who belongs to a team follows from it.
func (w *writing) touch(r hearing.Record, before string) {
	w.touched = append(w.touched, hearing.Reference{Noun: r.Noun(), ID: r.Key()})
	if before != "" {
		w.touchNamed(r.Noun(), before)
	}
}

// touchNamed notes what a record named before.
func (w *writing) touchNamed(noun, before string) {
	was, err := decode(noun, before, 0)
	if err != nil {
		return // it could not be read, and named nothing that is known
	}
	for _, ref := range was.References() {
		switch ref.Noun {
		case hearing.NounCase, hearing.NounPerson, hearing.NounOrganisation:
			w.touched = append(w.touched, hearing.Reference{Noun: ref.Noun, ID: ref.ID})
		}
	}
}

// Rights returns what whoever is logged in may do with a record; nil: with any that is
// theirs to handle.
func (d *Desk) Rights(ctx context.Context, of hearing.Record) (hearing.Rights, error) {
	if me := d.Me(); me.ID == "" || of == nil || !d.o.Access.Of(me.Role).Own {
		return d.rights(true), nil
	}
	w := &writing{d: d, q: query.New(d.whole)}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: of.Noun(), ID: string(of.Key())})
	if isNone(err) {
		return d.rights(true), nil // it is new
	}
	if err != nil {
		return hearing.Rights{}, grasp(err)
	}
	own, err := w.own(ctx, of.Noun(), of.Key(), row.Body, "")
	return d.rights(own), grasp(err)
}

// rights is what whoever is logged in may do with what is theirs, or somebody else's.
func (d *Desk) rights(own bool) hearing.Rights {
	var r hearing.Rights
	if me := d.Me(); me.ID != "" {
		r = d.o.Access.Rights(me.Role, own)
	}
	r.Copy = d.Snapshot()
	return r
}

// gives refuses whoever may not give anything out of the desk.
func (d *Desk) gives() error { return d.may(hearing.GiveOut) }

// may refuses whoever may not do something.
func (d *Desk) may(deed hearing.Deed) error {
	if v := d.viewer(); !v.open && v.account.ID == "" {
		return hearing.ErrLogin
	}
	return d.rights(true).Do(deed)
}

// isNone reports that a query found no row.
func isNone(err error) bool { return err != nil && errors.Is(grasp(err), hearing.ErrNotFound) }
