package storage

import (
	"context"
	"errors"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// passed marks a change that undo or redo could not go through.
const passed = -1

// Undo takes back the actor's last change that is not taken back yet, all that
// one transaction did, and returns it. What somebody else did is left alone.
//
// A change that others have built on cannot be taken back: a record that was
// changed since is [hearing.ErrStale], one that others name by now is an
// [InUseError], and one that names what is gone is [hearing.ErrNotFound].
// Nothing is changed then, and the next Undo passes over it. Nothing left is
// [hearing.ErrNothing].
func (d *Desk) Undo(ctx context.Context) (hearing.Change, error) {
	return d.revert(ctx, "undo", 1, (*query.Queries).LastDone)
}

// Redo brings back the actor's change that was taken back last, unless the
// actor made another one since. Its errors are those of Undo.
func (d *Desk) Redo(ctx context.Context) (hearing.Change, error) {
	return d.revert(ctx, "redo", -1, (*query.Queries).LastUndone)
}

type lastBatch func(q *query.Queries, ctx context.Context, actor string) (int64, error)

func (d *Desk) revert(ctx context.Context, action string, sign int64, last lastBatch) (hearing.Change, error) {
	var of hearing.Change
	batch := int64(0)
	err := d.transact(ctx, func(w *writing) (err error) {
		if batch, err = last(w.q, ctx, d.Actor()); err != nil {
			if errors.Is(grasp(err), hearing.ErrNotFound) {
				return hearing.ErrNothing
			}
			return err
		}
		w.undo = sign * batch
		rows, err := w.q.BatchRows(ctx, batch)
		if err != nil {
			return err
		}
		of = change(query.HistoryRow(rows[0]))
		of.Together = 0
		for _, r := range rows {
			if r.Action != hearing.Overrode { // it stands beside the change that it says more of
				of.Together++
			}
		}
		if err := w.replay(ctx, action, rows, sign > 0); err != nil {
			return err
		}
		mark := int64(0)
		if sign > 0 {
			if mark = w.batch; mark == 0 { // nothing was different
				mark = passed
			}
		}
		return w.q.MarkBatch(ctx, query.MarkBatchParams{Undone: mark, Batch: batch})
	})
	return of, d.orPass(ctx, of, batch, err)
}

// replay makes the changes of a batch once more, or backward.
func (w *writing) replay(ctx context.Context, action string, rows []query.BatchRowsRow, backward bool) error {
	for i := range rows {
		c := rows[i]
		if backward {
			c = rows[len(rows)-1-i]
		}
		if c.Kind == nounNumber { // it may be out of the house
			continue
		}
		is, was, err := states(c.Before, c.After, c.Packed)
		if err != nil {
			return err
		}
		if backward {
			is, was = was, is
		}
		if err := w.restore(ctx, action, c.Kind, hearing.ID(c.Record), is, was); err != nil {
			return err
		}
	}
	return nil
}

// orPass marks a batch that others have built on, so that it does not bar the
// way to those before it, and says which record it was.
func (d *Desk) orPass(ctx context.Context, of hearing.Change, batch int64, err error) error {
	var faults hearing.FieldErrors
	switch {
	case errors.As(err, &faults):
		err = hearing.ErrNotFound // what the record names
	case errors.Is(err, hearing.ErrStale), errors.Is(err, hearing.ErrInUse):
	default:
		return err
	}
	mark := d.transact(ctx, func(w *writing) error {
		return w.q.MarkBatch(ctx, query.MarkBatchParams{Undone: passed, Batch: batch})
	})
	if mark != nil {
		return mark
	}
	return fmt.Errorf("%s: %w", of.Name, err)
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
		return w.drop(ctx, action, kind, id, hearing.Version(now.Version))
	}
	r, err := decode(kind, was, now.Version)
	if err != nil {
		return err
	}
	_, err = w.store(ctx, action, r, hearing.Version(now.Version), was)
	return err
}
