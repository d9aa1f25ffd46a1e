package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"hearingdesk/cmd/hearingdesk/outline"
)

// outlined are the programs with an outline, built once for all tests in a folder that
// goes when they end.
var outlined struct {
	sync.Mutex
	folder string
	files  map[string]string // by package
}

// build compiles a program of this module with the outline of its window
// built in, and returns the file, which is the test's own: its name tells it from others.
func build(t testing.TB, pkg string) string {
	t.Helper()
	outlined.Lock()
	defer outlined.Unlock()
	file := outlined.files[pkg]
	if file == "" {
		file = filepath.Join(outlined.folder, filepath.Base(pkg)+".run")
		c := exec.Command("go", "build", "-tags", "outline", "-o", file, pkg)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("build %s: %v\n%s", pkg, err, out)
		}
		outlined.files[pkg] = file
	}
	mine := filepath.Join(t.TempDir(), filepath.Base(file))
	if err := os.Link(file, mine); err != nil {
		t.Fatal(err)
	}
	return mine
}

// open starts a program that was built with an outline and waits for its
// window. All hands below work on the program that was opened last.
func (d *display) open(title, program string, args ...string) *transcript {
	d.t.Helper()
	said := d.launch(program, args...)
	d.shown(title)
	return said
}

// launch is open without the waiting.
func (d *display) launch(program string, args ...string) *transcript {
	d.t.Helper()
	d.opened++
	d.socket = filepath.Join(d.home, fmt.Sprintf("outline%d", d.opened))
	said := &transcript{}
	c := exec.Command(program, args...)
	c.Stdout = said
	d.start(c, "HEARINGDESK_OUTLINE="+d.socket)
	return said
}

// shown waits for the window whose title holds the words, gives it the
// keyboard, and returns its id.
func (d *display) shown(title string) string {
	d.t.Helper()
	id := ""
	d.until("the window "+title, func() bool { // one that was just killed may still be named
		id, _, _ = strings.Cut(d.output("xdotool", "search", "--onlyvisible", "--name", title), "\n")
		if id == "" || len(d.outline()) == 0 {
			return false
		}
		d.output("xdotool", "windowactivate", id)
		return d.output("xdotool", "getactivewindow") == id
	})
	d.window = id
	d.rests()
	return id
}

// outline asks the program what its window shows.
func (d *display) outline() []outline.Item {
	var items []outline.Item
	c, err := net.Dial("unix", d.socket)
	if err != nil {
		return nil // not yet, or not any more
	}
	defer c.Close() //nolint:errcheck // it was only read
	if err := json.NewDecoder(c).Decode(&items); err != nil {
		return nil
	}
	return items
}

// focused returns the control that has the keyboard.
func (d *display) focused() outline.Item {
	for _, i := range d.outline() {
		if i.Focused {
			return i
		}
	}
	return outline.Item{}
}

// text returns the topmost text that is the words, or else begins with them.
func text(items []outline.Item, words string) (outline.Item, bool) {
	var found outline.Item
	rank := -1
	for _, i := range items {
		score := 2*i.Layer + 1
		switch {
		case i.Kind != "text" || !strings.HasPrefix(i.Text, words):
			continue
		case strings.TrimRight(i.Text, " *：:") != words:
			score--
		}
		if score > rank {
			found, rank = i, score
		}
	}
	return found, rank >= 0
}

// beside returns the control that a label belongs to: the nearest one that
// begins to its right at the same height, or else the one below it.
func beside(items []outline.Item, label string) (outline.Item, bool) {
	l, ok := text(items, label)
	if !ok {
		return l, false
	}
	var found outline.Item
	best := float32(1e9)
	middle := l.Y + l.H/2
	for _, i := range items {
		if i.Kind == "text" || i.Layer != l.Layer || i.W < 8 || i.H < 8 {
			continue
		}
		away := i.X - l.X - l.W
		switch {
		case away >= -2 && i.Y-4 <= middle && middle <= i.Y+i.H+4:
		case i.Y >= middle && i.X <= l.X+l.W && l.X <= i.X+i.W:
			away = 2000 + i.Y - l.Y // below counts after right
		default:
			continue
		}
		if away < best {
			found, best = i, away
		}
	}
	return found, best < 1e9
}

// sees waits until the window shows a text that holds the words.
func (d *display) sees(words string) {
	d.t.Helper()
	d.until("the window to show "+words, func() bool { return d.shows(words) })
}

// shows reports whether the window shows a text that holds the words.
func (d *display) shows(words string) bool {
	return slices.ContainsFunc(d.outline(), func(i outline.Item) bool {
		return strings.Contains(i.Text, words) || strings.Contains(i.Hint, words)
	})
}

// click clicks on the text, scrolling down to it where it is not in sight.
func (d *display) click(words string) {
	d.t.Helper()
	d.press(d.sought(words, text))
}

// press clicks in the middle of an item.
func (d *display) press(i outline.Item) {
	d.t.Helper()
	x, y := int(i.X+i.W/2), int(i.Y+i.H/2)
	d.must("xdotool", "mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
	d.rests()
}

// sought finds an item that stands still, turning the wheel over the middle of
// the window, down and then up again, until it is in sight.
func (d *display) sought(words string, find func([]outline.Item, string) (outline.Item, bool)) outline.Item {
	d.t.Helper()
	var found outline.Item
	turns := 0
	d.settled()
	d.until("the window to show "+words, func() bool {
		i, ok := find(d.outline(), words)
		before := found
		if found = i; ok && i.H >= 12 {
			return i.X == before.X && i.Y == before.Y
		}
		if turns++; turns > 4 { // it may still be on its way
			wheel := "5"
			if turns/40%2 == 1 {
				wheel = "4"
			}
			d.must("xdotool", "mousemove", "820", "420", "click", "--repeat", "5", "--delay", "5", wheel)
		}
		return false
	})
	return found
}

// enter clicks into a field until it has the keyboard: what stands above it may move
// between a look and a click.
func (d *display) enter(words string, find func([]outline.Item, string) (outline.Item, bool)) {
	d.t.Helper()
	d.press(d.sought(words, find))
	looks := 0
	d.until("the keyboard to be in "+words, func() bool {
		if i, ok := find(d.outline(), words); ok && i.Focused {
			return true
		}
		if looks++; looks%20 == 0 {
			d.press(d.sought(words, find))
		}
		return false
	})
}

// tab leaves a field, and waits until the keyboard has left it: a click does not pass
// through the input method and would come before the key.
func (d *display) tab() {
	d.t.Helper()
	from := d.focused()
	d.key("Tab")
	d.until("the keyboard to leave the field", func() bool {
		f := d.focused()
		return f.X != from.X || f.Y != from.Y
	})
}

// fill puts a text into the field with the label: it clicks into the field,
// selects what is there, types the text as a clerk would, Chinese by Pinyin,
// and waits until the field holds it.
func (d *display) fill(label, words string) {
	d.t.Helper()
	d.enter(label, beside)
	d.key("ctrl+a", "BackSpace")
	d.write(words)
	d.until(label+" to hold "+words, func() bool {
		i, _ := beside(d.outline(), label)
		return i.Text == words
	})
}

// key presses keys one after the other: key("ctrl+n", "Tab").
func (d *display) key(keys ...string) {
	d.t.Helper()
	d.send(keys...)
	d.rests()
}

// send presses keys, and does not wait for what comes of them: it takes long.
func (d *display) send(keys ...string) {
	d.t.Helper()
	d.must("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "20"}, keys...)...)
}
