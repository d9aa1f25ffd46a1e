package rules

import (
	"fmt"
	"strings"
)

// A FileError says what is wrong with a rule file, and where. Nothing of the
// file is loaded.
type FileError struct {
	Source string // which file: empty is the office's own, else the program's, such as "rule file 2"
	Line   int    // from 1
	Column int    // from 1, counted in characters
	Path   string // where in the file: rules[3].severity
	Code   string // what is wrong: one of the Bad… codes
	Value  string // the words in question, shortened
	Expect string // what would be right, where that can be said in a few words

	Why   string     // of [BadContradiction]: why it cannot be, as a [Contradiction] says it
	Err   error      // of [BadWording]: what is wrong, as the reader of such texts says it
	Other *FileError // of [BadOverlap]: where the same is said otherwise; nil is nowhere
}

// What can be wrong with a rule file.
const (
	BadSyntax        = "syntax"        // no JSON
	BadEncoding      = "encoding"      // no UTF-8
	BadFormat        = "format"        // not a rule file, or of a newer version
	BadField         = "field"         // a field that there is not
	BadType          = "type"          // another sort of value is meant
	BadValue         = "unknown"       // none of the values that there are
	BadDate          = "date"          // a year with which nothing can be counted, such as 1900 or 2200
	BadRequired      = "required"      // a field is missing or empty
	BadDuplicate     = "duplicate"     // there twice
	BadOrder         = "order"         // valid to a day before the first
	BadOverlap       = "contradiction" // two entries say something else of one day
	BadPeriod        = "period"        // of 0 or -3, or of hours
	BadContradiction = "impossible"    // a period that contradicts itself
	BadEvent         = "event"         // starts or ends with what nobody can record
	BadName          = "name"          // a {name} that the rule has no value for
	BadSilent        = "silent"        // no period and no rule says the entry
	BadLaw           = "law"           // weakens a rule of law
	BadSet           = "set"           // of a rule set that there is not
	BadWording       = "wording"       // a text of a script with a field that there is not, or braces that do not close
	BadID            = "id"            // no code: letters, digits and hyphens
)

// Error says where and what.
func (e *FileError) Error() string {
	var b strings.Builder
	if e.Source != "" {
		b.WriteString(e.Source + ", ")
	}
	fmt.Fprintf(&b, "line %d, column %d: ", e.Line, e.Column)
	if e.Path != "" {
		b.WriteString(e.Path + ": ")
	}
	b.WriteString(e.Code)
	if e.Value != "" {
		fmt.Fprintf(&b, " %q", e.Value)
	}
	if e.Why != "" {
		b.WriteString(" " + e.Why)
	}
	if e.Expect != "" {
		fmt.Fprintf(&b, " (want %s)", e.Expect)
	}
	if e.Err != nil {
		b.WriteString(" " + e.Err.Error())
	}
	if o := e.Other; o != nil {
		where := fmt.Sprintf("line %d, column %d", o.Line, o.Column)
		if o.Source != "" {
			where = o.Source + ", " + where
		}
		fmt.Fprintf(&b, " (see also %s: %s)", where, o.Path)
	}
	return b.String()
}

// FileErrors is every fault of one or several rule files, in their order.
type FileErrors []*FileError

// Error lists the faults, one a line.
func (e FileErrors) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults one by one.
func (e FileErrors) Unwrap() []error {
	out := make([]error, len(e))
	for i, f := range e {
		out[i] = f
	}
	return out
}
