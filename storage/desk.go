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
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

//go:generate go run github.com/sqlc-dev/sqlc/cmd/sqlc@v1.30.0 generate

// Options are what a desk is given of the world.
type Options struct {
	Actor string            // who is at the desk, for the change log; undo goes by it too
	Now   func() time.Time  // the clock
	NewID func() hearing.ID // makes an ID that no other desk makes
}

// A Desk is an open file. Its methods may be called by several goroutines.
type Desk struct {
	path  string
	file  fs.FileInfo // the file that was opened
	write *sql.DB     // one connection: writes wait for each other, not for SQLite
	read  *sql.DB
	o     Options
}

// Open opens a desk, making the file where there is none, and brings an older
// file up to date after copying it beside itself. A file of another program is
// [hearing.ErrForeign], one of a newer desk [hearing.ErrNewer]; neither is
// touched.
func Open(ctx context.Context, path string, o Options) (*Desk, error) {
	d := &Desk{path: path, o: o}
	if err := d.open(ctx); err != nil {
		_ = d.Close() // the first error is the one to tell
		return nil, fmt.Errorf("open %s: %w", path, grasp(err))
	}
	return d, nil
}

func (d *Desk) open(ctx context.Context) error {
	fresh, err := inspect(ctx, d.path)
	if err != nil {
		return err
	}
	if fresh {
		if err := create(ctx, d.path); err != nil {
			return err
		}
	}
	if err := writable(d.path); err != nil {
		return err
	}
	if err := d.connect("rw"); err != nil {
		return err
	}
	if err := d.upgrade(ctx); err != nil {
		return err
	}
	if err := d.read.PingContext(ctx); err != nil {
		return err
	}
	d.file, err = os.Stat(d.path)
	return err
}

func (d *Desk) connect(mode string) (err error) {
	if d.write, err = sql.Open("sqlite", dsn(d.path, mode, true)); err != nil {
		return err
	}
	d.write.SetMaxOpenConns(1)
	if d.read, err = sql.Open("sqlite", dsn(d.path, mode, false)); err != nil {
		return err
	}
	d.read.SetMaxOpenConns(4)
	d.read.SetMaxIdleConns(4)
	return nil
}

// patience is how long one program waits for another that holds the file.
var patience = 5 * time.Second

// dsn holds every pragma, so that each connection of a pool has them.
func dsn(path, mode string, write bool) string {
	v := url.Values{"mode": {mode}, "_pragma": {fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "foreign_keys(1)"}}
	if write {
		v.Set("_txlock", "immediate")
	}
	if mode != "ro" {
		v["_pragma"] = append(v["_pragma"], "journal_mode(wal)", "synchronous(full)")
	}
	name := (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	if strings.HasPrefix(name, "//") { // or it would be taken for a host
		name = "//" + name
	}
	return "file:" + name + "?" + v.Encode()
}

// present holds that the file is still the one that was opened. A file that is
// moved away while it is open goes on taking changes that nobody would find.
func (d *Desk) present() error {
	now, err := os.Stat(d.path)
	if err != nil || !os.SameFile(now, d.file) {
		return fmt.Errorf("write %s: %w", d.path, hearing.ErrGone)
	}
	return nil
}

// Close ends the use of the file.
func (d *Desk) Close() error {
	var errs []error
	for _, db := range []*sql.DB{d.read, d.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return grasp(errors.Join(errs...))
}

// Path returns the file's name.
func (d *Desk) Path() string { return d.path }

// NewID makes an ID for a new record.
func (d *Desk) NewID() hearing.ID { return d.o.NewID() }

// Empty reports whether the desk holds no record at all.
func (d *Desk) Empty(ctx context.Context) (bool, error) {
	n, err := query.New(d.read).CountRecords(ctx)
	return n == 0, grasp(err)
}
