package storage

import (
	"context"
	"fmt"

	"hearingdesk/hearing"
)

// Fill puts new records and transcripts into the desk in one transaction, through
// the same projections as what is saved one by one. Clashes among them are not
// looked for.
func (d *Desk) Fill(ctx context.Context, p hearing.Package) error {
	return d.transact(ctx, func(w *writing) error {
		for _, r := range p.Records() {
			if faults := r.Validate(); len(faults) > 0 {
				return fmt.Errorf("%s %s: %w", r.Noun(), r.Key(), faults)
			}
			if _, err := w.put(ctx, "import", r); err != nil {
				return fmt.Errorf("%s %s: %w", r.Noun(), r.Key(), err)
			}
		}
		for _, t := range p.Transcripts {
			for _, e := range t.Entries {
				if err := w.enter(ctx, t.Hearing, e); err != nil {
					return fmt.Errorf("transcript of %s: %w", t.Hearing, err)
				}
			}
		}
		return nil
	})
}
