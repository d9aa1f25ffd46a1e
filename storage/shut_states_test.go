package storage_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/storage/vault"
)

// TestAnEncryptionThatWasCutOffGoesOn has every state in which a crash can leave the
// last steps, both ways: whoever opens the file has all of it.
func TestAnEncryptionThatWasCutOffGoesOn(t *testing.T) {
	for _, back := range []bool{false, true} {
		for step := range 5 {
			t.Run(fmt.Sprint(back, step), func(t *testing.T) {
				file, hash := secretive(t)
				if back {
					turned(t, file)
				}
				cutOff(t, file, hash, step)
				whatItHas(t, file, hash)
				if storage.Encrypted(file) != (back == (step == 4)) {
					t.Errorf("encrypted: %v", storage.Encrypted(file))
				}
				if left, _ := filepath.Glob(file + ".[tp][ua]r*"); len(left) > 0 {
					t.Errorf("it left %v", left)
				}
				whole(t, file)
			})
		}
	}
}

// turned encrypts a file that is in clear, or the other way round.
func turned(t *testing.T, file string) {
	t.Helper()
	if storage.Encrypted(file) {
		if err := storage.Decrypt(t.Context(), file, quietly); err != nil {
			t.Fatal(err)
		}
		return
	}
	must[[]string](t)(storage.Encrypt(t.Context(), file, must[*vault.Key](t)(aKey()), quietly))
}

// cutOff turns a file and takes back the last steps of that.
func cutOff(t *testing.T, file, hash string, step int) {
	t.Helper()
	was := file + ".was"
	if err := errors.Join(os.CopyFS(was+".files", os.DirFS(file+".files")), os.WriteFile(was, must[[]byte](t)(os.ReadFile(file)), 0o600)); err != nil {
		t.Fatal(err)
	}
	turned(t, file)
	move := func(from, to string) {
		t.Helper()
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	move(file, file+".turned")
	move(was, file)
	if step > 0 { // what was there is gone; in step 0 the contents have their place
		move(file+".files", file+".turned.files")
	}
	if step > 1 { // or all of it still is there
		move(was+".files", file+".files")
	}
	switch step {
	case 2: // or some of it
		if err := os.Remove(place(file, hash)); err != nil {
			t.Fatal(err)
		}
	case 4: // what is to take its place is not whole yet
		move(file+".turned.files", file+".part.files")
		move(file+".turned", file+".part")
	}
	_ = os.RemoveAll(was + ".files")
}

// TestRestoreNeverUncovers restores every kind of copy onto every kind of desk: what was
// encrypted never stands in clear afterwards, and what is locked for another place comes
// back as it was.
func TestRestoreNeverUncovers(t *testing.T) {
	for _, c := range []struct {
		from, copy, desk string // clear, encrypted, locked, none
		want             bool   // it is encrypted
	}{
		{"clear", "clear", "none", false}, {"clear", "clear", "encrypted", true}, {"encrypted", "encrypted", "none", true},
		{"encrypted", "encrypted", "clear", true}, {"encrypted", "encrypted", "encrypted", true},
		{"clear", "locked", "none", false}, {"encrypted", "locked", "none", false}, {"encrypted", "locked", "encrypted", true},
	} {
		t.Run(c.from+", "+c.copy+" onto "+c.desk, func(t *testing.T) {
			ctx := t.Context()
			file, hash := secretive(t)
			if c.from == "encrypted" {
				turned(t, file)
			}
			at := copied(t, file, c.copy == "locked")
			to := filepath.Join(t.TempDir(), "desk.db")
			if c.desk != "none" {
				begun(t, to, c.desk == "encrypted")
			}
			b, err := storage.OpenBackup(ctx, at, spring)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = b.Close() }()
			if _, lost, err := b.Restore(ctx, to); err != nil || len(lost) > 0 {
				t.Fatalf("lost %v, %v", lost, err)
			}
			if storage.Encrypted(to) != c.want {
				t.Errorf("it is encrypted: %v", storage.Encrypted(to))
			}
			whatItHas(t, to, hash)
			after := must[*storage.Desk](t)(storage.Open(ctx, to, today()))
			must[hearing.Copy](t)(after.Keep(ctx, "")) // which hides what stood there
			if err := after.Close(); err != nil {
				t.Fatal(err)
			}
			if found := shows(t, filepath.Dir(to), inClear...); c.want && len(found) > 0 {
				t.Errorf("it shows %v", found)
			}
			whole(t, to)
		})
	}
}

const spring = "春天的河面化了冰"

// today is options with the clock of the machine: copies are named by their time.
func today() storage.Options {
	o := options("许晚")
	o.Now = time.Now
	return o
}

// copied makes a copy of a file, and says where.
func copied(t *testing.T, file string, locked bool) string {
	t.Helper()
	ctx := t.Context()
	d := must[*storage.Desk](t)(storage.Open(ctx, file, today()))
	defer func() { _ = d.Close() }()
	if locked {
		must[string](t)(d.SetPassphrase(ctx, spring))
		return must[hearing.Copy](t)(d.BackupLocked(ctx, t.TempDir())).File
	}
	at := filepath.Join(t.TempDir(), "copy.db")
	if err := d.Backup(ctx, at); err != nil {
		t.Fatal(err)
	}
	return at
}

// begun makes an empty desk.
func begun(t *testing.T, file string, encrypted bool) {
	t.Helper()
	var key *vault.Key
	if encrypted {
		key = must[*vault.Key](t)(aKey())
	}
	if err := must[*storage.Desk](t)(storage.OpenBy(t.Context(), file, key, options("许晚"))).Close(); err != nil {
		t.Fatal(err)
	}
}
