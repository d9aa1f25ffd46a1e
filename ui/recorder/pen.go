package recorder

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A pen is a text entry whose keys the page sees first. It keeps those that edit
// its text; the rest goes to the page, and then to the window.
type pen struct {
	widget.Entry
	key      func(k *fyne.KeyEvent, shift bool) bool
	shortcut func(fyne.Shortcut) bool
	rune     func(r rune) bool
	changed  func(text string, cursor int)
	shift    bool
	silent   bool // the program itself sets the text
	last     string
	at       int // cursor that was told last, with that text
}

func newPen(lines int) *pen {
	p := &pen{}
	p.ExtendBaseWidget(p)
	if lines > 1 {
		p.MultiLine = true
		p.Wrapping = fyne.TextWrapBreak
		p.SetMinRowsVisible(lines)
	}
	tell := func() {
		text, cursor := p.Text, p.CursorTextOffset()
		if text == p.last && cursor == p.at { // the entry tells its cursor whenever it is drawn
			return
		}
		p.last, p.at = text, cursor
		if !p.silent && p.changed != nil {
			p.changed(text, cursor)
		}
	}
	p.OnChanged = func(string) { tell() }
	p.OnCursorChanged = tell
	return p
}

// put shows a text with the cursor behind so many runes, without telling it.
func (p *pen) put(text string, cursor int) {
	p.silent = true
	defer func() { p.silent = false }()
	if p.Text != text {
		p.SetText(text)
	}
	n := utf8.RuneCountInString(text)
	cursor = min(max(cursor, 0), n)
	if p.CursorTextOffset() == cursor {
		return
	}
	key, times := fyne.KeyLeft, n-cursor
	p.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // to the end of the text
	if !p.MultiLine {
		p.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	if cursor < times {
		p.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		key, times = fyne.KeyRight, cursor
	}
	for range times {
		p.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// TypedKey lets the page see the key first.
func (p *pen) TypedKey(k *fyne.KeyEvent) {
	if p.key != nil && p.key(k, p.shift) {
		return
	}
	p.Entry.TypedKey(k)
}

// TypedRune lets the page see the character first.
func (p *pen) TypedRune(r rune) {
	if p.rune != nil && p.rune(r) {
		return
	}
	p.Entry.TypedRune(r)
}

// KeyDown notes Shift.
func (p *pen) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		p.shift = true
	}
	p.Entry.KeyDown(k)
}

// KeyUp notes that Shift is let go.
func (p *pen) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		p.shift = false
	}
	p.Entry.KeyUp(k)
}

// FocusLost forgets Shift: it may be let go elsewhere.
func (p *pen) FocusLost() {
	p.shift = false
	p.Entry.FocusLost()
}

// TypedShortcut keeps what edits text; the page sees the rest first, then the
// window.
func (p *pen) TypedShortcut(s fyne.Shortcut) {
	if p.shortcut != nil && p.shortcut(s) {
		return
	}
	switch v := s.(type) {
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		p.Entry.TypedShortcut(s)
		return
	case *desktop.CustomShortcut:
		switch v.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
			p.Entry.TypedShortcut(s)
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(p).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
