package storage

import (
	"context"

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
	q, l := query.New(d.read), listing{units: map[string]hearing.Organisation{}}
	part = fold(part)
	rows, err := q.FindPeople(ctx, query.FindPeopleParams{Facet: string(facet), Part: part, Most: int64(most)})
	if err != nil {
		return nil, grasp(err)
	}
	if part != "" && len(rows) < most {
		more, err := q.FindPeopleOfUnits(ctx, query.FindPeopleOfUnitsParams{Facet: string(facet), Part: part, Most: int64(most - len(rows))})
		if err != nil {
			return nil, grasp(err)
		}
		for _, r := range more {
			rows = append(rows, query.FindPeopleRow(r))
		}
	}
	for _, r := range rows {
		if err := l.add(r); err != nil {
			return nil, err
		}
	}
	return l.found, nil
}

// A listing reads people with their units, each unit once.
type listing struct {
	found []hearing.Listed
	units map[string]hearing.Organisation
}

func (l *listing) add(row query.FindPeopleRow) error {
	r, err := decode(hearing.NounPerson, row.Body, row.Version)
	if err != nil {
		return err
	}
	unit, known := l.units[row.Unit]
	if !known && row.Unit != "" {
		o, err := decode(hearing.NounOrganisation, row.UnitBody, 0)
		if err != nil {
			return err
		}
		unit, _ = o.(hearing.Organisation)
		l.units[row.Unit] = unit
	}
	p, _ := r.(hearing.Person)
	l.found = append(l.found, hearing.Listed{Person: p, Unit: unit})
	return nil
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
	rows, err := query.New(d.read).Namesakes(ctx, query.NamesakesParams{Sort: sounds(name, pinyin.Normal), Name: name})
	if err != nil {
		return nil, grasp(err)
	}
	l := listing{units: map[string]hearing.Organisation{}}
	for _, r := range rows {
		if err := l.add(query.FindPeopleRow(r)); err != nil {
			return nil, err
		}
	}
	return l.found, nil
}

// directory projects where a record stands in the directory, and what was merged
// into it.
func (w *writing) directory(ctx context.Context, r hearing.Record) error {
	kind, id := r.Noun(), string(r.Key())
	if err := w.q.DropFacets(ctx, query.DropFacetsParams{ByKind: kind, ByID: id}); err != nil {
		return err
	}
	for _, s := range hearing.Sightings(r) {
		if err := w.q.AddFacet(ctx, query.AddFacetParams{Kind: s.Noun, ID: string(s.ID), Facet: string(s.Facet), ByKind: kind, ByID: id}); err != nil {
			return err
		}
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
