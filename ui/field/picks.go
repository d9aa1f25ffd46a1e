package field

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
)

// Picks are references to several records: each stands as a tag that one
// click removes, and a field adds the next.
type Picks struct {
	line
	values []Option
	tags   *fyne.Container
	adder  *Pick
	tell   func([]Option)
}

// NewPicks returns a field for several records. A name that nobody has calls
// onNew, unless that is nil.
func NewPicks(r runner, find Find, values []Option, onChange func([]Option), onNew func(name string)) *Picks {
	p := &Picks{tags: container.New(Flow{}), tell: onChange}
	p.adder = NewAdder(r, func(ctx context.Context, query string) ([]Option, error) {
		found, err := find(ctx, query)
		return slices.DeleteFunc(found, p.has), err
	}, p.add, onNew)
	p.line = newLine(container.NewVBox(p.tags, p.adder.Object()), p.adder.entry)
	p.Set(values)
	return p
}

// Hint sets the grey text of the field that adds, and returns the field.
func (p *Picks) Hint(text string) *Picks {
	p.adder.Hint(text)
	return p
}

// Set shows records without telling them as a change.
func (p *Picks) Set(values []Option) {
	if slices.Equal(values, p.values) && len(p.tags.Objects) == len(values) {
		return
	}
	p.values = slices.Clone(values)
	p.tags.RemoveAll()
	for _, o := range p.values {
		tag := widget.NewButtonWithIcon(shortened(o.Name), theme.ContentClearIcon(), func() { p.remove(o.ID) })
		tag.IconPlacement = widget.ButtonIconTrailingText
		able(tag, !p.off)
		p.tags.Add(tag)
	}
	if len(values) == 0 {
		p.tags.Hide()
	} else {
		p.tags.Show()
	}
	p.box.Refresh()
}

func (p *Picks) add(o Option) {
	if o.ID == "" || p.has(o) {
		return
	}
	p.change(append(slices.Clone(p.values), o))
}

func (p *Picks) has(o Option) bool {
	return slices.ContainsFunc(p.values, func(v Option) bool { return v.ID == o.ID })
}

func (p *Picks) remove(id hearing.ID) {
	p.change(slices.DeleteFunc(slices.Clone(p.values), func(o Option) bool { return o.ID == id }))
}

func (p *Picks) change(values []Option) {
	p.Set(values)
	p.tell(values)
}

// mostOfTag is how many characters of a name stand in a tag.
const mostOfTag = 28

// shortened cuts a name that would not fit in its column.
func shortened(name string) string {
	if r := []rune(name); len(r) > mostOfTag {
		return string(r[:mostOfTag-1]) + "…"
	}
	return name
}
