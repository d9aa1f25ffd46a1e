package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

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
	part := file + ".part"
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

// snapshot copies the file alone.
func (d *Desk) snapshot(ctx context.Context, to string) error {
	remove(to)
	_, err := d.write.ExecContext(ctx, "VACUUM INTO ?", to)
	if err != nil {
		remove(to)
	}
	return err
}

// copyContents copies what a snapshot names and has not in itself. What an
// earlier backup in the same folder has is not written once more: both share
// it, where the file system can.
func (d *Desk) copyContents(ctx context.Context, part, file string) error {
	hashes, err := besides(ctx, part)
	if err != nil {
		return err
	}
	var others []folder
	own, _ := os.Stat(string(d.contents())) // none: nothing to leave out
	found, _ := fs.Glob(os.DirFS(filepath.Dir(file)), "*.files")
	for _, name := range slices.Backward(found) {
		f := folder(filepath.Join(filepath.Dir(file), name))
		if info, err := os.Stat(string(f)); err == nil && (own == nil || !os.SameFile(info, own)) && f != beside(part) {
			others = append(others, f)
		}
	}
	for _, hash := range hashes {
		if _, err := beside(part).take(hash, others, d.contents()); err != nil {
			return err
		}
	}
	return nil
}

// besides lists the contents that lie beside a file.
func besides(ctx context.Context, file string) ([]string, error) {
	d := &Desk{path: file}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.connect("ro"); err != nil {
		return nil, err
	}
	rows, err := keptIn(ctx, d.read)
	var out []string
	for _, r := range rows {
		if r.Beside != 0 {
			out = append(out, r.Hash)
		}
	}
	return out, err
}

// take brings a content into the folder: a link to one that a folder of shared
// has, else a copy. False is one that nobody has whole.
func (f folder) take(hash string, shared []folder, from folder) (bool, error) {
	for _, other := range shared {
		if other.check(hash) != nil {
			continue
		}
		if err := f.room(filepath.Dir(f.place(hash))); err != nil {
			return false, unwritable(err)
		}
		if os.Link(other.place(hash), f.place(hash)) == nil {
			return true, nil
		}
	}
	for _, source := range append([]folder{from}, shared...) {
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
	_ = os.RemoveAll(string(beside(file))) // what is not there need not go
}

// renameWith renames a file after what lies beside it: the file is what makes
// the rest a desk.
func renameWith(from, to string) error {
	err := os.Rename(string(beside(from)), string(beside(to)))
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(from, to)
	}
	return err
}

// Restore puts a backup in the place of a desk's file, after it was verified,
// with the contents beside it. The file that stood there is kept beside it with
// its own; its name is returned, and is empty where there was none. While the
// file is open somewhere, that program refuses its next change
// ([hearing.ErrGone]).
//
// A content that the backup lacks is taken from the file that stood there, if
// it is sound; lost names those that neither has. They do not hold up the rest.
func Restore(ctx context.Context, backup, path string) (kept string, lost []Damage, err error) {
	if same, err := sameFile(backup, path); err != nil || same {
		if err == nil {
			err = fs.ErrExist
		}
		return "", nil, fmt.Errorf("read %s: %w", backup, err)
	}
	damage, err := Verify(ctx, backup)
	if err != nil {
		return "", nil, err
	}
	for _, d := range damage {
		if d.Kind != BadContent && d.Kind != NoContent {
			return "", nil, fmt.Errorf("read %s: %w", backup, hearing.ErrDamaged)
		}
		if d.Detail == backup { // in the file itself; what lies beside may be found elsewhere
			lost = append(lost, d)
		}
	}
	part := path + ".part"
	wipe(part)
	gone, err := copyOut(ctx, backup, path, part)
	if err != nil {
		wipe(part)
		return "", nil, err
	}
	if kept, err = aside(path); err != nil {
		wipe(part)
		return "", nil, err
	}
	if err := renameWith(part, path); err != nil {
		return kept, nil, fmt.Errorf("write %s: %w", path, grasp(err))
	}
	return kept, append(lost, gone...), nil
}

// aside renames a desk's file with what belongs to it and is not in it yet.
func aside(path string) (kept string, err error) {
	if _, err := os.Stat(path); err != nil {
		return "", nil //nolint:nilerr // nothing stands there
	}
	kept = free(path + ".before-restore")
	for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".files"} {
		if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return kept, fmt.Errorf("write %s: %w", kept, err)
		}
	}
	return kept, nil
}

// copyOut writes the newest state of a desk that nobody may change meanwhile,
// with its contents. Those that stand beside path already are shared with it.
func copyOut(ctx context.Context, from, path, to string) (lost []Damage, err error) {
	d := &Desk{path: from}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.connect("ro"); err != nil {
		return nil, fmt.Errorf("read %s: %w", from, grasp(err))
	}
	if err := d.snapshot(ctx, to); err != nil {
		return nil, fmt.Errorf("write %s: %w", to, grasp(err))
	}
	hashes, err := besides(ctx, to)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", from, grasp(err))
	}
	for _, hash := range hashes {
		has, err := beside(to).take(hash, []folder{beside(path)}, d.contents())
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", to, grasp(err))
		}
		if !has {
			lost = append(lost, Damage{Kind: NoContent, Content: hash, Detail: d.contents().place(hash)})
		}
	}
	return lost, nil
}

func sameFile(a, b string) (bool, error) {
	one, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	other, err := os.Stat(b)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && os.SameFile(one, other), err
}
