package form

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
)

// A Ref is how a field that names another record finds, reads and makes one.
type Ref struct {
	Find field.Find
	Read func(context.Context, hearing.ID) (field.Option, error)
	New  func(ctx context.Context, name string) (hearing.ID, error) // stores a record that has only a name; nil where none may be made
}

// People is what a field for a person needs of the desk.
type People interface {
	lookup.People
	Person(ctx context.Context, id hearing.ID) (hearing.Person, error)
	SavePerson(ctx context.Context, p hearing.Person) (hearing.Version, error)
}

// Organisations is what a field for an organisation needs of the desk.
type Organisations interface {
	lookup.Organisations
	Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error)
	SaveOrganisation(ctx context.Context, o hearing.Organisation) (hearing.Version, error)
}

// ToPerson names a person; a new one begins as like.
func ToPerson(d People, newID func() hearing.ID, like hearing.Person) Ref {
	return Ref{Find: lookup.FindPeople(d),
		Read: func(ctx context.Context, id hearing.ID) (field.Option, error) {
			p, err := d.Person(ctx, id)
			return lookup.PersonOption(p, ""), err
		},
		New: func(ctx context.Context, name string) (hearing.ID, error) {
			p := like
			p.ID, p.Name = newID(), name
			_, err := d.SavePerson(ctx, p)
			return p.ID, err
		}}
}

// ToOrganisation names an organisation; a new one is of the kind that its name
// says, else of kind.
func ToOrganisation(d Organisations, newID func() hearing.ID, kind hearing.OrganisationKind) Ref {
	return Ref{Find: lookup.FindOrganisations(d),
		Read: func(ctx context.Context, id hearing.ID) (field.Option, error) {
			o, err := d.Organisation(ctx, id)
			return field.Option{ID: id, Name: o.Name}, err
		},
		New: func(ctx context.Context, name string) (hearing.ID, error) {
			o := hearing.Organisation{ID: newID(), Name: name, Kind: KindOf(name, kind)}
			_, err := d.SaveOrganisation(ctx, o)
			return o.ID, err
		}}
}

// Make stores a new record of a name in a job, and then tells its ID.
func (f *Form[T]) Make(to Ref, name string, fail func(error), done func(field.Option)) {
	made := field.Option{Name: name}
	f.run.Do(func(ctx context.Context) (err error) {
		made.ID, err = to.New(ctx, name)
		return err
	}, func(err error) {
		if err != nil {
			fail(err)
			return
		}
		done(made)
	})
}

// Pick is a row for the name of another record; fail is told what went wrong.
func (f *Form[T]) Pick(name, label, hint string, to Ref, fail func(error), at func(*T) *hearing.ID) fyne.CanvasObject {
	var c *field.Pick
	set := func(o field.Option) { f.change(name, func(v *T) { *at(v) = o.ID }) }
	var create func(string)
	if to.New != nil {
		create = func(typed string) {
			record := f.Editor.ID()
			f.Make(to, typed, fail, func(o field.Option) {
				if record != f.Editor.ID() {
					return // another record is open by now
				}
				c.Set(o)
				set(o)
			})
		}
	}
	c = field.NewPick(f.run, to.Find, field.Option{}, set, create)
	if hint != "" {
		c.Hint(hint)
	}
	shown := hearing.ID("") // the record whose field is shown
	return f.row(name, label, c, func(v T) {
		show := c.Set
		if shown != f.Editor.ID() {
			shown, show = f.Editor.ID(), c.Reset
		}
		id := *at(&v)
		if id == "" {
			show(field.Option{})
			return
		}
		f.Name(to, id, fail, func(o field.Option) {
			if now := f.Editor.Value(); *at(&now) == id {
				show(o)
			}
		})
	})
}

// NameOf is a label with the name of another record.
func (f *Form[T]) NameOf(to Ref, fail func(error), at func(*T) *hearing.ID) *widget.Label {
	l := widget.NewLabel("")
	l.Truncation = fyne.TextTruncateEllipsis
	f.bind("", "", nil, func(v T) {
		if id := *at(&v); id != "" {
			f.Name(to, id, fail, func(o field.Option) { l.SetText(o.Name) })
		}
	})
	return l
}

// Name reads what another record is called, and tells it.
func (f *Form[T]) Name(to Ref, id hearing.ID, fail func(error), tell func(field.Option)) {
	var o field.Option
	f.run.Do(func(ctx context.Context) (err error) {
		o, err = to.Read(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			fail(err)
			return
		}
		tell(o)
	})
}
