package storage

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// aliases are the IDs of records that were merged, with those of the records that
// they went into.
type aliases map[hearing.Reference]hearing.ID

func (w *writing) aliases(ctx context.Context) (aliases, error) {
	rows, err := w.q.Aliases(ctx)
	out := aliases{}
	for _, r := range rows {
		out[hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)}] = hearing.ID(r.Whole)
	}
	return out, err
}

// of is whom a reference means.
func (a aliases) of(ref hearing.Reference) hearing.ID {
	if id, ok := a[hearing.Reference{Noun: ref.Noun, ID: ref.ID}]; ok {
		return id
	}
	return ref.ID
}

// understood returns a package as this desk understands it: who names a record
// that was merged here means the one that it went into, and the record itself is
// not made anew. A desk that knows less of what was merged takes nothing back.
func (w *writing) understood(ctx context.Context, p hearing.Package, whole aliases) (hearing.Package, error) {
	var out []hearing.Record
	for _, r := range p.Records() {
		if whole.of(hearing.Reference{Noun: r.Noun(), ID: r.Key()}) != r.Key() {
			continue
		}
		r, err := repointed(r, whole.of)
		if err != nil {
			return p, err
		}
		if r, err = w.stillMerged(ctx, r); err != nil {
			return p, err
		}
		out = append(out, r)
	}
	return p.WithRecords(out), nil
}

// stillMerged keeps what the desk knows was merged into a record.
func (w *writing) stillMerged(ctx context.Context, r hearing.Record) (hearing.Record, error) {
	if r.Noun() != hearing.NounPerson && r.Noun() != hearing.NounOrganisation {
		return r, nil
	}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	if errors.Is(grasp(err), hearing.ErrNotFound) {
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	stored, err := decode(r.Noun(), row.Body, 0)
	if err != nil {
		return nil, err
	}
	switch v := r.(type) {
	case hearing.Person:
		if was, ok := stored.(hearing.Person); ok {
			return v.Takes(hearing.Person{Merged: was.Merged, Distinct: was.Distinct}), nil
		}
	case hearing.Organisation:
		if was, ok := stored.(hearing.Organisation); ok {
			return v.Takes(hearing.Organisation{Merged: was.Merged, Distinct: was.Distinct}), nil
		}
	}
	return r, nil
}

// absorb merges what the package says was merged and this desk still has twice.
// Where a session stands against it, both stay, and are offered as twins.
func (w *writing) absorb(ctx context.Context, p hearing.Package) error {
	sent := map[hearing.Reference]bool{}
	for _, r := range p.Records() {
		sent[hearing.Reference{Noun: r.Noun(), ID: r.Key()}] = true
	}
	for _, r := range p.Records() {
		var merged []hearing.ID
		switch v := r.(type) {
		case hearing.Person:
			merged = v.Merged
		case hearing.Organisation:
			merged = v.Merged
		}
		for _, id := range merged {
			if sent[hearing.Reference{Noun: r.Noun(), ID: id}] {
				continue
			}
			if err := w.absorbOne(ctx, r.Noun(), r.Key(), id); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writing) absorbOne(ctx context.Context, noun string, keep, gone hearing.ID) error {
	var both [2]hearing.Record
	for i, id := range []hearing.ID{keep, gone} {
		row, err := w.q.Record(ctx, query.RecordParams{Kind: noun, ID: string(id)})
		if errors.Is(grasp(err), hearing.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		if both[i], err = decode(noun, row.Body, row.Version); err != nil {
			return err
		}
	}
	stands, err := w.obstacles(ctx, both[0], both[1])
	if err != nil || len(stands) > 0 {
		return err
	}
	_, err = w.join(ctx, both[0], both[1])
	return err
}
