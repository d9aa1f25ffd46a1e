package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"hearingdesk/hearing"
)

// tries is how often a copy is begun anew because the file was written meanwhile.
const tries = 5

// OpenReadOnly opens a copy of a desk that another machine holds, as it is at
// this moment. Whatever would change it is [hearing.ErrSnapshot].
func OpenReadOnly(ctx context.Context, path string, o Options) (*Desk, error) {
	dir, err := os.MkdirTemp("", "hearingdesk-*")
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, grasp(err))
	}
	d := &Desk{path: filepath.Join(dir, "desk.db"), of: path, o: o}
	err = d.settled()
	if err == nil {
		err = d.connect("rw")
	}
	if err == nil {
		err = d.upgrade(ctx)
	}
	if err == nil {
		err = d.shut(ctx)
	}
	if err != nil {
		_ = d.Close() // the first error is the one to tell
		return nil, fmt.Errorf("read %s: %w", path, grasp(err))
	}
	return d, nil
}

// settled copies the file and its log while the file itself stays as it is: then
// the log, up to wherever it was read, belongs to it.
func (d *Desk) settled() error {
	for range tries {
		before, err := os.Stat(d.of)
		if err != nil {
			return err
		}
		for _, suffix := range []string{"", "-wal"} {
			if err := copyWhole(d.of+suffix, d.path+suffix); err != nil && (suffix == "" || !errors.Is(err, fs.ErrNotExist)) {
				return err
			}
		}
		after, err := os.Stat(d.of)
		if err != nil {
			return err
		}
		if before.ModTime().Equal(after.ModTime()) && before.Size() == after.Size() {
			return nil
		}
		remove(d.path)
	}
	return hearing.ErrLocked
}

func copyWhole(from, to string) error {
	in, err := os.Open(from) //nolint:gosec // the user names the file
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()                                      // it was only read
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600) //nolint:gosec // in a folder of our own
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	return err
}

// Snapshot reports whether the desk is a copy that takes no changes.
func (d *Desk) Snapshot() bool { return d.of != "" }
