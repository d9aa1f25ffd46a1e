package storage_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// BenchmarkFile measures what a file costs; with HEARINGDESK_ENCRYPTED=1 an encrypted one.
func BenchmarkFile(b *testing.B) {
	ctx := b.Context()
	d, err := begin(ctx, filepath.Join(b.TempDir(), "desk.db"), options("许晚"))
	if err != nil {
		b.Fatal(err)
	}
	people(b, d, 5000)
	measure(b, d)
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	measureClosed(b, d.Path())
}

// measure measures what is done to an open desk.
func measure(b *testing.B, d *storage.Desk) {
	b.Helper()
	ctx, n := b.Context(), 0
	b.Run("save", func(b *testing.B) {
		for b.Loop() {
			n++
			if _, err := d.SavePerson(ctx, hearing.Person{ID: hearing.ID(fmt.Sprintf("q-%05d", n)), Name: "程桂兰", Note: strings.Repeat("记", 350)}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read one", func(b *testing.B) {
		for b.Loop() {
			n++
			if _, err := d.Person(ctx, hearing.ID(fmt.Sprintf("p-%05d", n*7919%5000))); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read all", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Export(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.People(ctx, "程", 50); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// measureClosed measures what is done to a file that nobody has open.
func measureClosed(b *testing.B, file string) {
	b.Helper()
	ctx := b.Context()
	b.Run("scan pages", func(b *testing.B) {
		for b.Loop() {
			db, err := storage.Raw(file)
			if err != nil {
				b.Fatal(err)
			}
			var sum sql.NullInt64
			if err := db.QueryRowContext(ctx, "SELECT sum(length(body)) FROM record").Scan(&sum); err != nil {
				b.Fatal(err)
			}
			_ = db.Close()
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			d, err := storage.Open(ctx, file, options("许晚"))
			if err != nil {
				b.Fatal(err)
			}
			if err := d.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
