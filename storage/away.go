package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"filippo.io/age"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

// lockedSuffix ends the name of a locked copy, desk-20261124-090000.000.locked.
const lockedSuffix = ".locked"

// nounLock is what the record of changes calls the passphrase of what leaves the
// machine.
const nounLock = "lock"

// SetPassphrase sets the passphrase of what leaves the machine, and returns the code
// that opens it too, which is kept nowhere. Copies that were made before open with
// what was set then. At a desk with accounts it is for whoever manages these.
func (d *Desk) SetPassphrase(ctx context.Context, passphrase string) (code string, err error) {
	if err := d.may(hearing.ManageAccounts); err != nil {
		return "", err
	}
	l, code, err := locked.New(passphrase)
	if err != nil {
		return "", err
	}
	return code, d.transact(ctx, func(w *writing) error {
		now := stamp(d.o.Now())
		if err := w.q.SetLock(ctx, query.SetLockParams{Recipient: l.Recipient, Passphrase: l.Passphrase, Code: l.Code, Since: now}); err != nil {
			return err
		}
		return w.note(ctx, hearing.SetLock, nounLock, "", "", "", "")
	})
}

// PassphraseSince is when the passphrase was set; false: there is none.
func (d *Desk) PassphraseSince(ctx context.Context) (time.Time, bool, error) {
	row, err := query.New(d.whole).Lock(ctx)
	if err = grasp(err); errors.Is(err, hearing.ErrNotFound) {
		return time.Time{}, false, nil
	}
	if err != nil {
		return time.Time{}, false, err
	}
	since, err := time.Parse(time.RFC3339Nano, row.Since)
	return since, err == nil, err
}

// lock returns the lock of what leaves the machine; without one it is
// [hearing.ErrNoLock].
func (d *Desk) lock(ctx context.Context) (locked.Lock, error) {
	row, err := query.New(d.whole).Lock(ctx)
	if err = grasp(err); errors.Is(err, hearing.ErrNotFound) {
		err = hearing.ErrNoLock
	}
	return locked.Lock{Recipient: row.Recipient, Passphrase: row.Passphrase, Code: row.Code}, err
}

// KeepLocked brings the newest copy of [Desk.Keep] into a folder that may leave the
// machine, locked, and clears away those there that need not be kept any longer. What
// an earlier program kept there unlocked is locked. Without a passphrase it is
// [hearing.ErrNoLock], and nothing is written.
func (d *Desk) KeepLocked(ctx context.Context, folder string) (hearing.Copy, error) {
	l, own, err := d.toLock(ctx)
	if err != nil {
		return own, err
	}
	if same, err := sameFile(filepath.Dir(own.File), folder); err != nil || same {
		return own, err
	}
	if err := folderFor(folder); err != nil {
		return hearing.Copy{}, err
	}
	there, err := Copies(d.Path(), folder)
	if err != nil {
		return hearing.Copy{}, err
	}
	for _, c := range there {
		if !c.Locked && strings.Contains(strings.TrimSuffix(filepath.Base(c.File), ".db"), ".") { // the program's own
			if _, err := d.lockCopy(ctx, l, c, folder); err != nil {
				return hearing.Copy{}, err
			}
			wipe(c.File)
		}
	}
	made, err := d.lockCopy(ctx, l, own, folder)
	if err != nil {
		return made, err
	}
	if there, err = Copies(d.Path(), folder); err != nil {
		return made, err
	}
	for _, c := range hearing.Spare(there, d.o.Now()) {
		wipe(c.File)
	}
	poolOf(made.File).clear()
	clearParts(d.path, folder)
	return made, nil
}

// toLock makes the newest copy beside the file, which is to be locked elsewhere, with
// the lock.
func (d *Desk) toLock(ctx context.Context) (locked.Lock, hearing.Copy, error) {
	l, err := d.lock(ctx)
	if err != nil {
		return l, hearing.Copy{}, err
	}
	own, err := d.Keep(ctx, "")
	return l, own, err
}

// clearParts removes what a crash left of locked copies of a desk.
func clearParts(path, folder string) {
	left, _ := filepath.Glob(filepath.Join(globbed(folder), globbed(stem(path))+"-*"+lockedSuffix+unfinished)) // the pattern is right
	for _, file := range left {
		_ = os.Remove(file) // the next time finds it
	}
}

// BackupLocked is [Desk.Backup] into a folder that may leave the machine: a locked
// copy of the newest state under the name of its time.
func (d *Desk) BackupLocked(ctx context.Context, folder string) (hearing.Copy, error) {
	l, own, err := d.toLock(ctx)
	if err != nil {
		return own, err
	}
	if err := folderFor(folder); err != nil {
		return hearing.Copy{}, err
	}
	return d.lockCopy(ctx, l, own, folder)
}

// lockCopy writes a copy that was looked through into a folder, locked, unless it is
// there.
func (d *Desk) lockCopy(ctx context.Context, l locked.Lock, c hearing.Copy, folder string) (hearing.Copy, error) {
	to := hearing.Copy{File: filepath.Join(folder, strings.TrimSuffix(filepath.Base(c.File), ".db")+lockedSuffix), At: c.At, Locked: true}
	if info, err := os.Stat(to.File); err == nil {
		to.Size = info.Size()
		return to, nil
	}
	if err := lockInto(ctx, l, c.File, to.File); err != nil {
		return hearing.Copy{}, fmt.Errorf("write %s: %w", to.File, grasp(err))
	}
	info, err := os.Stat(to.File)
	if err == nil {
		to.Size = info.Size()
	}
	return to, err
}

// lockInto locks a copy and its contents under another name. What was written is
// opened and compared before it counts; one that cannot be finished leaves nothing.
func lockInto(ctx context.Context, l locked.Lock, from, to string) error {
	proof, err := age.GenerateX25519Identity() // forgotten at the end
	if err != nil {
		return err
	}
	hashes, err := besides(ctx, from)
	if err != nil {
		return err
	}
	pool, own := lockedFolder{poolOf(to), l.Tag(), proof}, beside(from)
	kept := slices.DeleteFunc(hashes, func(hash string) bool { return own.check(hash) != nil }) // verify names what is missing
	for _, hash := range kept {
		if err := pool.take(l, hash, own, proof); err != nil {
			return err
		}
	}
	part := to + unfinished
	err = writeLocked(part, locked.Head{Lock: l, Contents: kept}, from, proof)
	if err == nil {
		err = sameAs(from, part, proof)
	}
	if err == nil {
		err = os.Rename(part, to)
	}
	if err != nil {
		_ = os.Remove(part) // the first error is the one to tell
		return unwritable(err)
	}
	return syncFolder(filepath.Dir(to))
}

func writeLocked(part string, h locked.Head, from string, proof *age.X25519Identity) error {
	in, err := vault.Read(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()                                        // it was only read
	out, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600) //nolint:gosec // in the user's folder
	if err != nil {
		return err
	}
	return errors.Join(locked.Write(out, h, in, proof.Recipient()), out.Sync(), out.Close())
}

// sameAs opens a locked copy and holds that it is the file that was locked.
func sameAs(from, part string, proof age.Identity) error {
	o, err := locked.Open(part, func(locked.Lock) (age.Identity, error) { return proof, nil })
	if err != nil {
		return err
	}
	defer func() { _ = o.Close() }() // it was only read
	in, err := vault.Read(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	was, err := sumOf(in)
	if err != nil {
		return err
	}
	is, err := sumOf(io.NewSectionReader(o, 0, o.Size))
	if err == nil && was != is {
		err = hearing.ErrDamaged
	}
	return err
}
