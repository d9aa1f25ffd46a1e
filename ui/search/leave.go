package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Esc closes the box from each of its fields: a widget that has the keyboard keeps
// the key to itself otherwise.

// A choice is a list to choose from.
type choice struct {
	widget.Select
	leave func()
}

func newChoice(names []string, leave func()) *choice {
	c := &choice{leave: leave}
	c.ExtendBaseWidget(c)
	c.Options = names
	return c
}

// TypedKey closes the box on Esc.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.leave()
		return
	}
	c.Select.TypedKey(e)
}

// A name is the field for the name of a filter.
type name struct {
	widget.SelectEntry
	leave func()
}

func newName(leave func()) *name {
	n := &name{leave: leave}
	n.ExtendBaseWidget(n)
	n.Wrapping = fyne.TextWrapOff
	return n
}

// TypedKey closes the box on Esc.
func (n *name) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		n.leave()
		return
	}
	n.SelectEntry.TypedKey(e)
}
