package storage

import (
	"io/fs"
	"testing"
	"time"
)

// WaitFor makes the tests wait less long for a file that is held.
func WaitFor(t *testing.T, d time.Duration) {
	t.Helper()
	old := patience
	patience = d
	t.Cleanup(func() { patience = old })
}

// MigrateBy gives a test other migrations.
func MigrateBy(t *testing.T, fsys fs.FS) {
	t.Helper()
	old := migrations
	migrations = fsys
	t.Cleanup(func() { migrations = old })
}
