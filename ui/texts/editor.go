package texts

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// An editor is the text of a paper as it is typed. Its undo goes step by step;
// what it does not take, the window gets.
type editor struct {
	widget.Entry
	keys   func(*fyne.KeyEvent) bool // handles a key before the entry does
	seek   func()                    // Ctrl+K: looks for a field
	silent bool                      // set while the program itself sets the text
}

func newEditor(tell func(string)) *editor {
	e := &editor{}
	e.ExtendBaseWidget(e)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapBreak
	e.TextStyle.Monospace = true
	e.OnChanged = func(s string) {
		if !e.silent {
			tell(s)
		}
	}
	return e
}

// set shows a text without telling it as a change; nothing of it can be taken
// back here.
func (e *editor) set(text string) {
	if e.Text == text {
		return
	}
	e.silent = true
	e.SetText(text)
	e.silent = false
}

// A clip hands the entry a text as the clipboard would.
type clip string

// Content returns the text.
func (c clip) Content() string { return string(c) }

// SetContent keeps nothing.
func (clip) SetContent(string) {}

func (e *editor) paste(text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
}

// before is the text up to the cursor, or to what is marked.
func (e *editor) before() string {
	at := e.CursorTextOffset()
	if n := utf8.RuneCountInString(e.SelectedText()); n > 0 {
		r := []rune(e.Text)
		if at < n || string(r[at-n:at]) != e.SelectedText() { // it was marked backward
			return string(r[:at])
		}
		at -= n
	}
	return string([]rune(e.Text)[:at])
}

// insert puts a piece around what is marked, with the cursor inside.
func (e *editor) insert(in Insertion) {
	e.paste(in.Before + e.SelectedText() + in.After)
	e.put(e.CursorTextOffset() - utf8.RuneCountInString(in.After))
}

// put puts the cursor before a character of the text.
func (e *editor) put(at int) {
	if e.SelectedText() != "" {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // marks nothing any more
	}
	row, begin := 0, 0
	for next := 1; ; next++ {
		e.CursorRow, e.CursorColumn = next, 0
		from := e.CursorTextOffset() // 0 behind the last row
		if from <= begin || from > at {
			break
		}
		row, begin = next, from
	}
	e.CursorRow, e.CursorColumn = row, at-begin
	e.Refresh()
}

// undo takes back the last step, and reports whether there was one.
func (e *editor) undo() bool {
	was := e.Text
	e.Undo()
	return e.Text != was
}

// place says where the cursor is: line and character, from 1.
func (e *editor) place() (line, column int) {
	line, column = 1, 1
	for i, r := range []rune(e.Text) {
		if i == e.CursorTextOffset() {
			break
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

// AcceptsTab lets Tab go to the next field.
func (e *editor) AcceptsTab() bool { return false }

// TypedKey asks for the keys of the tab first; Esc does not leave a text.
func (e *editor) TypedKey(k *fyne.KeyEvent) {
	if k.Name != fyne.KeyEscape && !e.keys(k) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut keeps what edits text and passes the rest to the window.
func (e *editor) TypedShortcut(s fyne.Shortcut) {
	switch v := s.(type) {
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		e.Entry.TypedShortcut(s)
		return
	case *fyne.ShortcutRedo:
		was := e.Text
		if e.Redo(); e.Text != was {
			return
		}
	case *desktop.CustomShortcut:
		switch v.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
			e.Entry.TypedShortcut(s)
			return
		case fyne.KeyK:
			e.seek()
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
