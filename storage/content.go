package storage

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// heavy is the size from which a content lies beside the file, in bytes.
//
// Measured on contents of 64 KiB to 8 MiB: a write costs 2.7 ms in the file and
// 1.6 ms beside it at 256 KiB, 73 and 15 ms at 8 MiB, a read three times as
// much in the file at any size. What speaks for the file is that it is one: most
// papers (30 KB a page as we print it, 100 to 200 as a scan) travel with it.
// Large ones would make it grow by gigabytes in some years, and each backup
// writes the file anew, 4 s a GiB, where one beside it is copied once.
const heavy = 256 << 10

// hold keeps a content within the transaction and returns its hash, by which a
// row of the same transaction is to name it. The same bytes are kept once. A
// content that was damaged beside the file is whole again after it.
func (w *writing) hold(ctx context.Context, media string, data []byte) (string, error) {
	hash := hearing.HashOf(data)
	beside, err := w.q.ContentIsBeside(ctx, hash)
	switch {
	case errors.Is(grasp(err), hearing.ErrNotFound):
	case err != nil:
		return "", err
	case beside == 0 || w.d.contents().check(hash) == nil:
		return hash, nil
	default:
		return hash, w.d.contents().put(hash, data)
	}
	row := query.AddContentParams{Hash: hash, Size: int64(len(data)), Media: media, Bytes: data}
	if len(data) > heavy {
		row.Bytes = nil
		if err := w.d.contents().put(hash, data); err != nil {
			return "", err
		}
		w.placed = append(w.placed, hash)
	}
	return hash, w.q.AddContent(ctx, row)
}

// takeBack removes what a transaction that failed has put beside the file. It
// is called while the file is still locked: nobody else can have come to need
// it.
func (w *writing) takeBack() {
	for _, hash := range w.placed {
		w.d.contents().remove(hash) // else Sweep finds it
	}
}

// use notes which contents a record names. One that the desk does not have is
// a fault.
func (w *writing) use(ctx context.Context, r hearing.Record) error {
	h, ok := r.(interface{ Contents() []string })
	if !ok {
		return nil
	}
	for _, hash := range h.Contents() {
		has, err := w.q.HasContent(ctx, hash)
		if err != nil {
			return err
		}
		if has == 0 {
			return hearing.FieldErrors{{Path: "hash", Code: "reference", Value: hash}}
		}
		if err := w.q.UseContent(ctx, query.UseContentParams{Hash: hash, Kind: r.Noun(), ID: string(r.Key())}); err != nil {
			return err
		}
	}
	return nil
}

// Content reads a content by its hash. One that is missing or was changed is a
// [*hearing.ContentError], which is a [hearing.ErrDamaged]; a hash that was
// never kept is [hearing.ErrNotFound].
func (d *Desk) Content(ctx context.Context, hash string) ([]byte, error) {
	row, err := query.New(d.read).Content(ctx, hash)
	if err != nil {
		return nil, grasp(err)
	}
	if row.Bytes == nil && row.Size > 0 {
		return d.contents().get(hash)
	}
	if hearing.HashOf(row.Bytes) != hash {
		return nil, &hearing.ContentError{Hash: hash, Place: d.path}
	}
	return row.Bytes, nil
}

// Sweep drops what a crash left beside the file, and the contents that nothing
// names: no record, no change of the record of changes, no row of a table that
// refers to them. It returns how many went.
func (d *Desk) Sweep(ctx context.Context) (int, error) {
	gone := 0
	err := d.transact(ctx, func(w *writing) error {
		idle, err := w.q.UnusedContents(ctx)
		for _, hash := range idle {
			switch err := w.q.DropContent(ctx, hash); {
			case referred(err): // by a table of its own
			case err != nil:
				return err
			default:
				gone++
			}
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	// A second transaction: what the first one dropped is dropped by now even
	// after a crash, and while this one lasts nobody keeps the same bytes anew.
	return gone, d.transact(ctx, func(w *writing) error {
		names, err := d.contents().list()
		for _, hash := range names {
			has, err := w.q.HasContent(ctx, hash)
			if err != nil {
				return err
			}
			if has == 0 {
				d.contents().remove(hash)
			}
		}
		if err == nil {
			d.contents().tidy()
			d.clearTrials()
		}
		return err
	})
}
