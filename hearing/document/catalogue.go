package document

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"text/template"
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
	Seal     string   // court, department, none
	Copies   int      // originals to print
	Volume   string   // 正卷, 内卷
	Signers  string   // who signs
	Source   string   // where the form comes from, and what of it the rules fix
	Required []string // keys that must have a value

	tree *template.Template
	used map[string]bool
	root map[string]bool // first words of the keys that it uses or requires
}

// A Catalogue is the set of forms with the dictionary of their keys.
type Catalogue struct {
	dict  *dictionary
	forms []*Form
	law   Law
}

// dictionaryFile names the file of the keys; every other .txt file is a form.
const dictionaryFile = "dictionary.txt"

// Load reads a catalogue. A fault in a file is a [*SourceError] with its line
// and column: an unknown key, a block that is not closed, a head without title.
func Load(files fs.FS) (*Catalogue, error) {
	text, err := fs.ReadFile(files, dictionaryFile)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", dictionaryFile, err)
	}
	dict, err := readDictionary(source{dictionaryFile, string(text)})
	if err != nil {
		return nil, err
	}
	c := &Catalogue{dict: dict, law: general{}}
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
		f, err := c.read(source{name, strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n")})
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

// read reads one form.
func (c *Catalogue) read(s source) (*Form, error) {
	head, _, ok := strings.Cut(s.text, "\n---\n")
	if !ok {
		return nil, s.fault(0, "the line --- between head and body is missing")
	}
	f := &Form{}
	at := 0
	for line := range strings.Lines(head + "\n") {
		if err := f.set(strings.TrimSpace(line)); err != nil {
			return nil, s.fault(at, "%v", err)
		}
		at += len(line)
	}
	if f.Number == "" || f.Title == "" || f.Per == "" {
		return nil, s.fault(0, "number, title and per are required")
	}
	for _, k := range f.Required {
		if c.dict.all[k] == nil {
			return nil, s.fault(strings.Index(s.text, k), "unknown key %q", k)
		}
	}
	// The head stays in the text, blanked, so that lines and columns are the file's.
	body := source{s.file, strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, s.text[:len(head)+5]) + s.text[len(head)+5:]}
	body.text = strings.Repeat(" ", len(s.text)-len(body.text)) + body.text
	tree, err := body.parse()
	if err != nil {
		return nil, err
	}
	if f.used, f.root, err = check(body, c.dict, tree); err != nil {
		return nil, err
	}
	f.needRequired()
	f.tree, err = template.New(f.Number).Funcs(functions()).Funcs(c.roots(nil)).AddParseTree(f.Number, tree)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", s.file, err)
	}
	return f, nil
}

// needRequired notes that the form needs what it requires.
func (f *Form) needRequired() {
	for _, k := range f.Required {
		name, _, _ := strings.Cut(k, ".")
		f.root[strings.TrimSuffix(name, "[]")] = true
	}
}

// set reads one line of the head.
func (f *Form) set(line string) error {
	if line == "" {
		return nil
	}
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("want key: value")
	}
	value = strings.TrimSpace(value)
	switch key {
	case "number":
		f.Number = value
	case "title":
		f.Title = value
	case "basis":
		f.Basis = value
	case "per":
		if makers[value] == nil {
			return fmt.Errorf("per: unknown %q", value)
		}
		f.Per = value
	case "when":
		if conditions[value] == nil && value != whenMinutes && value != whenSecret {
			return fmt.Errorf("when: unknown %q", value)
		}
		f.When = value
	case "style":
		f.Style = Style(value)
		if f.Style != Letter && f.Style != Record {
			return fmt.Errorf("style: unknown %q", value)
		}
	case "wide":
		f.Wide = value == "yes"
	case "seal":
		f.Seal = value
	case "copies":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return fmt.Errorf("copies: %q is no number", value)
		}
		f.Copies = n
	case "volume":
		f.Volume = value
	case "signers":
		f.Signers = value
	case "source":
		f.Source = value
	case "required":
		for _, k := range strings.Split(value, ",") {
			f.Required = append(f.Required, strings.TrimSpace(k))
		}
	default:
		return fmt.Errorf("unknown key %q", key)
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
