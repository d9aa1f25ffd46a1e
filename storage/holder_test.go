package storage_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// on are the options of a machine.
func on(host string) storage.Options {
	o := options(host + "的人")
	o.Host = host
	return o
}

// TestTwoMachines opens one file from two machines: the second is told who holds
// it, reads it as it is, and changes nothing; once the first is silent it may
// take it, and the first may write no more.
func TestTwoMachines(t *testing.T) {
	ctx := t.Context()
	storage.BeatEvery(t, 0)
	file := filepath.Join(t.TempDir(), "desk.db")
	first := must[*storage.Desk](t)(begin(ctx, file, on("甲机")))
	p := hearing.Person{ID: "p", Name: "程桂兰"}
	p.Version = must[hearing.Version](t)(first.SavePerson(ctx, p))
	kept(t, first, heavy)
	var held *hearing.HeldError
	if _, err := begin(ctx, file, on("乙机")); !errors.As(err, &held) || held.Host != "甲机" || held.User != "甲机的人" || held.Since.IsZero() {
		t.Fatalf("the second is told %v", err)
	}
	same := must[*storage.Desk](t)(begin(ctx, file, on("甲机"))) // two windows of a machine
	if err := same.Close(); err != nil {
		t.Fatal(err)
	}
	second := must[*storage.Desk](t)(storage.OpenReadOnly(ctx, file, on("乙机")))
	if q, err := second.Person(ctx, "p"); err != nil || q.Name != p.Name || !second.Snapshot() || second.Path() != file {
		t.Errorf("it reads %+v, %v", q, err)
	}
	must[[]byte](t)(second.Content(ctx, hearing.HashOf(heavy)))
	if _, err := second.SavePerson(ctx, hearing.Person{ID: "q", Name: "后来"}); !errors.Is(err, hearing.ErrSnapshot) {
		t.Errorf("it writes: %v", err)
	}
	if err := second.SaveDraft(ctx, "p", "born", "19"); !errors.Is(err, hearing.ErrSnapshot) {
		t.Errorf("a draft: %v", err)
	}
	p.Phone = "1"
	p.Version = must[hearing.Version](t)(first.SavePerson(ctx, p))
	if q := must[hearing.Person](t)(second.Person(ctx, "p")); q.Phone != "" {
		t.Error("the copy is not as it was")
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-10 * time.Minute) // it slept
	if err := os.Chtimes(file+".holder", long, long); err != nil {
		t.Fatal(err)
	}
	second = must[*storage.Desk](t)(begin(ctx, file, on("乙机")))
	if _, err := first.SavePerson(ctx, p); !errors.As(err, &held) || held.Host != "乙机" {
		t.Errorf("the first still writes: %v", err)
	}
	if err := errors.Join(first.Close(), second.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file + ".holder"); err == nil {
		t.Error("the holder is left")
	}
	whole(t, file)
}

// TestAnOlderFileOfAnotherMachine: the other machine's program is older, and so is the file
// that it holds. It is read, brought up to date in the copy alone, and stays as it is.
func TestAnOlderFileOfAnotherMachine(t *testing.T) {
	ctx := t.Context()
	file := firstVersion(t)
	held := must[[]byte](t)(json.Marshal(hearing.Holder{Host: "甲机", User: "许晚"}))
	if err := os.WriteFile(file+".holder", held, 0o600); err != nil {
		t.Fatal(err)
	}
	was := must[[]byte](t)(os.ReadFile(file))
	if older, size := storage.Behind(ctx, file); older || size != int64(len(was)) {
		t.Errorf("it is to be brought up to date: %v, %d bytes", older, size)
	}
	d := must[*storage.Desk](t)(storage.OpenReadOnly(ctx, file, on("乙机")))
	if n := len(must[hearing.Package](t)(d.Export(ctx)).Hearings); n != 3 {
		t.Errorf("%d hearings", n)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := d.Backup(ctx, copied); err != nil {
		t.Error(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(must[[]byte](t)(os.ReadFile(file)), was) {
		t.Error("the file was changed")
	}
}
