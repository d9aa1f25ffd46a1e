package storage

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// confineAll works out for the whole desk what is its team's alone, when it gets its first account.
func (w *writing) confineAll(ctx context.Context) error {
	rows, err := w.q.Suspects(ctx)
	if err != nil {
		return err
	}
	var list []hearing.Reference
	for _, r := range rows {
		list = append(list, hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)})
	}
	if err := w.confineThese(ctx, list); err != nil {
		return err
	}
	return w.confineDeleted(ctx)
}

// confineDeleted hides what was deleted before there were accounts, which the record
// of changes still has: nobody can say any more who would see it, but those who see
// all. What was public stays.
func (w *writing) confineDeleted(ctx context.Context) error {
	rows, err := w.q.DeletedRecords(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		before, _, err := states(row.Before, row.After, row.Packed)
		if err != nil {
			return err
		}
		r, err := decode(row.Kind, before, 0)
		if err != nil {
			return err
		}
		if was, err := w.wasPublic(ctx, r); err != nil || was {
			if err != nil {
				return err
			}
			continue
		}
		if err := w.q.Confine(ctx, query.ConfineParams{Kind: row.Kind, ID: row.Record}); err != nil {
			return err
		}
	}
	return nil
}

// wasPublic reports of a record that was deleted whether others may know of it.
func (w *writing) wasPublic(ctx context.Context, r hearing.Record) (bool, error) {
	switch v := r.(type) {
	case hearing.Person:
		return v.Rank != "" || v.Class != "", nil
	case hearing.Hearing:
		if v.Openness != hearing.Public {
			return false, nil
		}
	case hearing.Announcement:
		if v.Openness != hearing.Public {
			return false, nil
		}
	default:
		return false, nil
	}
	for _, ref := range r.References() {
		if ref.Noun == hearing.NounCase {
			is, err := w.q.IsConfined(ctx, query.IsConfinedParams{Kind: ref.Noun, ID: string(ref.ID)})
			if err != nil || is != 0 {
				return false, err
			}
		}
	}
	return true, nil
}

// casesOf reads cases of a session, each once.
func (c *confining) casesOf(ids []hearing.ID) ([]hearing.Case, error) {
	var out []hearing.Case
	for _, id := range ids {
		if c.cases[id] == nil {
			row, err := c.w.q.Record(c.ctx, query.RecordParams{Kind: hearing.NounCase, ID: string(id)})
			if isNone(err) {
				continue // settle refuses what names nothing
			}
			if err != nil {
				return nil, err
			}
			r, err := decode(hearing.NounCase, row.Body, row.Version)
			if err != nil {
				return nil, err
			}
			k, _ := r.(hearing.Case)
			c.cases[id] = &k
		}
		out = append(out, *c.cases[id])
	}
	return out, nil
}

// naming lists the records of some kinds that name one.
func (c *confining) naming(ref hearing.Reference, kinds ...string) ([]hearing.Reference, error) {
	rows, err := c.w.q.Referrers(c.ctx, query.ReferrersParams{Kind: ref.Noun, ID: string(ref.ID)})
	var out []hearing.Reference
	for _, r := range rows {
		if slices.Contains(kinds, r.ByKind) {
			out = append(out, hearing.Reference{Noun: r.ByKind, ID: hearing.ID(r.ByID)})
		}
	}
	return out, err
}

// namedBy lists the records of some kinds that one names.
func (c *confining) namedBy(ref hearing.Reference, kinds ...string) ([]hearing.Reference, error) {
	rows, err := c.w.q.Named(c.ctx, query.NamedParams{ByKind: ref.Noun, ByID: string(ref.ID)})
	var out []hearing.Reference
	for _, r := range rows {
		if slices.Contains(kinds, r.Kind) {
			out = append(out, hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)})
		}
	}
	return out, err
}

func texts(ids []hearing.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
