// Package trail shows who changed a record, when, and from what to what.
package trail

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/differ"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Desk is what a trail needs of the file.
type Desk interface {
	History(ctx context.Context, kind string, id hearing.ID) ([]hearing.Change, error)
	NamesIn(ctx context.Context, changes []hearing.Change) (map[hearing.ID]string, error)
}

// How many changes are shown, and how many lines of each.
const (
	latest   = 50
	mostSaid = 12
)

// A Trail is the history of one record, the latest change first.
type Trail struct {
	Object *fyne.Container

	sh    *shell.Shell
	desk  Desk
	noun  string
	also  func(context.Context, hearing.ID) ([]hearing.Reference, error)
	asked hearing.ID
}

// New makes the trail of a record of a kind, which is empty until it is shown.
func New(sh *shell.Shell, noun string, desk Desk) *Trail {
	return &Trail{Object: container.NewVBox(), sh: sh, desk: desk, noun: noun}
}

// Under puts the trail of each record under its form in a directory. What a record
// holds that is stored by itself, such as the instruments of a case, is listed
// with it where also names it.
func Under[T hearing.Record](d *directory.Directory[T], sh *shell.Shell, noun string, desk Desk, also ...func(context.Context, hearing.ID) ([]hearing.Reference, error)) {
	t := New(sh, noun, desk)
	if len(also) > 0 {
		t.also = also[0]
	}
	past := container.NewVBox(directory.Part(words.T("修改记录")), t.Object)
	d.Add(past)
	d.Later(past, t.Show)
}

// Show reads the history of a record and shows it.
func (t *Trail) Show(id hearing.ID) {
	t.asked = id
	var changes []hearing.Change
	var names differ.Names
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		if changes, err = t.read(ctx, id); err != nil {
			return err
		}
		names, err = t.desk.NamesIn(ctx, changes)
		return err
	}, func(err error) {
		switch {
		case id != t.asked: // another record is open by now
		case err != nil:
			t.sh.Fail(err)
		default:
			t.set(id, changes, names)
		}
	})
}

// read reads the latest changes of a record and of what it holds.
func (t *Trail) read(ctx context.Context, id hearing.ID) ([]hearing.Change, error) {
	of := []hearing.Reference{{Noun: t.noun, ID: id}}
	if t.also != nil {
		more, err := t.also(ctx, id)
		if err != nil {
			return nil, err
		}
		of = append(of, more...)
	}
	var out []hearing.Change
	for _, ref := range of {
		changes, err := t.desk.History(ctx, ref.Noun, ref.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, changes...)
	}
	slices.SortStableFunc(out, func(a, b hearing.Change) int { return cmp.Compare(b.Seq, a.Seq) })
	return out[:min(len(out), latest)], nil
}

func (t *Trail) set(id hearing.ID, changes []hearing.Change, names differ.Names) {
	t.Object.RemoveAll()
	if len(changes) == 0 {
		t.Object.Add(look.Hint(words.T("还没有改动。")))
	}
	for _, c := range changes {
		what := words.Change(c)
		if c.Record != id && c.Kind == t.noun {
			what += words.T("（合并前的另一条）")
		}
		head := widget.NewLabel(words.Moment(c.At) + "　" + c.Actor + "　" + what)
		head.Wrapping = words.Wrap()
		head.TextStyle.Bold = true
		t.Object.Add(head)
		lines := differ.Lines(c, names)
		if n := len(lines) - mostSaid; n > 0 {
			lines = append(lines[:mostSaid], words.T("还有 {{.N}} 处。", map[string]int{"N": n}))
		}
		if len(lines) > 0 {
			said := widget.NewLabel(strings.Join(lines, "\n"))
			said.Wrapping = words.Wrap()
			t.Object.Add(container.New(layout.NewCustomPaddedLayout(-10, 0, 18, 0), said))
		}
	}
}
