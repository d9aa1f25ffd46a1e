package field

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Line is one entry of [Lines], with a key that tells it from the others.
type Line struct{ Key, Text string }

// Lines are several texts, one a line: Enter goes to the next, and below the
// last makes a new one.
type Lines struct {
	line
	values  []Line
	rows    []*entry
	entries map[string]*entry // by the key of their text
	list    *fyne.Container
	hint    string
	key     func() string
	tell    func([]Line)
}

// NewLines returns a field for several texts; newKey makes the key of a new
// one.
func NewLines(values []Line, hint string, newKey func() string, onChange func([]Line)) *Lines {
	l := &Lines{list: container.NewVBox(), hint: hint, key: newKey, tell: onChange}
	add := widget.NewButtonWithIcon("", theme.ContentAddIcon(), func() { l.insert(len(l.values)) })
	add.Importance = widget.LowImportance
	l.line = newLine(container.NewVBox(l.list, container.NewBorder(nil, nil, add, nil)), add)
	l.Set(values)
	return l
}

// Set shows texts without telling them as a change. Rows are made anew only
// when their number or order changed: the cursor stays.
func (l *Lines) Set(values []Line) {
	if len(values) == 0 { // an empty row to type into, not told before it says something
		if len(l.rows) == 1 && l.rows[0].Text == "" {
			return
		}
		values = []Line{{Key: l.key()}}
	}
	same := len(values) == len(l.values) && len(l.rows) == len(values)
	for i := range values {
		same = same && values[i].Key == l.values[i].Key
	}
	l.values = slices.Clone(values)
	if same {
		for i, v := range l.values {
			l.rows[i].set(v.Text)
		}
		return
	}
	l.build()
}

func (l *Lines) build() {
	l.list.RemoveAll()
	rows := map[string]*entry{}
	l.rows = nil
	for i, v := range l.values {
		e := l.entries[v.Key]
		if e == nil {
			e = l.row(v)
		}
		e.set(v.Text)
		rows[v.Key] = e
		l.rows = append(l.rows, e)
		remove := newTouch(theme.ContentClearIcon(), func() { l.remove(l.index(v.Key)) })
		l.list.Add(container.NewBorder(nil, nil, widget.NewLabel(ordinal(i)), remove, e))
	}
	l.entries = rows
	able(l.list, !l.off)
	l.box.Refresh()
}

// row makes the entry of a text. It stays through changes of the others, so
// that the cursor does; one that was removed has nothing to tell any more.
func (l *Lines) row(v Line) *entry {
	e := newEntry(v.Text, func(s string) {
		if i := l.index(v.Key); i >= 0 {
			l.values[i].Text = s
			l.tell(l.told())
		}
	})
	e.MultiLine, e.Wrapping = true, fyne.TextWrapBreak
	e.SetMinRowsVisible(1)
	e.SetPlaceHolder(l.hint)
	e.keys = func(k *fyne.KeyEvent) bool {
		i := l.index(v.Key)
		return i < 0 || l.typed(i, k)
	}
	return e
}

// index is the place of a text, -1 for one that was removed.
func (l *Lines) index(key string) int {
	return slices.IndexFunc(l.values, func(v Line) bool { return v.Key == key })
}

func ordinal(i int) string { return strconv.Itoa(i+1) + "." }

func (l *Lines) typed(i int, k *fyne.KeyEvent) bool {
	switch {
	case k.Name == fyne.KeyBackspace && l.rows[i].Text == "" && len(l.values) > 1:
		l.remove(i)
		l.focusRow(max(i-1, 0))
	case k.Name != fyne.KeyReturn && k.Name != fyne.KeyEnter:
		return false
	case i == len(l.values)-1 && l.values[i].Text != "":
		l.insert(len(l.values))
	case i < len(l.rows)-1:
		l.focusRow(i + 1)
	}
	return true
}

// told are the rows that say something.
func (l *Lines) told() []Line {
	return slices.DeleteFunc(slices.Clone(l.values), func(v Line) bool { return strings.TrimSpace(v.Text) == "" })
}

func (l *Lines) insert(at int) {
	l.values = slices.Insert(l.values, at, Line{Key: l.key()})
	l.build()
	l.focusRow(at)
}

func (l *Lines) remove(i int) {
	if i < 0 {
		return
	}
	l.values = slices.Delete(l.values, i, i+1)
	told := l.told()
	if len(l.values) == 0 {
		l.values = []Line{{Key: l.key()}}
	}
	l.build()
	l.tell(told)
}

func (l *Lines) focusRow(i int) { focusOn(l.box, l.rows[i]) }
