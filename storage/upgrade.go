package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/pressly/goose/v3"

	"hearingdesk/hearing"
)

// upgrade brings an older file to this program's schema. It writes a copy
// beside the file first, and tries the migrations on another copy: when one
// fails there, the file stays as it was.
func (d *Desk) upgrade(ctx context.Context) error {
	p, err := d.provider()
	if err != nil {
		return err
	}
	at, err := p.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	sources := p.ListSources()
	switch latest := sources[len(sources)-1].Version; {
	case at > latest:
		return hearing.ErrNewer
	case at == latest:
		return d.linkOlder(ctx) // what a crash cut off
	}
	backup := free(fmt.Sprintf("%s.before-%d", d.path, sources[len(sources)-1].Version))
	if err := d.snapshotTold(ctx, backup+unfinished, d.quarter(0)); err != nil {
		return err
	}
	if err := renameWith(backup+unfinished, backup); err != nil {
		return err
	}
	if err := d.rehearse(ctx, backup+".trial"); err != nil {
		if ctx.Err() != nil {
			remove(backup) // it was stopped: the file is as it was
		}
		return fmt.Errorf("bring up to date (the copy is %s): %w", backup, err)
	}
	if err := up(ctx, p, d.quarter(3)); err != nil {
		return err
	}
	return d.linkOlder(ctx)
}

// quarter tells of the nth of the four parts of an upgrade: a copy, another one, the
// migrations on that, and on the file.
func (d *Desk) quarter(n int) func(far float64) {
	return func(far float64) {
		if d.o.Upgrading != nil {
			d.o.Upgrading((float64(n) + far) / 4)
		}
	}
}

// up runs the migrations that are left, one by one: each is a transaction, and the
// next program goes on where this one was stopped. One that is not noted within its
// transaction can be made twice.
func up(ctx context.Context, p *goose.Provider, told func(far float64)) error {
	at, err := p.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	all, done := 0, 0
	for _, s := range p.ListSources() {
		if s.Version > at {
			all++
		}
	}
	for {
		told(float64(done) / float64(max(all, 1)))
		_, err := p.UpByOne(ctx)
		if errors.Is(err, goose.ErrNoNextVersion) {
			told(1)
			return nil
		}
		if err != nil {
			return err
		}
		done++
	}
}

// Behind reports whether a file is of an older version, and how large it is: opening
// it brings it up to date first, which takes its time.
func Behind(ctx context.Context, path string) (older bool, size int64) {
	info, err := os.Stat(path)
	if err != nil {
		return false, 0
	}
	d := &Desk{path: path}
	defer func() { _ = d.Close() }() // it was only read
	if d.connect("ro") != nil {
		return false, 0
	}
	older, err = olderSchema(ctx, d.whole)
	return older && err == nil, info.Size() // where it cannot be told, opening it says what is wrong
}

// olderSchema reports whether a file lacks migrations that this program has.
func olderSchema(ctx context.Context, db *sql.DB) (bool, error) {
	var at, latest int64
	if err := db.QueryRowContext(ctx, say("Newest")).Scan(&at); err != nil {
		return false, err
	}
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(names) == 0 {
		return false, err
	}
	_, err = fmt.Sscanf(filepath.Base(slices.Max(names)), "%d_", &latest)
	return at < latest, err
}

// free returns the name, or the first one after it that no file has.
func free(name string) string {
	out := name
	for n := 2; ; n++ {
		if _, err := os.Stat(out); err != nil {
			return out
		}
		out = fmt.Sprintf("%s-%d", name, n)
	}
}

// rehearse runs the migrations on a copy.
func (d *Desk) rehearse(ctx context.Context, trial string) (err error) {
	remove(trial)
	defer remove(trial)
	if err := d.snapshotTold(ctx, trial, d.quarter(1)); err != nil {
		return err
	}
	c := &Desk{path: trial}
	defer func() {
		if cerr := c.Close(); err == nil {
			err = cerr
		}
	}()
	if err := c.connect("rw"); err != nil {
		return err
	}
	p, err := c.provider()
	if err != nil {
		return err
	}
	return up(ctx, p, d.quarter(2))
}
