// Package field is the form kit: one control a kind of value, its label beside
// it, what is wrong with it below it. Controls hold no rule and save nothing;
// they tell every change at once.
package field

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// An entry is a text entry that leaves the window's shortcuts to the window:
// undo goes across fields, a saved change after the other, and Enter moves on.
type entry struct {
	widget.Entry
	typing  bool                      // it has the keyboard
	keys    func(*fyne.KeyEvent) bool // handles a key before the entry does; may be nil
	onFocus func(bool)                // told when the focus comes and goes; may be nil
	onTap   func()                    // told of a click; may be nil
	silent  bool                      // set while the program itself sets the text
}

func newEntry(value string, onChange func(string)) *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	e.Text = value
	e.OnChanged = func(s string) {
		if !e.silent && onChange != nil {
			onChange(s)
		}
	}
	return e
}

// set shows a text without telling it as a change. What the user is typing
// stays: a save that comes back must not move the cursor.
func (e *entry) set(text string) {
	if e.Text == text {
		return
	}
	last := e.typing && e.CursorRow == 0 && e.CursorColumn == utf8.RuneCountInString(e.Text)
	e.silent = true
	e.SetText(text)
	e.silent = false
	if last && !strings.Contains(text, "\n") { // whoever is typing goes on at the end
		e.CursorRow, e.CursorColumn = 0, utf8.RuneCountInString(text)
		e.Refresh()
	}
}

// TypedKey moves to the next field on Enter.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if e.keys != nil && e.keys(k) {
		return
	}
	if (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !e.MultiLine {
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.FocusNext()
		}
		return
	}
	if k.Name == fyne.KeyEscape {
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
		return
	}
	e.Entry.TypedKey(k)
}

// Tapped tells of a click.
func (e *entry) Tapped(p *fyne.PointEvent) {
	e.Entry.Tapped(p)
	if e.onTap != nil {
		e.onTap()
	}
}

// FocusGained tells that typing begins.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.typing = true
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost tells that typing ended.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.typing = false
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// TypedShortcut keeps what edits text and passes the rest to the window, which
// would not see it otherwise.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	switch v := s.(type) {
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		e.Entry.TypedShortcut(s)
		return
	case *desktop.CustomShortcut:
		switch v.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
			e.Entry.TypedShortcut(s)
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
