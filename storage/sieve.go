package storage

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// SearchWithin is Search for what a sieve leaves in. Of a kind of which not even
// that many are left in, as many more are looked at as there are.
func (d *Desk) SearchWithin(ctx context.Context, text string, n hearing.Sieve, most int) ([]hearing.Hit, error) {
	const widen = 10
	for look := most; ; look *= widen {
		all, err := d.search(ctx, text, n, look)
		if err != nil || n.Open() {
			return all, err
		}
		seen, left, out := map[string]int{}, map[string]int{}, []hearing.Hit{}
		for _, h := range all {
			seen[h.Noun]++
			if n.Takes(h) {
				left[h.Noun]++
				out = append(out, h)
			}
		}
		more := false
		for noun, all := range seen {
			more = more || all >= look && left[noun] < most
		}
		if !more {
			return out, nil
		}
	}
}

// within is matching for what a sieve leaves in.
func (f finding) within(ctx context.Context, w wanted, holds, line string) ([]query.ListedRow, error) {
	p, err := sieved(w.sieve)
	if err != nil {
		return nil, err
	}
	p.Grams, p.Part, p.Line = holds, w.part, line
	var out []query.ListedRow
	for _, p.Begins = range []int64{1, 0} {
		if p.Most = int64(w.most - len(out)); p.Most == 0 {
			break
		}
		rows, err := f.q.HoldingWithin(ctx, p)
		if err != nil {
			return nil, err
		}
		out = append(out, listed(rows)...)
	}
	return out, nil
}

// sieved is a sieve as queries have it. A session's day is that of a zone of its
// own, so that one a day before is not left out yet.
func sieved(n hearing.Sieve) (query.HoldingWithinParams, error) {
	p := query.HoldingWithinParams{State: string(n.State), Room: string(n.Room), Type: string(n.Type), People: "[]"}
	if !n.From.IsZero() {
		p.Earliest, p.Day = n.From.AddDays(-1).String(), n.From.String()
	}
	if n.People == nil {
		return p, nil
	}
	var err error
	if p.People, err = listing(n.People); len(n.People) == 0 {
		p.People = `[""]` // nobody is called so
	}
	return p, err
}

// words lists the passages that have a part, the last ones that were written first.
func (f finding) words(ctx context.Context, part string, n hearing.Sieve, most int) ([]query.SpokenScannedRow, error) {
	if f.scan {
		return f.q.SpokenScanned(ctx, query.SpokenScannedParams{Part: part, Most: int64(most)})
	}
	grams, err := f.rarest(ctx, ofPassages(f.q), allOf("", letters(part), 2, 1))
	if err != nil || grams == "" {
		return nil, err
	}
	if n.Open() {
		rows, err := f.q.SpokenHolding(ctx, query.SpokenHoldingParams{Grams: grams, Part: part, Most: int64(most)})
		return scanned(rows), err
	}
	p, err := sieved(n)
	if err != nil {
		return nil, err
	}
	rows, err := f.q.SpokenWithin(ctx, query.SpokenWithinParams{Grams: grams, State: p.State, Room: p.Room, Earliest: p.Earliest, People: p.People, Part: part, Most: int64(most)})
	return scanned(rows), err
}

// scanned are passages as a look through all of them gives them.
func scanned[R query.SpokenHoldingRow | query.SpokenWithinRow](rows []R) []query.SpokenScannedRow {
	out := make([]query.SpokenScannedRow, len(rows))
	for i, r := range rows {
		out[i] = query.SpokenScannedRow(r)
	}
	return out
}
