package storage_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"hearingdesk/storage"
)

// FuzzRestore gives restore files that nobody made: one that it takes is sound,
// and one that it refuses leaves nothing in the desk's place.
func FuzzRestore(f *testing.F) {
	packed, err := os.Open("testdata/v1.db.gz")
	if err != nil {
		f.Fatal(err)
	}
	z, err := gzip.NewReader(packed)
	if err != nil {
		f.Fatal(err)
	}
	sound, err := io.ReadAll(z)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{sound, sound[:4096], sound[:len(sound)/2], append([]byte("SQLite format 3\x00"), sound[4096:8192]...), nil, []byte("{}")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, backup := filepath.Join(t.TempDir(), "desk.db"), filepath.Join(t.TempDir(), "backup.db")
		if err := os.WriteFile(backup, data, 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, err := storage.Restore(t.Context(), backup, file)
		if _, serr := os.Stat(file); (err == nil) != (serr == nil) {
			t.Fatalf("restore says %v, the file %v", err, serr)
		}
		if err != nil {
			return
		}
		if found, err := storage.Verify(t.Context(), file); err != nil || len(found) > 0 {
			t.Errorf("it took what has %v, %v", found, err)
		}
	})
}
