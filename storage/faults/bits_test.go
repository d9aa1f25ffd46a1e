package faults_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestFlippedBits turns one bit of a file at random: either it is found and
// named, or every record, change and passage reads as before. Then what can be
// read is rescued: whatever was sound in the damaged file is in the new one, or
// the rescue says that it is lost.
func TestFlippedBits(t *testing.T) { flipped(t, rounds(12, 600), "a bit flipped") }

func flipped(t *testing.T, times int, what string) {
	t.Helper()
	w := start(t, t.TempDir())
	for n, d := range deeds() { // something of everything
		if !once[d.name] {
			if err := d.do(w, n+1); err != nil {
				t.Fatal(err)
			}
		}
	}
	file := w.at("whole.db")
	if err := w.d.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	was := read(t, w, file)
	if err := w.d.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(8, 4)) //nolint:gosec // places, not secrets
	found, rescued := figures{}, figures{}
	for round := range times {
		bad := w.at(fmt.Sprintf("bad-%d.db", round))
		at, bit := chance.IntN(len(data)), chance.IntN(8)
		data[at] ^= 1 << bit
		if err := os.WriteFile(bad, data, 0o600); err != nil {
			t.Fatal(err)
		}
		data[at] ^= 1 << bit
		if err := os.CopyFS(bad+".files", os.DirFS(file+".files")); err != nil {
			t.Fatal(err)
		}
		damage, err := storage.Verify(t.Context(), bad)
		found.rounds++
		if err != nil || len(damage) > 0 {
			found.faults++
		} else if !reflect.DeepEqual(read(t, w, bad), was) {
			found.losses++
			t.Errorf("byte %d, bit %d: something else is read, and nothing was found: %s", at, bit, differ(read(t, w, bad), was))
		}
		rescued.rounds++
		rescued.rescue(t, w, bad, was, err != nil || len(damage) > 0)
		remove(bad)
	}
	table.add(t, what+": found by verify", found, "请用最近的备份恢复（hearingdesk restore），不要再往这个文件里录入。")
	if rescued.unread > max(2, rescued.rounds/10) {
		t.Errorf("of %d files %d could not be read at all", rescued.rounds, rescued.unread)
	}
	table.add(t, fmt.Sprintf("%s: rescued, but for %d files", what, rescued.unread), rescued, "已救出 …；没有救出：… (each by kind, name and id)")
}

// rescue holds that nothing is lost without a word.
func (f *figures) rescue(t *testing.T, w *world, bad string, was content, damaged bool) {
	t.Helper()
	to := filepath.Join(w.dir, "rescued.db")
	defer remove(to)
	report, err := storage.Rescue(t.Context(), bad, to, options("x", still))
	if errors.Is(err, hearing.ErrDamaged) || errors.Is(err, hearing.ErrForeign) { // what tells the tables apart: the user is told to take a backup
		f.faults++
		f.unread++
		return
	}
	if err != nil {
		f.losses++
		t.Errorf("%s: %v", bad, err)
		return
	}
	if damaged {
		f.faults++
	}
	damage, err := storage.Verify(t.Context(), to)
	damage = slices.DeleteFunc(damage, func(d storage.Damage) bool { // it was said, and can be put in again
		return d.Kind == storage.NoContent && slices.ContainsFunc(report.Lost, func(l storage.Damage) bool { return l.Content == d.Content || l.Record.Noun == "content" })
	})
	if err != nil || len(damage) > 0 {
		f.losses++
		t.Errorf("rescued: %+v, %v", damage, err)
	}
	is, lost := read(t, w, to), map[hearing.Reference]bool{}
	for _, l := range report.Lost {
		lost[l.Record] = true
	}
	if hash := is.rest["missing"]; hash != "" && slices.ContainsFunc(report.Lost, func(l storage.Damage) bool { return l.Content == hash }) {
		return // its records were held against their changes by verify
	}
	for ref, body := range was.records {
		if is.records[ref] != body && !lost[ref] {
			f.losses++
			t.Errorf("%s: %v is %.60q, and nothing was said", bad, ref, is.records[ref])
		}
	}
	if n := len(report.Lost); n > 40 {
		t.Errorf("%s: %d things are lost by one bit", bad, n)
	}
}

// A content is all that a desk has, to be compared.
type content struct {
	records map[hearing.Reference]string
	rest    map[string]string // transcripts, prints
}

func read(t *testing.T, w *world, file string) content {
	t.Helper()
	out := content{map[hearing.Reference]string{}, map[string]string{}}
	d, err := storage.Open(w.ctx, file, options("x", still))
	if err != nil {
		t.Errorf("read %s: %v", file, err)
		return out
	}
	p, err := d.Export(w.ctx)
	prints, perr := d.LastPrints(w.ctx, 1000)
	var missing *hearing.ContentError
	if errors.As(err, &missing) { // a desk without one of its files gives no package of all
		out.rest["missing"], err = missing.Hash, nil
	}
	if err := errors.Join(err, perr, d.Close()); err != nil {
		t.Errorf("read %s: %v", file, err)
	}
	for _, r := range p.Records() {
		out.records[hearing.Reference{Noun: r.Noun(), ID: r.Key()}] = fmt.Sprint(r.At(), " ", text(t, r))
	}
	out.rest["transcripts"], out.rest["prints"] = text(t, p.Transcripts), text(t, prints)
	return out
}

func text(t *testing.T, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// differ says where two contents part.
func differ(a, b content) string {
	for name, one := range a.rest {
		for j := range min(len(one), len(b.rest[name])) {
			if other := b.rest[name]; one[j] != other[j] {
				return fmt.Sprintf("%s: %q, was %q", name, one[max(0, j-60):min(len(one), j+20)], other[max(0, j-60):min(len(other), j+20)])
			}
		}
	}
	return "a record"
}
