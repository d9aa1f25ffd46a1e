package document

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// A FormError says that a paper cannot be made because its form cannot be used,
// as when the text of an office's own has a fault.
type FormError struct {
	Number  string
	Title   string
	Edition int   // which of the office's own texts; 0: the program's
	Err     error // mostly a [SourceErrors]
}

// Error names the form and the faults.
func (e *FormError) Error() string { return fmt.Sprintf("form %s: %v", e.Number, e.Err) }

// Unwrap returns the faults.
func (e *FormError) Unwrap() error { return e.Err }

// Err says why a form cannot be used; nil where it can.
func (f Form) Err() error { return f.err }

func (f *Form) unusable(err error) error {
	return &FormError{Number: f.Number, Title: f.Title, Edition: f.Edition, Err: err}
}

// Inspect reads a text that is to stand in the place of a paper's form, and
// returns that form. All that is wrong with the text is a [SourceErrors]; a
// number that no paper has is [hearing.ErrNotFound].
func (c *Catalogue) Inspect(number, text string) (Form, error) {
	base := c.form(number)
	if base == nil {
		return Form{}, fmt.Errorf("form %s: %w", number, hearing.ErrNotFound)
	}
	s := source{number + ".txt", plainText(text)}
	if utf8.RuneCountInString(text) > hearing.MaxText {
		return Form{}, SourceErrors{s.fault(0, FaultLong, "", strconv.Itoa(hearing.MaxText))}
	}
	f, err := c.read(s)
	if err != nil {
		return Form{}, err
	}
	if f.Number != number {
		return Form{}, SourceErrors{s.fault(strings.Index(s.text, "number:"), FaultNumber, f.Number, number)}
	}
	if f.Mask == MaskNone && base.Mask == MaskPublic { // a minor's name is never published (未成年人保护法, art. 103)
		return Form{}, SourceErrors{s.fault(strings.Index(s.text, "mask:"), FaultSetting, "mask", string(MaskMinors)+", "+string(MaskPublic), string(MaskNone))}
	}
	f.Mask, f.Pile = cmp.Or(f.Mask, base.Mask), cmp.Or(f.Pile, base.Pile)
	return *f, nil
}

// FormsOf lists the papers in the order of their numbers, each as an office has
// it: with its own text, or with the program's.
func (c *Catalogue) FormsOf(own []hearing.FormText) []Form {
	return c.of(hearing.Dossier{Forms: own}).Forms()
}

// Number is the number in the head of a form's text; empty where it has none.
func Number(text string) string {
	head, _, ok := strings.Cut(plainText(text), "\n---\n")
	for line := range strings.Lines(head) {
		if n, found := strings.CutPrefix(line, "number:"); found && ok {
			return strings.TrimSpace(n)
		}
	}
	return ""
}

// of returns the catalogue as the dossier's office has it. Where the office's
// own text of a form has a fault, a paper cannot be made with it: the program's
// never goes out in its place unasked.
func (c *Catalogue) of(d hearing.Dossier) *Catalogue {
	var forms []*Form
	for _, own := range d.Forms {
		i := slices.IndexFunc(c.forms, func(f *Form) bool { return f.Number == string(own.ID) })
		if i < 0 || own.Text == "" {
			continue
		}
		if forms == nil {
			forms = slices.Clone(c.forms)
		}
		forms[i] = c.own.form(c, own)
	}
	if forms == nil {
		return c
	}
	out := *c
	out.forms = forms
	return &out
}

// ownForms keeps what was read of the own texts, so that a text is not read
// anew for every paper.
type ownForms struct {
	mu   sync.Mutex
	read map[hearing.FormText]*Form
}

// mostOwn is how many are kept: more than there are forms.
const mostOwn = 200

func (o *ownForms) form(c *Catalogue, own hearing.FormText) *Form {
	own.Version, own.Note = 0, ""
	o.mu.Lock()
	defer o.mu.Unlock()
	if f := o.read[own]; f != nil {
		return f
	}
	if len(o.read) >= mostOwn || o.read == nil {
		o.read = map[hearing.FormText]*Form{}
	}
	f, err := c.Inspect(string(own.ID), own.Text)
	if err != nil {
		f = *c.form(string(own.ID))
		f.Text, f.err = own.Text, err
	}
	f.Edition = own.Edition
	o.read[own] = &f
	return &f
}

var executing = regexp.MustCompile(`^template: [^:]*:(\d+):(\d+): (?:executing "[^"]*" at )?(.*)$`)

// located gives an error that came up while a form was filled its place in the
// form.
func (f *Form) located(err error) error {
	s := source{f.Number + ".txt", f.Text}
	if f.Text == "" { // a stencil's, whose places are its own
		return err
	}
	if errors.Is(err, ErrEndless) {
		return SourceErrors{s.fault(0, FaultEndless)}
	}
	m := executing.FindStringSubmatch(err.Error())
	if m == nil {
		return err
	}
	line, _ := strconv.Atoi(m[1])
	column, _ := strconv.Atoi(m[2])
	at := 0
	for n := 1; n < line && at < len(f.Text); n++ {
		at += strings.IndexByte(f.Text[at:], '\n') + 1
	}
	return SourceErrors{s.fault(at+column, FaultSyntax, m[3])}
}
