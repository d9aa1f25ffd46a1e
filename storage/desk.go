// Package storage keeps a desk in one SQLite file. Each record is stored whole,
// as the JSON that a package has; what it is looked up by (names, times, who is
// taken when, who refers to whom) is projected from it in the same transaction,
// so that the two cannot part. Each change is one transaction with its row in
// the change log, and states the version that it was made on.
package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

//go:generate go run github.com/sqlc-dev/sqlc/cmd/sqlc@v1.30.0 generate

//go:embed migrations/*.sql
var migrations embed.FS

// Options are what a desk is given of the world.
type Options struct {
	Actor string            // who is at the desk, for the change log
	Now   func() time.Time  // the clock
	NewID func() hearing.ID // makes an ID that no other desk makes
}

// A Desk is an open file. Its methods may be called by several goroutines.
type Desk struct {
	path  string
	write *sql.DB // one connection: writes wait for each other, not for SQLite
	read  *sql.DB
	o     Options
}

// Open opens a desk, making the file where there is none, and brings an older
// file up to date after copying it beside itself. A file of another program is
// [hearing.ErrForeign], one of a newer desk [hearing.ErrNewer]; neither is
// touched.
func Open(ctx context.Context, path string, o Options) (*Desk, error) {
	fresh, err := inspect(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, grasp(err))
	}
	d := &Desk{path: path, o: o}
	if err := d.open(ctx, fresh); err != nil {
		_ = d.Close() // the first error is the one to tell
		if fresh {
			remove(path)
		}
		return nil, fmt.Errorf("open %s: %w", path, grasp(err))
	}
	return d, nil
}

func remove(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + suffix) // what is not there need not go
	}
}

func (d *Desk) open(ctx context.Context, fresh bool) (err error) {
	if d.write, err = sql.Open("sqlite", dsn(d.path, "rwc", true)); err != nil {
		return err
	}
	d.write.SetMaxOpenConns(1)
	if err := d.migrate(ctx, fresh); err != nil {
		return err
	}
	if d.read, err = sql.Open("sqlite", dsn(d.path, "rw", false)); err != nil {
		return err
	}
	d.read.SetMaxOpenConns(4)
	return d.read.PingContext(ctx)
}

// dsn holds every pragma, so that each connection of a pool has them.
func dsn(path, mode string, write bool) string {
	v := url.Values{"mode": {mode}, "_pragma": {"busy_timeout(5000)", "foreign_keys(1)"}}
	if write {
		v.Set("_txlock", "immediate")
	}
	if mode != "ro" {
		v["_pragma"] = append(v["_pragma"], "journal_mode(wal)", "synchronous(full)")
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + v.Encode()
}

// migrate brings the file to this program's schema, each migration in a
// transaction of its own.
func (d *Desk) migrate(ctx context.Context, fresh bool) error {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, d.write, sub)
	if err != nil {
		return err
	}
	at := int64(0)
	if !fresh {
		if at, err = p.GetDBVersion(ctx); err != nil {
			return err
		}
	}
	sources := p.ListSources()
	latest := sources[len(sources)-1].Version
	switch {
	case at > latest:
		return hearing.ErrNewer
	case at == latest:
		return nil
	case !fresh:
		if err := d.Backup(ctx, fmt.Sprintf("%s.before-%d", d.path, latest)); err != nil {
			return err
		}
	}
	if _, err := p.Up(ctx); err != nil {
		return err
	}
	return d.mark(ctx)
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

// Backup writes a copy of the file as it is now, while it is in use. The copy
// must not exist yet.
func (d *Desk) Backup(ctx context.Context, file string) error {
	if _, err := os.Stat(file); err == nil {
		return fmt.Errorf("write %s: %w", file, fs.ErrExist)
	}
	if _, err := d.write.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		return fmt.Errorf("write %s: %w", file, grasp(err))
	}
	return nil
}
