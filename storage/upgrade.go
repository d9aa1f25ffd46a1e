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
	if !d.Snapshot() { // a snapshot is nobody's but this window's: there is nothing to lose
		if err := d.tryUpgrade(ctx, free(fmt.Sprintf("%s.before-%d", d.path, sources[len(sources)-1].Version))); err != nil {
			return err
		}
	}
	if err := up(ctx, p, d.quarter(3)); err != nil {
		return err
	}
	return d.linkOlder(ctx)
}

// tryUpgrade keeps a copy of the file, and tries the migrations on another one.
func (d *Desk) tryUpgrade(ctx context.Context, backup string) error {
	if err := d.snapshotTold(ctx, backup+unfinished, d.quarter(0)); err != nil {
		return err
	}
	if err := renameWith(backup+unfinished, backup); err != nil {
		return err
	}
	if err := d.rehearse(ctx, backup+trial); err != nil {
		if ctx.Err() != nil || errors.Is(grasp(err), hearing.ErrFull) {
			remove(backup) // the file is as it was, and each try would leave another
			return err
		}
		return fmt.Errorf("bring up to date (the copy is %s): %w", backup, err)
	}
	return nil
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
// it brings it up to date first, which takes its time. One that another machine holds
// is not behind, since opening it leaves it alone.
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
	if host, err := os.Hostname(); err == nil {
		if _, is := (&holder{path: path + holderSuffix, me: hearing.Holder{Host: host}}).elsewhere(); is {
			return false, info.Size()
		}
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

// clearTrials removes the copies that an upgrade was cut off in. The file is up to date
// by now: nobody works on them.
func (d *Desk) clearTrials() {
	for _, ending := range []string{trial, unfinished} {
		files, _ := filepath.Glob(globbed(d.path) + ".before-[0-9]*" + ending + "*") // the pattern is right
		for _, file := range files {
			_ = os.Remove(file) // the next time finds it
		}
	}
}

// trial ends the name of the copy that the migrations are tried on.
const trial = ".trial"

// rehearse runs the migrations on a copy.
func (d *Desk) rehearse(ctx context.Context, on string) (err error) {
	remove(on)
	defer remove(on)
	if err := d.snapshotTold(ctx, on, d.quarter(1)); err != nil {
		return err
	}
	c := &Desk{path: on}
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
