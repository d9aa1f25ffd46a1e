package storage_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestNobodyElseReadsTheFiles makes all that a desk leaves on the disk: its file and what
// lies beside it, copies, the copy before an upgrade, a rescued file. Other users of the
// machine read none of it.
func TestNobodyElseReadsTheFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are the folder's there")
	}
	ctx := t.Context()
	folder := t.TempDir()
	old := olderFile(t, "testdata/v20.db.gz")
	file := filepath.Join(folder, "desk.db")
	if err := os.Rename(old, file); err != nil {
		t.Fatal(err)
	}
	d := open(t, file)
	kept(t, d, heavy)
	must[hearing.Copy](t)(d.Keep(ctx, ""))
	must[hearing.Copy](t)(d.Keep(ctx, filepath.Join(folder, "usb")))
	must[storage.Rescued](t)(storage.Rescue(ctx, file, filepath.Join(folder, "rescued.db"), options("许晚")))
	n := 0
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		n++
		return err
	})
	if err != nil || n < 10 {
		t.Errorf("%d files, %v", n, err)
	}
}
