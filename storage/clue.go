package storage

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// Clue reads a clue.
func (d *Desk) Clue(ctx context.Context, id hearing.ID) (hearing.Clue, error) {
	return load[hearing.Clue](ctx, d, hearing.NounClue, id)
}

// SaveClue stores a clue and returns the new version.
func (d *Desk) SaveClue(ctx context.Context, c hearing.Clue) (hearing.Version, error) {
	return d.save(ctx, c)
}

// DeleteClue deletes a clue.
func (d *Desk) DeleteClue(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounClue, id, v)
}

// Clues lists clues of a source and in a state, each empty for any, by a part of
// what they say, a number, a place or the giver; the latest first.
func (d *Desk) Clues(ctx context.Context, source hearing.Source, state hearing.ClueState, part string, most int) ([]hearing.Clue, error) {
	rows, err := query.New(d.read).FindClues(ctx, query.FindCluesParams{Source: string(source), State: string(state), Part: fold(part), Most: int64(most)})
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Clue, 0, len(rows))
	for _, row := range rows {
		r, err := decode(hearing.NounClue, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		if c, ok := r.(hearing.Clue); ok {
			out = append(out, c)
		}
	}
	return out, nil
}

// CluesOf lists the clues of a case.
func (d *Desk) CluesOf(ctx context.Context, of hearing.ID) ([]hearing.Clue, error) {
	rows, err := query.New(d.read).Naming(ctx, query.NamingParams{Kind: hearing.NounCase, ID: string(of), ByKind: hearing.NounClue})
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Clue, 0, len(rows))
	for _, row := range rows {
		r, err := decode(hearing.NounClue, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		if c, ok := r.(hearing.Clue); ok && slices.Contains(c.Cases, of) {
			out = append(out, c)
		}
	}
	return out, nil
}

// FileClue makes a case of a clue that was read, in one change that is undone as
// one, and returns the case's ID. It returns [hearing.ErrStale] when somebody
// changed the clue since.
func (d *Desk) FileClue(ctx context.Context, c hearing.Clue, id hearing.ID, on calendar.Date) (hearing.ID, error) {
	c = c.FiledAs(id, on)
	k := c.Begins(id)
	if faults := append(k.Validate(), c.Validate()...); len(faults) > 0 {
		return "", faults
	}
	return id, d.transact(ctx, func(w *writing) error {
		if _, err := w.put(ctx, "file", c); err != nil {
			return err
		}
		_, err := w.put(ctx, "file", k)
		return err
	})
}

// AddClues stores clues that are new in one change: rows of a comparison that
// were chosen, or what a patrol found.
func (d *Desk) AddClues(ctx context.Context, list []hearing.Clue) error {
	for _, c := range list {
		if faults := c.Validate(); len(faults) > 0 {
			return faults
		}
	}
	return d.transact(ctx, func(w *writing) error {
		for _, c := range list {
			if _, err := w.put(ctx, "save", c); err != nil {
				return err
			}
		}
		return nil
	})
}
