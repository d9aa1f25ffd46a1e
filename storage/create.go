package storage

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"

	"hearingdesk/hearing"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations are the schema's, in order of their numbers.
var migrations fs.FS = embedded

// create makes a new desk. It is made whole under another name and then given
// its own, so that a crash or a full disk leaves no half of one; when two
// programs start at once, one makes the file and both use it.
func create(ctx context.Context, path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if errors.Is(err, fs.ErrPermission) {
		return hearing.ErrReadOnly
	}
	if err != nil {
		return err
	}
	part := f.Name()
	defer remove(part)
	if err := f.Close(); err != nil {
		return err
	}
	if err := fill(ctx, part); err != nil {
		return err
	}
	if err := setAside(path); err != nil {
		return err
	}
	return place(part, path)
}

// fill makes a desk of an empty file.
func fill(ctx context.Context, part string) (err error) {
	d := &Desk{path: part}
	defer func() {
		if cerr := d.Close(); err == nil {
			err = cerr
		}
	}()
	if err := d.connect("rwc"); err != nil {
		return err
	}
	if _, err := d.write.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	p, err := d.provider()
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

func remove(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + suffix) // what is not there need not go
	}
}

// setAside renames what SQLite left beside a file that is gone: it belongs to
// that file, and a new one must not take it for its own.
func setAside(path string) error {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		return nil // another program has made the file, and these are its own
	}
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		err := os.Rename(path+suffix, path+suffix+".old")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// place gives a finished file its name. A desk that another program placed
// there meanwhile stays.
func place(part, path string) error {
	err := os.Link(part, path)
	if errors.Is(err, fs.ErrExist) {
		if info, serr := os.Stat(path); serr == nil && info.Size() > 0 {
			return nil
		}
	}
	if err != nil { // an empty file is there, or the file system knows no links
		err = os.Rename(part, path)
	}
	return err
}

func (d *Desk) provider() (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, d.write, sub)
}

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
		return nil
	}
	backup := free(fmt.Sprintf("%s.before-%d", d.path, sources[len(sources)-1].Version))
	if err := d.snapshot(ctx, backup); err != nil {
		return err
	}
	if err := d.rehearse(ctx, backup+".trial"); err != nil {
		return fmt.Errorf("bring up to date (the copy is %s): %w", backup, err)
	}
	_, err = p.Up(ctx)
	return err
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
	if err := d.snapshot(ctx, trial); err != nil {
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
	_, err = p.Up(ctx)
	return err
}
