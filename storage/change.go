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

	named   []hearing.Reference // what the records that were written name
	dropped []hearing.Reference // records that were deleted
	served  []hearing.Record    // ceremonies and papers that were written
	placed  []string            // contents that were put beside the file
}

// transact runs a change in one transaction: all of it is kept, or nothing.
func (d *Desk) transact(ctx context.Context, do func(*writing) error) error {
	if err := d.present(); err != nil {
		return err
	}
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	w := &writing{q: query.New(tx), d: d}
	err = do(w)
	if err == nil {
		err = w.settle(ctx)
	}
	if err != nil {
		w.takeBack()
		return grasp(err)
	}
	return grasp(tx.Commit())
}

// settle holds, when all of a transaction is written, that whatever is named
// is there, and that nothing names what was deleted.
func (w *writing) settle(ctx context.Context) error {
	var faults hearing.FieldErrors
	for _, ref := range w.named {
		has, err := w.q.Has(ctx, query.HasParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return err
		}
		if has == 0 {
			faults = append(faults, &hearing.FieldError{Path: ref.Path, Code: "reference", Value: string(ref.ID)})
		}
	}
	inUse := &InUseError{}
	for _, ref := range w.dropped {
		by, err := w.q.NamedBy(ctx, query.NamedByParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return err
		}
		for _, b := range by {
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
	name, err := w.project(ctx, r, body, now.Version+1)
	if err != nil {
		return 0, err
	}
	return hearing.Version(now.Version + 1), w.log(ctx, action, r.Noun(), r.Key(), name, now.Body, body)
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
	name, err := w.q.NameOf(ctx, query.NameOfParams{Kind: kind, ID: string(id)})
	if err != nil {
		return err
	}
	if err := w.q.DeleteSession(ctx, query.DeleteSessionParams{ID: string(id), Kind: kind}); err != nil {
		return err
	}
	if err := w.q.DeleteRecord(ctx, query.DeleteRecordParams{Kind: kind, ID: string(id)}); err != nil {
		return err
	}
	w.dropped = append(w.dropped, hearing.Reference{Noun: kind, ID: id})
	return w.log(ctx, action, kind, id, name, now.Body, "")
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

// Recent returns the last n changes of the whole desk, the latest first.
func (d *Desk) Recent(ctx context.Context, n int) ([]hearing.Change, error) {
	rows, err := query.New(d.read).Recent(ctx, int64(n))
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Change, len(rows))
	for i, r := range rows {
		out[i] = change(query.HistoryRow(r))
	}
	return out, nil
}

func change(r query.HistoryRow) hearing.Change {
	at, _ := time.Parse(time.RFC3339Nano, r.At) // written by stamp
	c := hearing.Change{Seq: r.Seq, At: at, Actor: r.Actor, Action: r.Action, Kind: r.Kind, Record: hearing.ID(r.Record), Name: r.Name, Undoes: r.Undoes}
	if r.Before != "" {
		c.Before = []byte(r.Before)
	}
	if r.After != "" {
		c.After = []byte(r.After)
	}
	return c
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
