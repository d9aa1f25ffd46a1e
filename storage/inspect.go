package storage

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"strings"

	"hearingdesk/hearing"
)

// applicationID marks our files in SQLite's header: "HDsk".
const applicationID = 0x4844736b

// inspect looks at a file without changing it and reports whether it is to be
// made.
func inspect(ctx context.Context, path string) (fresh bool, err error) {
	head, err := firstBytes(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	case head == "":
		return true, nil
	case !strings.HasPrefix(head, "SQLite format 3\x00"):
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

// firstBytes reads what tells one kind of file from another. A folder is
// nobody's file.
func firstBytes(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", hearing.ErrForeign
	}
	f, err := os.Open(path) //nolint:gosec // the user names the file
	if err != nil {
		return "", err
	}
	head := make([]byte, 16)
	n, _ := f.Read(head) // a short read is a short file
	return string(head[:n]), f.Close()
}

// writable holds that the file takes changes. SQLite would open one that does
// not, and refuse the first change.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0) //nolint:gosec // the user names the file
	if errors.Is(err, fs.ErrPermission) {
		return hearing.ErrReadOnly
	}
	if err != nil {
		return err
	}
	return f.Close()
}
