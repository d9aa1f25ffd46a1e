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
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

// Backups is the folder beside a desk's file in which the program keeps copies
// by itself.
func Backups(path string) string { return path + ".backups" }

// copyTime is the time in the name of a copy, desk-20261124-090000.db; the copies
// of the program itself have thousandths of a second too.
const copyTime = "20060102-150405"

// folderFor makes the folder of copies where there is none.
func folderFor(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make folder %s: %w", folder, unwritable(err))
	}
	return nil
}

// Keep makes a copy in a folder, or in that beside the file where none is named,
// unless nothing was changed since the newest one there, looks it through, and
// clears away those that need not be kept any longer, and more where there is no room. It
// returns the copy, or the newest one. One that is not sound is not kept:
// [hearing.ErrDamaged]. Single contents that are missing do not count.
func (d *Desk) Keep(ctx context.Context, folder string) (hearing.Copy, error) {
	if folder == "" {
		folder = Backups(d.Path())
	}
	if err := folderFor(folder); err != nil {
		return hearing.Copy{}, err
	}
	if d.key != nil { // what a crash cut off
		if _, err := hide(ctx, d.path, d.key, func(int) func(float64) { return func(float64) {} }); err != nil {
			return hearing.Copy{}, err
		}
	}
	copies, err := Copies(d.Path(), folder)
	if err != nil {
		return hearing.Copy{}, err
	}
	if len(copies) > 0 && !d.Snapshot() {
		if same, err := d.unchanged(ctx, copies[0].File); err == nil && same {
			return copies[0], nil
		}
	}
	now := d.o.Now()
	file := filepath.Join(folder, stem(d.Path())+"-"+now.Local().Format(copyTime+".000")+".db")
	if _, err := os.Stat(file); err == nil { // the clock went back, or two programs keep
		return hearing.Copy{}, fmt.Errorf("write %s: %w", file, fs.ErrExist)
	}
	if copies, err = d.makeRoom(folder, copies); err != nil {
		return hearing.Copy{}, err
	}
	if err := d.Backup(ctx, file); err != nil {
		return hearing.Copy{}, err
	}
	if err := whole(ctx, file); err != nil {
		wipe(file)
		return hearing.Copy{}, err
	}
	made := hearing.Copy{File: file, At: now}
	if info, err := os.Stat(file); err == nil {
		made.Size = info.Size()
	}
	for _, c := range hearing.Spare(append(copies, made), now) {
		wipe(c.File)
	}
	return made, nil
}

// KeepBefore is [Desk.Keep] before something is done to all of a desk: of an empty one
// there is nothing to keep, and a copy of this very moment will do.
func (d *Desk) KeepBefore(ctx context.Context) error {
	empty, err := d.Empty(ctx)
	if err == nil && !empty {
		_, err = d.Keep(ctx, "")
	}
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// whole holds that a copy is sound, but for single contents that its desk lacks.
func whole(ctx context.Context, file string) error {
	damage, err := Verify(ctx, file)
	if err == nil && !WorthKeeping(damage) {
		err = fmt.Errorf("write %s: %w", file, hearing.ErrDamaged)
	}
	return err
}

func stem(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }

// Copies lists the copies of a desk in a folder, the newest first. No folder is no copy.
func Copies(path, folder string) ([]hearing.Copy, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", folder, unwritable(err))
	}
	var out []hearing.Copy
	for _, e := range entries {
		rest, mine := strings.CutPrefix(e.Name(), stem(path)+"-")
		rest, secret := strings.CutSuffix(rest, lockedSuffix)
		at, err := time.ParseInLocation(copyTime, strings.TrimSuffix(rest, ".db"), time.Local)
		if info, ierr := e.Info(); mine && err == nil && ierr == nil && !e.IsDir() && (secret || strings.HasSuffix(rest, ".db")) {
			file := filepath.Join(folder, e.Name())
			out = append(out, hearing.Copy{File: file, At: at, Size: info.Size(), Locked: secret || vault.Is(file)})
		}
	}
	slices.SortFunc(out, func(a, b hearing.Copy) int { return b.At.Compare(a.At) })
	return out, nil
}

