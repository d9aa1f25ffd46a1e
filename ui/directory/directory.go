// Package directory is a page of records: a list with a search at the left,
// and beside it the form of the one that was chosen. What is new and not yet
// complete stands in the list as a draft, so that it is found again.
package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Most is how many records the list shows; who wants another types more of
// its name.
const Most = 300

// An Item is one line of the list.
type Item struct {
	ID    hearing.ID
	Row   look.Row
	draft bool
}

// Records is where a directory's records are kept, and how they are shown.
type Records[T hearing.Record] struct {
	edit.Drafts
	edit.Source[T]
	Noun   string
	New    func(id hearing.ID) T // what a new record begins with
	List   func(ctx context.Context, part string) ([]Item, error)
	Delete func(ctx context.Context, id hearing.ID, v hearing.Version) error
	Place  func(id hearing.ID) shell.Place // where a record is shown
	Words  Words
}

// Words is what a directory calls its records.
type Words struct {
	Title  string // 案件
	New    string // 新建案件
	Search string // the grey text of the search field
	Empty  string // what would stand in the list
	Choose string // what stands in place of the form while nothing is chosen
	Draft  string // 未命名案件
}

// A Directory is the list and the form together.
type Directory[T hearing.Record] struct {
	*view
	Form    *form.Form[T]
	later   []later
	records Records[T]
	sh      *shell.Shell
	begun   T          // the new record as it began
	stored  bool       // the open record is in the file
	marked  bool       // the open record stands in the list of drafts
	gone    hearing.ID // the record that was deleted here
	last    hearing.ID // the record shown last
	asked   int        // counts the readings of the list
	onRead  func()     // may be nil
}

// New returns a directory without its form, which is set with SetForm.
func New[T hearing.Record](sh *shell.Shell, r Records[T]) *Directory[T] {
	d := &Directory[T]{records: r, sh: sh}
	d.Form = form.New(sh, edit.New(sh.Work, r.Drafts, r.Source))
	d.Form.OnShow, d.Form.OnState = d.shown, d.state
	d.view = newView(r.Words, actions{
		begin:  func() { p := r.Place(""); p.New = true; sh.Go(p) },
		open:   func(id hearing.ID) { sh.Go(r.Place(id)) },
		search: func(string) { d.Read() },
		remove: d.delete,
	})
	if sh.Rights.Write(r.Noun, "id") != nil {
		d.begin.Disable()
	}
	d.Form.Editor.Allow("id", d.remove)
	return d
}

// OnRead takes what is done each time the list is read anew.
func (d *Directory[T]) OnRead(do func()) { d.onRead = do }

// A later part of the form is about other records that name this one.
type later struct {
	part fyne.CanvasObject
	show func(hearing.ID)
}

// Later takes a part of the form that has no meaning before the record is in
// the file; show is told which one it is.
func (d *Directory[T]) Later(part fyne.CanvasObject, show func(hearing.ID)) {
	d.later = append(d.later, later{part, show})
}

// Show shows a place: a new record, a stored one, or what was shown before.
func (d *Directory[T]) Show(p shell.Place) {
	e := d.Form.Editor
	switch {
	case p.New:
		id := p.ID // the window names what is begun, so that it can be come back to
		if id == "" {
			id = d.sh.NewID()
		}
		d.begun = d.records.New(id)
		d.stored, d.marked, d.gone = false, false, ""
		e.Begin(d.begun)
		d.focusForm()
	case p.ID == "":
		d.open(e.ID())
	default:
		d.open(p.ID)
	}
	d.Read()
}

// open reads a record; one that was begun here and dropped is not there.
func (d *Directory[T]) open(id hearing.ID) {
	if id == "" || id == d.gone {
		return
	}
	if id != d.Form.Editor.ID() {
		d.stored, d.marked = false, false
	}
	d.gone = ""
	d.Form.Editor.Open(d.records.Noun, id)
}

// TakeBack takes back what was typed and is not in the file.
func (d *Directory[T]) TakeBack() bool { return d.Form.Editor.TakeBack() }

