package storage

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// Forms lists the office's own texts of papers, in the order of their numbers.
func (d *Desk) Forms(ctx context.Context) ([]hearing.FormText, error) {
	rows, err := query.New(d.read).All(ctx, hearing.NounForm)
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.FormText, 0, len(rows))
	for _, r := range rows {
		f, err := decode(hearing.NounForm, r.Body, r.Version)
		if err != nil {
			return nil, err
		}
		if f, ok := f.(hearing.FormText); ok {
			out = append(out, f)
		}
	}
	return out, nil
}

// Form reads the office's own text of a paper; one that has none gives an empty
// one.
func (d *Desk) Form(ctx context.Context, number hearing.ID) (hearing.FormText, error) {
	f, err := load[hearing.FormText](ctx, d, hearing.NounForm, number)
	if errors.Is(err, hearing.ErrNotFound) {
		return hearing.FormText{ID: number}, nil
	}
	return f, err
}

// SaveForm puts a text of a paper in force, as a new edition, and returns the
// new version. The same text once more is none. The caller has seen to it that
// the text can be used.
func (d *Desk) SaveForm(ctx context.Context, f hearing.FormText) (hearing.Version, error) {
	return d.save(ctx, f)
}

// numbered gives the text of a form the number of its edition: that of the text
// in force where it is the same, else the next one. Other records stay as they
// are.
func (w *writing) numbered(ctx context.Context, r hearing.Record) (hearing.Record, error) {
	if f, ok := r.(hearing.WordForm); ok {
		return w.numberedWord(ctx, f)
	}
	f, ok := r.(hearing.FormText)
	if !ok {
		return r, nil
	}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: hearing.NounForm, ID: string(f.ID)})
	switch err := grasp(err); {
	case errors.Is(err, hearing.ErrNotFound):
	case err != nil:
		return nil, err
	default:
		now, err := decode(hearing.NounForm, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		if now, ok := now.(hearing.FormText); ok && now.Text == f.Text {
			f.Edition, f.Note = now.Edition, now.Note
			return f, nil
		}
	}
	last, err := w.lastEdition(ctx, hearing.NounForm, f.ID)
	f.Edition = last + 1
	return f, err
}
