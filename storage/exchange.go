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
	Joined  int             // records that two desks had changed, brought together
	Clashes []hearing.Clash // noticed, not refused: the package tells what is
}

// Import merges a package in one transaction: all of it, or nothing. Records
// that the desk has are replaced where they differ. A reference to a record
// that neither has is a fault in [hearing.FieldErrors].
func (d *Desk) Import(ctx context.Context, p hearing.Package) (ImportReport, error) {
	return d.take(ctx, p, nil)
}

// take merges a package; from is the bundle that it came in, nil where it is to
// replace what the desk has.
func (d *Desk) take(ctx context.Context, p hearing.Package, from *receiving) (ImportReport, error) {
	var report ImportReport
	err := d.transact(ctx, func(w *writing) error {
		w.receives = from
		whole, err := w.aliases(ctx)
		if err != nil {
			return err
		}
		faults, err := w.unresolved(ctx, p, whole)
		if err != nil {
			return err
		}
		open, err := w.reopened(ctx, p)
		if err != nil {
			return err
		}
		if faults = append(faults, open...); len(faults) > 0 {
			return faults
		}
		if p, err = w.understood(ctx, p, whole); err != nil {
			return err
		}
		if report.Records, err = w.mergeAll(ctx, p); err != nil {
			return err
		}
		if from != nil {
			if err := w.revive(ctx, &report); err != nil {
				return err
			}
			if err := w.depart(ctx, &report); err != nil {
				return err
			}
			if len(from.conflicts) > 0 {
				return &hearing.ConflictError{Conflicts: from.conflicts}
			}
			report.Joined = from.joined
		}
		if err := w.absorb(ctx, p); err != nil {
			return err
		}
		if report.Clashes, err = w.noticed(ctx, p); err != nil {
			return err
		}
		report.Clashes, err = w.veil(ctx, report.Clashes)
		return err
	})
	return report, err
}

// mergeAll stores what a package holds, and counts it by kind.
func (w *writing) mergeAll(ctx context.Context, p hearing.Package) ([]hearing.Count, error) {
	counts := map[string]*hearing.Count{}
	for _, r := range p.Records() {
		n := counts[r.Noun()]
		if n == nil {
			n = &hearing.Count{Kind: r.Noun()}
			counts[r.Noun()] = n
		}
		if err := w.merge(ctx, r, n); err != nil {
			return nil, fmt.Errorf("%s %s: %w", r.Noun(), r.Key(), err)
		}
	}
	if len(p.Numbers) > 0 {
		counts[nounNumber] = &hearing.Count{Kind: nounNumber}
		if err := w.mergeNumbers(ctx, p.Numbers, counts[nounNumber]); err != nil {
			return nil, fmt.Errorf("numbers: %w", err)
		}
	}
	if len(p.Transcripts) > 0 {
		counts[nounTranscript] = &hearing.Count{Kind: nounTranscript}
		if err := w.mergeTranscripts(ctx, p.Transcripts, counts[nounTranscript]); err != nil {
			return nil, err
		}
	}
	var out []hearing.Count
	for _, noun := range append(slices.Clone(nouns), nounTranscript, nounNumber) {
		if n := counts[noun]; n != nil {
			out = append(out, *n)
		}
	}
	return out, nil
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
	if err := w.seen(ctx, r.Noun(), r.Key()); err != nil {
		return err
	}
	at := hearing.Version(0)
	row, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	if err == nil {
		at = hearing.Version(row.Version)
	} else if !errors.Is(grasp(err), hearing.ErrNotFound) {
		return err
	}
	text := string(body)
	if w.receives != nil {
		taken := false
		if r, text, taken, err = w.receive(ctx, r, text, row.Body); err != nil {
			return err
		}
		if !taken {
			n.Unchanged++
			return nil
		}
	}
	if err := w.keepsDraws(ctx, r); err != nil {
		return err
	}
	v, err := w.store(ctx, "import", r, at, text)
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

// reopened names what the desk has struck off and the package has open again, with
// no visit that found it so.
func (w *writing) reopened(ctx context.Context, p hearing.Package) (hearing.FieldErrors, error) {
	var faults hearing.FieldErrors
	for n, i := range p.Instruments {
		row, err := w.q.Record(ctx, query.RecordParams{Kind: hearing.NounInstrument, ID: string(i.ID)})
		if errors.Is(grasp(err), hearing.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		stored, err := decode(hearing.NounInstrument, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		was, _ := stored.(hearing.Instrument)
		for _, f := range i.Reopened(was) {
			f.Path = fmt.Sprintf("instruments[%d].%s", n, f.Path)
			faults = append(faults, f)
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
	if err := d.gives(); err != nil {
		return hearing.Package{}, err
	}
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
