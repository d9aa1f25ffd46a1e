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
	"hearingdesk/storage/vault"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations are the schema's, in order of their numbers.
var migrations fs.FS = embedded

// create makes a new desk. It is made whole under another name and then given
// its own, so that a crash or a full disk leaves no half of one; when two
// programs start at once, one makes the file and both use it.
func create(ctx context.Context, path string, key *vault.Key) error {
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
	if err := fill(ctx, way{path: part, key: key}); err != nil {
		return err
	}
	if err := setAside(path); err != nil {
		return err
	}
	return place(part, path)
}

// fill makes a desk of an empty file.
func fill(ctx context.Context, part way) (err error) {
	if err := part.begin(); err != nil {
		return err
	}
	d := &Desk{path: part.path}
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
	for _, suffix := range append([]string{""}, besideSuffixes...) {
		_ = os.Remove(path + suffix) // what is not there need not go
	}
}

// setAside renames what SQLite left beside a file that is gone: it belongs to
// that file, and a new one must not take it for its own.
func setAside(path string) error {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		return nil // another program has made the file, and these are its own
	}
	for _, suffix := range besideSuffixes {
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
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func (d *Desk) provider() (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, d.write, sub)
}
