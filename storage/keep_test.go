package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestKeep keeps copies through two days: none where nothing was changed, none
// over another, and only those that are wanted stay.
func TestKeep(t *testing.T) {
	ctx := t.Context()
	now := time.Date(2023, 7, 1, 9, 0, 0, 0, time.Local)
	o := options("许晚")
	o.Now = func() time.Time { return now }
	file := filepath.Join(t.TempDir(), "desk.db")
	d, err := begin(ctx, file, o)
	if err != nil {
		t.Fatal(err)
	}
	folder := storage.Backups(file)
	p := hearing.Person{ID: "p", Name: "程桂兰"}
	keep := func() hearing.Copy {
		t.Helper()
		return must[hearing.Copy](t)(d.Keep(ctx, folder))
	}
	first := keep()
	if now = now.Add(time.Hour); keep().File != first.File {
		t.Error("a copy was made of what was not changed")
	}
	for range 40 {
		now = now.Add(time.Hour)
		p.Phone = now.String()
		p.Version = must[hearing.Version](t)(d.SavePerson(ctx, p))
		keep()
	}
	list := must[[]hearing.Copy](t)(storage.Copies(file, folder))
	if len(list) != 24+2 || !list[0].At.Equal(now) || list[25].At.Day() != 1 {
		t.Errorf("%d copies, from %v to %v", len(list), list[len(list)-1].At, list[0].At)
	}
	p.Phone = "1"
	p.Version = must[hearing.Version](t)(d.SavePerson(ctx, p))
	if _, err := d.Keep(ctx, folder); !errors.Is(err, os.ErrExist) { // at the same moment
		t.Errorf("over another one: %v", err)
	}
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "q", Name: "后来"}))
	diff := must[[]hearing.Difference](t)(storage.Differences(ctx, list[0].File, file))
	if len(diff) != 2 || diff[0] != (hearing.Difference{Kind: "person", ID: "p", Name: "程桂兰", Does: hearing.DifferChanged}) || diff[1].Does != hearing.DifferGone || diff[1].Name != "后来" {
		t.Errorf("a restore would do %+v", diff)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestACopyOfWhatAnotherMachineHolds: where the file is only read, a copy is made of it as it
// is now, not as it was opened, and it lasts.
func TestACopyOfWhatAnotherMachineHolds(t *testing.T) {
	ctx, file := t.Context(), filepath.Join(t.TempDir(), "desk.db")
	first := must[*storage.Desk](t)(begin(ctx, file, on("甲机")))
	defer func() { _ = first.Close() }()
	must[hearing.Version](t)(first.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰"}))
	second := must[*storage.Desk](t)(storage.OpenReadOnly(ctx, file, on("乙机")))
	must[hearing.Version](t)(first.SavePerson(ctx, hearing.Person{ID: "q", Name: "后来的人"}))
	hash := kept(t, first, heavy)
	made := must[hearing.Copy](t)(second.Keep(ctx, ""))
	by := filepath.Join(t.TempDir(), "own.db")
	if err := errors.Join(second.Backup(ctx, by), second.Close()); err != nil {
		t.Fatal(err)
	}
	if filepath.Dir(made.File) != storage.Backups(file) {
		t.Errorf("the copy lies at %s", made.File)
	}
	for _, copied := range []string{made.File, by} {
		is := open(t, copied)
		must[hearing.Person](t)(is.Person(ctx, "q"))
		must[[]byte](t)(is.Content(ctx, hash))
	}
}
