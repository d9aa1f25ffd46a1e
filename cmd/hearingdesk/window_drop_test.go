//go:build !windows

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestFilesAreDropped drops a PDF on the tab of enclosures, as a file manager does,
// where it becomes one of its name, and a signed pledge on a hearing's volumes,
// where its code finds its line.
func TestFilesAreDropped(t *testing.T) {
	drop := filepath.Join(t.TempDir(), "drop")
	if out, err := exec.Command("cc", "-O2", "-o", drop, "testdata/drop.c", "-lX11").CombinedOutput(); err != nil { //nolint:gosec // the test's own
		t.Fatalf("%v: %s", err, out)
	}
	d := newDisplay(t)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "drop.db")
	d.must(desk, "import", "-db", file, notHeldYet(t))
	for kind, name := range map[string]string{"08": "pledge.pdf", "13": "guide.pdf"} {
		folder := filepath.Join(d.home, kind)
		d.must(desk, "documents", "-db", file, "-session", "h-e1", "-kind", kind, "-o", folder)
		made, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
		if err != nil || len(made) == 0 {
			t.Fatalf("no %s was made: %v", kind, err)
		}
		d.must("cp", made[0], filepath.Join(d.home, name))
	}
	d.open("听证台", desk, "-db", file)
	id := d.shown("听证台")
	onto := func(words, name string) {
		t.Helper()
		at := d.sought(words, text)
		d.must(drop, id, fmt.Sprint(int(at.X+at.W/2)), fmt.Sprint(int(at.Y+at.H/2)), filepath.Join(d.home, name))
		d.rests()
	}
	d.key("ctrl+7")
	d.click("附件")
	d.sees("新建附件")
	onto("新建附件", "guide.pdf")
	d.sees("guide.pdf")
	d.saved()
	d.picture("drop-enclosure")
	d.key("ctrl+3")
	d.click("督促整治电动自行车消防")
	d.click("督促整治电动自行车消防安全隐患行政公益诉讼案听证会")
	d.click("归档材料")
	d.sees("归入扫描件…")
	onto("归入扫描件…", "pledge.pdf")
	d.sees("已归入“听证员承诺书")
	d.picture("drop-scan")
}
