package vault_test

import (
	"bytes"
	"database/sql"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage/vault"
)

const (
	winter = "冬天的河面结了冰"
	spring = "春天的河面化了冰"
)

// made is an encrypted file with a table in it, its key and the code of that.
func made(t *testing.T) (file string, key *vault.Key, code string) {
	t.Helper()
	key, code, err := vault.New(winter)
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "desk.db")
	if err := key.Begin(file); err != nil {
		t.Fatal(err)
	}
	db := opened(t, file, key)
	if _, err := db.ExecContext(t.Context(), "PRAGMA journal_mode = wal; CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('程桂兰')"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return file, key, code
}

func opened(t *testing.T, file string, key *vault.Key) *sql.DB {
	t.Helper()
	v := url.Values{}
	key.Say(v)
	db, err := sql.Open(vault.Driver, "file:"+file+"?"+v.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// reads holds that a file opens by a secret, and what is in it.
func reads(t *testing.T, file, secret string) error {
	t.Helper()
	vault.Forget()
	if _, err := vault.KeyOf(file); !errors.Is(err, hearing.ErrShut) {
		t.Errorf("before it is opened: %v", err)
	}
	if err := vault.Open(file, secret); err != nil {
		return err
	}
	key, err := vault.KeyOf(file)
	if err != nil {
		return err
	}
	db := opened(t, file, key)
	defer func() { _ = db.Close() }()
	var name string
	if err := db.QueryRowContext(t.Context(), "SELECT name FROM person").Scan(&name); err != nil || name != "程桂兰" {
		t.Errorf("by %q: %q, %v", secret, name, err)
	}
	return nil
}

// TestAFileOpensByItsSecrets opens a file by its passphrase and its code and nothing
// else, before and after the passphrase is changed. The pages are not written anew.
func TestAFileOpensByItsSecrets(t *testing.T) {
	file, key, code := made(t)
	for secret, want := range map[string]error{winter: nil, strings.ToLower(code): nil, "": hearing.ErrShut, spring: hearing.ErrShut} {
		if err := reads(t, file, secret); !errors.Is(err, want) || err != nil && want == nil {
			t.Errorf("%q: got %v, want %v", secret, err, want)
		}
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := key.Change(file, "短"); !errors.Is(err, hearing.ErrWeak) {
		t.Errorf("a short one: %v", err)
	}
	next, err := key.Change(file, spring)
	if err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(before[2*vault.Slot:], after[2*vault.Slot:]) || bytes.Equal(before, after) {
		t.Errorf("the pages were written: %v", err)
	}
	if err := key.Begin(file + ".copy"); err != nil { // a copy that is made now
		t.Fatal(err)
	}
	if err := vault.Open(file+".copy", next); err != nil {
		t.Errorf("a copy: %v", err)
	}
	for secret, want := range map[string]error{spring: nil, next: nil, winter: hearing.ErrShut, code: hearing.ErrShut} {
		if err := reads(t, file, secret); !errors.Is(err, want) || err != nil && want == nil {
			t.Errorf("changed, %q: got %v, want %v", secret, err, want)
		}
	}
}

// TestOneHeadIsEnough breaks one head of a file, as a power cut would that comes while
// the passphrase is changed, and both.
func TestOneHeadIsEnough(t *testing.T) {
	file, _, code := made(t)
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		at   []int
		want error
	}{{"the first", []int{5}, nil}, {"the second", []int{vault.Slot + 99}, nil}, {"both", []int{70, vault.Slot + 70}, hearing.ErrDamaged}} {
		bad := bytes.Clone(sound)
		for _, at := range c.at {
			bad[at] ^= 1
		}
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if vault.Whole(file) || !vault.Is(file) {
			t.Errorf("%s: whole %v, encrypted %v", c.name, vault.Whole(file), vault.Is(file))
		}
		vault.Forget()
		if err := vault.Open(file, code); !errors.Is(err, c.want) || err != nil && c.want == nil {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if err := vault.Mend(file); !errors.Is(err, c.want) || (c.want == nil) != vault.Whole(file) {
			t.Errorf("%s: mended %v, %v", c.name, vault.Whole(file), err)
		}
	}
}

// TestAStreamIsTheDatabase reads an encrypted database in clear, and writes one that
// SQLite reads.
func TestAStreamIsTheDatabase(t *testing.T) {
	file, key, code := made(t)
	c, err := vault.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(c)
	if err = errors.Join(err, c.Close()); err != nil || !bytes.HasPrefix(text, []byte("SQLite format 3")) || !bytes.Contains(text, []byte("程桂兰")) {
		t.Fatalf("%d bytes, %v", len(text), err)
	}
	again := file + ".again"
	if err := key.Write(again, bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	if err := reads(t, again, code); err != nil {
		t.Error(err)
	}
	if err := key.Write(again, bytes.NewReader(text[:len(text)-1])); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("one that is cut off: %v", err)
	}
}

// TestATurnedBitGarblesItsPage turns one bit: nothing of its page is what it was, and
// all others are.
func TestATurnedBitGarblesItsPage(t *testing.T) {
	file, _, _ := made(t)
	read := func() []byte {
		c, err := vault.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		text, err := io.ReadAll(c)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	was := read()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	raw[2*vault.Slot+4096+1234] ^= 4 // in the second page
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	is := read()
	same := 0
	for i := 4096; i < 8192; i++ {
		if was[i] == is[i] {
			same++
		}
	}
	if same > 100 || !bytes.Equal(was[:4096], is[:4096]) || !bytes.Equal(was[8192:], is[8192:]) {
		t.Errorf("%d bytes of the page are as they were", same)
	}
}

func FuzzHead(f *testing.F) {
	f.Add([]byte(`{"format":"hearingdesk-file","version":1,"turn":1,"lock":{}}`+"\n"), true)
	f.Add([]byte("SQLite format 3\x00"), false)
	f.Fuzz(func(t *testing.T, data []byte, twice bool) {
		file := filepath.Join(t.TempDir(), "x.db")
		head := append(bytes.Clone(data), make([]byte, max(0, vault.Slot-len(data)))...)
		if twice {
			head = append(head, head...)
		}
		if err := os.WriteFile(file, head, 0o600); err != nil {
			t.Fatal(err)
		}
		h, err := vault.HeadOf(file)
		if err == nil && h.Format != vault.Format {
			t.Errorf("a head of %q", h.Format)
		}
		_, _ = vault.KeyOf(file) // ends, whatever it holds
	})
}
