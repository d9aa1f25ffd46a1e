package document

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"text/template"

	"hearingdesk/hearing/seating"
)

// A Form is one paper of the catalogue: a text file with a head of "key: value"
// lines, a line of three dashes, and a body.
type Form struct {
	Number   string   // 07a
	Title    string   // as printed and as lists show it
	Basis    string   // act and article
	Per      string   // made once per: hearing, party, agency, officer; see makers
	When     string   // only when: public, decided; see conditions; empty is always
	Style    Style    // typographic family
	Wide     bool     // A4 across
	Head     HeadKind // what stands above the title: red, letter; empty and none are none
	Mask     Mask     // whose names it hides; an office's own text without it is masked as the program's
	Seal     string   // court, department, none
	Copies   int      // originals to print
	Pile     Pile     // what it is among the papers that go to one addressee; an office's own text without it is the program's
	Volume   string   // 正卷, 内卷
	Signers  string   // who signs
	Source   string   // where the form comes from, and what of it the rules fix
	Required []string // keys that must have a value
	Text     string   // all of it, as Load and Inspect read it
	Edition  int      // which of the office's own texts it is; 0: the program's

	tree *template.Template
	used map[string]bool
	root map[string]bool // first words of the keys that it uses or requires
	err  error           // why it cannot be used: an office's own text with a fault
}

// A Catalogue is the set of forms with the dictionary of their keys.
type Catalogue struct {
	dict  *dictionary
	forms []*Form
	law   Law
	own   *ownForms
	seats seating.Layouts
}

// dictionaryFile names the file of the keys; every other .txt file is a form.
// seatsFile names the one of the seats in rooms without a layout of their own,
// which need not be there.
const (
	dictionaryFile = "dictionary.txt"
	seatsFile      = "seats.json"
)

// Load reads a catalogue. What is wrong with a file is a [SourceErrors], each
// with line and column: an unknown key, a block that is not closed, a head
// without title.
func Load(files fs.FS) (*Catalogue, error) {
	text, err := fs.ReadFile(files, dictionaryFile)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", dictionaryFile, err)
	}
	dict, err := readDictionary(source{dictionaryFile, string(text)})
	if err != nil {
		return nil, err
	}
	c := &Catalogue{dict: dict, law: general{}, own: &ownForms{}}
	if text, err := fs.ReadFile(files, seatsFile); err == nil {
		if c.seats, err = seating.Read(text); err != nil {
			return nil, fmt.Errorf("read %s: %w", seatsFile, err)
		}
	}
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, fmt.Errorf("list papers: %w", err)
	}
	for _, name := range names {
		if name == dictionaryFile {
			continue
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		f, err := c.read(source{name, plainText(string(text))})
		if err != nil {
			return nil, err
		}
		c.forms = append(c.forms, f)
	}
	slices.SortFunc(c.forms, func(a, b *Form) int { return strings.Compare(a.Number, b.Number) })
	return c, nil
}

// Forms lists the papers in the order of their numbers.
func (c *Catalogue) Forms() []Form {
	out := make([]Form, len(c.forms))
	for i, f := range c.forms {
		out[i] = *f
	}
	return out
}

// Keys lists the dictionary, for whoever writes a form.
func (c *Catalogue) Keys() []Key {
	var out []Key
	for _, k := range c.dict.keys {
		e := c.dict.all[k]
		out = append(out, Key{k, string(e.kind), e.zh, e.en})
	}
	return out
}

func (c *Catalogue) form(number string) *Form {
	for _, f := range c.forms {
		if f.Number == number {
			return f
		}
	}
	return nil
}

// roots makes the dictionary's first words functions of a template.
func (c *Catalogue) roots(facts record) template.FuncMap {
	m := template.FuncMap{}
	for name := range c.dict.root.below {
		m[name] = func() any { return facts[name] }
	}
	return m
}
