package main

import (
	"slices"
	"strings"

	"hearingdesk/cmd/hearingdesk/outline"
)

// take fills a field that names a record and takes the one that is offered
// under the name, or the offer to make it.
func (d *display) take(label, name string) {
	d.t.Helper()
	d.enter(label, beside)
	d.key("ctrl+a", "BackSpace")
	d.write(name)
	d.until("an offer of "+name, func() bool { return offered(d.outline(), name) })
	d.key("Return")
	d.until("the offers to go", func() bool { return !offers(d.outline()) })
}

// offered reports whether the first offer of a field is of the name.
func offered(items []outline.Item, name string) bool {
	for i, x := range items {
		if x.Kind == "offer" { // its texts follow: the name, and what tells it from others
			return slices.ContainsFunc(items[i+1:min(i+3, len(items))], func(t outline.Item) bool { return t.Text == name })
		}
	}
	return false
}

func offers(items []outline.Item) bool {
	for _, x := range items {
		if x.Kind == "offer" {
			return true
		}
	}
	return false
}

// choose opens the choice beside a label and clicks on one of its values.
func (d *display) choose(label, value string) {
	d.t.Helper()
	d.press(d.sought(label, beside))
	var last outline.Item
	d.until("the choice of "+value, func() bool { // it unfolds before it stands still
		i, ok := text(d.outline(), value)
		still := ok && i.Layer > 0 && i == last
		last = i
		return still
	})
	d.press(last)
	d.until(label+" to be "+value, func() bool {
		i, _ := beside(d.outline(), label)
		return strings.HasPrefix(i.Text, value)
	})
}

// saved waits until the window says that all is on disk, and means what was done last:
// it says so of what was done before, too.
func (d *display) saved() {
	d.t.Helper()
	d.settled()
	d.sees("已保存")
}

// tick clicks on the box with a text, unless it is ticked.
func (d *display) tick(words string) {
	d.t.Helper()
	d.click(words)
	d.until(words+" to be ticked", func() bool {
		for _, i := range d.outline() {
			if i.Kind == "Check" && i.Text == words {
				return i.On
			}
		}
		return false
	})
}
