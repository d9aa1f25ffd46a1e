package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"hearingdesk/hearing"
)

// grasp turns what SQLite says into the domain's errors; what it does not know
// it leaves as it is.
func grasp(err error) error {
	if err == nil {
		return nil
	}
	known := error(nil)
	var lite *sqlite.Error
	switch {
	case errors.Is(err, sql.ErrNoRows):
		known = hearing.ErrNotFound
	case errors.Is(err, syscall.ENOSPC):
		known = hearing.ErrFull
	case errors.Is(err, syscall.EROFS):
		known = hearing.ErrReadOnly
	case errors.As(err, &lite):
		switch lite.Code() & 0xff {
		case sqlite3.SQLITE_FULL:
			known = hearing.ErrFull
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			known = hearing.ErrReadOnly
		case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
			known = hearing.ErrDamaged
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			known = hearing.ErrLocked
		}
	}
	if known == nil {
		return err
	}
	return fmt.Errorf("%w (%w)", known, err)
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
