package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hearingdesk/storage"
)

// TestSomebodyStopsAnUpdate opens a large file of the first version, which is brought up to
// date in sight. Stopped, closed by the window's frame, or interrupted by the system, it is as
// it was to the byte, with nothing left beside it. Opened again it goes on: the desk has all its people, and the copy
// of before stands beside it.
func TestSomebodyStopsAnUpdate(t *testing.T) {
	d := newDisplay(t)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "desk.db")
	people := firstVersion(t, file)
	was := digest(t, file)
	for _, c := range []struct {
		how  string
		stop func()
	}{{"stopped", func() {
		d.click("停止")
		d.sees("已停止。文件里的内容都在")
		d.picture("update-stopped")
		d.click("关闭")
	}}, {"closed by its frame", d.quit}, {"interrupted", func() { d.must("pkill", "-INT", "-f", file) }}} {
		d.open("听证台", desk, "-db", file)
		d.until("the second copy", func() bool { return len(beforeOf(t, file)) > 1 })
		c.stop()
		d.until("the program to end", func() bool { return d.output("pgrep", "-f", file) == "" }) // after its window
		if over := left(t, file); len(over) > 0 {
			t.Errorf("%s, it leaves %v", c.how, over)
		}
		if older, _ := storage.Behind(t.Context(), file); !older || !bytes.Equal(digest(t, file), was) {
			t.Errorf("%s, the file is not as it was; of the older version: %v", c.how, older)
		}
	}
	d.open("听证台", desk, "-db", file)
	d.picture("update")
	d.within(2*patience, "the page of today", func() bool { return d.shows("今日") })
	d.shown("听证台")
	d.picture("update-done")
	d.quit()
	older, _ := storage.Behind(t.Context(), file)
	kept := beforeOf(t, file)
	if older || len(kept) != 1 {
		t.Fatalf("it is older: %v; copies of before: %v", older, kept)
	}
	if older, _ := storage.Behind(t.Context(), kept[0]); !older {
		t.Error("the copy of before is not of the version of before")
	}
	all, err := withDesk(t, file).Export(t.Context())
	if err != nil || len(all.People) != people || len(all.Hearings) != 3 {
		t.Errorf("%d people of %d, %d hearings; %v", len(all.People), people, len(all.Hearings), err)
	}
}

// firstVersion makes a desk as the first version left it, so large that it is brought up to
// date in sight, and returns how many people it has.
func firstVersion(t *testing.T, file string) (people int) {
	t.Helper()
	packed, err := os.ReadFile("../../storage/testdata/v1.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file+"?_pragma=journal_mode(wal)&_pragma=synchronous(off)")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // what counts is checked
	// Half a second's work; what is long here makes the file large with few rows.
	if _, err := db.ExecContext(t.Context(), `WITH RECURSIVE n (i) AS (SELECT 10001 UNION ALL SELECT i + 1 FROM n WHERE i < 19000)
		INSERT INTO record (kind, id, version, name, sort, search, body)
		SELECT 'person', 'p-' || i, 1, '旧档' || i, 'jiudang' || i, '旧档' || i || char(10) || 'jd', json_object('id', 'p-' || i, 'name', '旧档' || i, 'note', hex(zeroblob(3900))) FROM n;
		INSERT INTO change (batch, at, actor, action, kind, record, name, before, after, undoes, undone)
		SELECT 1, '2023-06-01T01:00:00Z', '许晚', 'import', kind, id, name, '', body, 0, 0 FROM record WHERE id LIKE 'p-_____' AND kind = 'person';
		PRAGMA wal_checkpoint(truncate)`); err != nil {
		t.Fatal(err)
	}
	if err := db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM record WHERE kind = 'person'").Scan(&people); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Size() <= atOnce {
		t.Fatalf("the file is not large enough: %v, %v", info, err)
	}
	return people
}

// beforeOf lists what begins with the name of a file's copies of before.
func beforeOf(t *testing.T, file string) []string {
	t.Helper()
	out, err := filepath.Glob(file + ".before-*")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// left lists what stands beside a file in its folder.
func left(t *testing.T, file string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.Name() != filepath.Base(file) {
			out = append(out, e.Name())
		}
	}
	slices.Sort(out)
	return out
}

// digest is what a file's bytes come to.
func digest(t *testing.T, file string) []byte {
	t.Helper()
	f, err := os.Open(file) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		t.Fatal(err)
	}
	return sum.Sum(nil)
}
