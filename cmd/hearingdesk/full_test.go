package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheDiskIsFullWhereItIsWritten gives what is written out no room, then more each
// time until it goes through: every file that is there is whole, nothing half is left,
// and the user is told.
func TestTheDiskIsFullWhereItIsWritten(t *testing.T) {
	db := filepath.Join(t.TempDir(), "desk.db")
	command(t, "demo", "-db", db)
	t.Setenv("HEARINGDESK_PASSPHRASE", "")
	for _, c := range []struct {
		name string
		args func(folder string) []string
	}{
		{"a package", func(f string) []string { return []string{"export", "-open", "-o", filepath.Join(f, "all.json")} }},
		{"a roster", func(f string) []string {
			return []string{"export", "-roster", "people", "-o", filepath.Join(f, "people.xlsx")}
		}},
		{"figures", func(f string) []string {
			return []string{"stats", "-from", "2023-01-01", "-to", "2023-12-31", "-xlsx", filepath.Join(f, "figures.xlsx")}
		}},
		{"papers", func(f string) []string {
			return []string{"documents", "-session", "h-e2", "-kind", "06,07a,27", "-at", "2023-06-16", "-o", f}
		}},
		{"papers for Word", func(f string) []string {
			return []string{"documents", "-session", "h-e2", "-kind", "06,07a", "-at", "2023-06-16", "-format", "docx", "-o", f}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			whole := t.TempDir()
			args := c.args(whole)
			command(t, append([]string{args[0], "-db", db}, args[1:]...)...)
			faults := fillUp(t, db, c.args, lengths(t, whole))
			if faults == 0 {
				t.Error("there was room at once")
			}
		})
	}
}

// fillUp writes into a folder that has a little more room each time, and returns how
// often there was too little.
func fillUp(t *testing.T, db string, args func(string) []string, want map[string]int64) (faults int) {
	t.Helper()
	small := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", small).CombinedOutput(); err != nil {
			t.Errorf("unmount: %s", out)
		}
	})
	for room := 0; ; room += 64 << 10 {
		folder := filepath.Join(small, "out")
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		filler := filepath.Join(small, "filler")
		for block := make([]byte, 4096); appendTo(filler, block) == nil; {
			continue
		}
		if info, err := os.Stat(filler); err != nil || os.Truncate(filler, max(0, info.Size()/4096*4096-int64(room))) != nil {
			t.Fatal(err)
		}
		var out, wrong bytes.Buffer
		a := args(folder)
		code := run(t.Context(), terminal{out: &out, err: &wrong, env: func(string) string { return "" }}, append([]string{a[0], "-db", db}, a[1:]...))
		for name, size := range lengths(t, folder) {
			if size != want[name] {
				t.Errorf("with %d KiB %s has %d of %d bytes", room>>10, name, size, want[name])
			}
		}
		if code == exitDone {
			return faults
		}
		if faults++; code != exitRefused || !strings.Contains(wrong.String(), "磁盘已满") {
			t.Fatalf("with %d KiB: %d, %s", room>>10, code, wrong.String())
		}
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
	}
}

func appendTo(file string, data []byte) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// lengths are those of the files of a folder, hidden ones too.
func lengths(t *testing.T, folder string) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = info.Size()
	}
	return out
}
