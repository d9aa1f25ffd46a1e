package storage_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// light and heavy are contents of either kind.
var (
	light = []byte("%PDF-1.7 一页")
	heavy = bytes.Repeat([]byte("扫描"), storage.Heavy)
)

func kept(t *testing.T, d *storage.Desk, data []byte) string {
	t.Helper()
	if err := d.Hold(t.Context(), "application/pdf", data, func(string) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return hearing.HashOf(data)
}

// place is where a heavy content of a desk's file lies.
func place(file, hash string) string { return filepath.Join(file+".files", hash[:2], hash) }

// lying lists what lies beside a file, whole or not.
func lying(t *testing.T, file string) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"*", ".*"} {
		out = append(out, must[[]string](t)(filepath.Glob(filepath.Join(file+".files", "??", pattern)))...)
	}
	return out
}

func TestContentIsKeptOnce(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	for _, data := range [][]byte{light, heavy, {}} {
		hash := kept(t, d, data)
		kept(t, d, data)
		got, err := d.Content(t.Context(), hash)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes come back as %d, %v", len(data), len(got), err)
		}
	}
	if got := lying(t, d.Path()); len(got) != 1 || got[0] != place(d.Path(), hearing.HashOf(heavy)) {
		t.Errorf("beside the file lie %v", got)
	}
	if _, err := d.Content(t.Context(), hearing.HashOf([]byte("nobody's"))); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("one that was never kept: %v", err)
	}
}

func TestAChangeThatFailsKeepsNoContent(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	for _, data := range [][]byte{light, heavy} {
		err := d.Hold(t.Context(), "application/pdf", data, func(string) error { return hearing.ErrStale })
		if !errors.Is(err, hearing.ErrStale) {
			t.Fatal(err)
		}
		if _, err := d.Content(t.Context(), hearing.HashOf(data)); !errors.Is(err, hearing.ErrNotFound) {
			t.Errorf("it is there: %v", err)
		}
	}
	if got := lying(t, d.Path()); len(got) > 0 {
		t.Errorf("beside the file lie %v", got)
	}
}

func TestDamagedContentIsNamed(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	hash := kept(t, d, heavy)
	inside := kept(t, d, light)
	at := place(d.Path(), hash)
	for _, c := range []struct {
		name    string
		do      func() error
		hash    string
		place   string
		missing bool
		kind    storage.DamageKind
	}{
		{"changed", func() error { return os.WriteFile(at, heavy[1:], 0o600) }, hash, at, false, storage.BadContent},
		{"missing", func() error { return os.Remove(at) }, hash, at, true, storage.NoContent},
		{"changed in the file", func() error {
			changed(t, d.Path(), "UPDATE content SET bytes = x'00' WHERE hash = '"+inside+"'")
			return nil
		}, inside, d.Path(), false, storage.BadContent},
	} {
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		_, err := d.Content(t.Context(), c.hash)
		var bad *hearing.ContentError
		if !errors.As(err, &bad) || !errors.Is(err, hearing.ErrDamaged) || bad.Place != c.place || bad.Missing != c.missing {
			t.Errorf("%s: %v", c.name, err)
		}
		found := must[[]storage.Damage](t)(storage.Verify(t.Context(), d.Path()))
		if i := len(found) - 1; i < 0 || found[0].Kind != c.kind && found[i].Kind != c.kind {
			t.Errorf("%s: verify finds %v", c.name, found)
		}
		kept(t, d, heavy) // the same bytes once more make it whole
		if _, err := d.Content(t.Context(), hash); err != nil {
			t.Errorf("%s: it is not whole again: %v", c.name, err)
		}
	}
}

func TestSweepLeavesWhatIsNamed(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	idle, used, byTable := append([]byte("idle"), heavy...), append([]byte("used"), heavy...), append([]byte("table"), heavy...)
	for _, data := range [][]byte{idle, used, byTable, light} {
		kept(t, d, data)
	}
	if err := d.Uses(t.Context(), hearing.HashOf(used)); err != nil {
		t.Fatal(err)
	}
	changed(t, d.Path(), "CREATE TABLE other (content TEXT REFERENCES content (hash)); INSERT INTO other SELECT hash FROM content WHERE hash = '"+hearing.HashOf(byTable)+"'")
	crash := place(d.Path(), hearing.HashOf([]byte("crash")))
	half := filepath.Join(filepath.Dir(place(d.Path(), hearing.HashOf(used))), ".part-1")
	for _, file := range []string{crash, half} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte("crash"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if n := must[int](t)(d.Sweep(t.Context())); n != 2 {
		t.Errorf("%d went, want the idle and the light one", n)
	}
	if got := lying(t, d.Path()); len(got) != 2 {
		t.Errorf("beside the file lie %v", got)
	}
	for _, data := range [][]byte{used, byTable} {
		if _, err := d.Content(t.Context(), hearing.HashOf(data)); err != nil {
			t.Error(err)
		}
	}
	if n := must[int](t)(d.Sweep(t.Context())); n != 0 {
		t.Errorf("%d more went", n)
	}
}

func TestContentOnAFullDisk(t *testing.T) {
	dir := mounted(t, "3m")
	d, err := begin(t.Context(), filepath.Join(dir, "desk.db"), options("x"))
	if err != nil {
		t.Fatal(err)
	}
	filler := fillUp(t, dir, 300<<10)
	for _, data := range [][]byte{heavy, bytes.Repeat([]byte("a"), storage.Heavy)} {
		for err = error(nil); err == nil && len(data) > 0; data = data[:len(data)-1] {
			err = d.Hold(t.Context(), "application/pdf", data, func(string) error { return nil })
		}
		if !errors.Is(err, hearing.ErrFull) {
			t.Errorf("%d bytes: got %v, want ErrFull", len(data), err)
		}
	}
	if got := lying(t, d.Path()); len(got) > 0 {
		t.Errorf("it left %v", got)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	kept(t, d, heavy)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	whole(t, d.Path())
}

func TestContentInAReadOnlyFolder(t *testing.T) {
	dir := mounted(t, "1m")
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	if err := os.Symlink(dir, d.Path()+".files"); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Skipf("cannot be made read-only: %s", out)
	}
	err := d.Hold(t.Context(), "application/pdf", heavy, func(string) error { return nil })
	if !errors.Is(err, hearing.ErrReadOnly) {
		t.Errorf("got %v, want ErrReadOnly", err)
	}
	if _, err := d.Content(t.Context(), hearing.HashOf(heavy)); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("it is named: %v", err)
	}
}

