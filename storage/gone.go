package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// goneFrom lists what was deleted, with the versions that it went through. What was
// merged into another record is that one's to say.
func goneFrom(ctx context.Context, q *query.Queries) ([]hearing.Gone, error) {
	rows, err := q.GoneRecords(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	var out []hearing.Gone
	for _, row := range rows {
		if !slices.Contains(nouns, row.Kind) {
			continue
		}
		l, err := lineageOf(ctx, q, row.Kind, hearing.ID(row.Record))
		if err != nil {
			return nil, grasp(err)
		}
		out = append(out, hearing.Gone{Name: row.Name, History: hearing.History{Kind: row.Kind, ID: hearing.ID(row.Record), Last: l.last, Hashes: l.sorted()}})
	}
	return out, nil
}

func setOf(hashes []string) map[string]bool {
	out := make(map[string]bool, len(hashes))
	for _, hash := range hashes {
		out[hash] = true
	}
	return out
}

// deletedHere says whether a record is taken that was changed there and deleted here.
// One that stays deleted comes all the same where others name it.
func (w *writing) deletedHere(r hearing.Record, body string) bool {
	switch w.receives.choices.Of(hearing.Place{Kind: r.Noun(), ID: r.Key()}) {
	case hearing.PreferTheirs:
		return true
	case hearing.PreferNone:
		w.receives.conflicts = append(w.receives.conflicts, hearing.Conflict{Kind: r.Noun(), ID: r.Key(), Name: r.Called(), Theirs: []byte(body)})
	}
	w.receives.deleted = append(w.receives.deleted, received{r, body})
	return false
}

// revive takes what was deleted here and is named by what came.
func (w *writing) revive(ctx context.Context, report *ImportReport) error {
	waiting := w.receives.deleted
	for again := true; again; { // what comes may name another one
		again = false
		for i, r := range waiting {
			if r.record == nil {
				continue
			}
			by, err := w.q.NamedBy(ctx, query.NamedByParams{Kind: r.record.Noun(), ID: string(r.record.Key())})
			if err != nil {
				return err
			}
			if len(by) == 0 {
				continue
			}
			if _, err := w.store(ctx, "import", r.record, 0, r.body); err != nil {
				return fmt.Errorf("%s %s: %w", r.record.Noun(), r.record.Key(), err)
			}
			counted(report, r.record.Noun(), func(n *hearing.Count) { n.New++; n.Unchanged-- })
			waiting[i].record, again = nil, true
		}
	}
	return nil
}

// counted alters the count of a kind.
func counted(report *ImportReport, noun string, by func(*hearing.Count)) {
	i := slices.IndexFunc(report.Records, func(c hearing.Count) bool { return c.Kind == noun })
	if i < 0 {
		i = len(report.Records)
		report.Records = append(report.Records, hearing.Count{Kind: noun})
	}
	by(&report.Records[i])
}

// depart drops what was deleted on the other desk, unless something here names it.
func (w *writing) depart(ctx context.Context, report *ImportReport) error {
	var going []hearing.Gone
	for _, g := range w.receives.gone {
		goes, err := w.departs(ctx, g)
		if err != nil {
			return fmt.Errorf("%s %s: %w", g.Kind, g.ID, err)
		}
		if goes {
			going = append(going, g)
		}
	}
	for again := true; again; { // one may have named another one
		again = false
		for i, g := range going {
			if g.ID == "" {
				continue
			}
			gone, err := w.leaves(ctx, g)
			if err != nil {
				return fmt.Errorf("%s %s: %w", g.Kind, g.ID, err)
			}
			if gone {
				counted(report, g.Kind, func(n *hearing.Count) { n.Gone++ })
				going[i].ID, again = "", true
			}
		}
	}
	return nil
}

// departs says whether a record goes that was deleted there.
func (w *writing) departs(ctx context.Context, g hearing.Gone) (bool, error) {
	if !slices.Contains(nouns, g.Kind) || g.Kind == hearing.NounOffice {
		return false, nil
	}
	if err := w.seen(ctx, g.Kind, g.ID); err != nil {
		return false, err
	}
	l, err := lineageOf(ctx, w.q, g.Kind, g.ID)
	if err != nil {
		return false, err
	}
	for _, hash := range g.Hashes {
		if err := w.q.AddAncestor(ctx, query.AddAncestorParams{Kind: g.Kind, ID: string(g.ID), Hash: hash}); err != nil {
			return false, err
		}
	}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: g.Kind, ID: string(g.ID)})
	if errors.Is(grasp(err), hearing.ErrNotFound) || err == nil && l.known[g.Last] {
		return false, nil // it is gone here too, or stayed or came back with that in mind
	}
	if err != nil {
		return false, err
	}
	theirs := setOf(g.Hashes)
	back := false // it was deleted here before, and brought back
	for hash := range l.drops {
		back = back || theirs[hash]
	}
	if theirs[l.last] || theirs[held(row.Body)] && !back {
		return true, nil
	}
	switch w.receives.choices.Of(hearing.Place{Kind: g.Kind, ID: g.ID}) {
	case hearing.PreferTheirs:
		return true, nil
	case hearing.PreferNone:
		if !back {
			w.receives.conflicts = append(w.receives.conflicts, hearing.Conflict{Kind: g.Kind, ID: g.ID, Name: g.Name, Mine: []byte(row.Body)})
		}
	}
	return false, nil
}

// leaves drops a record that nothing names.
func (w *writing) leaves(ctx context.Context, g hearing.Gone) (bool, error) {
	by, err := w.q.NamedBy(ctx, query.NamedByParams{Kind: g.Kind, ID: string(g.ID)})
	if err != nil || len(by) > 0 {
		return false, err
	}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: g.Kind, ID: string(g.ID)})
	if err != nil {
		return false, err
	}
	return true, w.drop(ctx, "import", g.Kind, g.ID, hearing.Version(row.Version))
}
