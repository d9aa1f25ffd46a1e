package faults_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

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

// leave fills a file system up but for a number of pages of 4 KiB.
func leave(t *testing.T, dir string, pages int64) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, "filler"), os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err == nil {
		_, err = f.Seek(info.Size(), 0)
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	if info, err = f.Stat(); err == nil {
		err = f.Truncate(max(0, (info.Size()+4095)/4096*4096-pages*4096))
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestTheDiskIsFullAtEachWrite gives each kind of write nothing, then a page
// more each time until it goes through, so that each of its writes in turn is
// the one that finds no room.
func TestTheDiskIsFullAtEachWrite(t *testing.T) {
	names := named()
	if !*full {
		names = []string{"person", "import", "scan", "backup", "restore"}
	}
	fullAtEach(t, names, "disk full at each write")
}

func fullAtEach(t *testing.T, names []string, what string) {
	t.Helper()
	var f figures
	for n, name := range names {
		f.rounds++
		t.Run(name, func(t *testing.T) { f.fill(t, called(name), n+1) })
	}
	table.add(t, what, f, "磁盘已满，没有保存。请腾出空间后再试；文件仍保持原样。")
}

func (f *figures) fill(t *testing.T, d deed, n int) {
	w := start(t, mounted(t, "12m"))
	step := int64(1)
	if !*full {
		step = 16
	}
	for pages := int64(0); ; pages += step {
		n += 100 // another one each time: some of it may be there
		leave(t, w.dir, pages)
		err := d.do(w, n)
		if rerr := os.Remove(filepath.Join(w.dir, "filler")); rerr != nil {
			t.Fatal(rerr)
		}
		have, all, perr := d.parts(w, n)
		switch {
		case perr != nil, err == nil && have < all, have > 0 && have < all:
			f.losses++
			t.Errorf("with %d pages (%v) %d of %d is there, %v", pages, err, have, all, perr)
		case err != nil && !errors.Is(err, hearing.ErrFull):
			t.Fatalf("with %d pages it says %v, want ErrFull", pages, err)
		}
		if err := sound(w, w.at("desk.db")); err != nil {
			f.losses++
			t.Errorf("with %d pages: %v", pages, err)
		}
		if err == nil {
			break
		}
		f.faults++
	}
	if err := w.d.Close(); err != nil { // or the file system cannot be unmounted
		t.Fatal(err)
	}
}

// TestAnUpgradeThatFindsNoRoom: where there is room for one copy of an older file and not
// for the other, each try leaves the file alone, and no copy that takes the last of the disk.
func TestAnUpgradeThatFindsNoRoom(t *testing.T) {
	dir := mounted(t, "4m")
	file := filepath.Join(dir, "old.db")
	if err := unpack(file); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	leave(t, dir, 16+info.Size()*3/2/4096) // and what SQLite and the holder have beside it
	for range 2 {
		if _, err := storage.Open(t.Context(), file, options("x", still)); !errors.Is(err, hearing.ErrFull) {
			t.Errorf("it says %v, want ErrFull", err)
		}
		if older, _ := storage.Behind(t.Context(), file); !older {
			t.Error("the file was changed")
		}
		if left, _ := filepath.Glob(file + ".before-*"); len(left) > 0 {
			t.Errorf("it leaves %v", left)
		}
	}
	if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
		t.Fatal(err)
	}
	d, err := storage.Open(t.Context(), file, options("x", still))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}