// Copies lists the copies in a folder, or in that beside the file where none is
// named, the newest first.
func (d *Desk) Copies(_ context.Context, folder string) ([]hearing.Copy, error) {
	if folder == "" {
		folder = Backups(d.Path())
	}
	return Copies(d.Path(), folder)
}

// Differences is [Backup.Differences] between a backup and the desk as it is now. A
// backup that is not sound is [hearing.ErrDamaged]; a locked one needs its secret,
// the passphrase or the code ([hearing.ErrSecret]).
func (d *Desk) Differences(ctx context.Context, backup, secret string) ([]hearing.Difference, error) {
	b, err := OpenBackup(ctx, backup, secret)
	if err != nil {
		return nil, err
	}
	defer func() { _ = b.Close() }() // it was only read
	damage, err := b.Verify(ctx)
	if err == nil && !WorthKeeping(damage) {
		err = fmt.Errorf("read %s: %w", backup, hearing.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	now, err := bodies(ctx, d.whole)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", d.path, err)
	}
	list, err := b.differences(ctx, now)
	if err != nil {
		return nil, err
	}
	return d.Veil(ctx, list)
}

// unchanged reports whether a copy has all that the desk has.
func (d *Desk) unchanged(ctx context.Context, file string) (bool, error) {
	c := &Desk{path: file}
	defer func() { _ = c.Close() }() // it was only read
	if err := c.connect("ro"); err != nil {
		return false, err
	}
	was, err := c.Written(ctx)
	if err != nil {
		return false, err
	}
	now, err := d.Written(ctx)
	return was == now, err
}

// Differences is [Backup.Differences] of a copy that is not locked.
func Differences(ctx context.Context, backup, path string) ([]hearing.Difference, error) {
	b, err := OpenBackup(ctx, backup, "")
	if err != nil {
		return nil, err
	}
	defer func() { _ = b.Close() }() // it was only read
	return b.Differences(ctx, path)
}

// Differences lists what a restore of the backup would do to the records of a desk's
// file, by kinds and names. Of one that is open in this program [Desk.Differences] says it.
func (b *Backup) Differences(ctx context.Context, path string) ([]hearing.Difference, error) {
	now := map[hearing.Reference]savedRow{}
	desk, err := OpenBackup(ctx, path, "")
	if err == nil {
		now, err = desk.bodies(ctx)
		_ = desk.Close() // it was only read
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return b.differences(ctx, now)
}

func (b *Backup) differences(ctx context.Context, now map[hearing.Reference]savedRow) ([]hearing.Difference, error) {
	then, err := b.bodies(ctx)
	if err != nil {
		return nil, err
	}
	var out []hearing.Difference
	for ref, was := range then {
		is, there := now[ref]
		switch {
		case !there:
			out = append(out, hearing.Difference{Kind: ref.Noun, ID: ref.ID, Name: was.name, Does: hearing.DifferBack})
		case is.body != was.body:
			out = append(out, hearing.Difference{Kind: ref.Noun, ID: ref.ID, Name: is.name, Does: hearing.DifferChanged})
		}
	}
	for ref, is := range now {
		if _, there := then[ref]; !there {
			out = append(out, hearing.Difference{Kind: ref.Noun, ID: ref.ID, Name: is.name, Does: hearing.DifferGone})
		}
	}
	slices.SortFunc(out, func(a, b hearing.Difference) int {
		return strings.Compare(a.Does+a.Kind+a.Name+string(a.ID), b.Does+b.Kind+b.Name+string(b.ID))
	})
	return out, nil
}

// bodies reads all records of a copy as texts.
func (b *Backup) bodies(ctx context.Context) (map[hearing.Reference]savedRow, error) {
	db, err := b.connect()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", b.path, err)
	}
	defer func() { _ = db.Close() }() // it was only read
	out, err := bodies(ctx, db)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", b.path, err)
	}
	return out, nil
}

// bodies reads all records as texts.
func bodies(ctx context.Context, db query.DBTX) (map[hearing.Reference]savedRow, error) {
	rows, err := query.New(db).Bodies(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	out := map[hearing.Reference]savedRow{}
	for _, r := range rows {
		out[hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)}] = savedRow{r.Version, r.Name, r.Body}
	}
	return out, nil
}
