package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/template"
)

// plainText is a file's text without the mark of its byte order, and with the
// line ends that forms have.
func plainText(s string) string {
	return strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r\n", "\n")
}

// read reads one form. What is wrong with it is a [SourceErrors].
func (c *Catalogue) read(s source) (*Form, error) {
	head, _, ok := strings.Cut(s.text, "\n---\n")
	if !ok {
		return nil, SourceErrors{s.fault(0, FaultHead)}
	}
	f := &Form{Text: s.text}
	faults := f.head(s, head, c.dict)
	// The head stays in the text, blanked, so that lines and columns are the file's.
	body := source{s.file, strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, s.text[:len(head)+5]) + s.text[len(head)+5:]}
	body.text = strings.Repeat(" ", len(s.text)-len(body.text)) + body.text
	faults = append(faults, body.marks()...)
	tree, more := body.parse()
	faults = append(faults, more...)
	if tree != nil {
		f.used, f.root, more = check(body, c.dict, tree)
		faults = append(faults, more...)
	}
	if err := faults.result(); err != nil {
		return nil, err
	}
	f.needRequired()
	markTurns(tree.Root)
	var err error
	f.tree, err = template.New(f.Number).Funcs(functions()).Funcs(c.roots(nil)).AddParseTree(f.Number, tree)
	if err != nil {
		return nil, SourceErrors{s.fault(0, FaultSyntax, err.Error())}
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

// head reads the head of a form.
func (f *Form) head(s source, head string, dict *dictionary) (faults SourceErrors) {
	missing := []string{"number", "title", "per"}
	at := 0
	for line := range strings.Lines(head + "\n") {
		start := at
		at += len(line)
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			faults = append(faults, s.fault(start, FaultLine))
			continue
		}
		if value = strings.TrimSpace(value); value != "" {
			missing = slices.DeleteFunc(missing, func(k string) bool { return k == key })
		}
		if key == "required" {
			faults = append(faults, f.require(s, start, value, dict)...)
			continue
		}
		if wrong := f.set(key, value); wrong != "" {
			faults = append(faults, s.fault(start, wrong, key, expected(key), value))
		}
	}
	if f.Wide && f.Head != "" && f.Head != HeadNone { // GB/T 9704 knows no head across
		faults = append(faults, s.fault(strings.Index("\n"+s.text, "\nhead:"), FaultSetting, "head", string(HeadNone), string(f.Head)))
	}
	if len(missing) > 0 {
		faults = append(faults, s.fault(0, FaultRequired, strings.Join(missing, ", ")))
	}
	return faults
}

// require reads the keys that must have a value.
func (f *Form) require(s source, start int, value string, dict *dictionary) (faults SourceErrors) {
	at := start
	for _, k := range strings.Split(value, ",") {
		k = strings.TrimSpace(k)
		at += max(strings.Index(s.text[at:], k), 0)
		if dict.all[k] == nil {
			faults = append(faults, s.fault(at, FaultKey, k))
		}
		f.Required = append(f.Required, k)
	}
	return faults
}

// HeadValues lists the values that a key of a form's head can have: style, head,
// seal, mask, pile, wide, per, when; nil where it is free text.
func HeadValues(key string) []string { return allowed(key) }

// allowed lists the values of those keys of a head that have only some.
func allowed(key string) []string {
	switch key {
	case "style":
		return []string{string(Letter), string(Record)}
	case "head":
		return []string{string(HeadRed), string(HeadLetter), string(HeadNone)}
	case "seal":
		return []string{"court", "department", "none"}
	case "mask":
		return []string{string(MaskMinors), string(MaskPublic), string(MaskNone)}
	case "pile":
		return []string{string(PileCover), string(PileNotice), string(PileReply)}
	case "wide":
		return []string{"yes", "no"}
	case "per":
		return slices.Sorted(maps.Keys(makers))
	case "when":
		return append(slices.Sorted(maps.Keys(conditions)), whenMinutes, whenSecret)
	}
	return nil
}

// set reads one setting of the head, and returns what is wrong with it.
func (f *Form) set(key, value string) Fault {
	if known := allowed(key); known != nil && !slices.Contains(known, value) {
		return FaultSetting
	}
	switch key {
	case "number":
		f.Number = value
	case "title":
		f.Title = value
	case "basis":
		f.Basis = value
	case "per":
		f.Per = value
	case "when":
		f.When = value
	case "style":
		f.Style = Style(value)
	case "mask":
		f.Mask = Mask(value)
	case "wide":
		f.Wide = value == "yes"
	case "head":
		f.Head = HeadKind(value)
	case "seal":
		f.Seal = value
	case "copies":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > maxCopies {
			return FaultSetting
		}
		f.Copies = n
	case "pile":
		f.Pile = Pile(value)
	case "volume":
		f.Volume = value
	case "signers":
		f.Signers = value
	case "source":
		f.Source = value
	default:
		return FaultHeadKey
	}
	return ""
}

// expected says what a key of a head wants.
func expected(key string) string {
	if key == "copies" {
		return "1–" + strconv.Itoa(maxCopies)
	}
	return strings.Join(allowed(key), ", ")
}

// maxCopies keeps a slip of the hand from the printer.
const maxCopies = 99
