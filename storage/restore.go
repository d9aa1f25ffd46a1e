package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/vault"
)

// Restore is [Backup.Restore] of a copy that is not locked.
func Restore(ctx context.Context, backup, path string) (kept string, lost []Damage, err error) {
	b, err := OpenBackup(ctx, backup, "")
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = b.Close() }() // it was only read
	return b.Restore(ctx, path)
}

// Restore puts a backup in the place of a desk's file, after it was verified,
// with the contents beside it. The file that stood there is kept beside it with
// its own; its name is returned, and is empty where there was none. While the
// file is open somewhere, that program refuses its next change
// ([hearing.ErrGone]).
//
// A content that the backup lacks is taken from the file that stood there, if
// it is sound; lost names those that neither has. They do not hold up the rest.
func (b *Backup) Restore(ctx context.Context, path string) (kept string, lost []Damage, err error) {
	if same, err := sameFile(b.path, path); err != nil || same {
		if err == nil {
			err = fs.ErrExist
		}
		return "", nil, fmt.Errorf("read %s: %w", b.path, err)
	}
	damage, err := b.Verify(ctx)
	if err != nil {
		return "", nil, err
	}
	for _, d := range damage {
		if d.Kind != BadContent && d.Kind != NoContent {
			return "", nil, fmt.Errorf("read %s: %w", b.path, hearing.ErrDamaged)
		}
		if d.Detail == b.path { // in the file itself; what lies beside may be found elsewhere
			lost = append(lost, d)
		}
	}
	if _, err := takePlace(path); err != nil { // of a restore that a crash cut off
		return "", nil, err
	}
	part := path + unfinished
	wipe(part)
	gone, err := b.copyOut(ctx, path, part)
	if err != nil {
		wipe(part)
		return "", nil, err
	}
	if err = renameWith(part, path+ready); err != nil {
		wipe(part)
		return "", nil, fmt.Errorf("write %s: %w", path, grasp(err))
	}
	kept, err = takePlace(path)
	return kept, append(lost, gone...), err
}

// unfinished ends the name of what is being written and does not count yet. A desk that
// a crash left so in a restore is wiped when it is opened or restored the next time.
const unfinished = ".part"

// ready ends the name of a restored desk that is whole and has not taken its
// place yet. Between what is moved aside and what takes its place there is
// no desk: who opens the file after a crash goes on from there.
const ready = ".restore"

// takePlace puts a restored desk that is ready, if there is one, in its place,
// and returns what the desk that stood there is called now.
func takePlace(path string) (kept string, err error) {
	if err := takeTurned(path); err != nil {
		return "", err
	}
	if _, err := os.Stat(path + ready); err != nil {
		return "", nil //nolint:nilerr // nothing waits
	}
	if kept, err = aside(path); err != nil {
		return kept, err
	}
	if err := renameWith(path+ready, path); err != nil {
		return kept, fmt.Errorf("write %s: %w", path, grasp(err))
	}
	return kept, nil
}

// aside renames a desk's file with what belongs to it and is not in it yet; the
// file last, so that after a crash the rest goes where it went.
func aside(path string) (kept string, err error) {
	if _, err := os.Stat(path); err != nil {
		return "", nil //nolint:nilerr // nothing stands there
	}
	kept = free(path + ".before-restore")
	for _, suffix := range append(slices.Clone(besideSuffixes), filesSuffix, "") {
		if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return kept, fmt.Errorf("write %s: %w", kept, err)
		}
	}
	return kept, nil
}

// copyOut writes the newest state of a copy that nobody may change meanwhile,
// with its contents. Those that stand beside path already are shared with it.
//
// Nothing is in clear afterwards that was encrypted: what a desk's key encrypts stays
// so, and a copy that is encrypted comes back as it is.
func (b *Backup) copyOut(ctx context.Context, path, to string) (lost []Damage, err error) {
	key, err := vault.KeyOf(path)
	if err == nil && key == nil && b.opened == nil {
		key, err = vault.KeyOf(b.path)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if err := b.write(ctx, to, key); err != nil {
		return nil, fmt.Errorf("write %s: %w", to, grasp(err))
	}
	hashes, err := besides(ctx, to)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", b.path, grasp(err))
	}
	place, there, from := beside(to), []folder{beside(path)}, b.contents()
	for _, hash := range hashes {
		has, err := place.take(hash, there, from)
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", to, grasp(err))
		}
		if !has {
			lost = append(lost, Damage{Kind: NoContent, Content: hash, Detail: from.place(hash)})
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
