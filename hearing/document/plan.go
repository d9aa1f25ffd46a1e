package document

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// An Item is one paper that a session needs.
type Item struct {
	Number  string // of the form
	Title   string
	Key     string  // participant or delivery that it is for; empty for the session's one copy
	For     string  // that one's name
	Copies  int     // originals to print
	Seal    string  // court, department, none
	Missing []Field // required fields without a value
	Edition int     // which of the office's own texts it is made with; 0: the program's

	To   string `json:"-"`          // who gets it, the same on all that this one gets; empty: it goes to nobody
	Pile Pile   `json:"-"`          // what it is among the papers that this one gets
	Same string `json:",omitempty"` // enclosure that it is a copy of: the same for everybody; empty: it is no enclosure
	File bool   `json:",omitempty"` // pages of a file go with it, which can be had as PDF only
}

// A MissingError lists the required fields of a paper that have no value.
type MissingError struct {
	Paper  string
	For    string
	Fields []Field
}

// Error names the paper and the fields.
func (e *MissingError) Error() string {
	return fmt.Sprintf("%s %s lacks %s", e.Paper, e.For, strings.Join(e.MissingFields(), ", "))
}

// MissingFields returns the fields' names.
func (e *MissingError) MissingFields() []string {
	out := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		out[i] = f.Label
	}
	return out
}

// Plan lists the papers that a session needs, in printing order, each with what
// it still lacks.
func (c *Catalogue) Plan(d hearing.Dossier) []Item {
	var out []Item
	c = c.of(d)
	for _, f := range c.forms {
		for _, t := range c.targets(f, d) {
			out = append(out, c.item(f, d, t))
		}
	}
	slices.SortStableFunc(out, func(a, b Item) int { return order(a.Number) - order(b.Number) })
	return out
}

// item is a form for one target, with what it still lacks.
func (c *Catalogue) item(f *Form, d hearing.Dossier, t target) Item {
	it := Item{Edition: f.Edition, Number: f.Number, Title: c.called(f, d, t, calendar.Date{}), Key: t.key, For: t.name, Copies: max(f.Copies, 1), Seal: f.Seal,
		Missing: c.missing(f, c.facts(d, f, t, calendar.Date{})), Pile: f.Pile}
	if t.enclosure != nil {
		it.Pile, it.Same, it.Copies = PileEnclosure, string(t.enclosure.ID), 1
		it.File = t.enclosure.File.Hash != ""
	}
	if it.Pile != "" {
		it.To = addresseeOf(d, t)
	}
	return it
}

// order is the clerk's: what is decided first, what goes out, what lies ready on
// the day, and what follows. A form of an office's own comes last.
func order(number string) int {
	i := slices.Index(inOrder, number)
	if i < 0 {
		return len(inOrder)
	}
	return i
}

var inOrder = strings.Fields(`01 02 03 04 05 07e 21 21b 06 07a 07b 07c 07d 24 27 34 38a 38b 39 08 35 09 10a 10b 22a 22b 22c
	25 11 12 13 14 14b 14c 15a 15b 16 17 17b 18 29 26 19 20 23 28 28b 31 30 32a 32b 32c 36 33 37a 37b`)

// Compose fills one paper. today is the date of papers that have none of their
// own. Required fields without a value are a [*MissingError], an office's own
// text that cannot be used is a [*FormError].
func (c *Catalogue) Compose(d hearing.Dossier, it Item, today calendar.Date) (Document, error) {
	c = c.of(d)
	f := c.form(it.Number)
	if f == nil {
		return Document{}, fmt.Errorf("compose paper %s: %w", it.Number, hearing.ErrNotFound)
	}
	for _, t := range c.targets(f, d) {
		if t.key == it.Key {
			return c.compose(d, f, t, today)
		}
	}
	return Document{}, fmt.Errorf("compose paper %s for %s: %w", it.Number, it.Key, hearing.ErrNotFound)
}

func (c *Catalogue) compose(d hearing.Dossier, f *Form, t target, today calendar.Date) (Document, error) {
	if f.err != nil {
		return Document{}, f.unusable(f.err)
	}
	facts, err := c.ready(d, f, t, today)
	if err != nil {
		return Document{}, err
	}
	var out turning
	if err := c.fill(&out, f, facts); err != nil {
		return Document{}, err
	}
	return Document{Number: f.Number, Edition: f.Edition, Title: c.called(f, d, t, today), For: t.name, Key: t.key, Code: code(d, f, t), Style: f.Style, Wide: f.Wide, Head: f.headOf(d.Office),
		Copies: max(f.Copies, 1), Blocks: t.enclosed(compose(out.String())), Whole: wholeNames(d), Fields: c.fields(f, facts)}, nil
}

// ready returns the facts of a paper that lacks none.
func (c *Catalogue) ready(d hearing.Dossier, f *Form, t target, today calendar.Date) (record, error) {
	facts := c.facts(d, f, t, today)
	if missing := c.missing(f, facts); len(missing) > 0 {
		return nil, &MissingError{Paper: f.Title, For: t.name, Fields: missing}
	}
	return facts, nil
}

// fill writes the text of a form with its fields filled in.
func (c *Catalogue) fill(w io.Writer, f *Form, facts record) error {
	tree, err := f.tree.Clone()
	if err == nil {
		err = tree.Funcs(c.roots(facts)).Execute(w, facts)
	}
	if err != nil {
		return f.unusable(f.located(err))
	}
	return nil
}

// wholeNames lists the names of people, and what is left of them when they are
// masked. Long ones may be divided.
func wholeNames(d hearing.Dossier) []string {
	var out []string
	add := func(name string) {
		if n := utf8.RuneCountInString(name); n >= 2 && n <= 6 && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, p := range d.People {
		add(p.Name)
		add(maskName(p.Name))
	}
	for _, c := range d.Office.Contacts {
		add(c.Name)
	}
	if d.Hearing != nil {
		for _, c := range d.Hearing.Notice.Contacts {
			add(c.Name)
		}
	}
	return out
}

// missing lists the required keys without a value.
func (c *Catalogue) missing(f *Form, facts record) []Field {
	var out []Field
	for _, k := range f.Required {
		if len(values(facts, strings.Split(k, "."))) == 0 {
			out = append(out, Field{Key: k, Label: c.dict.label(k, "zh")})
		}
	}
	return out
}

// fields lists the values of every key that the form uses.
func (c *Catalogue) fields(f *Form, facts record) []Field {
	var out []Field
	for _, k := range c.dict.keys {
		if !f.used[k] {
			continue
		}
		for _, v := range values(facts, strings.Split(k, ".")) {
			out = append(out, Field{Key: k, Label: c.dict.label(k, "zh"), Value: v})
		}
	}
	return out
}

// values follows a key through records and lists to its values; empty ones are
// left out.
func values(v any, keys []string) []string {
	if len(keys) > 0 {
		switch v := v.(type) {
		case record:
			name, isList := strings.CutSuffix(keys[0], "[]")
			if !isList {
				return values(v[name], keys[1:])
			}
			list, _ := v[name].([]record)
			if len(keys) == 1 {
				return make([]string, len(list))
			}
			var out []string
			for _, r := range list {
				out = append(out, values(r, keys[1:])...)
			}
			return out
		}
		return nil
	}
	s := ""
	switch v := v.(type) {
	case Text:
		s = string(v)
	case Day:
		s = string(v)
	case Moment:
		s = string(v)
	}
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return []string{s}
}
