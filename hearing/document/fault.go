package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Fault is what sort of thing is wrong in the text of a form.
type Fault string

// The faults, and what stands in the fields of their [SourceError].
const (
	FaultHead     Fault = "head"      // the line --- between head and body is missing
	FaultRequired Fault = "required"  // Value is missing: number, title or per
	FaultLine     Fault = "line"      // a line of the head that is no "key: value"
	FaultHeadKey  Fault = "head-key"  // a key that no head has: Value
	FaultSetting  Fault = "setting"   // a setting of the head, Value, that cannot be Got: Expect
	FaultNumber   Fault = "number"    // the head's number is Value, but the form is Expect
	FaultKey      Fault = "key"       // a field that the dictionary has not: Value
	FaultWord     Fault = "word"      // neither a field nor a function: Value
	FaultBraces   Fault = "braces"    // {{ without }}
	FaultOpen     Fault = "open"      // a repeat or condition, Value, without {{end}}
	FaultEnd      Fault = "end"       // Value, end or else, without a beginning
	FaultUse      Fault = "use"       // Value cannot be used here
	FaultPrint    Fault = "print"     // a value of the kind Value cannot be printed
	FaultLoop     Fault = "loop"      // {{range}} over a value of the kind Value, which is no list
	FaultCall     Fault = "call"      // Value is no function
	FaultCount    Fault = "count"     // the function Value wants Expect values, not Got
	FaultKind     Fault = "kind"      // the function Value wants a value of the kind Expect, not Got
	FaultElements Fault = "elements"  // the function Value wants a list whose elements have Expect
	FaultSyntax   Fault = "syntax"    // what the parser says: Value
	FaultMark     Fault = "directive" // a line begins with #Value, which is no directive
	FaultMeasure  Fault = "measure"   // the directive Value wants a number, Expect, not Got
	FaultTable    Fault = "table"     // #table without #end, or the other way about: Value
	FaultLong     Fault = "long"      // longer than Expect characters
	FaultEndless  Fault = "endless"   // the paper that is made becomes too long, or its repeats go on without an end
	FaultList     Fault = "list"      // a line of the dictionary: Value says what
)

// messages say a fault to whoever works on the program's own texts.
var messages = map[Fault]string{
	FaultHead:     "the line --- between head and body is missing",
	FaultRequired: "number, title and per are required",
	FaultLine:     "want key: value",
	FaultHeadKey:  "unknown key %[1]q",
	FaultSetting:  "%[1]s: unknown %[3]q",
	FaultNumber:   "number %[1]q, want %[2]s",
	FaultKey:      "unknown key %[1]q",
	FaultWord:     "unknown word %[1]q",
	FaultBraces:   "{{ is not closed by }}",
	FaultOpen:     "{{%[1]s}} is not closed by {{end}}",
	FaultEnd:      "{{%[1]s}} without {{if}}, {{range}} or {{with}}",
	FaultUse:      "%[1]s cannot be used here",
	FaultPrint:    "a %[1]s cannot be printed",
	FaultLoop:     "{{range}} wants a list, not a %[1]s",
	FaultCall:     "%[1]s is not a function",
	FaultCount:    "%[1]s wants %[2]s values, not %[3]s",
	FaultKind:     "%[1]s wants a %[2]s, not a %[3]s",
	FaultElements: "%[1]s wants a list whose elements have .%[2]s",
	FaultSyntax:   "%[1]s",
	FaultMark:     "unknown directive #%[1]s",
	FaultMeasure:  "#%[1]s wants %[2]s, not %[3]q",
	FaultTable:    "#%[1]s stands alone",
	FaultLong:     "longer than %[2]s characters",
	FaultEndless:  "the paper repeats itself without an end",
	FaultList:     "%[1]s",
}

// A SourceError is a fault in a file of the catalogue, or in an office's own
// text, with the place.
type SourceError struct {
	File   string
	Line   int // from 1
	Column int // in characters, from 1
	Fault  Fault
	Value  string // the offending thing
	Expect string // what would be right
	Got    string // what is there instead
}

// Error returns file:line:column: message, as editors understand it.
func (e *SourceError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, fmt.Sprintf(messages[e.Fault]+"%.0[1]s%.0[2]s%.0[3]s", e.Value, e.Expect, e.Got))
}

// SourceErrors is every fault of one text, in the order of their places.
type SourceErrors []*SourceError

// Error lists the faults, one a line.
func (e SourceErrors) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives each of them, the first one first.
func (e SourceErrors) Unwrap() []error {
	out := make([]error, len(e))
	for i, f := range e {
		out[i] = f
	}
	return out
}

// inOrder puts the faults in the order of their places; of several at one place
// about one thing the first stays.
func (e SourceErrors) inOrder() SourceErrors {
	slices.SortStableFunc(e, func(a, b *SourceError) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return slices.CompactFunc(e, func(a, b *SourceError) bool { return *a == *b })
}

// result is the faults as an error; nil where there is none.
func (e SourceErrors) result() error {
	if len(e) == 0 {
		return nil
	}
	return e.inOrder()
}
