package field

import (
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// A Coded is a coded value of the domain.
type Coded interface {
	~string
	hearing.Named
}

// A Choice is one of several coded values, or none.
type Choice[T Coded] struct {
	line
	options []T
	sel     *widget.Select
	silent  bool
}

// NewChoice returns a choice among options. With an empty option first the
// choice can be taken back.
func NewChoice[T Coded](options []T, value T, onChange func(T)) *Choice[T] {
	c := &Choice[T]{options: options}
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = words.Of(o)
	}
	c.sel = widget.NewSelect(names, func(string) {
		if i := c.sel.SelectedIndex(); !c.silent && i >= 0 {
			onChange(c.options[i])
		}
	})
	c.sel.PlaceHolder = choose()
	c.line = newLine(c.sel, c.sel)
	c.Set(value)
	return c
}

// Set shows a value without telling it as a change.
func (c *Choice[T]) Set(value T) {
	c.silent = true
	if i := slices.Index(c.options, value); i >= 0 {
		c.sel.SetSelectedIndex(i)
	} else {
		c.sel.ClearSelected()
	}
	c.silent = false
}

// Rename calls the options otherwise; what is chosen stays.
func (c *Choice[T]) Rename(name func(T) string) {
	names := make([]string, len(c.options))
	for i, o := range c.options {
		names[i] = name(o)
	}
	if slices.Equal(names, c.sel.Options) {
		return
	}
	at := c.sel.SelectedIndex()
	c.silent = true
	c.sel.SetOptions(names)
	if at >= 0 {
		c.sel.SetSelectedIndex(at)
	}
	c.silent = false
}

// Chips are any number of coded values.
type Chips[T Coded] struct {
	line
	options []T
	checks  []*widget.Check
	silent  bool
}

// NewChips returns boxes to tick, side by side.
func NewChips[T Coded](options []T, values []T, onChange func([]T)) *Chips[T] {
	c := &Chips[T]{options: options}
	flow := container.New(Flow{})
	for _, o := range options {
		k := widget.NewCheck(words.Of(o), func(bool) {
			if !c.silent {
				onChange(c.ticked())
			}
		})
		c.checks = append(c.checks, k)
		flow.Add(k)
	}
	c.line = newLine(flow, c.checks[0])
	c.Set(values)
	return c
}

func (c *Chips[T]) ticked() []T {
	var out []T
	for i, k := range c.checks {
		if k.Checked {
			out = append(out, c.options[i])
		}
	}
	return out
}

// Set shows values without telling them as a change.
func (c *Chips[T]) Set(values []T) {
	c.silent = true
	for i, k := range c.checks {
		k.SetChecked(slices.Contains(values, c.options[i]))
	}
	c.silent = false
}

// A Tick is yes or no.
type Tick struct {
	line
	check  *widget.Check
	silent bool
}

// NewTick returns a box to tick with its own text.
func NewTick(text string, value bool, onChange func(bool)) *Tick {
	t := &Tick{}
	t.check = widget.NewCheck(text, func(b bool) {
		if !t.silent {
			onChange(b)
		}
	})
	t.line = newLine(t.check, t.check)
	t.Set(value)
	return t
}

// Set shows a value without telling it as a change.
func (t *Tick) Set(value bool) {
	t.silent = true
	t.check.SetChecked(value)
	t.silent = false
}
