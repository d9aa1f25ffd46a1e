package field

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/words"
)

// A One is a reference to one of a few records that are all shown, or to none:
// a case of the hearing, a party of its cases.
type One struct {
	line
	options []Option
	none    string
	sel     *widget.Select
	silent  bool
}

// NewOne returns a field without options; none is what it says while nothing
// is chosen, and the first choice.
func NewOne(none string, onChange func(Option)) *One {
	o := &One{none: none}
	o.sel = widget.NewSelect(nil, func(string) {
		if i := o.sel.SelectedIndex(); !o.silent && i >= 0 {
			onChange(o.at(i))
		}
	})
	o.sel.PlaceHolder = none
	o.line = newLine(o.sel, o.sel)
	return o
}

// at is the option at a place of the choice; the first is none.
func (o *One) at(i int) Option {
	if i == 0 {
		return Option{}
	}
	return o.options[i-1]
}

// Set shows a record among options without telling it as a change.
func (o *One) Set(options []Option, value Option) {
	names := []string{o.none}
	for _, x := range options {
		name := x.Name
		if x.Detail != "" {
			name += words.T("（{{.Name}}）", map[string]string{"Name": x.Detail})
		}
		for n := 2; slices.Contains(names, name); n++ {
			name = x.Name + " " + strconv.Itoa(n) // of the same name and standing
		}
		names = append(names, name)
	}
	o.silent = true
	o.options = slices.Clone(options)
	if !slices.Equal(names, o.sel.Options) {
		o.sel.SetOptions(names)
	}
	o.sel.SetSelectedIndex(1 + slices.IndexFunc(options, func(x Option) bool { return x.ID == value.ID }))
	o.silent = false
}
