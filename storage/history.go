package storage

import (
	"context"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// History returns the changes of one record, the latest first.
func (d *Desk) History(ctx context.Context, kind string, id hearing.ID) ([]hearing.Change, error) {
	rows, err := query.New(d.read).History(ctx, query.HistoryParams{Kind: kind, Record: string(id)})
	if err != nil {
		return nil, grasp(err)
	}
	return changes(rows), nil
}

// Recent returns the last n changes of the whole desk, the latest first.
func (d *Desk) Recent(ctx context.Context, n int) ([]hearing.Change, error) {
	rows, err := query.New(d.read).Recent(ctx, int64(n))
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]query.HistoryRow, len(rows))
	for i, r := range rows {
		out[i] = query.HistoryRow(r)
	}
	return changes(out), nil
}

// changes reads rows of the log.
func changes(rows []query.HistoryRow) []hearing.Change {
	out := make([]hearing.Change, len(rows))
	for i, r := range rows {
		out[i] = change(r)
	}
	return out
}

// NamesIn returns what the records are called that changes name, as they are called
// now; those that are gone are not among them.
func (d *Desk) NamesIn(ctx context.Context, changes []hearing.Change) (map[hearing.ID]string, error) {
	q := query.New(d.read)
	out := map[hearing.ID]string{}
	for _, c := range changes {
		for _, body := range [][]byte{c.Before, c.After} {
			if len(body) == 0 {
				continue
			}
			r, err := decode(c.Kind, string(body), 0)
			if err != nil {
				continue // not a record: a number, a signature
			}
			for _, ref := range r.References() {
				if _, known := out[ref.ID]; known {
					continue
				}
				name, err := q.NameOf(ctx, query.NameOfParams{Kind: ref.Noun, ID: string(ref.ID)})
				if err := grasp(err); err != nil && !errors.Is(err, hearing.ErrNotFound) {
					return nil, err
				}
				if name != "" {
					out[ref.ID] = name
				}
			}
		}
	}
	return out, nil
}

// change reads one. Of what was damaged it is told that there was a change: verify
// names it.
func change(r query.HistoryRow) hearing.Change {
	before, after, _ := states(r.Before, r.After, r.Packed)
	at, _ := time.Parse(time.RFC3339Nano, r.At) // written by stamp
	c := hearing.Change{Seq: r.Seq, At: at, Actor: r.Actor, Action: r.Action, Kind: r.Kind, Record: hearing.ID(r.Record), Name: r.Name, Undoes: r.Undoes}
	if before != "" {
		c.Before = []byte(before)
	}
	if after != "" {
		c.After = []byte(after)
	}
	return c
}
