package storage

import (
	"context"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// BeginBatch keeps a batch whose sheets wait, and returns it with its ID. What
// waits in an earlier batch and is in this one too is dropped there: it would
// be printed twice.
func (d *Desk) BeginBatch(ctx context.Context, b hearing.Batch) (hearing.Batch, error) {
	b.At, b.Actor = d.o.Now(), d.Actor()
	err := d.transact(ctx, func(w *writing) (err error) {
		b.ID, err = w.q.AddBatch(ctx, query.AddBatchParams{At: stamp(b.At), Actor: b.Actor, Queue: b.Queue, Sides: b.Sides, Day: dayText(b.Day)})
		if err != nil {
			return err
		}
		for i := range b.Sheets {
			s := &b.Sheets[i]
			s.N, s.State = i+1, hearing.SheetWaiting
			if err := w.part(ctx, hearing.NounPrint, s.Session); err != nil {
				return err
			}
			if err := w.q.AddSheet(ctx, query.AddSheetParams{Batch: b.ID, N: int64(s.N), Session: string(s.Session), Document: s.Document, Recipient: s.For,
				Item: s.Key, Title: s.Title, Copies: int64(s.Copies), Again: s.Again, State: string(s.State)}); err != nil {
				return err
			}
			if s.Again != 0 {
				continue
			}
			if err := w.q.Supersede(ctx, query.SupersedeParams{Session: string(s.Session), Document: s.Document, Item: s.Key, Batch: b.ID}); err != nil {
				return err
			}
		}
		return w.closeBatches(ctx)
	})
	return b, err
}

// MarkSheet keeps how far a sheet is. was is its state as it was read: where
// another program has gone on with the sheet meanwhile, it is [hearing.ErrStale]
// and nothing is changed, so that no two print the same sheet. paper is what is
// sent, as the press keeps it; nil is what was sent before. One that came out is
// recorded as a print in the same transaction, and the last one closes the batch.
func (d *Desk) MarkSheet(ctx context.Context, b hearing.Batch, s hearing.BatchSheet, was hearing.SheetState, paper []byte) error {
	return d.transact(ctx, func(w *writing) (err error) {
		if err = w.part(ctx, hearing.NounPrint, s.Session); err != nil {
			return err
		}
		if s.Content, err = w.paper(ctx, s.Content, paper); err != nil {
			return err
		}
		content, err := w.q.MarkSheet(ctx, query.MarkSheetParams{State: string(s.State), Job: s.Job, Hash: s.Hash, Edition: int64(s.Edition), Pages: int64(s.Pages),
			Content: maybe(s.Content), Batch: b.ID, N: int64(s.N), Was: string(was)})
		switch {
		case errors.Is(grasp(err), hearing.ErrNotFound):
			return hearing.ErrStale
		case err != nil:
			return err
		case s.State == hearing.SheetDone:
			err = w.print(ctx, hearing.Print{Session: s.Session, Document: s.Document, For: s.For, Key: s.Key, Hash: s.Hash, Edition: s.Edition, Pages: s.Pages,
				Copies: s.Copies, To: b.Queue, Content: content.String, Day: b.Day, Again: s.Again})
		}
		if err != nil || !s.State.Over() {
			return err
		}
		return w.closeBatches(ctx)
	})
}

// DropBatch gives up what of a batch did not come out.
func (d *Desk) DropBatch(ctx context.Context, id int64) error {
	return d.transact(ctx, func(w *writing) error {
		sheets, err := w.q.Sheets(ctx, id)
		for _, s := range sheets {
			if err == nil {
				err = w.part(ctx, hearing.NounPrint, hearing.ID(s.Session))
			}
		}
		if err != nil {
			return err
		}
		if err := w.q.DropSheets(ctx, id); err != nil {
			return err
		}
		return w.closeBatches(ctx)
	})
}

// closeBatches closes the batches of which nothing waits any more.
func (w *writing) closeBatches(ctx context.Context) error {
	return w.q.CloseBatches(ctx, stamp(w.d.o.Now()))
}

// OpenBatches lists the batches of which something did not come out yet, the
// earliest first.
func (d *Desk) OpenBatches(ctx context.Context) ([]hearing.Batch, error) {
	q := query.New(d.read)
	rows, err := q.OpenBatches(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	var out []hearing.Batch
	for _, r := range rows {
		b, err := batch(ctx, q, r)
		if err != nil {
			return nil, grasp(err)
		}
		out = append(out, b)
	}
	return out, nil
}

func batch(ctx context.Context, q *query.Queries, r query.Batch) (hearing.Batch, error) {
	at, _ := time.Parse(time.RFC3339Nano, r.At) // written by stamp
	b := hearing.Batch{ID: r.ID, At: at, Actor: r.Actor, Queue: r.Queue, Sides: r.Sides, Day: dayRead(r.Day)}
	sheets, err := q.Sheets(ctx, r.ID)
	for _, s := range sheets {
		b.Sheets = append(b.Sheets, hearing.BatchSheet{N: int(s.N), Session: hearing.ID(s.Session), Document: s.Document, For: s.Recipient, Key: s.Item, Title: s.Title,
			Copies: int(s.Copies), Again: s.Again, State: hearing.SheetState(s.State), Job: s.Job, Hash: s.Hash, Edition: int(s.Edition), Pages: int(s.Pages), Content: s.Content.String})
	}
	return b, err
}

// Batch reads one batch.
func (d *Desk) Batch(ctx context.Context, id int64) (hearing.Batch, error) {
	q := query.New(d.read)
	r, err := q.Batch(ctx, id)
	if err != nil {
		return hearing.Batch{}, grasp(err)
	}
	b, err := batch(ctx, q, r)
	return b, grasp(err)
}
