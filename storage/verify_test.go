package storage_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// broken returns a copy of the worked examples' file after a statement.
func broken(t *testing.T, statement string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "desk.db")
	if err := filled(t).Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if statement != "" {
		db := must[*sql.DB](t)(storage.Raw(file))
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestVerifyNamesTheDamage(t *testing.T) {
	for _, c := range []struct {
		name, statement string
		want            storage.DamageKind
		record          hearing.ID
	}{
		{"a sound file", "", "", ""},
		{"a record cut off", "UPDATE record SET body = substr(body, 1, 40) WHERE id = 'h-e1'", storage.BadRecord, "h-e1"},
		{"a record under another's id", "PRAGMA foreign_keys = off; UPDATE record SET body = (SELECT body FROM record WHERE id = 'p-xu') WHERE id = 'p-lin'", storage.BadRecord, "p-lin"},
		{"a session that is not on the calendar", "PRAGMA foreign_keys = on; DELETE FROM session WHERE id = 'h-e2'", storage.BadCalendar, "h-e2"},
		{"a session on another day", "UPDATE session SET starts = '2023-01-01T00:00:00Z' WHERE id = 'h-e2'", storage.BadCalendar, "h-e2"},
		{"a reference into nothing", "PRAGMA foreign_keys = off; DELETE FROM record WHERE id = 'p-lin'", storage.BadReference, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := storage.Verify(t.Context(), broken(t, c.statement))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range found {
				if d.Kind == c.want && d.Record.ID == c.record {
					return
				}
			}
			if c.want != "" || len(found) > 0 {
				t.Errorf("found %+v, want %s of %q", found, c.want, c.record)
			}
		})
	}
}

// TestVerifyFindsAFlippedBit turns one bit of every page, one after the other:
// most are found, and none makes the program panic or change the file.
func TestVerifyFindsAFlippedBit(t *testing.T) {
	file := broken(t, "")
	sound := must[[]byte](t)(os.ReadFile(file))
	const page = 4096
	missed := 0
	for at := page; at < len(sound); at += page {
		bad := append([]byte(nil), sound...)
		bad[at] ^= 0x40 // the page's kind
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if found, err := storage.Verify(t.Context(), file); err == nil && len(found) == 0 {
			missed++
		}
	}
	// An overflow page has no kind: its first byte is part of a number that
	// is nought, and SQLite sees a chain that leads nowhere.
	if missed > 0 {
		t.Errorf("%d of %d broken pages were not found", missed, len(sound)/page-1)
	}
}

func TestRestoreKeepsWhatStoodThere(t *testing.T) {
	ctx := t.Context()
	backup := broken(t, "")
	file := filepath.Join(t.TempDir(), "desk.db")
	kept, _, err := storage.Restore(ctx, backup, file) // nothing stood there
	if err != nil || kept != "" {
		t.Fatalf("kept %q, %v", kept, err)
	}
	d := open(t, file)
	if _, err := d.SavePerson(ctx, hearing.Person{ID: "p-new", Name: "许晚"}); err != nil {
		t.Fatal(err)
	}
	kept, _, err = storage.Restore(ctx, backup, file) // while it is open, its last change still beside it
	if err != nil || kept == "" {
		t.Fatalf("kept %q, %v", kept, err)
	}
	if _, err := d.SavePerson(ctx, hearing.Person{ID: "p-more", Name: "许晚"}); !errors.Is(err, hearing.ErrGone) {
		t.Errorf("the program that has it open: %v, want ErrGone", err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t, file).Person(ctx, "p-new"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("the change is still there: %v", err)
	}
	if _, err := open(t, kept).Person(ctx, "p-new"); err != nil {
		t.Errorf("the kept file lacks the last change: %v", err)
	}
}

func TestRestoreRefusesADamagedBackup(t *testing.T) {
	backup := broken(t, "UPDATE record SET body = '{' WHERE id = 'h-e1'")
	file := broken(t, "")
	before := must[[]byte](t)(os.ReadFile(file))
	if _, _, err := storage.Restore(t.Context(), backup, file); !errors.Is(err, hearing.ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if after := must[[]byte](t)(os.ReadFile(file)); string(before) != string(after) {
		t.Error("the file was changed")
	}
}
