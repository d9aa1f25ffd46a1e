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

	receives *receiving          // the bundle that is merged, where it is one
	named    []hearing.Reference // what the records that were written name
	dropped  []hearing.Reference // records that were deleted
	served   []hearing.Record    // ceremonies and papers that were written
	placed   []string            // contents that were put beside the file
	grams    []indexed           // records whose words changed
	touched  []hearing.Reference // what may be its team's alone now, or not any more
	free     bool                // it is not held against what the role may do: accounts, and taking in a login
	said     []indexed           // passages that changed
}

// transact runs a change in one transaction: all of it is kept, or nothing.
func (d *Desk) transact(ctx context.Context, do func(*writing) error) error {
	if err := d.present(); err != nil {
		return err
	}
	return d.within(ctx, func(w *writing) error {
		if err := w.known(ctx); err != nil {
			return err
		}
		return do(w)
	})
}

// within is transact for whoever it is, logged in or not, and on a copy too.
func (d *Desk) within(ctx context.Context, do func(*writing) error) error {
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	w := &writing{q: query.New(d.asks.in(tx)), d: d}
	err = do(w)
	if err == nil {
		err = w.settle(ctx)
	}
	if err == nil {
		err = w.confine(ctx)
	}
	if err == nil {
		err = w.indexAll(ctx)
	}
	if err == nil {
		err = w.chain(ctx)
	}
	rows := int64(0)
	if err == nil {
		rows, err = w.q.ChangedRows(ctx)
	}
	if err != nil {
		w.takeBack()
		return grasp(err)
	}
	if err := tx.Commit(); err != nil {
		return grasp(err)
	}
	d.asks.keep(ctx, d.write)
	d.logging.changed(ctx, rows, d.write)
	return nil
}

// settle holds, when all of a transaction is written, that whatever is named
// is there, and that nothing names what was deleted.
func (w *writing) settle(ctx context.Context) error {
	var faults hearing.FieldErrors
	there := map[hearing.Reference]bool{}
	for _, ref := range w.named {
		key := hearing.Reference{Noun: ref.Noun, ID: ref.ID}
		if there[key] {
			continue
		}
		has, err := w.q.Has(ctx, query.HasParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return err
		}
		if has == 0 {
			faults = append(faults, &hearing.FieldError{Path: ref.Path, Code: "reference", Value: string(ref.ID)})
		}
		there[key] = has != 0
	}
	inUse := &InUseError{}
	for _, ref := range w.dropped {
		by, err := w.q.NamedBy(ctx, query.NamedByParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return err
		}
		for _, b := range by {
			hid, err := w.d.hides(ctx, w.q, b.Kind, hearing.ID(b.ID))
			if err != nil {
				return err
			}
			if hid {
				b.Name = hearing.Veiled
			}
			inUse.By = append(inUse.By, b.Name)
		}
	}
	switch {
	case len(inUse.By) > 0:
		return inUse
	case len(faults) > 0:
		return faults
	}
	return w.grids(ctx)
}

// put stores a record and its change. It returns the new version, or the old
// one when nothing is different.
func (w *writing) put(ctx context.Context, action string, r hearing.Record) (hearing.Version, error) {
	r, err := w.numbered(ctx, r)
	if err != nil {
		return 0, err
	}
	body, err := json.Marshal(r)
	if err != nil {
		return 0, fmt.Errorf("encode %s %s: %w", r.Noun(), r.Key(), err)
	}
	return w.store(ctx, action, r, r.At(), string(body))
}

// store is put for a record on a version, with the text that is to be stored.
func (w *writing) store(ctx context.Context, action string, r hearing.Record, on hearing.Version, body string) (hearing.Version, error) {
	now, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	switch err := grasp(err); {
	case errors.Is(err, hearing.ErrNotFound):
		if on != 0 {
			return 0, hearing.ErrStale // deleted meanwhile
		}
	case err != nil:
		return 0, err
	case now.Version != int64(on):
		return 0, hearing.ErrStale
	case now.Body == body:
		return on, nil
	}
	approved, err := w.permit(ctx, r.Noun(), r.Key(), now.Body, body)
	if err != nil {
		return 0, err
	}
	w.touch(r, now.Body)
	was, _ := decode(r.Noun(), now.Body, now.Version) // one that is new, or damaged, is written as a whole
	name, err := w.project(ctx, r, was, body, now.Version+1)
	if err != nil {
		return 0, err
	}
	err = w.log(ctx, action, r.Noun(), r.Key(), name, now.Body, body)
	if err == nil && approved {
		err = w.log(ctx, hearing.Overrode, r.Noun(), r.Key(), name, body, body)
	}
	return hearing.Version(now.Version + 1), err
}

// drop deletes a record; settle refuses it where something still names it.
func (w *writing) drop(ctx context.Context, action, kind string, id hearing.ID, v hearing.Version) error {
	now, err := w.q.Record(ctx, query.RecordParams{Kind: kind, ID: string(id)})
	if err != nil {
		return err
	}
	if now.Version != int64(v) {
		return hearing.ErrStale
	}
	if _, err := w.permit(ctx, kind, id, now.Body, ""); err != nil {
		return err
	}
	name, err := w.q.NameOf(ctx, query.NameOfParams{Kind: kind, ID: string(id)})
	if err != nil {
		return err
	}
	if err := w.q.DeleteSession(ctx, query.DeleteSessionParams{ID: string(id), Kind: kind}); err != nil {
		return err
	}
	if err := w.unindex(ctx, kind, string(id)); err != nil {
		return err
	}
	if err := w.q.DeleteRecord(ctx, query.DeleteRecordParams{Kind: kind, ID: string(id)}); err != nil {
		return err
	}
	w.dropped = append(w.dropped, hearing.Reference{Noun: kind, ID: id})
	w.touchNamed(kind, now.Body)
	return w.log(ctx, action, kind, id, name, now.Body, "")
}

func (w *writing) log(ctx context.Context, action, kind string, id hearing.ID, name, before, after string) error {
	was, is, value, err := packStates(before, after)
	if err != nil {
		return err
	}
	seq, err := w.q.AddChange(ctx, query.AddChangeParams{Batch: w.batch, At: stamp(w.d.o.Now()), Actor: w.d.Actor(), Action: action,
		Kind: kind, Record: string(id), Name: name, Before: was, After: is, Undoes: w.undo, Packed: value})
	if err != nil {
		return err
	}
	if w.batch == 0 {
		w.batch = seq
		return w.q.SetBatch(ctx, seq)
	}
	return nil
}

// note adds a row to the log that changes nothing: undo passes it.
func (w *writing) note(ctx context.Context, action, kind string, id hearing.ID, name, before, after string) error {
	if err := w.log(ctx, action, kind, id, name, before, after); err != nil {
		return err
	}
	return w.pass(ctx)
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
