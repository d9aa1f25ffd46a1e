package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/vault"
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
	case !strings.HasPrefix(head, "SQLite format 3\x00") && !vault.Is(path):
		return false, hearing.ErrForeign
	}
	w, err := into(path)
	if err != nil {
		return false, err
	}
	db, err := w.open("ro", false)
	if err != nil {
		return false, err
	}
	return false, ours(ctx, db)
}

// firstBytes reads what tells one kind of file from another. A folder is
// nobody's file. It is for files that are not open in this program: on Unix, closing a
// file gives up the locks that SQLite has on it, whoever opened it.
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
