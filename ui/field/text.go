package field

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/words"
)

// A Text is a field of one or several lines of text.
type Text struct {
	line
	entry *entry
}

// NewText returns a field of one line.
func NewText(value string, onChange func(string)) *Text {
	e := newEntry(value, onChange)
	return &Text{newLine(e, e), e}
}

// NewNote returns a field of several lines.
func NewNote(value string, lines int, onChange func(string)) *Text {
	e := newEntry(value, onChange)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapBreak
	e.SetMinRowsVisible(lines)
	return &Text{newLine(e, e), e}
}

// Set shows a value without telling it as a change.
func (t *Text) Set(value string) { t.entry.set(value) }

// Hint sets the grey text of an empty field and returns the field.
func (t *Text) Hint(text string) *Text {
	t.entry.SetPlaceHolder(text)
	return t
}

// Add writes a text behind what is there, as if it were typed, and puts the cursor
// behind it.
func (t *Text) Add(text string) {
	t.entry.SetText(t.entry.Text + text)
	t.entry.CursorRow, t.entry.CursorColumn = 0, utf8.RuneCountInString(t.entry.Text)
	t.entry.Refresh()
	t.Focus()
}

// Value is what the field shows.
func (t *Text) Value() string { return t.entry.Text }

// OnEnter does something else on Enter than going to the next field.
func (t *Text) OnEnter(do func()) *Text { return t.on(do, fyne.KeyReturn, fyne.KeyEnter) }

// OnEscape does something else on Esc than leaving the page.
func (t *Text) OnEscape(do func()) *Text { return t.on(do, fyne.KeyEscape) }

func (t *Text) on(do func(), keys ...fyne.KeyName) *Text {
	others := t.entry.keys
	t.entry.keys = func(k *fyne.KeyEvent) bool {
		if slices.Contains(keys, k.Name) {
			do()
			return true
		}
		return others != nil && others(k)
	}
	return t
}

// A Hidden is a text field whose value is masked until it is asked for: ID
// numbers and telephones, which a neighbour at the desk need not read.
type Hidden struct {
	*Text
}

// NewHidden returns a masked field of one line. onShow is told each time that
// the value is uncovered; it may be nil.
func NewHidden(value string, onChange func(string), onShow func()) *Hidden {
	e := newEntry(value, onChange)
	e.Password = true
	var show *widget.Button
	show = widget.NewButtonWithIcon("", theme.VisibilityIcon(), func() {
		e.Password = !e.Password
		show.SetIcon(map[bool]fyne.Resource{true: theme.VisibilityIcon(), false: theme.VisibilityOffIcon()}[e.Password])
		e.Refresh()
		if !e.Password && onShow != nil {
			onShow()
		}
	})
	show.Importance = widget.LowImportance
	e.ActionItem = show // in place of the entry's own
	return &Hidden{&Text{newLine(e, e), e}}
}

// Choose is the grey text of an empty choice.
func choose() string { return words.T("请选择") }
