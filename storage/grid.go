package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// grids holds, when all of a transaction is written, that the ceremonies and the
// papers in it go together: nothing is served before it was decided, and no
// receipt is for a paper of another case. A fault is told of the record that was
// written.
func (w *writing) grids(ctx context.Context) error {
	for _, r := range w.served {
		var faults hearing.FieldErrors
		var err error
		switch v := r.(type) {
		case hearing.Announcement:
			faults, err = w.grid(ctx, v)
		case hearing.Instrument:
			faults, err = w.decided(ctx, v)
		}
		if err != nil {
			return err
		}
		if len(faults) > 0 {
			return faults
		}
	}
	return nil
}

// grid reads the papers of a ceremony and checks them against it.
func (w *writing) grid(ctx context.Context, a hearing.Announcement) (hearing.FieldErrors, error) {
	var papers []hearing.Instrument
	for _, d := range a.Deliveries {
		for _, id := range d.Instruments {
			if slices.ContainsFunc(papers, func(i hearing.Instrument) bool { return i.ID == id }) {
				continue
			}
			row, err := w.q.Record(ctx, query.RecordParams{Kind: hearing.NounInstrument, ID: string(id)})
			if errors.Is(grasp(err), hearing.ErrNotFound) {
				continue // settle names it
			}
			if err != nil {
				return nil, err
			}
			r, err := decode(hearing.NounInstrument, row.Body, row.Version)
			if err != nil {
				return nil, err
			}
			if i, ok := r.(hearing.Instrument); ok {
				papers = append(papers, i)
			}
		}
	}
	return a.Grid(papers), nil
}

// decided checks a paper's decision against the ceremonies that served it.
func (w *writing) decided(ctx context.Context, i hearing.Instrument) (hearing.FieldErrors, error) {
	rows, err := w.q.Naming(ctx, query.NamingParams{Kind: hearing.NounInstrument, ID: string(i.ID), ByKind: hearing.NounAnnouncement})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		r, err := decode(hearing.NounAnnouncement, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		a, ok := r.(hearing.Announcement)
		if !ok {
			return nil, fmt.Errorf("read announcement %s: %w", row.ID, hearing.ErrDamaged)
		}
		for _, f := range a.Grid([]hearing.Instrument{i}) {
			if f.Code == "early-service" {
				return hearing.FieldErrors{{Path: "decided_on", Code: "late-decision", Value: i.DecidedOn.String(), Expect: f.Value}}, nil
			}
		}
	}
	return nil, nil
}
