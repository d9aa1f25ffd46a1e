package main

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/cmd/hearingdesk/outline"
	"hearingdesk/storage"
)

// hinting finds the control whose hint is the words.
func hinting(items []outline.Item, words string) (outline.Item, bool) {
	at := slices.IndexFunc(items, func(i outline.Item) bool { return i.Hint == words })
	if at < 0 {
		return outline.Item{}, false
	}
	return items[at], true
}

// unfilled finds the first control with a hint that holds nothing.
func unfilled(items []outline.Item, hint string) (outline.Item, bool) {
	i := slices.IndexFunc(items, func(i outline.Item) bool { return i.Hint == hint && i.Text == "" })
	if i < 0 {
		return outline.Item{}, false
	}
	return items[i], true
}

// inRow is the control of a kind that stands at a place in the nth row of a name.
func (d *display) inRow(name string, row int, kind string, at int) outline.Item {
	d.t.Helper()
	var found outline.Item
	d.settled()
	d.until("the "+kind+" of "+name, func() bool {
		items := d.outline()
		n := 0
		for _, l := range items {
			if l.Kind != "text" || l.Text != name {
				continue
			}
			var all []outline.Item
			for _, i := range items {
				if middle := l.Y + l.H/2; i.Kind == kind && i.X > l.X && i.Y <= middle && middle <= i.Y+i.H {
					all = append(all, i)
				}
			}
			if n == row && at < len(all) {
				slices.SortFunc(all, func(a, b outline.Item) int { return int(a.X - b.X) })
				found = all[at]
				return found.H >= 12
			}
			n++
		}
		return false
	})
	return found
}

// inOrder are some names as they stand below each other.
func (d *display) inOrder(names []string) []string {
	d.t.Helper()
	var all []outline.Item
	d.settled()
	d.until("all names", func() bool {
		all = slices.DeleteFunc(d.outline(), func(i outline.Item) bool { return i.Kind != "text" || !slices.Contains(names, i.Text) })
		return len(all) == len(names)
	})
	slices.SortFunc(all, func(a, b outline.Item) int { return int(a.Y - b.Y) })
	var out []string
	for _, i := range all {
		out = append(out, i.Text)
	}
	return out
}

// above turns the wheel up until a text is in sight.
func (d *display) above(words string) {
	d.t.Helper()
	d.settled()
	d.until("the window to show "+words, func() bool {
		i, ok := text(d.outline(), words)
		if ok && i.H >= 12 {
			return true
		}
		d.must("xdotool", "mousemove", "820", "420", "click", "--repeat", "3", "--delay", "5", "4")
		return false
	})
}

// stored opens the desk of a file to read what came of it.
func stored(t *testing.T, file string) *storage.Desk {
	t.Helper()
	desk, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() }) // it was only read
	return desk
}

// pick opens the first choice that shows a value and takes another.
func (d *display) pick(shown, wanted string) {
	d.t.Helper()
	var last outline.Item
	polls, still := 0, 0
	d.settled()
	d.until("the choice of "+wanted, func() bool { // what stands above it may still move
		items := d.outline()
		i, ok := text(items, wanted)
		if !ok || i.Layer == 0 {
			if s, ok := selected(items, shown); ok && polls%30 == 0 {
				d.press(s)
			}
			polls++
			return false
		}
		if still++; i != last {
			still = 0
		}
		last = i
		return still > 3
	})
	d.press(last)
	d.until("the choice to be closed", func() bool {
		return !slices.ContainsFunc(d.outline(), func(i outline.Item) bool { return i.Layer > 0 })
	})
	d.saved()
}

// selected finds a choice that shows a value.
func selected(items []outline.Item, value string) (outline.Item, bool) {
	for _, i := range items {
		if i.Kind == "Select" && strings.HasPrefix(i.Text, value) && i.H >= 12 {
			return i, true
		}
	}
	return outline.Item{}, false
}
