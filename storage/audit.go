package storage

import (
	"cmp"
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// Logged lists all that was changed and printed, with the link of each in the
// chain, the earliest first; of one record or session where one is named.
func (d *Desk) Logged(ctx context.Context, of hearing.ID) ([]hearing.Logged, error) {
	if err := d.gives(); err != nil {
		return nil, err
	}
	q := query.New(d.read)
	changes, err := q.LoggedChanges(ctx, string(of))
	if err != nil {
		return nil, grasp(err)
	}
	prints, err := q.LoggedPrints(ctx, string(of))
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Logged, 0, len(changes)+len(prints))
	for _, r := range changes {
		c := change(query.HistoryRow{Seq: r.Seq, At: r.At, Actor: r.Actor, Action: r.Action, Kind: r.Kind, Record: r.Record, Name: r.Name,
			Before: r.Before, After: r.After, Undoes: r.Undoes, Packed: r.Packed})
		out = append(out, hearing.Logged{Link: r.Link, Hash: r.Hash, Change: &c})
	}
	for _, r := range prints {
		p := printed(r.Print)
		out = append(out, hearing.Logged{Link: r.Link, Hash: r.Linked, Print: &p})
	}
	slices.SortFunc(out, func(a, b hearing.Logged) int { return cmp.Compare(a.Link, b.Link) })
	return out, nil
}
