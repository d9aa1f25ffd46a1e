package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// An ImportReport says what an import did.
type ImportReport struct {
	Records []hearing.Count
	Clashes []hearing.Clash // noticed, not refused: the package tells what is
}

// Import merges a package in one transaction: all of it, or nothing. Records
// that the desk has are replaced where they differ. A reference to a record
// that neither has is a fault in [hearing.FieldErrors].
func (d *Desk) Import(ctx context.Context, p hearing.Package) (ImportReport, error) {
	var report ImportReport
	err := d.transact(ctx, func(w *writing) error {
		whole, err := w.aliases(ctx)
		if err != nil {
			return err
		}
		faults, err := w.unresolved(ctx, p, whole)
		if err != nil {
			return err
		}
		if len(faults) > 0 {
			return faults
		}
		if p, err = w.understood(ctx, p, whole); err != nil {
			return err
		}
		counts := map[string]*hearing.Count{}
		for _, r := range p.Records() {
			n := counts[r.Noun()]
			if n == nil {
				n = &hearing.Count{Kind: r.Noun()}
				counts[r.Noun()] = n
			}
			if err := w.merge(ctx, r, n); err != nil {
				return fmt.Errorf("%s %s: %w", r.Noun(), r.Key(), err)
			}
		}
		if len(p.Numbers) > 0 {
			counts[nounNumber] = &hearing.Count{Kind: nounNumber}
			if err := w.mergeNumbers(ctx, p.Numbers, counts[nounNumber]); err != nil {
				return fmt.Errorf("numbers: %w", err)
			}
		}
		if len(p.Transcripts) > 0 {
			counts[nounTranscript] = &hearing.Count{Kind: nounTranscript}
			if err := w.mergeTranscripts(ctx, p.Transcripts, counts[nounTranscript]); err != nil {
				return err
			}
		}
		if err := w.absorb(ctx, p); err != nil {
			return err
		}
		for _, noun := range append(slices.Clone(nouns), nounTranscript, nounNumber) {
			if n := counts[noun]; n != nil {
				report.Records = append(report.Records, *n)
			}
		}
		report.Clashes, err = w.noticed(ctx, p)
		return err
	})
	return report, err
}

// nouns is the order in which kinds are listed and exported. Scans are not among
// them: they stay on the desk that has the files.
var nouns = []string{hearing.NounOffice, hearing.NounOrganisation, hearing.NounPerson, hearing.NounRoom, hearing.NounCase,
	hearing.NounHearing, hearing.NounInstrument, hearing.NounAnnouncement, hearing.NounClue, hearing.NounPatrol, hearing.NounForm, hearing.NounEnclosure, hearing.NounWordForm}

// merge stores one record on top of whatever version the desk has.
func (w *writing) merge(ctx context.Context, r hearing.Record, n *hearing.Count) error {
	r, err := w.unpacked(ctx, r)
	if err != nil {
		return err
	}
	if r, err = w.numbered(ctx, r); err != nil {
		return err
	}
	body, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := w.keepsDraws(ctx, r); err != nil {
		return err
	}
	at := hearing.Version(0)
	row, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	if err == nil {
		at = hearing.Version(row.Version)
	} else if !errors.Is(grasp(err), hearing.ErrNotFound) {
		return err
	}
	v, err := w.store(ctx, "import", r, at, string(body))
	switch {
	case err != nil:
		return err
	case at == 0:
		n.New++
	case v != at:
		n.Changed++
	default:
		n.Unchanged++
	}
	return nil
}

// unresolved names the references that lead nowhere, with their path in the
// package.
func (w *writing) unresolved(ctx context.Context, p hearing.Package, whole aliases) (hearing.FieldErrors, error) {
	var faults hearing.FieldErrors
	for _, ref := range p.Dangling() {
		if whole.of(ref) != ref.ID {
			continue
		}
		has, err := w.q.Has(ctx, query.HasParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return nil, err
		}
		if has == 0 {
			faults = append(faults, &hearing.FieldError{Path: ref.Path, Code: "reference", Value: string(ref.ID)})
		}
	}
	return faults, nil
}

// noticed lists the clashes of the package's sessions, each pair once.
func (w *writing) noticed(ctx context.Context, p hearing.Package) ([]hearing.Clash, error) {
	var out []hearing.Clash
	seen := map[string]bool{}
	for _, r := range p.Records() {
		s, ok := sessionOf(r)
		if !ok {
			continue
		}
		found, err := clashes(ctx, w.q, s)
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			pair := []string{string(s.ID), string(c.Session)}
			slices.Sort(pair)
			key := strings.Join(append(pair, string(c.Who)), "\n")
			if !seen[key] {
				seen[key] = true
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// Export returns chosen sessions with all that they name, or everything. It is
// sorted, so that the same desk gives the same package.
func (d *Desk) Export(ctx context.Context, sessions ...hearing.ID) (hearing.Package, error) {
	tx, err := d.read.BeginTx(ctx, nil)
	if err != nil {
		return hearing.Package{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	g := gathering{ctx: ctx, q: query.New(tx), seen: map[hearing.Reference]bool{}}
	if err := g.office(); err != nil {
		return hearing.Package{}, grasp(err)
	}
	for _, id := range sessions {
		kind, err := g.q.KindOf(ctx, string(id))
		if err != nil {
			return hearing.Package{}, grasp(err)
		}
		if err := g.add(kind, id); err != nil {
			return hearing.Package{}, grasp(err)
		}
	}
	if len(sessions) == 0 {
		for _, noun := range nouns {
			rows, err := g.q.All(ctx, noun)
			if err != nil {
				return hearing.Package{}, grasp(err)
			}
			for _, r := range rows {
				if err := g.add(noun, hearing.ID(r.ID)); err != nil {
					return hearing.Package{}, grasp(err)
				}
			}
		}
	}
	if err := g.instruments(); err != nil {
		return hearing.Package{}, grasp(err)
	}
	if err := g.transcripts(sessions); err != nil {
		return hearing.Package{}, grasp(err)
	}
	if err := g.numbers(sessions); err != nil {
		return hearing.Package{}, grasp(err)
	}
	if err := d.pack(ctx, &g.p); err != nil {
		return hearing.Package{}, err
	}
	g.p.Sort()
	return g.p, nil
}
