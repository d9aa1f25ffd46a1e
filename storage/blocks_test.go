package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// people imports some, so that the file has pages.
func people(t testing.TB, d *storage.Desk, n int) {
	t.Helper()
	var p hearing.Package
	for i := range n {
		p.Add(hearing.Person{ID: hearing.ID(fmt.Sprintf("p-%05d", i)), Name: "程桂兰", Note: strings.Repeat("记", 350)})
	}
	must[storage.ImportReport](t)(d.Import(t.Context(), p))
}

// TestACopyIsOfOneInstant saves, and brings the log into the file, while the file is copied:
// before each block, all over the file. The copy is sound, and has what was there when it was
// begun and nothing of what came after, whether the log had been brought in before or not.
func TestACopyIsOfOneInstant(t *testing.T) {
	for name, c := range map[string]struct{ logged, page int }{
		"the log is in the file":   {0, 4096},
		"the log is beside it":     {30, 4096},
		"its pages are small":      {0, 1024}, // it is copied through the system's cache
		"and the log is beside it": {30, 1024},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, path := t.Context(), filepath.Join(t.TempDir(), "desk.db")
			pagesOf(t, path, c.page)
			d := open(t, path)
			people(t, d, 600)
			storage.BlocksOf(t, 64<<10)
			if err := d.Checkpoint(); err != nil {
				t.Fatal(err)
			}
			for i := range c.logged {
				must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: hearing.ID(fmt.Sprintf("p-%05d-", i*20)), Name: "戚望舒"}))
			}
			want := must[hearing.Package](t)(d.Export(ctx))
			file := filepath.Join(t.TempDir(), "copy.db")
			times := 0
			err := d.SnapshotTold(ctx, file, func(float64) {
				times++
				for i := range 5 { // all over the file
					id := hearing.ID(fmt.Sprintf("p-%05d", (times*37+i*120)%600))
					was := must[hearing.Person](t)(d.Person(ctx, id))
					was.Note = fmt.Sprint("改", times)
					must[hearing.Version](t)(d.SavePerson(ctx, was))
				}
				if err := d.Checkpoint(); err != nil {
					t.Error(err)
				}
			})
			if err != nil || times < 15 {
				t.Fatalf("copied in %d blocks: %v", times, err)
			}
			if damage := must[[]storage.Damage](t)(storage.Verify(ctx, file)); len(damage) > 0 {
				t.Errorf("the copy is damaged: %+v", damage)
			}
			got := must[hearing.Package](t)(open(t, file).Export(ctx))
			if len(got.People) != len(want.People) {
				t.Fatalf("the copy has %d people of %d", len(got.People), len(want.People))
			}
			for i, p := range got.People {
				if p.Note != want.People[i].Note {
					t.Errorf("of %s the copy has %.10s", p.ID, p.Note)
				}
			}
		})
	}
}

// pagesOf makes a desk whose file has pages of so many bytes.
func pagesOf(t *testing.T, file string, bytes int) {
	t.Helper()
	if err := must[*storage.Desk](t)(begin(t.Context(), file, options("许晚"))).Close(); err != nil {
		t.Fatal(err)
	}
	db := must[*sql.DB](t)(storage.Raw(file))
	_, err := db.Exec(fmt.Sprintf("PRAGMA journal_mode = delete; PRAGMA page_size = %d; VACUUM", bytes))
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestACopyCanBeStopped stops a copy after its first block: nothing is left of it.
func TestACopyCanBeStopped(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	people(t, d, 600)
	storage.BlocksOf(t, 64<<10)
	ctx, stop := context.WithCancel(t.Context())
	file := filepath.Join(t.TempDir(), "copy.db")
	times := 0
	err := d.SnapshotTold(ctx, file, func(float64) { times++; stop() })
	if left, _ := filepath.Glob(file + "*"); err == nil || times != 1 || len(left) > 0 {
		t.Errorf("after %d blocks: %v, and left are %v", times, err, left)
	}
}