// shown is told that the form shows another record.
func (d *Directory[T]) shown() {
	v := d.Form.Editor.Value()
	d.showForm(d.title(v))
	if d.last != v.Key() {
		d.last = v.Key()
		d.fresh()
	}
	for _, l := range d.later {
		l.part.Hide()
	}
}

func (d *Directory[T]) title(v T) string {
	if name := v.Called(); name != "" {
		return name
	}
	return d.records.Words.Draft
}

// state follows the saving: a record that is new and incomplete is listed as
// a draft.
func (d *Directory[T]) state(st edit.State) {
	defer d.Settle()
	v := d.Form.Editor.Value()
	switch st.Phase {
	case edit.Saved:
		d.stored = true
		d.unmark()
		d.showForm(d.title(v))
		for _, l := range d.later {
			if !l.part.Visible() {
				l.part.Show()
				l.show(v.Key())
			}
		}
		d.Read()
	case edit.Incomplete, edit.Refused, edit.Conflict:
		d.showForm(d.title(v))
		if !d.stored && d.touched(v) {
			d.mark(v)
		}
	case edit.Gone:
		d.stored = false
		d.unmark()
		if d.gone == d.Form.Editor.ID() {
			d.showNothing(d.records.Words.Choose)
		} else {
			d.showNothing(words.T("“{{.Name}}”已不在。按 Ctrl+Z 可以撤销删除。", map[string]string{"Name": d.title(v)}))
		}
	}
}

// touched reports whether anything was typed into the new record.
func (d *Directory[T]) touched(v T) bool {
	return d.begun.Key() != v.Key() || fmt.Sprintf("%v", d.begun) != fmt.Sprintf("%v", v)
}

func (d *Directory[T]) drafts() string { return "new:" + d.records.Noun }

// mark keeps the name of a new record that cannot be saved yet.
func (d *Directory[T]) mark(v T) {
	id, name := v.Key(), d.title(v)
	d.marked = true
	d.sh.Work.Do(func(ctx context.Context) error { return d.records.SaveDraft(ctx, d.drafts(), string(id), name) }, d.readOr)
}

func (d *Directory[T]) unmark() {
	if id := d.Form.Editor.ID(); d.marked {
		d.marked = false
		d.sh.Work.Do(func(ctx context.Context) error { return d.records.SaveDraft(ctx, d.drafts(), string(id), "") }, d.readOr)
	}
}

func (d *Directory[T]) readOr(err error) {
	if err != nil {
		d.sh.Fail(err)
		return
	}
	d.Read()
}

// Read reads the list anew.
func (d *Directory[T]) Read() {
	d.asked++
	asked, part := d.asked, d.Query()
	var items []Item
	d.sh.Work.Do(func(ctx context.Context) (err error) {
		items, err = d.list(ctx, part)
		return err
	}, func(err error) {
		if asked != d.asked {
			return // a later reading is under way
		}
		if err != nil {
			d.sh.Fail(err)
			return
		}
		if open := d.Form.Editor.ID(); slices.ContainsFunc(items, func(i Item) bool { return i.draft && i.ID == open }) {
			d.marked = true
		}
		d.setItems(items, part != "", d.Form.Editor.ID())
		if d.onRead != nil {
			d.onRead()
		}
	})
}

// list puts the drafts first; they are few, and wait to be finished.
func (d *Directory[T]) list(ctx context.Context, part string) ([]Item, error) {
	found, err := d.records.List(ctx, part)
	if err != nil || part != "" {
		return found, err
	}
	drafts, err := d.records.Drafts.Drafts(ctx, d.drafts())
	if err != nil {
		return nil, err
	}
	var out []Item
	for id, name := range drafts {
		out = append(out, Item{ID: hearing.ID(id), Row: draftRow(name), draft: true})
	}
	slices.SortFunc(out, func(a, b Item) int { return strings.Compare(a.Row.Title+string(a.ID), b.Row.Title+string(b.ID)) })
	return append(out, found...), nil
}
