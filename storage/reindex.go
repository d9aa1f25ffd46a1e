package storage

import (
	"context"

	"hearingdesk/storage/query"
)

// indexStep is how many records or passages are indexed in one transaction: few
// enough that a save between two steps does not wait.
const indexStep = 200

// toCount is what is left to be projected for the tables of periods.
const toCount = "counted"

// FinishIndex brings into the index what an older file has not there yet, in steps
// that are each kept: it can be stopped, and goes on where it was. told hears how
// much is done of all; where nothing is left it is not called.
func (d *Desk) FinishIndex(ctx context.Context, told func(done, all int)) error {
	for {
		left, err := query.New(d.whole).Unindexed(ctx)
		if err != nil || len(left) == 0 {
			return grasp(err)
		}
		done, all := int64(0), int64(0)
		for _, l := range left {
			done, all = done+l.Next-1, all+l.Last
		}
		told(int(done), int(all))
		if err := d.transact(ctx, func(w *writing) error { return w.indexStep(ctx, left[0]) }); err != nil {
			return err
		}
	}
}

// indexStep indexes what comes next, and notes how far it is.
func (w *writing) indexStep(ctx context.Context, l query.Unindexed) error {
	to := min(l.Last, l.Next+indexStep-1)
	switch l.What {
	case "record":
		rows, err := w.q.RecordsToIndex(ctx, query.RecordsToIndexParams{N: l.Next, N_2: to})
		if err != nil {
			return err
		}
		for _, r := range rows {
			if mark := marks[r.Kind]; mark != "" {
				w.grams = append(w.grams, indexed{r.N, gramsOf(mark, r.Search)})
			}
		}
	case toCount:
		if err := w.countStep(ctx, l.Next, to); err != nil {
			return err
		}
	case "utterance":
		rows, err := w.q.UtterancesToIndex(ctx, query.UtterancesToIndexParams{N: l.Next, N_2: to})
		if err != nil {
			return err
		}
		for _, r := range rows {
			w.said = append(w.said, indexed{r.N, saidGrams(r.Text)})
		}
	}
	if to < l.Last {
		return w.q.GoOnIndexing(ctx, query.GoOnIndexingParams{Next: to + 1, What: l.What})
	}
	return w.q.Indexed(ctx, l.What)
}

// countStep projects what cases and hearings are counted as.
func (w *writing) countStep(ctx context.Context, from, to int64) error {
	rows, err := w.q.RecordsToCount(ctx, query.RecordsToCountParams{First: from, Last: to})
	if err != nil {
		return err
	}
	for _, row := range rows {
		r, err := decode(row.Kind, row.Body, row.Version)
		if err == nil {
			err = w.counted(ctx, r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
