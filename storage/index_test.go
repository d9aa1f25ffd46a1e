package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestTheIndexFindsWhatALookThroughFinds asks a desk of many records, some of which
// were changed, deleted and brought back, for parts of everything that it holds,
// with the index and without.
func TestTheIndexFindsWhatALookThroughFinds(t *testing.T) {
	d := invented(t, 200)
	stir(t, d)
	db := must[*sql.DB](t)(storage.Raw(d.Path()))
	defer func() { _ = db.Close() }()
	set := func(statement string) {
		t.Helper()
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	type found struct {
		hits   []hearing.Hit
		people []hearing.Listed
	}
	look := func(part string) (f found) {
		for _, most := range []int{3, 40} {
			f.hits = append(f.hits, must[[]hearing.Hit](t)(d.Search(t.Context(), part, most))...)
			f.people = append(f.people, must[[]hearing.Listed](t)(d.Listing(t.Context(), hearing.FacetParty, part, most))...)
		}
		return f
	}
	asked := parts(t, db)
	var with []found
	for _, part := range asked {
		with = append(with, look(part))
	}
	set("INSERT INTO unindexed VALUES ('record', 1, 1)")
	some := 0
	for i, part := range asked {
		without := look(part)
		if !reflect.DeepEqual(with[i], without) {
			t.Errorf("%q: with the index %d and %d, without %d and %d", part, len(with[i].hits), len(with[i].people), len(without.hits), len(without.people))
		}
		some += min(1, len(without.hits))
	}
	if some < len(asked)/2 {
		t.Errorf("only %d of %d parts are found at all", some, len(asked))
	}
}

// stir changes, deletes and brings back some records and passages.
func stir(t *testing.T, d *storage.Desk) {
	t.Helper()
	ctx := t.Context()
	for _, id := range []hearing.ID{"c1", "c20", "c33"} {
		c := must[hearing.Case](t)(d.Case(ctx, id))
		c.Cause = "关于“飞线充电”（二期）的" + c.Cause
		must[hearing.Version](t)(d.SaveCase(ctx, c))
	}
	for i := range 3 {
		v := must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: hearing.ID(fmt.Sprint("gone", i)), Name: "单无双"}))
		if err := d.DeletePerson(ctx, hearing.ID(fmt.Sprint("gone", i)), v); err != nil {
			t.Fatal(err)
		}
	}
	must[hearing.Change](t)(d.Undo(ctx)) // the last is there again
	if err := d.AddToTranscript(ctx, "h5", said(1, "new", "", "请看 E-3 号照片，100% 属实。")); err != nil {
		t.Fatal(err)
	}
}

// parts are pieces of what is searched by, and of what was said, with some that
// nobody has.
func parts(t *testing.T, db *sql.DB) []string {
	t.Helper()
	roll := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that can be repeated
	out := []string{"", "听证", "程", "dts", "h", "wjcf", "[2023]", "号", "没有这个", "%", "'", `"`, "飞线充电", "单无双", "sws", "e-3", "100%", "谅解书", "现在开始听证。"}
	for _, q := range []string{"SELECT search FROM record ORDER BY id", "SELECT text FROM utterance ORDER BY n"} {
		rows := must[*sql.Rows](t)(db.QueryContext(t.Context(), q))
		for rows.Next() {
			var text string
			if err := rows.Scan(&text); err != nil {
				t.Fatal(err)
			}
			if r := []rune(text); len(r) > 8 && roll.IntN(40) == 0 {
				from := roll.IntN(len(r) - 8)
				out = append(out, string(r[from:from+1+roll.IntN(7)]))
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestAnOlderFileIsIndexed has a file without an index: it is searched by looking
// through it, indexing can be stopped and goes on after the file was closed, and
// finds the same.
func TestAnOlderFileIsIndexed(t *testing.T) {
	d := invented(t, 60)
	file := d.Path()
	want := must[[]hearing.Hit](t)(d.Search(t.Context(), "听证", 30))
	for _, q := range []string{"DELETE FROM gram WHERE rowid > 0", "DELETE FROM said WHERE rowid > 0",
		"INSERT INTO unindexed SELECT 'record', 1, MAX(n) FROM findable", "INSERT INTO unindexed SELECT 'utterance', 1, MAX(n) FROM utterance"} {
		changed(t, file, q)
	}
	ctx, stop := context.WithCancel(t.Context())
	told := 0
	err := d.FinishIndex(ctx, func(done, _ int) {
		if told = done; done > 200 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || told < 200 {
		t.Fatalf("stopped at %d it says %v", told, err)
	}
	again := open(t, file)
	if got := must[[]hearing.Hit](t)(again.Search(t.Context(), "听证", 30)); !reflect.DeepEqual(got, want) {
		t.Error("a file that is indexed in part finds something else")
	}
	first := 0
	if err := again.FinishIndex(t.Context(), func(done, all int) {
		if first == 0 {
			first = done
		}
		if done >= all {
			t.Errorf("%d of %d and still at it", done, all)
		}
	}); err != nil || first < told {
		t.Errorf("it went on at %d, stopped at %d: %v", first, told, err)
	}
	if got := must[[]hearing.Hit](t)(again.Search(t.Context(), "听证", 30)); !reflect.DeepEqual(got, want) {
		t.Error("indexed anew it finds something else")
	}
	if err := again.FinishIndex(t.Context(), func(int, int) { t.Error("what is whole is indexed again") }); err != nil {
		t.Error(err)
	}
}
