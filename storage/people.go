package storage

import (
	"context"
	"slices"

	"github.com/mozillazg/go-pinyin"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// People lists people by a part of the name, its pinyin or initials, a
// telephone, a licence or another number, or the name of their unit; all of them
// without one.
func (d *Desk) People(ctx context.Context, part string, most int) ([]hearing.Person, error) {
	found, err := d.Listing(ctx, "", part, most)
	out := make([]hearing.Person, len(found))
	for i, l := range found {
		out[i] = l.Person
	}
	return out, err
}

// Listing is [Desk.People] of one facet, each with the unit; an empty facet is
// everybody. Those who are found by themselves come before those of whom only the
// unit is.
func (d *Desk) Listing(ctx context.Context, facet hearing.Facet, part string, most int) ([]hearing.Listed, error) {
	q := d.find
	f, err := d.finder(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	rows, err := f.records(ctx, wanted{noun: hearing.NounPerson, facet: facet, part: fold(part), most: most, units: true})
	if err != nil {
		return nil, grasp(err)
	}
	return withUnits(ctx, q, rows)
}

// withUnits reads people with their units, each unit once.
func withUnits(ctx context.Context, q *query.Queries, rows []query.ListedRow) ([]hearing.Listed, error) {
	out := make([]hearing.Listed, 0, len(rows))
	units := map[hearing.ID]hearing.Organisation{}
	for _, row := range rows {
		r, err := decode(hearing.NounPerson, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		p, _ := r.(hearing.Person)
		if _, known := units[p.Organisation]; !known && p.Organisation != "" {
			of, err := q.Record(ctx, query.RecordParams{Kind: hearing.NounOrganisation, ID: string(p.Organisation)})
			if err != nil {
				return nil, grasp(err)
			}
			o, err := decode(hearing.NounOrganisation, of.Body, 0)
			if err != nil {
				return nil, err
			}
			units[p.Organisation], _ = o.(hearing.Organisation)
		}
		out = append(out, hearing.Listed{Person: p, Unit: units[p.Organisation]})
	}
	return out, nil
}

// Facets counts the people of every facet, and all of them under the empty one.
func (d *Desk) Facets(ctx context.Context) (map[hearing.Facet]int, error) {
	q := query.New(d.read)
	all, err := q.CountKind(ctx, hearing.NounPerson)
	if err != nil {
		return nil, grasp(err)
	}
	rows, err := q.CountFacets(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	out := map[hearing.Facet]int{"": int(all)}
	for _, r := range rows {
		out[hearing.Facet(r.Facet)] = int(r.People)
	}
	return out, nil
}

// Namesakes lists the people who are called exactly so.
func (d *Desk) Namesakes(ctx context.Context, name string) ([]hearing.Listed, error) {
	q := query.New(d.read)
	rows, err := q.Namesakes(ctx, query.NamesakesParams{Sort: sounds(name, pinyin.Normal), Name: name})
	if err != nil {
		return nil, grasp(err)
	}
	return withUnits(ctx, q, listed(rows))
}

// directory projects where a record stands in the directory, and what was merged
// into it.
func (w *writing) directory(ctx context.Context, r, was hearing.Record) error {
	kind, id := r.Noun(), string(r.Key())
	if err := w.facets(ctx, r, was); err != nil {
		return err
	}
	var merged []hearing.ID
	switch v := r.(type) {
	case hearing.Person:
		merged = v.Merged
	case hearing.Organisation:
		merged = v.Merged
	default:
		return nil
	}
	if err := w.q.DropAliases(ctx, query.DropAliasesParams{Kind: kind, Whole: id}); err != nil {
		return err
	}
	for _, gone := range merged {
		if err := w.q.AddAlias(ctx, query.AddAliasParams{Kind: kind, ID: string(gone), Whole: id}); err != nil {
			return err
		}
	}
	return nil
}

// facets projects who belongs to which group of the directory because of a record.
func (w *writing) facets(ctx context.Context, r, was hearing.Record) error {
	kind, id, now := r.Noun(), string(r.Key()), hearing.Sightings(r)
	if was != nil && slices.Equal(now, hearing.Sightings(was)) {
		return nil
	}
	if err := w.q.DropFacets(ctx, query.DropFacetsParams{ByKind: kind, ByID: id}); err != nil {
		return err
	}
	for _, s := range now {
		if err := w.q.AddFacet(ctx, query.AddFacetParams{Kind: s.Noun, ID: string(s.ID), Facet: string(s.Facet), ByKind: kind, ByID: id}); err != nil {
			return err
		}
	}
	return nil
}
