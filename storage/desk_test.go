package storage_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
)

var noon = time.Date(2023, 7, 1, 12, 0, 0, 0, time.FixedZone("CST", 8*60*60))

func options(actor string) storage.Options {
	n := 0
	return storage.Options{Actor: actor, Access: access(), Now: func() time.Time { return noon }, NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d", n)) }}
}

// access is the program's table, with hashes that take less long.
func access() hearing.Access {
	a, err := hearing.ReadAccess(assets.Access)
	if err != nil {
		panic(err) // the table is part of the program
	}
	a.Password.MemoryKiB, a.Password.Passes, a.Password.Lanes = 64, 1, 1
	return a
}

func open(t testing.TB, file string) *storage.Desk {
	t.Helper()
	d, err := begin(t.Context(), file, options("许晚"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// filled opens a desk with the worked examples.
func filled(t testing.TB) *storage.Desk {
	t.Helper()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
