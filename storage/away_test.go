package storage_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

const winter = "冬天的河面结了冰"

// clockwork is a desk whose time a test moves on.
func clockwork(t *testing.T) (d *storage.Desk, pass func(time.Duration)) {
	t.Helper()
	now := time.Date(2023, 7, 1, 9, 0, 0, 0, time.Local)
	o := options("许晚")
	o.Now = func() time.Time { return now }
	d, err := begin(t.Context(), filepath.Join(t.TempDir(), "desk.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d, func(by time.Duration) { now = now.Add(by) }
}

// shows reports whether any file below a folder has a text in it.
func shows(t *testing.T, dir string, texts ...string) (found []string) {
	t.Helper()
	all := os.DirFS(dir)
	err := fs.WalkDir(all, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(all, path)
		for _, text := range texts {
			if bytes.Contains(data, []byte(text)) {
				found = append(found, path+": "+text)
			}
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // nothing there shows nothing
		t.Fatal(err)
	}
	return found
}

// TestACopyAwayIsLocked keeps a copy in a second place: none without a passphrase, none
// that anybody can read, and what is heavy is there once.
func TestACopyAwayIsLocked(t *testing.T) {
	ctx := t.Context()
	d, _ := clockwork(t)
	usb := filepath.Join(t.TempDir(), "usb")
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰", Phone: "13800000001"}))
	holds(t, d, bytes.Repeat([]byte("黄河水文扫描件"), storage.Heavy/10))
	if _, err := d.KeepLocked(ctx, usb); !errors.Is(err, hearing.ErrNoLock) {
		t.Errorf("without a passphrase: %v", err)
	}
	if _, err := os.Stat(usb); err == nil {
		t.Error("something was written without a passphrase")
	}
	code := must[string](t)(d.SetPassphrase(ctx, winter))
	if since, set, err := d.PassphraseSince(ctx); !set || err != nil || since.Year() != 2023 {
		t.Errorf("set %v since %v, %v", set, since, err)
	}
	first := must[hearing.Copy](t)(d.KeepLocked(ctx, usb))
	if again := must[hearing.Copy](t)(d.KeepLocked(ctx, usb)); again != first || !first.Locked || first.Size == 0 {
		t.Errorf("made %+v, then %+v", first, again)
	}
	if found := shows(t, usb, "程桂兰", "13800000001", "黄河水文", "SQLite format"); len(found) > 0 {
		t.Errorf("the second place shows %v", found)
	}
	if n := count(t, filepath.Join(usb, "desk.contents")); n != 1 {
		t.Errorf("the pool has %d files, want the one content", n)
	}
	opens(t, first.File, winter, nil)
	opens(t, first.File, code, nil)
	opens(t, first.File, "", hearing.ErrSecret)
	opens(t, first.File, "夏天的河面没有冰", hearing.ErrSecret)
	if _, err := storage.Verify(ctx, first.File); !errors.Is(err, hearing.ErrSecret) {
		t.Errorf("verified without the secret: %v", err)
	}
}

// opens holds that a copy opens with a secret and is sound, or does not open.
func opens(t *testing.T, file, secret string, want error) {
	t.Helper()
	b, err := storage.OpenBackup(t.Context(), file, secret)
	if !errors.Is(err, want) || err == nil && want != nil {
		t.Errorf("%s with %q: %v, want %v", filepath.Base(file), secret, err, want)
	}
	if err != nil {
		return
	}
	defer func() { _ = b.Close() }() // it was only read
	if damage, err := b.Verify(t.Context()); len(damage) > 0 || err != nil {
		t.Errorf("%s: %v, %v", file, damage, err)
	}
}

// TestEachCopyOpensWithItsPassphrase keeps copies through two days, changes the
// passphrase, and sees that what no copy needs any longer goes.
func TestEachCopyOpensWithItsPassphrase(t *testing.T) {
	ctx := t.Context()
	d, pass := clockwork(t)
	usb := filepath.Join(t.TempDir(), "usb")
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰"}))
	holds(t, d, bytes.Repeat([]byte("扫描"), storage.Heavy))
	must[string](t)(d.SetPassphrase(ctx, winter))
	for range 28 {
		pass(time.Hour)
		p := must[hearing.Person](t)(d.Person(ctx, "p"))
		p.Note += "改"
		must[hearing.Version](t)(d.SavePerson(ctx, p))
		must[hearing.Copy](t)(d.KeepLocked(ctx, usb))
	}
	first := must[[]hearing.Copy](t)(d.Copies(ctx, usb))[0]
	pool := filepath.Join(usb, "desk.contents")
	code := must[string](t)(d.SetPassphrase(ctx, "第二个口令也很长"))
	pass(time.Hour)
	last := must[hearing.Copy](t)(d.KeepLocked(ctx, usb))
	if n, list := count(t, pool), must[[]hearing.Copy](t)(d.Copies(ctx, usb)); n != 2 || len(list) > 27 {
		t.Errorf("with two passphrases the pool has %d files, and there are %d copies", n, len(list))
	}
	opens(t, first.File, winter, nil)
	opens(t, first.File, code, hearing.ErrSecret)
	opens(t, last.File, code, nil)
	opens(t, last.File, winter, hearing.ErrSecret)
	for _, c := range must[[]hearing.Copy](t)(d.Copies(ctx, usb))[1:] {
		if err := os.Remove(c.File); err != nil {
			t.Fatal(err)
		}
	}
	must[hearing.Copy](t)(d.KeepLocked(ctx, usb))
	if n := count(t, pool); n != 1 {
		t.Errorf("without the older copies the pool has %d files", n)
	}
}

// holds keeps a content that is named.
func holds(t *testing.T, d *storage.Desk, data []byte) (hash string) {
	t.Helper()
	if err := d.Hold(t.Context(), "application/pdf", data, func(h string) error { hash = h; return nil }); err != nil {
		t.Fatal(err)
	}
	if err := d.Uses(t.Context(), hash); err != nil {
		t.Fatal(err)
	}
	return hash
}

func count(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestALockedCopyComesBack loses the machine, and opens what is left of the desk on
// another one; with the contents, and so that the restore can be taken back.
func TestALockedCopyComesBack(t *testing.T) {
	ctx := t.Context()
	d, pass := clockwork(t)
	usb := filepath.Join(t.TempDir(), "usb [1]")
	heavy := bytes.Repeat([]byte{1, 2, 3, 4}, storage.Heavy)
	hash := holds(t, d, heavy)
	v := must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰"}))
	must[string](t)(d.SetPassphrase(ctx, winter))
	c := must[hearing.Copy](t)(d.KeepLocked(ctx, usb))
	pass(time.Minute)
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰", Phone: "1", Version: v}))
	diff := must[[]hearing.Difference](t)(d.Differences(ctx, c.File, winter))
	if len(diff) != 1 || diff[0].Name != "程桂兰" || diff[0].Does != hearing.DifferChanged {
		t.Errorf("a restore would do %+v", diff)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "new.db")
	b, err := storage.OpenBackup(ctx, c.File, winter)
	if err != nil {
		t.Fatal(err)
	}
	if kept, lost, err := b.Restore(ctx, elsewhere); kept != "" || len(lost) > 0 || err != nil {
		t.Fatalf("kept %q, lost %v, %v", kept, lost, err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, elsewhere)
	if got := must[[]byte](t)(again.Content(ctx, hash)); !bytes.Equal(got, heavy) {
		t.Error("the content is another one")
	}
	if p := must[hearing.Person](t)(again.Person(ctx, "p")); p.Phone != "" {
		t.Errorf("it came back as %+v", p)
	}
	if damage := must[[]storage.Damage](t)(storage.Verify(ctx, elsewhere)); len(damage) > 0 {
		t.Errorf("%v", damage)
	}
	alter(t, filepath.Join(usb, "desk.contents", hash[:2]))
	b, err = storage.OpenBackup(ctx, c.File, winter)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	if damage, err := b.Verify(ctx); len(damage) != 1 || damage[0].Kind != storage.BadContent || damage[0].Content != hash || err != nil {
		t.Errorf("an altered content: %v, %v", damage, err)
	}
}

// alter turns the last byte of the first file of a folder.
func alter(t *testing.T, dir string) {
	t.Helper()
	file := filepath.Join(dir, must[[]os.DirEntry](t)(os.ReadDir(dir))[0].Name())
	raw := must[[]byte](t)(os.ReadFile(file))
	raw[len(raw)-1] ^= 1
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestWhatWasKeptOpenIsLocked finds copies of an earlier program in the second place,
// and leaves those that somebody put there by hand.
func TestWhatWasKeptOpenIsLocked(t *testing.T) {
	ctx := t.Context()
	d, pass := clockwork(t)
	usb := t.TempDir()
	v := must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰"}))
	old := must[hearing.Copy](t)(d.Keep(ctx, usb))
	if err := d.Backup(ctx, filepath.Join(usb, "desk-20230701-080000.db")); err != nil {
		t.Fatal(err)
	}
	must[string](t)(d.SetPassphrase(ctx, winter))
	pass(2 * time.Hour)
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰", Phone: "1", Version: v}))
	must[hearing.Copy](t)(d.KeepLocked(ctx, usb))
	if _, err := os.Stat(old.File); err == nil {
		t.Error("a copy that anybody can read is still there")
	}
	list := must[[]hearing.Copy](t)(d.Copies(ctx, usb))
	if len(list) != 3 || !list[0].Locked || !list[1].Locked || !list[1].At.Equal(old.At) || list[2].Locked {
		t.Errorf("there are %+v", list)
	}
}

// TestAKilledCopyShowsNothing kills a program that writes locked copies, again and
// again: what it leaves in the second place can be read by nobody, and the next copy
// clears it away.
func TestAKilledCopyShowsNothing(t *testing.T) {
	d := filled(t)
	o := options("许晚")
	o.Now = time.Now
	d, err := begin(t.Context(), d.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }()
	must[string](t)(d.SetPassphrase(t.Context(), winter))
	usb := filepath.Join(filepath.Dir(d.Path()), "usb")
	for round := range 12 {
		c := start(t, "carry", d.Path())
		for range 2 + round%4 {
			c.says()
		}
		if err := c.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = c.cmd.Wait() // it was killed
		if found := shows(t, usb, "SQLite format", "程桂兰", "听证会"); len(found) > 0 {
			t.Fatalf("round %d: %v", round, found)
		}
	}
	must[hearing.Version](t)(d.SavePerson(t.Context(), hearing.Person{ID: "p-last", Name: "程桂兰"}))
	c := must[hearing.Copy](t)(d.KeepLocked(t.Context(), usb))
	b, err := storage.OpenBackup(t.Context(), c.File, winter)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	if damage, err := b.Verify(t.Context()); len(damage) > 0 || err != nil {
		t.Errorf("%v, %v", damage, err)
	}
	if left, _ := filepath.Glob(filepath.Join(usb, "*.part")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
