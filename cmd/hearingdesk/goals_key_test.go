package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"net"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hearingdesk/hearing"
)

// keyGoals hold how soon a letter is on the screen at the 5,000th passage of a
// transcript, in a real window.
//
// Fyne looks for keys sixty times a second, so that a key waits for up to 17 ms
// before any program sees it. The first row is what remains without that: how long
// the window's thread was busy between the press of the key and the dots on the
// screen. The second row is the whole way, held against a window with an empty
// field and nothing else in the same run.
var keyGoals = []goal{
	{"a letter at the 5,000th passage, work to its frame, p99", "≤ 16 ms", 16, atKeys(func(ours, _ []keyed) (float64, string) {
		own := worst(ours, keyed.busy)
		return own, fmt.Sprintf("%.1f ms (median %.1f)", own, middle(ours, keyed.busy))
	})},
	{"the same from key to dots, of an empty Fyne field", "≤ 1.5 ×", 1.5, atKeys(func(ours, floor []keyed) (float64, string) {
		a, b := worst(ours, keyed.whole), worst(floor, keyed.whole)
		return a / b, fmt.Sprintf("%.2f × (%.1f ms against %.1f ms)", a/b, a, b)
	})},
}

// letters is how many are typed for the hundredth that is worst to be one of several.
const letters = 400

// A keyed letter was pressed, and was on the screen later; between the two the
// window's thread was busy for a while.
type keyed struct {
	pressed, shown int64 // nanoseconds
	busyFor        int64
}

func (k keyed) whole() float64 { return float64(k.shown-k.pressed) / 1e6 }
func (k keyed) busy() float64  { return float64(k.busyFor) / 1e6 }

func sorted(all []keyed, of func(keyed) float64) []float64 {
	var out []float64
	for _, k := range all {
		out = append(out, of(k))
	}
	slices.Sort(out)
	return out
}

// worst is the time that one letter of a hundred takes longer than.
func worst(all []keyed, of func(keyed) float64) float64 {
	return sorted(all, of)[(len(all)*99+99)/100-1]
}
func middle(all []keyed, of func(keyed) float64) float64 { return sorted(all, of)[len(all)/2] }

// typed are the letters in both windows, typed once for all rows.
var typed = struct {
	sync.Mutex
	ours, floor []keyed
	err         error
}{}

func atKeys(compare func(ours, floor []keyed) (float64, string)) func(*testing.T) (float64, string) {
	return func(t *testing.T) (float64, string) {
		t.Helper()
		typed.Lock()
		defer typed.Unlock()
		if typed.ours == nil && typed.err == nil {
			typed.ours, typed.floor, typed.err = lettersTyped(t)
		}
		if typed.err != nil {
			return math.NaN(), typed.err.Error()
		}
		return compare(typed.ours, typed.floor)
	}
}

// lettersTyped types into the hearing desk and into the empty field.
func lettersTyped(t *testing.T) (ours, floor []keyed, err error) {
	t.Helper()
	keys := filepath.Join(t.TempDir(), "keys")
	if out, err := exec.Command("cc", "-O2", "-o", keys, "testdata/keys.c", "-lX11", "-ldl").CombinedOutput(); err != nil {
		return nil, nil, fmt.Errorf("no compiler for C: %w: %s", err, out)
	}
	d := newDisplay(t)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "long.db")
	d.must(desk, "import", "-db", file, inSession(t))
	passages(t, file, 5000)
	d.env = append(d.env, "XMODIFIERS=") // without an input method: it is another program's time
	d.open("听证台", desk, "-db", file)
	d.toTheDesk()
	ours, err = d.letters(keys)
	d.picture("goal-keys")
	if err != nil {
		return nil, nil, err
	}
	d.open("entry", build(t, "./testdata/entry"))
	floor, err = d.letters(keys)
	return ours, floor, err
}

// letters types into the control that has the keyboard, and looks on.
func (d *display) letters(keys string) ([]keyed, error) {
	d.t.Helper()
	field := d.focused()
	c, err := net.Dial("unix", d.socket+".pulse")
	if err != nil {
		return nil, err
	}
	var busy [][2]int64
	var wait sync.WaitGroup
	wait.Go(func() {
		for lines := bufio.NewScanner(c); lines.Scan(); {
			var b [2]int64
			if _, err := fmt.Sscan(lines.Text(), &b[0], &b[1]); err == nil {
				busy = append(busy, b)
			}
		}
	})
	rect := []string{fmt.Sprint(int(field.X) + 4), fmt.Sprint(int(field.Y) + 4), fmt.Sprint(min(int(field.W)-8, 640)), "26"}
	run := exec.CommandContext(d.t.Context(), keys, append(rect, fmt.Sprint(letters))...)
	run.Env, run.Dir = d.env, d.home
	out, err := run.Output()
	err = errors.Join(err, c.Close())
	wait.Wait()
	if err != nil {
		return nil, fmt.Errorf("type letters: %w", err)
	}
	var all []keyed
	for line := range strings.Lines(string(out)) {
		var k keyed
		if _, err := fmt.Sscan(line, &k.pressed, &k.shown); err != nil {
			return nil, fmt.Errorf("read times: %w", err)
		}
		for _, b := range busy {
			k.busyFor += max(0, min(b[1], k.shown)-max(b[0], k.pressed))
		}
		all = append(all, k)
	}
	return all, nil
}

// passages writes a transcript of so many passages into E1.
func passages(t *testing.T, file string, n int) {
	t.Helper()
	desk, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = desk.Close() }() // what it holds was written
	at := time.Date(2023, time.July, 18, 9, 0, 0, 0, time.Local)
	var all []hearing.TranscriptEntry
	after := hearing.ID("")
	for i := range n {
		u := hearing.Utterance{ID: hearing.ID(fmt.Sprintf("l%d", i)), After: after, Kind: hearing.Speech, At: at.Add(time.Duration(i) * time.Second),
			Speaker: []hearing.ID{hearing.SpeakerPresider, "h-e1-o1", "h-e1-a1"}[i%3],
			Text:    "我们街道去年以来对电动自行车违规停放、充电的问题做了三次集中整治，新增充电桩12处；目前楼道内停放的现象明显减少。"}
		after = u.ID
		all = append(all, hearing.TranscriptEntry{ID: hearing.ID(fmt.Sprintf("e%d", i)), At: u.At, To: &u})
	}
	if err := desk.AddToTranscript(t.Context(), "h-e1", all...); err != nil {
		t.Fatal(err)
	}
}