func TestBackupTakesWhatLiesBeside(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	hash, lost := kept(t, d, heavy), kept(t, d, append([]byte("lost"), heavy...))
	kept(t, d, light)
	folder := t.TempDir()
	first, second := filepath.Join(folder, "1.db"), filepath.Join(folder, "2.db")
	if err := d.Backup(ctx, first); err != nil {
		t.Fatal(err)
	}
	if found := must[[]storage.Damage](t)(storage.Verify(ctx, first)); len(found) > 0 {
		t.Errorf("the backup has %v", found)
	}
	if err := errors.Join(os.Remove(place(d.Path(), lost)), os.Remove(place(first, lost))); err != nil {
		t.Fatal(err)
	}
	if err := d.Backup(ctx, second); err != nil { // the rest is worth keeping
		t.Fatal(err)
	}
	found := must[[]storage.Damage](t)(storage.Verify(ctx, second))
	if len(found) != 1 || found[0].Kind != storage.NoContent || found[0].Content != lost || found[0].Detail != place(second, lost) {
		t.Errorf("found %v", found)
	}
	one, two := must[os.FileInfo](t)(os.Stat(place(first, hash))), must[os.FileInfo](t)(os.Stat(place(second, hash)))
	if own := must[os.FileInfo](t)(os.Stat(place(d.Path(), hash))); !os.SameFile(one, two) || os.SameFile(one, own) {
		t.Error("backups do not share what is the same, or share it with the desk")
	}
	if left := must[[]os.DirEntry](t)(os.ReadDir(folder)); len(left) != 4 {
		t.Errorf("there are %v", left)
	}
}

func TestRestoreBringsBackWhatLayBeside(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	both, gone, later := append([]byte("both"), heavy...), append([]byte("gone"), heavy...), append([]byte("later"), heavy...)
	for _, data := range [][]byte{heavy, both, gone} {
		kept(t, d, data)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := d.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	kept(t, d, later)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{place(d.Path(), hearing.HashOf(heavy)), place(backup, hearing.HashOf(both)), place(d.Path(), hearing.HashOf(gone)), place(backup, hearing.HashOf(gone))} {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	name, lost, err := storage.Restore(ctx, backup, d.Path())
	if err != nil {
		t.Fatal(err)
	}
	if len(lost) != 1 || lost[0].Content != hearing.HashOf(gone) {
		t.Errorf("lost %v", lost)
	}
	again := open(t, d.Path())
	for _, data := range [][]byte{heavy, both} {
		if _, err := again.Content(ctx, hearing.HashOf(data)); err != nil {
			t.Error(err)
		}
	}
	old := open(t, name)
	for _, data := range [][]byte{both, later} {
		if _, err := old.Content(ctx, hearing.HashOf(data)); err != nil {
			t.Errorf("the kept file: %v", err)
		}
	}
}

// TestContentCrossesACrash has a file beside the desk that no row names, and a
// row of which nothing else knows: both are what a crash can leave.
func TestContentCrossesACrash(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	at := place(d.Path(), hearing.HashOf(heavy))
	if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o700), os.WriteFile(at, heavy[:10], 0o600)); err != nil {
		t.Fatal(err)
	}
	hash := kept(t, d, heavy)
	if got, err := d.Content(t.Context(), hash); err != nil || !bytes.Equal(got, heavy) {
		t.Errorf("half a file was taken for whole: %v", err)
	}
	db := must[*sql.DB](t)(storage.Raw(d.Path()))
	var bytes sql.NullString
	if err := db.QueryRowContext(t.Context(), "SELECT bytes FROM content").Scan(&bytes); err != nil || bytes.Valid {
		t.Errorf("the file holds it: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
