package storage_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// written makes a file of a text.
func written(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// changed makes a change to a database behind the desk's back.
func changed(t *testing.T, file, q string) string {
	t.Helper()
	db := must[*sql.DB](t)(storage.Raw(file))
	if _, err := db.ExecContext(t.Context(), q); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestBadFiles(t *testing.T) {
	for _, c := range []struct {
		name string
		file func(*testing.T) string
		want error
	}{
		{"a text", func(t *testing.T) string { return written(t, "这不是数据库") }, hearing.ErrForeign},
		{"another program's database", func(t *testing.T) string {
			return changed(t, filepath.Join(t.TempDir(), "x.db"), "CREATE TABLE a (b)")
		}, hearing.ErrForeign},
		{"a newer desk's", func(t *testing.T) string {
			d := open(t, filepath.Join(t.TempDir(), "x.db"))
			return changed(t, d.Path(), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)")
		}, hearing.ErrNewer},
		{"a damaged one", func(t *testing.T) string { return written(t, "SQLite format 3\x00"+string(make([]byte, 5000))) }, hearing.ErrDamaged},
		{"cut off in the middle", func(t *testing.T) string {
			d := filled(t)
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			text := must[[]byte](t)(os.ReadFile(d.Path()))
			return written(t, string(text[:len(text)/3]))
		}, hearing.ErrDamaged},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, hearing.ErrForeign},
		{"the beginning of a database", func(t *testing.T) string { return written(t, "SQLite") }, hearing.ErrForeign},
		{"a folder that is not there", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none", "x.db") }, os.ErrNotExist},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := c.file(t)
			before, _ := os.ReadFile(file)
			_, err := begin(t.Context(), file, options("x"))
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			after, err := os.ReadFile(file)
			if !bytes.Equal(before, after) || before == nil && err == nil {
				t.Error("the file was changed")
			}
			if left := must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(file), ".*-*"))); len(left) > 0 {
				t.Errorf("it left %v", left)
			}
		})
	}
}

func TestFileNames(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"台 #1?%.db", "a b.db", "听证台/澄河 区.db", "100%25.db", "a&mode=ro.db", "*.db", "'\"`.db", "file:x.db"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{filepath.Join(dir, name), name, "/" + filepath.Join(dir, name)} {
			d := open(t, file)
			must[[]hearing.Person](t)(d.People(t.Context(), "", 1))
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
				t.Errorf("%s is not where it was asked for: %v", file, err)
			}
		}
	}
	if n := len(must[[]os.DirEntry](t)(os.ReadDir(dir))); n != 8 {
		t.Errorf("there are %d files, want 8", n)
	}
}

func TestAnEmptyFileBecomesADesk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if empty := must[bool](t)(open(t, file).Empty(t.Context())); !empty {
		t.Error("it is not empty")
	}
}

// TestWhatAnotherFileLeftIsSetAside has the log of a file that was deleted
// while it was open beside a new one.
func TestWhatAnotherFileLeftIsSetAside(t *testing.T) {
	d := filled(t)
	if err := os.Remove(d.Path()); err != nil {
		t.Fatal(err)
	}
	again := open(t, d.Path())
	if empty := must[bool](t)(again.Empty(t.Context())); !empty {
		t.Error("the new desk took the old one's log for its own")
	}
	if _, err := os.Stat(d.Path() + "-wal.old"); err != nil {
		t.Errorf("what it left is gone: %v", err)
	}
	whole(t, d.Path())
}

// TestTwoProgramsMakeOneFile starts several at the same instant.
func TestTwoProgramsMakeOneFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			d, err := begin(t.Context(), file, options("x"))
			if err == nil {
				_, err = d.SavePerson(t.Context(), hearing.Person{ID: hearing.ID(fmt.Sprintf("p%d", i)), Name: "许晚"})
				err = errors.Join(err, d.Close())
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if people := must[[]hearing.Person](t)(open(t, file).People(t.Context(), "", 100)); len(people) != 8 {
		t.Errorf("of 8 people %d are there", len(people))
	}
}
