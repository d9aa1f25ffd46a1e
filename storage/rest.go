package storage

import (
	"context"
	"encoding/json"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// JudgedBy says by which rules what is open is judged from now on: cases that others
// found at rest are read again. Without it everything is read.
func (d *Desk) JudgedBy(rules string) { d.rules.Store(&rules) }

// nobody judges: no case was found at rest by it.
const nobody = "-"

// judgedBy is what [Desk.JudgedBy] said.
func (d *Desk) judgedBy() string {
	if r := d.rules.Load(); r != nil {
		return *r
	}
	return nobody
}

// Rest notes that closed cases owe nothing by the rules that judge: [Desk.OpenWork]
// leaves them out until something is changed that they were judged by. seen is the last
// change of which the one who judged knew: where something was changed since, nothing is
// noted. Nor is what somebody judged who does not see all that there is.
func (d *Desk) Rest(ctx context.Context, seen int64, cases []hearing.ID) error {
	rules := d.judgedBy()
	if rules == nobody || len(cases) == 0 || d.Snapshot() || d.narrowed() {
		return nil
	}
	list, err := json.Marshal(cases)
	if err != nil {
		return fmt.Errorf("note cases at rest: %w", err)
	}
	return d.transact(ctx, func(w *writing) error {
		last, err := w.q.Recent(ctx, 1)
		if err != nil || len(last) > 0 && last[0].Seq != seen {
			return err // the next look will note them
		}
		return w.q.Rest(ctx, query.RestParams{Rules: rules, List: string(list)})
	})
}
