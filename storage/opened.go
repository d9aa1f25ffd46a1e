package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"

	"filippo.io/age"
	"modernc.org/sqlite/vfs"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
	"hearingdesk/storage/vault"
)

// A Backup is a copy of a desk, or a desk, that is open to be looked through and
// restored. What is locked is read where it lies: nothing of it is written anywhere
// before it is restored.
type Backup struct {
	path   string
	opened *locked.Opened // nil: it is not locked
	key    age.Identity
	fs     *vfs.FS
	name   string // of fs, for SQLite
}

// OpenBackup opens a copy. One that is locked opens with its passphrase or code; with
// another secret, or none, it is [hearing.ErrSecret]. What is no desk's copy is
// [hearing.ErrForeign].
func OpenBackup(ctx context.Context, path, secret string) (*Backup, error) {
	b := &Backup{path: path}
	err := b.open(ctx, secret)
	if err != nil {
		_ = b.Close() // the first error is the one to tell
		return nil, fmt.Errorf("read %s: %w", path, grasp(err))
	}
	return b, nil
}

func (b *Backup) open(ctx context.Context, secret string) error {
	if _, err := os.Stat(b.path); err != nil {
		return err
	}
	if !locked.Is(b.path) {
		if Shut(b.path) {
			if err := Unlock(b.path, secret); err != nil {
				return secretOf(err)
			}
		}
		fresh, err := inspect(ctx, b.path)
		if err == nil && fresh {
			err = hearing.ErrForeign
		}
		return err
	}
	return b.unlock(ctx, func(l locked.Lock) (age.Identity, error) { return l.Open(secret) })
}

// unlock opens a locked copy with the key that fits its lock.
func (b *Backup) unlock(ctx context.Context, key func(locked.Lock) (age.Identity, error)) (err error) {
	b.opened, err = locked.Open(b.path, func(l locked.Lock) (age.Identity, error) {
		b.key, err = key(l)
		return b.key, err
	})
	if err != nil {
		return err
	}
	if b.name, b.fs, err = vfs.New(b.opened.FS()); err != nil {
		return err
	}
	db, err := b.connect()
	if err != nil {
		return err
	}
	return ours(ctx, db)
}

// secretOf is what a copy says that did not open: it has its secret, as a locked one.
func secretOf(err error) error {
	if errors.Is(err, hearing.ErrShut) {
		err = fmt.Errorf("%w (%w)", hearing.ErrSecret, err)
	}
	return err
}

// connect opens its database for reading.
func (b *Backup) connect() (*sql.DB, error) {
	if b.opened != nil {
		return sql.Open("sqlite", "file:"+b.opened.Name()+"?mode=ro&immutable=1&vfs="+b.name)
	}
	w, err := into(b.path)
	if err != nil {
		return nil, err
	}
	return w.open("ro", false)
}

// ours holds that a database is a desk's, and closes it.
func ours(ctx context.Context, db *sql.DB) error {
	defer func() { _ = db.Close() }() // it was only read
	var id int64
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		return hearing.ErrForeign
	}
	return nil
}

// contents is where its contents lie.
func (b *Backup) contents() source {
	if b.opened == nil {
		return beside(b.path)
	}
	return lockedFolder{poolOf(b.path), b.opened.Head.Lock.Tag(), b.key}
}

// write writes the file of the copy into one with a key, or in clear where that is nil.
func (b *Backup) write(ctx context.Context, to string, key *vault.Key) error {
	if b.opened == nil {
		w := way{path: to, key: key}
		d, err := across(b.path, &w, func(from way) string { return from.dsn("ro", false) })
		if err != nil {
			return err
		}
		defer func() { _ = d.Close() }() // it was only read
		return d.snapshotBy(ctx, w, func(float64) {})
	}
	from := io.NewSectionReader(b.opened, 0, b.opened.Size)
	if key != nil {
		return key.Write(to, from)
	}
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	return errors.Join(err, f.Sync(), f.Close())
}

// Locked reports whether it needed its secret.
func (b *Backup) Locked() bool { return b.opened != nil }

// Close ends the reading.
func (b *Backup) Close() error {
	var errs []error
	if b.fs != nil {
		errs = append(errs, b.fs.Close())
	}
	if b.opened != nil {
		errs = append(errs, b.opened.Close())
	}
	return errors.Join(errs...)
}
