package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"hearingdesk/hearing"
	"hearingdesk/storage/vault"
)

// grasp turns what SQLite says into the domain's errors; what it does not know
// it leaves as it is.
func grasp(err error) error {
	var known error
	code, lite := codeOf(err)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		known = hearing.ErrNotFound
	case errors.Is(err, syscall.ENOSPC):
		known = hearing.ErrFull
	case errors.Is(err, syscall.EROFS):
		known = hearing.ErrReadOnly
	case lite:
		known = meaning(code)
	}
	if known == nil || errors.Is(err, known) {
		return err
	}
	return fmt.Errorf("%w (%w)", known, err)
}

// codeOf is SQLite's code of an error, of either driver; false: it is none of SQLite's.
func codeOf(err error) (int, bool) {
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return lite.Code(), true
	}
	return vault.Code(err)
}

// meaning is what a code of SQLite's means to a user; nil for one that is the
// program's own fault.
func meaning(code int) error {
	switch code {
	case sqlite3.SQLITE_IOERR_SHMSIZE: // no room for the index beside the file
		return hearing.ErrFull
	case sqlite3.SQLITE_READONLY_DBMOVED:
		return hearing.ErrGone
	}
	switch code & 0xff {
	case sqlite3.SQLITE_FULL:
		return hearing.ErrFull
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return hearing.ErrReadOnly
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return hearing.ErrDamaged
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return hearing.ErrLocked
	}
	return nil
}

// referred reports whether SQLite refused to delete a row that another refers
// to.
func referred(err error) bool {
	code, lite := codeOf(err)
	return lite && code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
}

// InUseError names the records that still refer to one that was to be deleted.
type InUseError struct{ By []string }

// Error counts them.
func (e *InUseError) Error() string {
	return fmt.Sprintf("%v: by %d records", hearing.ErrInUse, len(e.By))
}

// Unwrap makes it a [hearing.ErrInUse].
func (e *InUseError) Unwrap() error { return hearing.ErrInUse }

// Names returns what the records are called.
func (e *InUseError) Names() []string { return e.By }
