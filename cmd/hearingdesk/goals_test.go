package main

import (
	"flag"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	measureGoals = flag.Bool("goals", false, "measure the program against its goals and print a table")
	onlyGoals    = flag.String("only", "", "measure only the goals that have this in their name")
)

// A goal is a figure that the program is held to.
type goal struct {
	what   string
	limit  string                             // in words: ≤ 60 ms
	most   float64                            // the same as a number
	figure func(*testing.T) (float64, string) // NaN where it cannot be measured here, with the reason
}

// TestGoals prints a table of what was measured; make bench runs it. It needs
// a machine that does nothing else, so it is not part of the other tests.
func TestGoals(t *testing.T) {
	if !*measureGoals {
		t.Skip("make bench measures")
	}
	goals := slices.Concat([]goal{{"first window, against Fyne's hello world", "≤ 1.20 ×", 1.2, firstWindow}}, paperGoals, keyGoals, ruleGoals, mergeGoals, compareGoals, parquetGoals, scaleGoals)
	fmt.Printf("%-44s %-34s %-10s %s\n", "what", "measured", "goal", "met")
	for _, g := range goals {
		if !strings.Contains(g.what, *onlyGoals) {
			continue
		}
		figure, words := g.figure(t)
		met := "yes"
		switch {
		case math.IsNaN(figure):
			met = "not measured"
		case figure > g.most:
			met = "NO"
			t.Errorf("%s: %s, want %s", g.what, words, g.limit)
		}
		fmt.Printf("%-44s %-34s %-10s %s\n", g.what, words, g.limit, met)
	}
}

// firstWindow measures how long the program and a hello world take from their
// start to a visible window, in turns, and compares the medians.
func firstWindow(t *testing.T) (float64, string) {
	d := newDisplay(t)
	hello, desk := built(t, "./testdata/hello"), built(t, ".")
	file := filepath.Join(t.TempDir(), "demo.desk")
	d.must(desk, "demo", "-db", file)
	const runs = 9
	var ofHello, ofDesk []time.Duration
	for range runs {
		ofHello = append(ofHello, d.toWindow(hello))
		ofDesk = append(ofDesk, d.toWindow(desk, "-db", file))
	}
	slices.Sort(ofHello)
	slices.Sort(ofDesk)
	h, o := ofHello[runs/2], ofDesk[runs/2]
	ratio := float64(o) / float64(h)
	return ratio, fmt.Sprintf("%.2f × (%d ms against %d ms)", ratio, o.Milliseconds(), h.Milliseconds())
}

// toWindow starts a program, measures until its window is visible, and ends it.
func (d *display) toWindow(program string, args ...string) time.Duration {
	d.t.Helper()
	c := exec.Command(program, args...)
	c.Env, c.Dir = d.env, d.home
	begin := time.Now()
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	// Asked again at once, for xdotool's own --sync looks twice a second.
	for d.output("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(c.Process.Pid)) == "" {
		if time.Since(begin) > patience {
			d.t.Fatalf("%s opened no window", program)
		}
	}
	took := time.Since(begin)
	if err := c.Process.Kill(); err != nil {
		d.t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	return took
}

// built compiles a program as users run it, without an outline.
func built(t *testing.T, pkg string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), filepath.Base(pkg)+".run")
	if out, err := exec.Command("go", "build", "-o", file, pkg).CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", pkg, err, out)
	}
	return file
}
