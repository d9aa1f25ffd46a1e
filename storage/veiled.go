package storage

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// veil takes out of clashes what whoever writes does not see: what is taken stays.
func (w *writing) veil(ctx context.Context, list []hearing.Clash) ([]hearing.Clash, error) {
	for i, c := range list {
		kind, err := w.q.KindOf(ctx, string(c.Session))
		if err != nil {
			return nil, err
		}
		hid, err := w.d.hides(ctx, w.q, kind, c.Session)
		if err != nil {
			return nil, err
		}
		if hid {
			list[i].Title = hearing.Veiled
		}
	}
	return list, nil
}

// clashing is the error of clashes, of which nobody learns more than they see.
func (w *writing) clashing(ctx context.Context, list []hearing.Clash) error {
	list, err := w.veil(ctx, list)
	if err != nil {
		return err
	}
	return &hearing.ClashError{Clashes: list}
}

// hidden lists the records that whoever is logged in does not see.
func (d *Desk) hidden(ctx context.Context) (map[hearing.Reference]bool, error) {
	if !d.narrowed() {
		return nil, nil
	}
	all, err := query.New(d.whole).ConfinedOnes(ctx)
	if err != nil {
		return nil, err
	}
	out := map[hearing.Reference]bool{}
	for _, r := range all {
		out[hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)}] = true
	}
	seen, err := query.New(d.read).ConfinedSeen(ctx)
	for _, r := range seen {
		delete(out, hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)})
	}
	return out, err
}

// Veil takes the names out of what whoever is logged in does not see, or
// what is only in the backup, of which the desk cannot say whose it is.
func (d *Desk) Veil(ctx context.Context, list []hearing.Difference) ([]hearing.Difference, error) {
	if !d.narrowed() {
		return list, nil
	}
	q := query.New(d.read)
	for i, x := range list {
		has, err := q.Has(ctx, query.HasParams{Kind: x.Kind, ID: string(x.ID)})
		if err != nil {
			return nil, grasp(err)
		}
		if has == 0 {
			list[i].Name = hearing.Veiled
		}
	}
	return list, nil
}
