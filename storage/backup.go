package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// Backup writes a copy of the file as it is now, while it is in use, and copies
// what lies beside the file beside the copy. The copy must not exist yet; one
// that cannot be finished leaves nothing. A content that is missing or damaged
// is left out, for the rest is worth keeping: [Verify] names it.
func (d *Desk) Backup(ctx context.Context, file string) error {
	if _, err := os.Stat(file); err == nil {
		return fmt.Errorf("write %s: %w", file, fs.ErrExist)
	}
	part := file + unfinished
	wipe(part) // of a backup that a crash cut off
	err := d.snapshot(ctx, part)
	if err == nil {
		err = d.copyContents(ctx, part, file)
	}
	if err == nil {
		err = renameWith(part, file)
	}
	if err != nil {
		wipe(part)
		return fmt.Errorf("write %s: %w", file, grasp(err))
	}
	return nil
}

// copyContents copies what a snapshot names and has not in itself. What an
// earlier backup in the same folder has is not written once more: both share
// it, where the file system can.
func (d *Desk) copyContents(ctx context.Context, part, file string) error {
	hashes, err := besides(ctx, part)
	if err != nil {
		return err
	}
	others := copied(filepath.Dir(file), d.contents().dir, part+filesSuffix)
	to := beside(part)
	for _, hash := range hashes {
		if _, err := to.take(hash, others, d.contents()); err != nil {
			return err
		}
	}
	return nil
}

// copied lists the folders of contents that lie in one, the newest first, but for some.
func copied(dir string, but ...string) (out []folder) {
	found, _ := fs.Glob(os.DirFS(dir), "*"+filesSuffix)
	for _, name := range slices.Backward(found) {
		info, err := os.Stat(filepath.Join(dir, name))
		left := slices.ContainsFunc(but, func(other string) bool {
			is, oerr := os.Stat(other)
			return oerr == nil && err == nil && os.SameFile(info, is)
		})
		if err == nil && !left { // of the desk's own, which is open, the file must not be read
			out = append(out, beside(filepath.Join(dir, strings.TrimSuffix(name, filesSuffix))))
		}
	}
	return out
}

// besides lists the contents that lie beside a file.
func besides(ctx context.Context, file string) ([]string, error) {
	d := &Desk{path: file}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.connect("ro"); err != nil {
		return nil, err
	}
	rows, err := keptIn(ctx, d.whole)
	var out []string
	for _, r := range rows {
		if r.Beside != 0 {
			out = append(out, r.Hash)
		}
	}
	return out, err
}

// A source is where contents are read from.
type source interface {
	place(hash string) string // where one lies, for the user
	get(hash string) ([]byte, error)
	check(hash string) error
}

// take brings a content into the folder: a link to one that a folder of shared
// has, else a copy. False is one that nobody has whole.
func (f folder) take(hash string, shared []folder, from source) (bool, error) {
	for _, other := range shared {
		if !other.key.Same(f.key) || other.check(hash) != nil {
			continue
		}
		if err := f.room(filepath.Dir(f.place(hash))); err != nil {
			return false, unwritable(err)
		}
		if os.Link(other.place(hash), f.place(hash)) == nil {
			return true, syncFolder(filepath.Dir(f.place(hash)))
		}
	}
	sources := []source{from}
	for _, other := range shared {
		sources = append(sources, other)
	}
	for _, source := range sources {
		data, err := source.get(hash)
		if errors.Is(err, hearing.ErrDamaged) {
			continue
		}
		if err != nil {
			return false, err
		}
		return true, f.put(hash, data)
	}
	return false, nil
}

// wipe removes a file and what lies beside it.
func wipe(file string) {
	remove(file)
	_ = os.RemoveAll(file + filesSuffix) // what is not there need not go
}

// renameWith renames a file after what lies beside it: the file is what makes
// the rest a desk.
func renameWith(from, to string) error {
	err := os.Rename(from+filesSuffix, to+filesSuffix)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}
