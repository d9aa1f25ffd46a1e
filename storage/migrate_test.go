package storage_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/fstest"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestABrokenMigrationLeavesTheFile has an update whose second step fails: the
// first one must not stay behind.
func TestABrokenMigrationLeavesTheFile(t *testing.T) {
	d := filled(t)
	file := d.Path()
	want := must[hearing.Package](t)(d.Export(t.Context()))
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	before := must[[]byte](t)(os.ReadFile(file))
	first := must[[]byte](t)(os.ReadFile("migrations/0001_desk.sql"))
	step := func(sql string) *fstest.MapFile { return &fstest.MapFile{Data: []byte("-- +goose Up\n" + sql)} }
	next := fstest.MapFS{"migrations/0001_desk.sql": {Data: first}, "migrations/0098_good.sql": step("ALTER TABLE record ADD COLUMN extra TEXT;"),
		"migrations/0099_bad.sql": step("CREATE TABLE fine (a);\nINSERT INTO nowhere VALUES (1);")}
	storage.MigrateBy(t, next)
	for _, backup := range []string{".before-99", ".before-99-2"} {
		if _, err := begin(t.Context(), file, options("x")); err == nil {
			t.Fatal("a broken migration went through")
		}
		if !bytes.Equal(before, must[[]byte](t)(os.ReadFile(file))) {
			t.Error("the file was changed")
		}
		whole(t, file+backup)
		if left := must[[]string](t)(filepath.Glob(file + "*.trial*")); len(left) > 0 {
			t.Errorf("it left %v", left)
		}
	}
	next["migrations/0099_bad.sql"] = step("CREATE TABLE fine (a);")
	again := open(t, file)
	if got := must[hearing.Package](t)(again.Export(t.Context())); !reflect.DeepEqual(got, want) {
		t.Error("a good migration lost something")
	}
	whole(t, file)
	delete(next, "migrations/0099_bad.sql") // the program of before
	if _, err := begin(t.Context(), file, options("x")); !errors.Is(err, hearing.ErrNewer) {
		t.Errorf("an older program: got %v, want ErrNewer", err)
	}
}
