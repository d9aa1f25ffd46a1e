package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// build compiles a program of this module with the outline of its window
// built in, and returns the file.
func build(t testing.TB, pkg string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program")
	c := exec.Command("go", "build", "-tags", "outline", "-o", file, pkg)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", pkg, err, out)
	}
	return file
}

// shown waits for the window whose title holds the words, gives it the
// keyboard, and returns its id.
func (d *display) shown(title string) string {
	d.t.Helper()
	id := ""
	d.until("the window "+title, func() bool {
		id, _, _ = strings.Cut(d.output("xdotool", "search", "--onlyvisible", "--name", title), "\n")
		return id != ""
	})
	d.must("xdotool", "windowactivate", "--sync", id)
	return id
}

// key presses keys one after the other: key("ctrl+n", "Tab").
func (d *display) key(keys ...string) {
	d.t.Helper()
	d.must("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "20"}, keys...)...)
}

// typed types Latin letters, digits and signs with the input method off.
func (d *display) typed(text string) {
	d.t.Helper()
	d.must("fcitx5-remote", "-c")
	d.must("xdotool", "type", "--delay", "12", text)
}

// pinyin types syllables with the input method on and takes its first word.
func (d *display) pinyin(syllables string) {
	d.t.Helper()
	d.must("fcitx5-remote", "-o")
	d.must("xdotool", "type", "--delay", "30", syllables)
	d.key("space")
}
