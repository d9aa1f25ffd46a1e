package faults_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestTheClockJumps changes a record again and again under a clock that jumps
// back and forth by hours and years: the changes stand in the order in which they
// were made, and undo takes back the last one each time.
func TestTheClockJumps(t *testing.T) {
	chance := rand.New(rand.NewPCG(8, 7)) //nolint:gosec // times, not secrets
	jump := func() time.Time {
		return noon.Add(time.Duration(chance.Int64N(int64(80000*time.Hour))) - 40000*time.Hour)
	}
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"), options("x", jump))
	if err != nil {
		t.Fatal(err)
	}
	var f figures
	p := hearing.Person{ID: "p", Name: "程桂兰"}
	many := rounds(40, 300)
	for n := range many {
		p.Note = fmt.Sprint(n)
		if p.Version, err = d.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	list, err := d.Recent(t.Context(), many)
	if err != nil || len(list) != many {
		t.Fatalf("%d changes, %v", len(list), err)
	}
	for n := many - 1; n > 0; n-- {
		f.rounds++
		if list[0].At.Before(list[1].At) {
			f.faults++
		}
		of, err := d.Undo(t.Context())
		now, rerr := d.Person(t.Context(), "p")
		if err != nil || rerr != nil || now.Note != fmt.Sprint(n-1) || of.Seq != list[0].Seq {
			f.losses++
			t.Errorf("undo of %d leaves %q, %v, %v", n, now.Note, err, rerr)
		}
		list = list[1:]
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	table.add(t, "clock that jumps back", f, "nothing")
}

// TestTheFileGoesAway moves the file away while it is open, and puts another in
// its place: no kind of change is told to be kept.
func TestTheFileGoesAway(t *testing.T) {
	w := start(t, t.TempDir())
	file, away := w.at("desk.db"), w.at("away.db")
	var f figures
	for n, d := range deeds() {
		if once[d.name] {
			continue
		}
		f.rounds++
		for i, do := range []func() error{func() error { return os.Rename(file, away) }, func() error { return copyFile(away, file) }} {
			if err := do(); err != nil {
				t.Fatal(err)
			}
			f.faults++
			if err := d.do(w, 2*n+i); !errors.Is(err, hearing.ErrGone) {
				f.losses++
				t.Errorf("%s: got %v, want ErrGone", d.name, err)
			}
		}
		if err := os.Rename(away, file); err != nil {
			t.Fatal(err)
		}
		if err := d.do(w, 1000+n); err != nil {
			t.Errorf("%s, put back: %v", d.name, err)
		}
	}
	if err := w.d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := sound(w, file); err != nil {
		t.Error(err)
	}
	table.add(t, "file moved away or replaced while open", f, "文件在打开以后被移走或替换了，这次没有保存。…")
}
