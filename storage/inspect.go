package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hearingdesk/hearing"
)

// applicationID marks our files in SQLite's header: "HDsk".
const applicationID = 0x4844736b

// mark makes the file known as ours. The checkpoint brings it to the file's
// header at once.
func (d *Desk) mark(ctx context.Context) error {
	if _, err := d.write.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	_, err := d.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// inspect looks at a file without changing it and reports whether it is to be
// made.
func inspect(ctx context.Context, path string) (fresh bool, err error) {
	f, err := os.Open(path) //nolint:gosec // the user names the file
	if errors.Is(err, fs.ErrNotExist) {
		return true, writable(filepath.Dir(path))
	}
	if err != nil {
		return false, err
	}
	head := make([]byte, 16)
	n, _ := f.Read(head) // a short read is a short file
	if err := f.Close(); err != nil {
		return false, err
	}
	if n == 0 {
		return true, nil
	}
	if !strings.HasPrefix(string(head[:n]), "SQLite format 3\x00") {
		return false, hearing.ErrForeign
	}
	db, err := sql.Open("sqlite", dsn(path, "ro", false))
	if err != nil {
		return false, err
	}
	defer func() { _ = db.Close() }() // it was only read
	var id int64
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return false, err
	}
	if id != applicationID {
		return false, hearing.ErrForeign
	}
	return false, nil
}

// writable reports a folder in which no file can be made as read-only.
func writable(dir string) error {
	f, err := os.CreateTemp(dir, ".hearingdesk-*")
	if errors.Is(err, fs.ErrPermission) {
		return hearing.ErrReadOnly
	}
	if err != nil {
		return err
	}
	err = f.Close()
	_ = os.Remove(f.Name()) // it was only a trial
	return err
}
