// Package storage keeps a desk in one SQLite file. Each record is stored whole,
// as the JSON that a package has; what it is looked up by (names, times, who is
// taken when, who refers to whom) is projected from it in the same transaction,
// so that the two cannot part. Each change is one transaction with its row in
// the change log, and states the version that it was made on.
package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

//go:generate go run github.com/sqlc-dev/sqlc/cmd/sqlc@v1.30.0 generate

// Options are what a desk is given of the world.
type Options struct {
	Actor string            // who is at the desk, for the change log; undo goes by it too
	Now   func() time.Time  // the clock
	NewID func() hearing.ID // makes an ID that no other desk makes
	Host  string            // the machine, for those that share the file's disk; empty: its name

	Upgrading func(far float64) // told how far bringing an older file up to date is, from 0 to 1; nil: nobody asks

	Access hearing.Access // who may do what, where the desk has accounts
}

// A Desk is an open file. Its methods may be called by several goroutines.
type Desk struct {
	path  string
	key   *vault.Key     // nil: the file is in clear
	file  fs.FileInfo    // the file that was opened
	write *sql.DB        // one connection: writes wait for each other, not for SQLite
	read  *sql.DB        // sees what whoever is logged in sees: see seen.sql
	whole *sql.DB        // sees everything: for copies, counting and the desk's own work
	find  *query.Queries // of read, for what is asked with every letter
	me    atomic.Pointer[viewer]
	noted sync.Map // what it was noted of today that it was opened
	o     Options
	wish  *wish // what is to become of the file; nil: nothing

	rare    rarities // of what is looked for
	asks    repeated // of write
	logging *logging
	rules   atomic.Pointer[string] // by which what is open is judged; see JudgedBy
	holder  *holder
	of      string // the file that this is a copy of, which takes no changes; empty: it is the file itself
}

// Open opens a desk, making the file where there is none, and brings an older
// file up to date after copying it beside itself. A file of another program is
// [hearing.ErrForeign], one of a newer desk [hearing.ErrNewer]; neither is
// touched.
func Open(ctx context.Context, path string, o Options) (*Desk, error) {
	return openBy(ctx, path, nil, o)
}

// openBy is Open, which makes a new file with a key.
func openBy(ctx context.Context, path string, key *vault.Key, o Options) (*Desk, error) {
	d := &Desk{path: path, key: key, o: o}
	if err := d.open(ctx); err != nil {
		_ = d.Close() // the first error is the one to tell
		return nil, fmt.Errorf("open %s: %w", path, grasp(err))
	}
	return d, nil
}

func (d *Desk) open(ctx context.Context) error {
	if _, err := takePlace(d.path); err != nil { // of a restore that a crash cut off
		return err
	}
	wipe(d.path + unfinished) // or of an encryption
	fresh, err := inspect(ctx, d.path)
	if err != nil {
		return err
	}
	if fresh {
		if err := create(ctx, d.path, d.key); err != nil {
			return err
		}
	}
	if err := writable(d.path); err != nil {
		return err
	}
	if err := d.hold(); err != nil {
		return err
	}
	if err := vault.Mend(d.path); err != nil {
		return err
	}
	if err := d.connect("rw"); err != nil {
		return err
	}
	if err := d.upgrade(ctx); err != nil {
		return err
	}
	if err := d.shut(ctx); err != nil {
		return err
	}
	d.file, err = os.Stat(d.path)
	return err
}

func (d *Desk) connect(mode string) (err error) {
	w, err := into(d.path)
	if err != nil {
		return err
	}
	d.key = w.key
	if d.write, err = w.open(mode, true); err != nil {
		return err
	}
	d.write.SetMaxOpenConns(1)
	if d.whole, err = w.open(mode, false); err != nil {
		return err
	}
	if d.read, err = d.lensed(w, mode); err != nil {
		return err
	}
	for _, db := range []*sql.DB{d.read, d.whole} {
		db.SetMaxOpenConns(4)
		db.SetMaxIdleConns(4)
	}
	d.find = query.New(prepare(d.read))
	if mode != "ro" {
		d.logging = newLogging(d.path, d.whole)
	}
	return nil
}

// present holds that the file is still the one that was opened. A file that is
// moved away while it is open goes on taking changes that nobody would find.
func (d *Desk) present() error {
	if d.Snapshot() {
		return fmt.Errorf("write %s: %w", d.of, hearing.ErrSnapshot)
	}
	if v := d.viewer(); !v.open && v.account.ID == "" {
		return fmt.Errorf("write %s: %w", d.path, hearing.ErrLogin)
	}
	if err := d.Beat(); err != nil {
		return fmt.Errorf("write %s: %w", d.path, err)
	}
	now, err := os.Stat(d.path)
	if err != nil || !os.SameFile(now, d.file) {
		return fmt.Errorf("write %s: %w", d.path, hearing.ErrGone)
	}
	return nil
}

// Close ends the use of the file.
func (d *Desk) Close() error {
	var errs []error
	if d.logging != nil {
		d.logging.end()
	}
	for _, db := range []*sql.DB{d.read, d.whole, d.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if d.holder != nil {
		d.holder.leave()
	}
	if d.of != "" {
		errs = append(errs, os.RemoveAll(filepath.Dir(d.path)))
	}
	return grasp(errors.Join(errs...))
}

// Path returns the file's name; of a copy that takes no changes that of the file
// itself.
func (d *Desk) Path() string {
	if d.of != "" {
		return d.of
	}
	return d.path
}

// NewID makes an ID for a new record.
func (d *Desk) NewID() hearing.ID { return d.o.NewID() }

// Empty reports whether the desk holds no record at all.
func (d *Desk) Empty(ctx context.Context) (bool, error) {
	has, err := query.New(d.whole).HasRecords(ctx)
	return has == 0, grasp(err)
}
