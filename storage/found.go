package storage

import (
	"cmp"
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// A finding looks for records that a text is a part of.
type finding struct {
	q    *query.Queries
	scan bool // the index is not whole yet: everything is looked through
	rare *rarities
}

// finder asks whether the index can be used. An older file is indexed while it is
// worked with, and is searched without the index until then.
func (d *Desk) finder(ctx context.Context) (finding, error) {
	left, err := d.find.Unindexed(ctx)
	return finding{d.find, slices.ContainsFunc(left, func(u query.Unindexed) bool { return u.What != toCount }), &d.rare}, err
}

// A wanted is what is looked for: records of a kind, of people those of a facet.
type wanted struct {
	noun  string
	facet hearing.Facet
	part  string // folded; empty is all of them
	most  int
	units bool // behind them those that name a unit which is found by the part

	sieve hearing.Sieve // what it leaves out is not among the most, as far as an index tells
}

// records lists what is wanted in the order of its names. Of more than are wanted
// it takes those of which a line begins with the part, and of these and of all
// others the ones that were made last. Behind them come those of units.
func (f finding) records(ctx context.Context, w wanted) ([]query.ListedRow, error) {
	if w.part == "" {
		return f.all(ctx, w)
	}
	out, err := f.matching(ctx, w)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(out, byName)
	if w.units && len(out) < w.most {
		more, err := f.ofUnits(ctx, w, w.most-len(out))
		return append(out, more...), err
	}
	return out, nil
}

func byName(a, b query.ListedRow) int {
	return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.ID, b.ID))
}

func (f finding) all(ctx context.Context, w wanted) ([]query.ListedRow, error) {
	if w.facet == "" {
		return f.q.Listed(ctx, query.ListedParams{Kind: w.noun, Limit: int64(w.most)})
	}
	rows, err := f.q.PeopleOf(ctx, query.PeopleOfParams{Facet: string(w.facet), Most: int64(w.most)})
	return listed(rows), err
}

// matching lists those whose own words have the part.
func (f finding) matching(ctx context.Context, w wanted) ([]query.ListedRow, error) {
	line, most := "\n"+w.part, int64(w.most)
	mark := marks[w.noun]
	if f.scan || mark == "" {
		rows, err := f.q.Scanned(ctx, query.ScannedParams{Kind: w.noun, Part: w.part, Line: line, Facet: string(w.facet), Most: most})
		return listed(rows), err
	}
	holding, beginning := asked(mark, w.part)
	holds, err := f.rarest(ctx, ofRecords(f.q), holding)
	if err != nil || holds == "" {
		return nil, err
	}
	if !w.sieve.Open() {
		return f.within(ctx, w, holds, line)
	}
	begins, err := f.rarest(ctx, ofRecords(f.q), beginning)
	if err != nil {
		return nil, err
	}
	var out []query.ListedRow
	if begins != "" {
		first, err := f.q.Beginning(ctx, query.BeginningParams{Grams: begins, Line: line, Facet: string(w.facet), Most: most})
		if out = listed(first); err != nil || len(out) >= w.most {
			return out, err
		}
	}
	rest, err := f.q.Holding(ctx, query.HoldingParams{Grams: holds, Part: w.part, Line: line, Facet: string(w.facet), Most: most - int64(len(out))})
	return append(out, listed(rest)...), err
}

// ofUnits lists those that name one of the units which the part finds, unit by unit
// until they are enough.
func (f finding) ofUnits(ctx context.Context, w wanted, most int) ([]query.ListedRow, error) {
	units, err := f.matching(ctx, wanted{noun: hearing.NounOrganisation, part: w.part, most: w.most})
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var out []query.ListedRow
	for _, u := range units {
		if len(out) >= most {
			break
		}
		rows, err := f.q.OfUnit(ctx, query.OfUnitParams{Unit: u.ID, Kind: w.noun, Part: w.part, Facet: string(w.facet), Most: int64(most)})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if !seen[r.ID] {
				seen[r.ID] = true
				out = append(out, query.ListedRow(r))
			}
		}
	}
	slices.SortFunc(out, byName)
	return out[:min(most, len(out))], nil
}

// listed are rows as every way of finding gives them.
func listed[R query.ScannedRow | query.BeginningRow | query.HoldingRow | query.HoldingWithinRow | query.PeopleOfRow | query.NamesakesRow](rows []R) []query.ListedRow {
	out := make([]query.ListedRow, len(rows))
	for i, r := range rows {
		out[i] = query.ListedRow(r)
	}
	return out
}
