package storage

import (
	"context"
	"io/fs"
	"testing"
	"time"

	"hearingdesk/storage/query"
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

// Heavy is the size from which a content lies beside the file.
const Heavy = heavy

// Hold keeps a content, as a record of a kind would; an error of then takes it
// back.
func (d *Desk) Hold(ctx context.Context, media string, data []byte, then func(hash string) error) error {
	return d.transact(ctx, func(w *writing) error {
		hash, err := w.hold(ctx, media, data)
		if err == nil {
			err = then(hash)
		}
		return err
	})
}

// Uses lets a record that is no record name a content.
func (d *Desk) Uses(ctx context.Context, hash string) error {
	return d.transact(ctx, func(w *writing) error {
		return w.q.UseContent(ctx, query.UseContentParams{Hash: hash, Kind: "test", ID: "1"})
	})
}
