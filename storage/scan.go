package storage

import (
	"cmp"
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// AddScans puts scans to their papers, all of them or none; the desk gives each
// its ID, its time and who put it in. A file that lies at the same paper already
// is a [*hearing.SameScanError].
func (d *Desk) AddScans(ctx context.Context, list ...hearing.Incoming) ([]hearing.Scan, error) {
	var out []hearing.Scan
	err := d.transact(ctx, func(w *writing) error {
		for _, in := range list {
			s, err := w.addScan(ctx, in)
			if err != nil {
				return err
			}
			out = append(out, s)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (w *writing) addScan(ctx context.Context, in hearing.Incoming) (s hearing.Scan, err error) {
	s = in.Scan
	s.ID, s.On, s.By = w.d.o.NewID(), w.d.o.Now(), w.d.Actor()
	s.Files = slices.Clone(s.Files)
	for i, data := range in.Bytes {
		if s.Files[i].Hash, err = w.hold(ctx, s.Files[i].Media, data); err != nil {
			return s, err
		}
	}
	if len(in.Small) > 0 {
		if s.Thumb, err = w.hold(ctx, "image/png", in.Small); err != nil {
			return s, err
		}
	}
	if faults := s.Validate(); len(faults) > 0 {
		return s, faults
	}
	had, err := scansOf(ctx, w.q, s.Of, s.Session)
	if err != nil {
		return s, err
	}
	if same := s.Same(had); same != nil {
		return s, same
	}
	s.Version, err = w.put(ctx, "save", s)
	return s, err
}

// Waive says of papers, all of them or none, why they do not lie in the volume.
// Scans without files are what says so; see [hearing.Scan].
func (d *Desk) Waive(ctx context.Context, papers ...hearing.Scan) error {
	return d.transact(ctx, func(w *writing) error {
		for _, s := range papers {
			s.ID, s.On, s.By = d.o.NewID(), d.o.Now(), d.Actor()
			if faults := s.Validate(); len(faults) > 0 {
				return faults
			}
			if _, err := w.put(ctx, "save", s); err != nil {
				return err
			}
		}
		return nil
	})
}

// DeleteScan takes a scan, or what says why there is none, away from its paper.
// Undo brings it back: its files are kept.
func (d *Desk) DeleteScan(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounScan, id, v)
}

// Scans lists what came back of a session's papers, the earliest first.
func (d *Desk) Scans(ctx context.Context, session hearing.ID) ([]hearing.Scan, error) {
	q := query.New(d.read)
	kind, err := q.KindOf(ctx, string(session))
	if err != nil {
		return nil, grasp(err)
	}
	out, err := scansOf(ctx, q, kind, session)
	return out, grasp(err)
}

func scansOf(ctx context.Context, q *query.Queries, kind string, session hearing.ID) ([]hearing.Scan, error) {
	rows, err := q.Naming(ctx, query.NamingParams{Kind: kind, ID: string(session), ByKind: hearing.NounScan})
	if err != nil {
		return nil, err
	}
	var out []hearing.Scan
	for _, r := range rows {
		s, err := decode(hearing.NounScan, r.Body, r.Version)
		if err != nil {
			return nil, err
		}
		if s, ok := s.(hearing.Scan); ok {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b hearing.Scan) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}

// ScanFile reads one file of a scan, counted from 0. Of a confidential session
// (see [hearing.Dossier.Confidential]) it is noted who did so, and whether they
// looked at it or took a copy out: action is [hearing.ViewScan] or [hearing.TakeScan].
func (d *Desk) ScanFile(ctx context.Context, id hearing.ID, n int, action string) ([]byte, error) {
	s, err := load[hearing.Scan](ctx, d, hearing.NounScan, id)
	if err != nil {
		return nil, err
	}
	if n < 0 || n >= len(s.Files) {
		return nil, hearing.ErrNotFound
	}
	of, err := d.Dossier(ctx, s.Session)
	if err != nil {
		return nil, err
	}
	if of.Confidential() { // noted first: what cannot be noted is not shown
		if err := d.noteAccess(ctx, action, id); err != nil {
			return nil, err
		}
	}
	return d.Content(ctx, s.Files[n].Hash)
}

// noteAccess adds a row to the record of changes that changes nothing.
func (d *Desk) noteAccess(ctx context.Context, action string, id hearing.ID) error {
	return d.transact(ctx, func(w *writing) error {
		row, err := w.q.Record(ctx, query.RecordParams{Kind: hearing.NounScan, ID: string(id)})
		if err != nil {
			return err
		}
		name, err := w.q.NameOf(ctx, query.NameOfParams{Kind: hearing.NounScan, ID: string(id)})
		if err != nil {
			return err
		}
		return w.note(ctx, action, hearing.NounScan, id, name, row.Body, row.Body)
	})
}

// latestPrints lists the last print of each paper of a session.
func latestPrints(ctx context.Context, q *query.Queries, session hearing.ID) ([]hearing.Print, error) {
	rows, err := q.LatestPrints(ctx, string(session))
	var out []hearing.Print
	for _, r := range rows {
		out = append(out, printed(r))
	}
	return out, err
}

// Scan reads one scan.
func (d *Desk) Scan(ctx context.Context, id hearing.ID) (hearing.Scan, error) {
	return load[hearing.Scan](ctx, d, hearing.NounScan, id)
}
