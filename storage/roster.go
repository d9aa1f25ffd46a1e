package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// SaveRoster stores what a roster brings, people and units, in one transaction: all
// of it, or nothing. Undo takes all back together. What was changed since the roster
// was held against the desk is [hearing.ErrStale].
func (d *Desk) SaveRoster(ctx context.Context, records []hearing.Record) error {
	for _, r := range records {
		if faults := r.Validate(); len(faults) > 0 {
			return fmt.Errorf("%s: %w", r.Called(), faults)
		}
	}
	return d.transact(ctx, func(w *writing) error {
		for _, r := range records {
			if _, err := w.put(ctx, "import", r); err != nil {
				return fmt.Errorf("%s: %w", r.Called(), err)
			}
		}
		return nil
	})
}

// KeepRosterMapping remembers what the columns of rosters with these headings
// mean, and whom they are of. It is no change of a record, and undo leaves it.
func (d *Desk) KeepRosterMapping(ctx context.Context, headings, kind string, fields []string) error {
	if err := d.present(); err != nil {
		return err
	}
	if err := d.rights(true).Write(hearing.NounPerson, ""); err != nil {
		return err
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return fmt.Errorf("encode mapping: %w", err)
	}
	return grasp(query.New(d.write).KeepRosterMapping(ctx, query.KeepRosterMappingParams{Headings: headings, Kind: kind, Fields: string(text)}))
}

// RosterMapping returns what the columns of rosters with these headings meant the
// last time, and whom they were of; no fields where there was none yet.
func (d *Desk) RosterMapping(ctx context.Context, headings string) (kind string, fields []string, err error) {
	row, err := query.New(d.read).RosterMapping(ctx, headings)
	if errors.Is(grasp(err), hearing.ErrNotFound) {
		return "", nil, nil
	}
	if err != nil {
		return "", nil, grasp(err)
	}
	if err := json.Unmarshal([]byte(row.Fields), &fields); err != nil {
		return "", nil, fmt.Errorf("read mapping: %w (%w)", hearing.ErrDamaged, err)
	}
	return row.Kind, fields, nil
}

// NoteTaken notes in the record of changes that a list of people or units was given
// out: what it was, and who did so. It changes nothing, and undo passes it. Whoever may
// not give anything out gets a [hearing.NotAllowedError].
func (d *Desk) NoteTaken(ctx context.Context, noun, what string) error {
	if err := d.gives(); err != nil {
		return err
	}
	return d.note(ctx, hearing.TakeScan, noun, "", what)
}

// NoteExport is NoteTaken of a package or a table of figures.
func (d *Desk) NoteExport(ctx context.Context, what string) error {
	if err := d.gives(); err != nil {
		return err
	}
	return d.note(ctx, hearing.TakePackage, nounPackage, "", what)
}

// nounPackage is what the record of changes calls a package.
const nounPackage = "package"

// note is [writing.note] in a transaction of its own, of what is no record.
func (d *Desk) note(ctx context.Context, action, kind string, id hearing.ID, what string) error {
	return d.transact(ctx, func(w *writing) error { return w.note(ctx, action, kind, id, what, "", "") })
}
