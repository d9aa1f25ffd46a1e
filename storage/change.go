package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// A writing is one transaction and the changes that it makes.
type writing struct {
	q     *query.Queries
	d     *Desk
	batch int64 // seq of the transaction's first change; 0 before there is one
	undo  int64 // batch that the transaction takes back (or, negative, brings back)
}

// transact runs a change in one transaction: all of it is kept, or nothing.
func (d *Desk) transact(ctx context.Context, undo int64, do func(*writing) error) error {
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	if err := do(&writing{q: query.New(tx), d: d, undo: undo}); err != nil {
		return grasp(err)
	}
	return grasp(tx.Commit())
}

// put stores a record and its change. It returns the new version, or the old
// one when nothing is different.
func (w *writing) put(ctx context.Context, action string, r hearing.Record) (hearing.Version, error) {
	body, err := json.Marshal(bare(r))
	if err != nil {
		return 0, fmt.Errorf("encode %s %s: %w", r.Noun(), r.Key(), err)
	}
	now, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	switch err := grasp(err); {
	case errors.Is(err, hearing.ErrNotFound):
		if r.At() != 0 {
			return 0, hearing.ErrStale // deleted meanwhile
		}
	case err != nil:
		return 0, err
	case now.Version != int64(r.At()):
		return 0, hearing.ErrStale
	case now.Body == string(body):
		return r.At(), nil
	}
	name, err := w.project(ctx, bare(r), string(body), now.Version+1)
	if err != nil {
		return 0, err
	}
	return hearing.Version(now.Version + 1), w.log(ctx, action, r.Noun(), r.Key(), name, now.Body, string(body))
}

// drop deletes a record that nothing refers to.
func (w *writing) drop(ctx context.Context, kind string, id hearing.ID, v hearing.Version) error {
	now, err := w.q.Record(ctx, query.RecordParams{Kind: kind, ID: string(id)})
	if err != nil {
		return err
	}
	if now.Version != int64(v) {
		return hearing.ErrStale
	}
	by, err := w.q.NamedBy(ctx, query.NamedByParams{Kind: kind, ID: string(id)})
	if err != nil {
		return err
	}
	if len(by) > 0 {
		inUse := &InUseError{}
		for _, b := range by {
			inUse.By = append(inUse.By, b.Name)
		}
		return inUse
	}
	r, err := decode(kind, now.Body, now.Version)
	if err != nil {
		return err
	}
	if err := w.q.DeleteSession(ctx, string(id)); err != nil {
		return err
	}
	if err := w.q.DeleteRecord(ctx, query.DeleteRecordParams{Kind: kind, ID: string(id)}); err != nil {
		return err
	}
	return w.log(ctx, "delete", kind, id, r.Called(), now.Body, "")
}

func (w *writing) log(ctx context.Context, action, kind string, id hearing.ID, name, before, after string) error {
	seq, err := w.q.AddChange(ctx, query.AddChangeParams{Batch: w.batch, At: stamp(w.d.o.Now()), Actor: w.d.o.Actor, Action: action,
		Kind: kind, Record: string(id), Name: name, Before: before, After: after, Undoes: w.undo})
	if err != nil {
		return err
	}
	if w.batch == 0 {
		w.batch = seq
		return w.q.SetBatch(ctx, seq)
	}
	return nil
}

// Undo takes back the last change that is not taken back yet, all that one
// transaction did. It returns that change. A record that was changed since, by
// another window, is [hearing.ErrStale]; nothing left is [hearing.ErrNothing].
func (d *Desk) Undo(ctx context.Context) (hearing.Change, error) {
	return d.revert(ctx, "undo", 1, (*query.Queries).LastDone)
}

// Redo brings back the change that was taken back last, unless another change
// was made since.
func (d *Desk) Redo(ctx context.Context) (hearing.Change, error) {
	return d.revert(ctx, "redo", -1, (*query.Queries).LastUndone)
}

func (d *Desk) revert(ctx context.Context, action string, sign int64, last func(*query.Queries, context.Context) (int64, error)) (hearing.Change, error) {
	var of hearing.Change
	err := d.transact(ctx, 0, func(w *writing) error {
		batch, err := last(w.q, ctx)
		if errors.Is(grasp(err), hearing.ErrNotFound) {
			return hearing.ErrNothing
		}
		if err != nil {
			return err
		}
		w.undo = sign * batch
		rows, err := w.q.BatchRows(ctx, batch)
		if err != nil {
			return err
		}
		for i := range rows {
			c := rows[i]
			if sign > 0 {
				c = rows[len(rows)-1-i]
				c.Before, c.After = c.After, c.Before
			}
			if err := w.restore(ctx, action, c.Kind, hearing.ID(c.Record), c.Before, c.After); err != nil {
				return fmt.Errorf("%s %s: %w", action, c.Name, err)
			}
		}
		of = change(query.HistoryRow(rows[0]))
		mark := int64(0)
		if sign > 0 {
			mark = w.batch
		}
		return w.q.MarkBatch(ctx, query.MarkBatchParams{Undone: mark, Batch: batch})
	})
	return of, err
}

// restore turns a record that is still as it was into what it was before.
func (w *writing) restore(ctx context.Context, action, kind string, id hearing.ID, is, was string) error {
	now, err := w.q.Record(ctx, query.RecordParams{Kind: kind, ID: string(id)})
	switch err := grasp(err); {
	case errors.Is(err, hearing.ErrNotFound):
		if is != "" {
			return hearing.ErrStale
		}
	case err != nil:
		return err
	case now.Body != is:
		return hearing.ErrStale
	}
	if was == "" {
		return w.drop(ctx, kind, id, hearing.Version(now.Version))
	}
	r, err := decode(kind, was, now.Version)
	if err != nil {
		return err
	}
	_, err = w.put(ctx, action, r)
	return err
}

// History returns the changes of one record, the latest first.
func (d *Desk) History(ctx context.Context, kind string, id hearing.ID) ([]hearing.Change, error) {
	rows, err := query.New(d.read).History(ctx, query.HistoryParams{Kind: kind, Record: string(id)})
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Change, len(rows))
	for i, r := range rows {
		out[i] = change(r)
	}
	return out, nil
}

func change(r query.HistoryRow) hearing.Change {
	at, _ := time.Parse(time.RFC3339Nano, r.At) // written by stamp
	return hearing.Change{Seq: r.Seq, At: at, Actor: r.Actor, Action: r.Action, Kind: r.Kind, Record: hearing.ID(r.Record),
		Name: r.Name, Before: []byte(r.Before), After: []byte(r.After), Undoes: r.Undoes}
}

// stamp writes an instant so that texts sort as times do.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000000Z") }

// instant writes a session's time to the second; an unknown one is empty.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

// versioned is a record on a version of the desk's own, for imports.
type versioned struct {
	hearing.Record
	at hearing.Version
}

// At returns the desk's version.
func (v versioned) At() hearing.Version { return v.at }

// bare is the record itself.
func bare(r hearing.Record) hearing.Record {
	if v, ok := r.(versioned); ok {
		return v.Record
	}
	return r
}
