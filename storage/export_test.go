package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

// WaitFor makes the tests wait less long for a file that is held.
func WaitFor(t *testing.T, d time.Duration) {
	t.Helper()
	old := patience
	patience = d
	t.Cleanup(func() { patience = old })
}

// CountHashes counts how often a password is hashed.
func CountHashes(t *testing.T) *int {
	t.Helper()
	n, old := 0, idKey
	idKey = func(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte {
		n++
		return old(password, salt, time, memory, threads, keyLen)
	}
	t.Cleanup(func() { idKey = old })
	return &n
}

// BeatEvery sets how often the machine that holds a file says so.
func BeatEvery(t *testing.T, d time.Duration) {
	t.Helper()
	old := beats
	beats = d
	t.Cleanup(func() { beats = old })
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

// Teams lists what is its team's alone, with the members, of records that there are.
func Teams(ctx context.Context, d *Desk) ([]string, error) {
	all, err := query.New(d.whole).ConfinedOnes(ctx)
	var out []string
	for _, c := range all {
		if has, herr := query.New(d.whole).Has(ctx, query.HasParams(c)); herr != nil || has == 0 {
			err = errors.Join(err, herr)
			continue
		}
		members, merr := query.New(d.whole).Team(ctx, query.TeamParams(c))
		out, err = append(out, fmt.Sprint(c.Kind, " ", c.ID, " ", members)), errors.Join(err, merr)
	}
	slices.Sort(out)
	return out, err
}

// TeamsAnew works all of it out once more, and leaves the desk as it was.
func TeamsAnew(ctx context.Context, d *Desk) (out []string, err error) {
	stop := errors.New("as it was")
	err = d.within(ctx, func(w *writing) error {
		all, err := w.q.ConfinedOnes(ctx)
		for _, c := range all {
			err = errors.Join(err, w.q.Unconfine(ctx, query.UnconfineParams(c)), w.q.DropTeam(ctx, query.DropTeamParams(c)))
		}
		if err = errors.Join(err, w.confineAll(ctx)); err != nil {
			return err
		}
		if all, err = w.q.ConfinedOnes(ctx); err != nil {
			return err
		}
		for _, c := range all {
			has, err := w.q.Has(ctx, query.HasParams(c))
			if err != nil {
				return err
			}
			if has == 0 {
				continue
			}
			members, err := w.q.Team(ctx, query.TeamParams(c))
			if err != nil {
				return err
			}
			out = append(out, fmt.Sprint(c.Kind, " ", c.ID, " ", members))
		}
		return stop
	})
	if errors.Is(err, stop) {
		err = nil
	}
	slices.Sort(out)
	return out, err
}

// Raw opens the database of a file as it is, in clear or encrypted, behind the desk's
// back.
func Raw(file string) (*sql.DB, error) {
	w, err := into(file)
	if err != nil {
		return nil, err
	}
	return sql.Open(w.driver(), w.named(url.Values{}))
}

// OpenBy is [Open], which makes a new file with a key.
func OpenBy(ctx context.Context, path string, key *vault.Key, o Options) (*Desk, error) {
	return openBy(ctx, path, key, o)
}

// Refer has a record name another one, past all that is held against it but SQLite's own.
func (d *Desk) Refer(ctx context.Context, kind, id, byKind, byID string) error {
	return d.within(ctx, func(w *writing) error {
		return w.q.AddReference(ctx, query.AddReferenceParams{Kind: kind, ID: id, ByKind: byKind, ByID: byID})
	})
}

// OpenPartsOf is OpenParts with another size of its parts.
func OpenPartsOf(ctx context.Context, d *Desk, today calendar.Date, most int, take func(hearing.OpenWork) error) (int64, error) {
	return d.openParts(ctx, today, most, take)
}

// SnapshotTold copies the file alone, and tells how far it is.
func (d *Desk) SnapshotTold(ctx context.Context, to string, told func(far float64)) error {
	return d.snapshotTold(ctx, to, told)
}

// Checkpoint brings what of the log nobody needs there into the file.
func (d *Desk) Checkpoint() error {
	_, err := d.whole.Exec("PRAGMA wal_checkpoint(PASSIVE)")
	return err
}

// BlocksOf makes the blocks smaller in which a file is copied.
func BlocksOf(t *testing.T, bytes int64) {
	t.Helper()
	old := blockSize
	blockSize = bytes
	t.Cleanup(func() { blockSize = old })
}
