// Package form binds the controls of ui/field to the fields of a record in an
// editor: what is typed is saved by itself, what the file brings is shown, and
// a fault stands beside its field.
package form

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A runner runs what takes time off the window's thread.
type runner interface {
	Do(job work.Job, done func(error))
}

// A Form is the controls of a record, or of one element of a list in it. It
// takes OnShow and OnState of its editor.
type Form[T hearing.Record] struct {
	Editor  *edit.Editor[T]
	OnShow  func()           // the record was replaced, after the controls show it; may be nil
	OnState func(edit.State) // the saving went on; may be nil

	run    runner
	today  calendar.Date
	prefix string // of the fields' names: parties[1].
	fields []bound[T]
	hooks  map[string]func(T)
	parts  []*Form[T]
	bar    *bar
}

// A bound is one control with the field that it shows.
type bound[T hearing.Record] struct {
	name, label string
	control     field.Control // nil where there is no place for a fault
	show        func(T)
	wrong       bool
}

// New returns a form without controls. Its bar and the window's foot say how
// far the saving is.
func New[T hearing.Record](sh *shell.Shell, e *edit.Editor[T]) *Form[T] {
	f := &Form[T]{Editor: e, run: sh.Work, today: sh.Day(words.Zone())}
	f.bar = newBar(e.UseMine, e.UseTheirs)
	e.OnShow = func() {
		f.Show()
		if f.OnShow != nil {
			f.OnShow()
		}
	}
	e.OnState = func(st edit.State) {
		left, missing := f.mark(st), f.missing(st)
		if st.Phase == edit.Saved && left == nil {
			left = f.barred()
		}
		f.bar.show(e.Value().Noun(), st, missing, left, Chosen[T](st))
		sh.Save(saving[st.Phase], missing...)
		if f.OnState != nil {
			f.OnState(st)
		}
	}
	return f
}

var saving = map[edit.Phase]shell.Saving{
	edit.Saved: shell.AllSaved, edit.Saving: shell.BeingSaved, edit.Gone: shell.AllSaved, edit.Barred: shell.AllSaved,
	edit.Incomplete: shell.NotSaved, edit.Refused: shell.NotSaved, edit.Conflict: shell.NotSaved,
}

// Bar is the line that says what keeps the record from being saved; it takes
// no room while nothing does.
func (f *Form[T]) Bar() fyne.CanvasObject { return f.bar.box }

// Show shows the record in every control.
func (f *Form[T]) Show() {
	v := f.Editor.Value()
	for _, b := range f.fields {
		b.show(v)
		switch {
		case b.control == nil:
		case f.Editor.Barred(b.name) != nil:
			b.control.Disable()
		default:
			b.control.Enable()
		}
	}
	for _, p := range f.parts {
		p.Show()
	}
}

// barred says what stands against changing one of the form's fields.
func (f *Form[T]) barred() error {
	for _, b := range f.fields {
		if b.name == "" {
			continue
		}
		if err := f.Editor.Barred(b.name); err != nil {
			return err
		}
	}
	return nil
}

// Control returns the control of a field, or nil.
func (f *Form[T]) Control(name string) field.Control {
	for _, b := range f.fields {
		if b.name == f.prefix+name {
			return b.control
		}
	}
	return nil
}

// bind takes a control into the form.
func (f *Form[T]) bind(name, label string, c field.Control, show func(T)) {
	f.fields = append(f.fields, bound[T]{name: f.prefix + name, label: label, control: c, show: show})
}

// row binds a control and sets its label beside it; without a label it is the
// control alone.
func (f *Form[T]) row(name, label string, c field.Control, show func(T)) fyne.CanvasObject {
	f.bind(name, label, c, show)
	if label == "" {
		return c.Object()
	}
	return field.Row(label, c)
}

func (f *Form[T]) change(name string, change func(*T)) {
	f.Editor.Change(f.prefix+name, change)
	if hook := f.hooks[name]; hook != nil {
		hook(f.Editor.Value())
	}
}

// OnChange calls do whenever a field was changed here, and when the record is
// shown: for what depends on the field.
func (f *Form[T]) OnChange(name string, do func(T)) {
	if f.hooks == nil {
		f.hooks = map[string]func(T){}
	}
	f.hooks[name] = do
	f.bind("", "", nil, do)
}

// find returns the field of a path, its own or of a part.
func (f *Form[T]) find(path string) *bound[T] {
	for i := range f.fields {
		if f.fields[i].name == path {
			return &f.fields[i]
		}
	}
	for _, p := range f.parts {
		if b := p.find(path); b != nil {
			return b
		}
	}
	return nil
}

// holding returns the field of a path, or else the one that shows what the path is part
// of: metrics, of metrics[0].unit.
func (f *Form[T]) holding(path string) *bound[T] {
	for path != "" {
		if b := f.find(path); b != nil {
			return b
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return nil
}

func (f *Form[T]) unmark() {
	for i := range f.fields {
		if b := &f.fields[i]; b.wrong {
			b.control.SetError("")
			b.wrong = false
		}
	}
	for _, p := range f.parts {
		p.unmark()
	}
}

// mark shows each fault beside its field and returns what has no such place.
func (f *Form[T]) mark(st edit.State) error {
	f.unmark()
	var faults hearing.FieldErrors
	if !errors.As(st.Err, &faults) {
		return st.Err
	}
	var left hearing.FieldErrors
	for _, x := range faults {
		if x.Code == "required" {
			continue // the bar names them: an empty form is no mistake
		}
		b := f.holding(x.Path)
		if b == nil || b.control == nil {
			left = append(left, x)
			continue
		}
		named := *x
		if named.Path = b.label; b.label == "" { // in a row without labels
			b.control.SetError(words.Wrong(x))
		} else {
			b.control.SetError(words.Fault(&named))
		}
		b.wrong = true
	}
	if len(left) > 0 {
		return left
	}
	return nil
}

// missing lists the labels of required fields that are still empty.
func (f *Form[T]) missing(st edit.State) []string {
	var faults hearing.FieldErrors
	if !errors.As(st.Err, &faults) {
		return nil
	}
	var out []string
	for _, x := range faults {
		if x.Code != "required" {
			continue
		}
		name := x.Path
		if b := f.find(x.Path); b != nil {
			name = b.label
		}
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
