package form

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
)

// A List is a list in a record, each element with controls of its own.
type List[T hearing.Record, E any] struct {
	Box *fyne.Container

	form *Form[T]
	name string
	at   func(*T) *[]E
	key  func(int, E) string
	row  func(*Element[T, E]) fyne.CanvasObject
	keys []string
	mine []*Form[T]
}

// An Element is one element of a [List], and the form of its controls.
type Element[T hearing.Record, E any] struct {
	*Form[T]
	list  *List[T, E]
	key   string
	Index int
}

// NewList binds a list. key tells its elements apart; nil does so by their
// place. row makes the controls of one, when the list's shape changes.
func NewList[T hearing.Record, E any](f *Form[T], name string, at func(*T) *[]E, key func(E) string, row func(*Element[T, E]) fyne.CanvasObject) *List[T, E] {
	l := &List[T, E]{Box: container.NewVBox(), form: f, name: name, at: at, row: row}
	l.key = func(i int, e E) string {
		if key == nil {
			return strconv.Itoa(i)
		}
		return key(e)
	}
	f.bind(name, "", nil, l.show)
	return l
}

// show makes the rows anew where the list's shape changed.
func (l *List[T, E]) show(v T) {
	keys := []string{}
	for i, e := range *l.at(&v) {
		keys = append(keys, l.key(i, e))
	}
	if l.keys != nil && slices.Equal(keys, l.keys) {
		return // the parts of the form show themselves
	}
	l.keys = keys
	l.form.parts = slices.DeleteFunc(l.form.parts, func(p *Form[T]) bool { return slices.Contains(l.mine, p) })
	l.mine = nil
	l.Box.RemoveAll()
	for i, k := range keys {
		part := &Form[T]{Editor: l.form.Editor, run: l.form.run, today: l.form.today, prefix: fmt.Sprintf("%s%s[%d].", l.form.prefix, l.name, i)}
		l.Box.Add(l.row(&Element[T, E]{Form: part, list: l, key: k, Index: i}))
		l.form.parts = append(l.form.parts, part)
		l.mine = append(l.mine, part)
		part.Show()
	}
}

// Change changes the list, and the rows with it.
func (l *List[T, E]) Change(change func([]E) []E) {
	l.form.change(l.name, func(v *T) { *l.at(v) = change(*l.at(v)) })
	l.show(l.form.Editor.Value())
	for _, p := range l.mine {
		p.Show()
	}
}

// Add adds an element and puts the cursor into its first field.
func (l *List[T, E]) Add(e E) {
	l.Change(func(list []E) []E { return append(list, e) })
	if len(l.mine) == 0 {
		return
	}
	for _, f := range l.mine[len(l.mine)-1].fields {
		if f.control != nil { // a list within has none
			f.control.Focus()
			return
		}
	}
}

// AddedBy lets a button that adds to the list be used only while the list may be changed.
func (l *List[T, E]) AddedBy(b *widget.Button) *widget.Button {
	if l.form.prefix == "" {
		l.form.Editor.Allow(l.name, b)
	} else { // it comes and goes with its row
		edit.Bar(l.form.Editor.Barred(l.form.prefix), b)
	}
	return b
}

// At returns the element in a record; one that is not there any more is empty.
func (e *Element[T, E]) At(v *T) *E {
	list := *e.list.at(v)
	for i := range list {
		if e.list.key(i, list[i]) == e.key {
			return &list[i]
		}
	}
	return new(E)
}

// Control returns a control of the element at a place, or nil.
func (l *List[T, E]) Control(at int, name string) field.Control {
	if at < 0 || at >= len(l.mine) {
		return nil
	}
	return l.mine[at].Control(name)
}

// Remove is the button that takes the element out of its list. It stays at the first
// line when offers or a fault make the row higher.
func (e *Element[T, E]) Remove() fyne.CanvasObject {
	b := look.Quiet("", theme.ContentRemoveIcon(), func() {
		e.list.Change(func(list []E) []E { return slices.Delete(list, e.Index, e.Index+1) })
	})
	edit.Bar(e.Editor.Barred(e.prefix), b)
	return container.NewVBox(b)
}

// Lines is a row for a list of sentences: Enter adds one.
func (f *Form[T]) Lines(name, label, hint string, at func(*T) *[]string) fyne.CanvasObject {
	made := 0
	c := field.NewLines(nil, hint, func() string { made++; return "new" + strconv.Itoa(made) }, func(lines []field.Line) {
		texts := make([]string, len(lines))
		for i, l := range lines {
			texts[i] = l.Text
		}
		f.change(name, func(v *T) { *at(v) = texts })
	})
	return f.row(name, label, c, func(v T) {
		var lines []field.Line
		for i, s := range *at(&v) {
			lines = append(lines, field.Line{Key: strconv.Itoa(i), Text: s})
		}
		c.Set(lines)
	})
}
