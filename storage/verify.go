package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// A Damage is one thing that is wrong with a file.
type Damage struct {
	Kind   DamageKind
	Record hearing.Reference // the record it concerns, where it is one
	Detail string            // what was found, in SQLite's words or the decoder's
}

// A DamageKind is what sort of thing is wrong.
type DamageKind string

// The kinds of damage.
const (
	BadPage      DamageKind = "page"      // the database itself: a page, an index, a row's form
	BadReference DamageKind = "reference" // a row that refers to one that is not there
	BadRecord    DamageKind = "record"    // a record that cannot be read
	BadCalendar  DamageKind = "calendar"  // the calendar says something else than the record
)

// Verify looks through a whole file without changing it, and returns all that
// is wrong with it. A file that cannot be read at all is an error: there is
// none, it is another program's, or its first page is broken.
func Verify(ctx context.Context, path string) ([]Damage, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	fresh, err := inspect(ctx, path)
	if err == nil && fresh {
		err = hearing.ErrForeign
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, grasp(err))
	}
	db, err := sql.Open("sqlite", dsn(path, "ro", false))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	defer func() { _ = db.Close() }() // it was only read
	v := verifying{ctx: ctx, db: db}
	if err := v.pages(); err != nil {
		return v.found, fmt.Errorf("read %s: %w", path, grasp(err))
	}
	v.records()
	return v.found, nil
}

// A verifying collects what is wrong with a file.
type verifying struct {
	ctx   context.Context //nolint:containedctx // it lives for one call
	db    *sql.DB
	found []Damage
}

// pages asks SQLite what it finds wrong with its pages, indexes and keys.
func (v *verifying) pages() error {
	rows, err := v.db.QueryContext(v.ctx, "PRAGMA integrity_check")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // it was only read
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return err
		}
		if text != "ok" {
			v.found = append(v.found, Damage{Kind: BadPage, Detail: text})
		}
	}
	if err := rows.Err(); err != nil {
		v.found = append(v.found, Damage{Kind: BadPage, Detail: err.Error()})
	}
	return v.references()
}

func (v *verifying) references() error {
	rows, err := v.db.QueryContext(v.ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // it was only read
	for rows.Next() {
		var table, parent string
		var row sql.NullInt64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		v.found = append(v.found, Damage{Kind: BadReference, Detail: table + " → " + parent})
	}
	return rows.Err()
}

// records reads every record, and compares the calendar with the sessions. A
// kind that cannot be read any further is named, and the next one is read.
func (v *verifying) records() {
	q := query.New(v.db)
	for _, noun := range nouns {
		rows, err := q.All(v.ctx, noun)
		if err != nil {
			v.found = append(v.found, Damage{Kind: BadRecord, Record: hearing.Reference{Noun: noun}, Detail: err.Error()})
		}
		for _, row := range rows {
			ref := hearing.Reference{Noun: noun, ID: hearing.ID(row.ID)}
			r, err := decode(noun, row.Body, row.Version)
			if err != nil {
				v.found = append(v.found, Damage{Kind: BadRecord, Record: ref, Detail: err.Error()})
				continue
			}
			if string(r.Key()) != row.ID {
				v.found = append(v.found, Damage{Kind: BadRecord, Record: ref, Detail: "id " + string(r.Key())})
			}
			if s, ok := sessionOf(r); ok {
				v.session(q, ref, s)
			}
		}
	}
}

// session compares a session with its row of the calendar.
func (v *verifying) session(q *query.Queries, ref hearing.Reference, s hearing.Session) {
	row, err := q.EntryOf(v.ctx, string(ref.ID))
	switch {
	case errors.Is(grasp(err), hearing.ErrNotFound):
		v.found = append(v.found, Damage{Kind: BadCalendar, Record: ref, Detail: "not on it"})
	case err != nil:
		v.found = append(v.found, Damage{Kind: BadCalendar, Record: ref, Detail: err.Error()})
	case row.Starts != instant(s.Slot.Start) || row.Ends != instant(s.Slot.End) || row.Room != string(s.Slot.Room) || row.State != string(s.State):
		v.found = append(v.found, Damage{Kind: BadCalendar, Record: ref, Detail: row.Starts + " " + row.Room + " " + row.State})
	}
}

// Restore puts a backup in the place of a desk's file, after it was verified.
// The file that stood there is kept beside it; its name is returned, and is
// empty where there was none. While the file is open somewhere, that program
// refuses its next change ([hearing.ErrGone]).
func Restore(ctx context.Context, backup, path string) (kept string, err error) {
	if same, err := sameFile(backup, path); err != nil || same {
		if err == nil {
			err = fs.ErrExist
		}
		return "", fmt.Errorf("read %s: %w", backup, err)
	}
	damage, err := Verify(ctx, backup)
	if err != nil {
		return "", err
	}
	if len(damage) > 0 {
		return "", fmt.Errorf("read %s: %w", backup, hearing.ErrDamaged)
	}
	part := path + ".part"
	remove(part)
	if err := copyOut(ctx, backup, part); err != nil {
		remove(part)
		return "", err
	}
	if _, err := os.Stat(path); err == nil {
		kept = free(path + ".before-restore")
		for _, suffix := range []string{"", "-wal", "-shm", "-journal"} { // with what belongs to it and is not in it yet
			if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				remove(part)
				return "", fmt.Errorf("write %s: %w", kept, err)
			}
		}
	}
	if err := os.Rename(part, path); err != nil {
		return kept, fmt.Errorf("write %s: %w", path, grasp(err))
	}
	return kept, nil
}

// copyOut writes the newest state of a desk that nobody may change meanwhile.
func copyOut(ctx context.Context, from, to string) error {
	d := &Desk{path: from}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.connect("ro"); err != nil {
		return fmt.Errorf("read %s: %w", from, grasp(err))
	}
	return d.Backup(ctx, to)
}

func sameFile(a, b string) (bool, error) {
	one, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	other, err := os.Stat(b)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && os.SameFile(one, other), err
}
