package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

// A Damage is one thing that is wrong with a file.
type Damage struct {
	Kind    DamageKind
	Record  hearing.Reference // the record it concerns, where it is one
	Content string            // hash of the content it concerns, where it is one
	Name    string            // what that one is called, where it is known
	Detail  string            // what was found, in SQLite's words or the decoder's; of a content the file it lies in
}

// A DamageKind is what sort of thing is wrong.
type DamageKind string

// The kinds of damage.
const (
	BadPage      DamageKind = "page"      // the database itself: a page, an index, a row's form
	BadReference DamageKind = "reference" // a row that refers to one that is not there
	BadRecord    DamageKind = "record"    // a record that cannot be read
	BadCalendar  DamageKind = "calendar"  // the calendar says something else than the record
	BadContent   DamageKind = "content"   // a scan or another content was changed
	NoContent    DamageKind = "missing"   // one that should lie beside the file does not
	LostRow      DamageKind = "row"       // a row that is no record, by its table and key, could not be rescued
)

// Verify looks through a whole file without changing it, and returns all that
// is wrong with it. A file that cannot be read at all is an error: there is
// none, it is another program's, or its first page is broken. A locked copy is
// looked through by [Backup.Verify].
func Verify(ctx context.Context, path string) ([]Damage, error) {
	b, err := OpenBackup(ctx, path, "")
	if err != nil {
		return nil, err
	}
	defer func() { _ = b.Close() }() // it was only read
	return b.Verify(ctx)
}

// Verify looks through a whole copy without changing it, and returns all that is
// wrong with it.
func (b *Backup) Verify(ctx context.Context) ([]Damage, error) {
	db, err := b.connect()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", b.path, err)
	}
	defer func() { _ = db.Close() }() // it was only read
	v := verifying{ctx: ctx, db: db, path: b.path, beside: b.contents()}
	if err := v.older(); err != nil {
		return v.found, fmt.Errorf("read %s: %w", b.path, grasp(err))
	}
	if b.opened == nil && vault.Is(b.path) && !vault.Whole(b.path) {
		v.found = append(v.found, Damage{Kind: BadPage, Detail: "one of the two heads of the encrypted file"})
	}
	if err := v.pages(); err != nil {
		return v.found, fmt.Errorf("read %s: %w", b.path, grasp(err))
	}
	v.records()
	if err := v.chain(); err != nil {
		v.found = append(v.found, Damage{Kind: BadPage, Detail: err.Error()})
	}
	v.transcripts()
	if err := v.contents(); err != nil {
		return v.found, fmt.Errorf("read %s: %w", b.path, grasp(err))
	}
	return v.found, nil
}

// WorthKeeping reports whether all that is wrong is with single contents: the
// records are sound.
func WorthKeeping(damage []Damage) bool {
	return !slices.ContainsFunc(damage, func(d Damage) bool { return d.Content == "" })
}

// A verifying collects what is wrong with a file.
type verifying struct {
	ctx    context.Context //nolint:containedctx // it lives for one call
	db     *sql.DB
	path   string
	beside source
	found  []Damage
}

// older puts views before the tables of a file from before its logs were packed, so that
// they read as those of today.
func (v *verifying) older() error {
	v.db.SetMaxOpenConns(1) // which has the views
	for name, view := range map[string]string{"change": "Changes", "transcript_entry": "Entries", "utterance": "Utterances"} {
		f, err := form(v.ctx, v.db, name)
		if err != nil || len(f.columns) == 0 || slices.Contains(f.columns, "packed") {
			continue // what cannot be read is found later
		}
		if _, err := v.db.ExecContext(v.ctx, say(view)); err != nil {
			return err
		}
	}
	return nil
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
	for _, noun := range append(slices.Clone(nouns), hearing.NounScan) {
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
	row, err := q.CalendarRow(v.ctx, string(ref.ID)) // which files of before can answer too
	switch {
	case errors.Is(grasp(err), hearing.ErrNotFound):
		v.found = append(v.found, Damage{Kind: BadCalendar, Record: ref, Detail: "not on it"})
	case err != nil:
		v.found = append(v.found, Damage{Kind: BadCalendar, Record: ref, Detail: err.Error()})
	case row.Starts != instant(s.Slot.Start) || row.Ends != instant(s.Slot.End) || row.Room != string(s.Slot.Room) || row.State != string(s.State):
		v.found = append(v.found, Damage{Kind: BadCalendar, Record: ref, Detail: row.Starts + " " + row.Room + " " + row.State})
	}
}

// contents reads every content, in the file and beside it.
func (v *verifying) contents() error {
	rows, err := keptIn(v.ctx, v.db)
	if err != nil {
		return err
	}
	for _, row := range rows {
		place := v.path
		if row.Beside != 0 {
			place = v.beside.place(row.Hash)
			err = v.beside.check(row.Hash)
		} else {
			err = v.inside(row.Hash)
		}
		var bad *hearing.ContentError
		switch {
		case errors.As(err, &bad) && bad.Missing:
			v.found = append(v.found, Damage{Kind: NoContent, Content: row.Hash, Detail: place})
		case err != nil:
			v.found = append(v.found, Damage{Kind: BadContent, Content: row.Hash, Detail: place})
		}
	}
	return nil
}

func (v *verifying) inside(hash string) error {
	row, err := query.New(v.db).Content(v.ctx, hash)
	if err == nil && hearing.HashOf(row.Bytes) != hash {
		err = &hearing.ContentError{Hash: hash, Place: v.path}
	}
	return err
}

// keptIn lists the contents of a file; one of an older desk has none.
func keptIn(ctx context.Context, db *sql.DB) ([]query.ContentsRow, error) {
	if has, err := hasTable(ctx, db, "content"); err != nil || !has {
		return nil, err
	}
	return query.New(db).Contents(ctx)
}
