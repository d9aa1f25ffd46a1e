package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/versions"
	"hearingdesk/storage/query"
)

// Bundle returns chosen sessions with all that they name, or everything, with the
// versions that each record went through. Passages and document numbers need none:
// each is written once.
func (d *Desk) Bundle(ctx context.Context, sessions ...hearing.ID) (hearing.Bundle, error) {
	p, err := d.Export(ctx, sessions...)
	if err != nil {
		return hearing.Bundle{}, err
	}
	b := hearing.Bundle{From: d.Actor(), Package: p}
	if p.Office != nil {
		b.From = p.Office.Name + " " + d.Actor()
	}
	q := query.New(d.read)
	for _, r := range p.Records() {
		l, err := lineageOf(ctx, q, r.Noun(), r.Key())
		if err != nil {
			return b, grasp(err)
		}
		b.Histories = append(b.Histories, hearing.History{Kind: r.Noun(), ID: r.Key(), Last: l.last, Hashes: l.sorted()})
	}
	if len(sessions) == 0 {
		b.Gone, err = goneFrom(ctx, q)
	}
	return b, err
}

// Receive merges a bundle of another desk in one transaction. What the desk has
// already, or has changed since, stays; what only the other desk changed is taken;
// what both changed is brought together field by field. Where both changed the same
// field, prefer says whose value stays; without it the error is a
// [hearing.ConflictError] and nothing is merged. A bundle that is received twice
// changes nothing, and the order of several does not matter.
//
// An office's own texts, forms and settings are taken only of the same office.
func (d *Desk) Receive(ctx context.Context, b hearing.Bundle, choices hearing.Choices) (ImportReport, error) {
	own, err := d.Office(ctx)
	if err != nil && !errors.Is(err, hearing.ErrNotFound) {
		return ImportReport{}, err
	}
	if o := b.Package.Office; err == nil && own.Name != "" && (o == nil || o.Name != own.Name) {
		b.Package.Office, b.Package.Forms, b.Package.Enclosures, b.Package.WordForms = nil, nil, nil, nil
		b.Gone = slices.DeleteFunc(slices.Clone(b.Gone), func(g hearing.Gone) bool {
			return g.Kind == hearing.NounForm || g.Kind == hearing.NounEnclosure || g.Kind == hearing.NounWordForm
		})
	}
	r := &receiving{choices: choices, gone: b.Gone, of: map[hearing.Reference]hearing.History{}}
	for _, h := range b.Histories {
		r.of[hearing.Reference{Noun: h.Kind, ID: h.ID}] = h
	}
	return d.take(ctx, b.Package, r)
}

// A receiving is a bundle that is being merged.
type receiving struct {
	choices   hearing.Choices
	gone      []hearing.Gone
	deleted   []received // records that came and were deleted here
	of        map[hearing.Reference]hearing.History
	conflicts []hearing.Conflict
	joined    int
}

// A received is a record that came, and how it is to be stored.
type received struct {
	record hearing.Record
	body   string
}

// A lineage is what the desk knows of the versions of a record.
type lineage struct {
	last   string // the version that it is; empty: it has none
	known  map[string]bool
	drops  map[string]bool // those of known at which it was deleted here
	bodies []string        // what it held, the latest first
}

func lineageOf(ctx context.Context, q *query.Queries, noun string, id hearing.ID) (lineage, error) {
	l := lineage{known: map[string]bool{}, drops: map[string]bool{}}
	own, err := q.OwnVersions(ctx, query.OwnVersionsParams{Kind: noun, Record: string(id)})
	if err != nil {
		return l, err
	}
	for i, v := range own {
		if i == 0 {
			l.last = "v" + v.Hash
		}
		l.known["v"+v.Hash] = true
		if v.After == "" {
			l.drops["v"+v.Hash] = true
			continue
		}
		if _, body, err := states(v.Before, v.After, v.Packed); err == nil {
			l.known[held(body)] = true
			l.bodies = append(l.bodies, body)
		}
	}
	more, err := q.Ancestors(ctx, query.AncestorsParams{Kind: noun, ID: string(id)})
	for _, hash := range more {
		l.known[hash] = true
	}
	return l, err
}

// held is the name of what a record held.
func held(body string) string { return "c" + hearing.HashOf([]byte(body)) }

func (l lineage) sorted() []string {
	out := make([]string, 0, len(l.known))
	for hash := range l.known {
		out = append(out, hash)
	}
	slices.Sort(out)
	return out
}

// receive says what becomes of a record that came: r and its text as they are to be
// stored, and false where the desk's own stays. now is what the desk holds; empty:
// it has no such record.
func (w *writing) receive(ctx context.Context, r hearing.Record, body, now string) (hearing.Record, string, bool, error) {
	h := w.receives.of[hearing.Reference{Noun: r.Noun(), ID: r.Key()}]
	l, err := lineageOf(ctx, w.q, r.Noun(), r.Key())
	if err != nil {
		return r, body, false, err
	}
	for _, hash := range h.Hashes {
		if err := w.q.AddAncestor(ctx, query.AddAncestorParams{Kind: r.Noun(), ID: string(r.Key()), Hash: hash}); err != nil {
			return r, body, false, err
		}
	}
	theirs := setOf(h.Hashes)
	theirs[held(body)] = true
	known := l.known[h.Last] || l.known[held(body)] && !theirs[held(now)]
	switch {
	case now == "" && (len(l.known) == 0 || theirs[l.last]):
		return r, body, true, nil // it was never here, or was brought back there
	case now == "" && known:
		w.receives.deleted = append(w.receives.deleted, received{r, body})
		return r, body, false, nil // what was deleted here stays so, unless others name it
	case now == "":
		return r, body, w.deletedHere(r, body), nil
	case now == body, known:
		return r, body, false, nil // it is here, or was
	case theirs[l.last], theirs[held(now)]:
		return r, body, true, nil // made of what is here
	}
	return w.both(r, body, now, l, theirs)
}

// both brings together a record that was changed on both desks.
func (w *writing) both(r hearing.Record, body, now string, l lineage, theirs map[string]bool) (hearing.Record, string, bool, error) {
	base := ""
	if i := slices.IndexFunc(l.bodies, func(b string) bool { return theirs[held(b)] }); i >= 0 {
		base = l.bodies[i]
	}
	open := false
	pick := func(path string, mine, other any) any {
		switch w.receives.choices.Of(hearing.Place{Kind: r.Noun(), ID: r.Key(), Path: path}) {
		case hearing.PreferTheirs:
			return other
		case hearing.PreferNone:
			open = true
		}
		return mine
	}
	text, fields, err := versions.Join([]byte(base), []byte(now), []byte(body), pick)
	if err != nil {
		return r, body, false, err
	}
	if open {
		w.receives.conflicts = append(w.receives.conflicts, hearing.Conflict{Kind: r.Noun(), ID: r.Key(), Name: r.Called(), Fields: fields, Mine: []byte(now), Theirs: []byte(body)})
		return r, body, false, nil
	}
	joined, err := decode(r.Noun(), string(text), int64(r.At()))
	if err != nil {
		return r, body, false, err
	}
	if faults := joined.Validate(); len(faults) > 0 {
		return r, body, false, faults
	}
	out, err := json.Marshal(joined)
	if err != nil {
		return r, body, false, fmt.Errorf("encode %s %s: %w", r.Noun(), r.Key(), err)
	}
	w.receives.joined++
	return joined, string(out), string(out) != now, nil
}
