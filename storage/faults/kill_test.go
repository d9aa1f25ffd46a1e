package faults_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestEachDeedIsSeen does each deed once: what the other tests look for is not
// there before, and all there after.
func TestEachDeedIsSeen(t *testing.T) {
	w := start(t, t.TempDir())
	for n, d := range deeds() {
		n++
		if have, _, err := d.parts(w, n); have > 0 || err != nil && d.name != "restore" {
			t.Errorf("%s is there before: %d, %v", d.name, have, err)
		}
		if err := d.do(w, n); err != nil {
			t.Fatalf("%s: %v", d.name, err)
		}
		if have, all, err := d.parts(w, n); have != all || err != nil {
			t.Errorf("%s: %d of %d is there, %v", d.name, have, all, err)
		}
	}
	if err := w.d.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestKilled kills a program at random moments in each kind of write: the file
// opens, is sound, has all that was said to be kept, and no half of anything.
func TestKilled(t *testing.T) {
	table.add(t, "program killed (kill -9) in a write", killed(t, rounds(40, 1100)), "it opens as it was; what was typed is offered again (未完成的录入)")
}

// perFile is how many rounds one file lives through.
const perFile = 60

func killed(t *testing.T, rounds int) (f figures) {
	names := named()
	if *only != "" {
		names = strings.Split(*only, ",")
	}
	chance := rand.New(rand.NewPCG(8, 1)) //nolint:gosec // moments, not secrets
	var w *world
	n := 0
	for round := range rounds {
		if round%perFile == 0 {
			w = start(t, filepath.Join(t.TempDir(), fmt.Sprint(round)))
			if err := w.d.Close(); err != nil {
				t.Fatal(err)
			}
		}
		name := names[round%len(names)]
		n = (n/1000 + 1) * 1000
		kept := killOne(t, w.dir, n, name, chance)
		f.rounds++
		f.faults++
		f.losses += f.check(t, w.dir, name, n, kept)
	}
	return f
}

// killOne lets a program do one deed again and again and kills it in the middle;
// it returns the last that it said to be kept.
func killOne(t *testing.T, dir string, n int, name string, chance *rand.Rand) int {
	t.Helper()
	begin := time.Now()
	p := run(t, dir, n, name)
	last, took := n-1, 30*time.Millisecond
	for range chance.IntN(3) {
		if s, ok := p.says(); ok {
			last, took = s.n, time.Since(begin)
			begin = time.Now()
		}
	}
	<-time.After(time.Duration(chance.Int64N(int64(took) + 1)))
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for s, ok := p.says(); ok; s, ok = p.says() { // what was still in the pipe
		last = s.n
	}
	_ = p.cmd.Wait() // it was killed
	return last
}

// check opens a desk after a fault and counts what of the deeds from one number
// to another, which were kept, is not there, or is there by half.
func (f *figures) check(t *testing.T, dir, name string, from, kept int) (losses int) {
	t.Helper()
	w, err := enter(t.Context(), dir)
	if err != nil {
		t.Errorf("after %s: %v", name, err)
		return 1
	}
	d := called(name)
	if once[name] {
		from = max(from, kept)
	}
	for n := max(from, kept-3); n <= kept+1; n++ {
		have, all, err := d.parts(w, n)
		switch {
		case err != nil:
			t.Errorf("%s %d: %v", name, n, err)
		case n <= kept && n >= from && have < all:
			t.Errorf("%s %d was kept, %d of %d is there", name, n, have, all)
		case n > kept && have != 0 && have < all:
			t.Errorf("%s %d is there by half: %d of %d", name, n, have, all)
		default:
			continue
		}
		losses++
	}
	_, serr := w.d.Sweep(t.Context())
	if err := w.d.Close(); err != nil || serr != nil {
		t.Errorf("after %s: %v, %v", name, serr, err)
	}
	if err := sound(w, w.at("desk.db")); err != nil {
		t.Errorf("after %s: %v", name, err)
		losses++
	}
	return losses
}
