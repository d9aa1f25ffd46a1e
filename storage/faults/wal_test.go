package faults_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestTornLog cuts the log beside the file off, or garbles it, at every frame
// and within: what stands in whole frames before that place is there, the rest
// is gone as if it had never been, and the file is sound.
func TestTornLog(t *testing.T) {
	w := start(t, t.TempDir())
	names := []string{"person", "import", "scan", "clues", "delete"}
	if err := w.d.Close(); err != nil { // the log is empty
		t.Fatal(err)
	}
	w, err := enter(t.Context(), w.dir)
	if err != nil {
		t.Fatal(err)
	}
	ends := []int64{} // of the log after each deed
	for n := range 30 {
		if err := called(names[n%len(names)]).do(w, n); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(w.at("desk.db-wal"))
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, info.Size())
	}
	torn := t.TempDir() // as a crash leaves it
	if err := os.CopyFS(torn, os.DirFS(w.dir)); err != nil {
		t.Fatal(err)
	}
	if err := w.d.Close(); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(filepath.Join(torn, "desk.db-wal")) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	var f figures
	for _, c := range places(log) {
		f.rounds++
		f.faults++
		f.tear(t, torn, log, c, ends, names)
	}
	table.add(t, "log torn or garbled at each frame", f, "nothing: what was not whole in it was never told to be kept")
}

// A tear is where a log ends or is garbled.
type tear struct {
	at      int
	garbled bool
}

// places are the boundaries of all frames, and as many between them.
func places(log []byte) []tear {
	const head, frame = 32, 24 + 4096
	chance := rand.New(rand.NewPCG(8, 5)) //nolint:gosec // places, not secrets
	var out []tear
	every := 1
	if !*full {
		every = len(log) / frame / 8
	}
	for i := 0; head+i*frame < len(log); i += every {
		out = append(out, tear{head + i*frame, false}, tear{head + i*frame + chance.IntN(frame), false}, tear{min(head+i*frame+chance.IntN(frame), len(log)-1), true})
	}
	return append(out, tear{0, false}, tear{7, true}, tear{20, false})
}

func (f *figures) tear(t *testing.T, from string, log []byte, c tear, ends []int64, names []string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, without{os.DirFS(from)}); err != nil {
		t.Fatal(err)
	}
	bad := append([]byte(nil), log[:c.at]...)
	if c.garbled {
		bad = append([]byte(nil), log...)
		bad[c.at] ^= 0x55
	}
	if err := os.WriteFile(filepath.Join(dir, "desk.db-wal"), bad, 0o600); err != nil {
		t.Fatal(err)
	}
	kept := -1
	for n, end := range ends {
		if end <= int64(c.at) {
			kept = n
		}
	}
	for n := max(kept, 0); n < len(ends) && n <= kept+1; n++ {
		f.losses += f.check(t, dir, names[n%len(names)], n, min(n, kept))
	}
}

// without is a folder without the log and its index.
type without struct{ fs.FS }

func (w without) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(w.FS, name)
	var out []fs.DirEntry
	for _, e := range list {
		if n := e.Name(); n != "desk.db-wal" && n != "desk.db-shm" {
			out = append(out, e)
		}
	}
	return out, err
}
