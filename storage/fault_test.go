package storage_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// mounted gives a small file system of its own, where that is allowed.
func mounted(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("unmount: %s", out)
		}
	})
	return dir
}

// fillUp leaves a number of bytes of a file system free; the file that it
// returns takes the rest.
func fillUp(t *testing.T, dir string, left int64) string {
	t.Helper()
	filler := filepath.Join(dir, "filler")
	f := must[*os.File](t)(os.Create(filler))
	block := make([]byte, 4096)
	for err := error(nil); err == nil; {
		_, err = f.Write(block)
	}
	info := must[os.FileInfo](t)(f.Stat())
	if err := errors.Join(f.Truncate(max(0, info.Size()-left)), f.Close()); err != nil {
		t.Fatal(err)
	}
	return filler
}

func TestNoDeskIsMadeOnAFullDisk(t *testing.T) {
	dir := mounted(t, "1m")
	fillUp(t, dir, 16<<10)
	if _, err := begin(t.Context(), filepath.Join(dir, "new.db"), options("x")); !errors.Is(err, hearing.ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	if left := must[[]os.DirEntry](t)(os.ReadDir(dir)); len(left) != 1 {
		t.Errorf("it left %v", left)
	}
}

func TestTheDiskFillsUp(t *testing.T) {
	dir := mounted(t, "2m")
	ctx := t.Context()
	d, err := begin(ctx, filepath.Join(dir, "desk.db"), options("x"))
	if err != nil {
		t.Fatal(err)
	}
	p := hearing.Person{ID: "p", Name: "许晚"}
	p.Version = must[hearing.Version](t)(d.SavePerson(ctx, p))
	filler := fillUp(t, dir, 200<<10)
	kept := ""
	for err == nil {
		p.Note += strings.Repeat("记", 1000)
		if p.Version, err = d.SavePerson(ctx, p); err == nil {
			kept = p.Note
		}
	}
	if !errors.Is(err, hearing.ErrFull) || kept == "" {
		t.Errorf("got %v, want ErrFull", err)
	}
	if err := d.Backup(ctx, filepath.Join(dir, "copy.db")); !errors.Is(err, hearing.ErrFull) {
		t.Errorf("a backup: got %v, want ErrFull", err)
	}
	if left := must[[]string](t)(filepath.Glob(filepath.Join(dir, "copy*"))); len(left) > 0 {
		t.Errorf("half a backup is left: %v", left)
	}
	if got := must[hearing.Person](t)(d.Person(ctx, "p")); got.Note != kept {
		t.Errorf("%d characters are there, %d were kept", len(got.Note), len(kept))
	}
	if err := errors.Join(d.Close(), os.Remove(filler)); err != nil {
		t.Fatal(err)
	}
	whole(t, d.Path())
	again := open(t, d.Path())
	got := must[hearing.Person](t)(again.Person(ctx, "p"))
	if got.Note != kept {
		t.Error("what was kept is not there when it is opened again")
	}
	got.Phone = "1"
	must[hearing.Version](t)(again.SavePerson(ctx, got))
	if err := again.Close(); err != nil { // or the file system cannot be unmounted
		t.Fatal(err)
	}
}

func TestReadOnly(t *testing.T) {
	dir := mounted(t, "4m")
	file := filepath.Join(dir, "desk.db")
	d, err := begin(t.Context(), file, options("x"))
	if err != nil {
		t.Fatal(err)
	}
	must[hearing.Version](t)(d.SavePerson(t.Context(), hearing.Person{ID: "p", Name: "许晚"}))
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	before := must[[]byte](t)(os.ReadFile(file))
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Skipf("cannot be made read-only: %s", out)
	}
	for _, name := range []string{"desk.db", "new.db"} {
		if _, err := begin(t.Context(), filepath.Join(dir, name), options("x")); !errors.Is(err, hearing.ErrReadOnly) {
			t.Errorf("%s: got %v, want ErrReadOnly", name, err)
		}
	}
	if after := must[[]byte](t)(os.ReadFile(file)); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

// TestReadOnlyByRights is the same for a user whom rights stop.
func TestReadOnlyByRights(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("rights do not stop root")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "desk.db")
	if err := errors.Join(open(t, file).Close(), os.Chmod(file, 0o400)); err != nil {
		t.Fatal(err)
	}
	if _, err := begin(t.Context(), file, options("x")); !errors.Is(err, hearing.ErrReadOnly) {
		t.Errorf("a read-only file: got %v, want ErrReadOnly", err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := begin(t.Context(), filepath.Join(dir, "new.db"), options("x")); !errors.Is(err, hearing.ErrReadOnly) {
		t.Errorf("a read-only folder: got %v, want ErrReadOnly", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil { //nolint:gosec // so that it can be cleared away
		t.Fatal(err)
	}
}

func TestLockedByAnotherProgram(t *testing.T) {
	storage.WaitFor(t, 50*time.Millisecond)
	file := filepath.Join(t.TempDir(), "desk.db")
	if err := open(t, file).Close(); err != nil {
		t.Fatal(err)
	}
	c := start(t, "hold", file)
	if line, ok := c.says(); !ok || line != "held" {
		t.Fatalf("the other program says %q", line)
	}
	if _, err := begin(t.Context(), file, options("x")); !errors.Is(err, hearing.ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
	if err := errors.Join(c.input.Close(), c.cmd.Wait()); err != nil {
		t.Fatal(err)
	}
	d := open(t, file)
	must[hearing.Version](t)(d.SavePerson(t.Context(), hearing.Person{ID: "p", Name: "许晚"}))
}

func TestAFileThatIsMovedTakesNoMoreChanges(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	p := hearing.Person{ID: "p", Name: "许晚"}
	p.Version = must[hearing.Version](t)(d.SavePerson(ctx, p))
	away := d.Path() + ".moved"
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"moved away", func() error { return os.Rename(d.Path(), away) }},
		{"replaced", func() error { return os.WriteFile(d.Path(), must[[]byte](t)(os.ReadFile(away)), 0o600) }},
	} {
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		p.Phone = c.name
		if _, err := d.SavePerson(ctx, p); !errors.Is(err, hearing.ErrGone) {
			t.Errorf("%s: got %v, want ErrGone", c.name, err)
		}
		if err := d.SaveDraft(ctx, "p", "born", "19"); !errors.Is(err, hearing.ErrGone) {
			t.Errorf("%s: a draft: got %v, want ErrGone", c.name, err)
		}
		if _, err := d.Undo(ctx); !errors.Is(err, hearing.ErrGone) {
			t.Errorf("%s: undo: got %v, want ErrGone", c.name, err)
		}
	}
	if err := os.Rename(away, d.Path()); err != nil {
		t.Fatal(err)
	}
	must[hearing.Version](t)(d.SavePerson(ctx, p))
}

// TestCopiesLeaveTheDeskRoom makes a copy every hour on a small disk: they become fewer, the
// first one and the two newest stay, and the desk goes on saving; where there is too little
// room even so, none is made and none is given up.
func TestCopiesLeaveTheDeskRoom(t *testing.T) {
	ctx, dir := t.Context(), mounted(t, "6m")
	now := time.Date(2023, 7, 1, 9, 0, 0, 0, time.Local)
	o := options("许晚")
	o.Now = func() time.Time { return now }
	d := must[*storage.Desk](t)(begin(ctx, filepath.Join(dir, "desk.db"), o))
	p := hearing.Person{ID: "p", Name: "程桂兰"}
	change := func() {
		t.Helper()
		now = now.Add(time.Hour)
		p.Note = now.String()
		p.Version = must[hearing.Version](t)(d.SavePerson(ctx, p))
	}
	var made []hearing.Copy
	for range 20 {
		change()
		made = append(made, must[hearing.Copy](t)(d.Keep(ctx, "")))
	}
	left := must[[]hearing.Copy](t)(d.Copies(ctx, ""))
	if n := len(left); n < 4 || n >= 20 || left[0].File != made[19].File || left[1].File != made[18].File || left[n-1].File != made[0].File {
		t.Errorf("of 20 copies %v are left", left)
	}
	filler, err := "", error(nil)
	for n := 0; err == nil && n < 20; n++ {
		filler = fillUp(t, dir, 100<<10)
		change()
		_, err = d.Keep(ctx, "")
	}
	if !errors.Is(err, hearing.ErrRoom) {
		t.Errorf("with no room: %v", err)
	}
	if got := must[[]hearing.Copy](t)(d.Copies(ctx, "")); len(got) != 3 {
		t.Errorf("then %d copies are left", len(got))
	}
	if err := errors.Join(os.Remove(filler), d.Close()); err != nil {
		t.Fatal(err)
	}
}
