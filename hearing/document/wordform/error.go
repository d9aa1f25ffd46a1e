package wordform

import (
	"fmt"
	"strings"
)

// A Fault is what sort of thing is wrong with a Word form.
type Fault string

// The faults of the file.
const (
	NotWord   Fault = "not-word"  // no Word document
	OldWord   Fault = "old-word"  // a .doc, or a document that a password closes
	Template  Fault = "template"  // a .dotx
	Macros    Fault = "macros"    // a document with a program in it
	TooLarge  Fault = "too-large" // the file, or Part, is larger than Value
	Bomb      Fault = "bomb"      // Part unpacks to far more than a form has
	BadName   Fault = "bad-name"  // the name of Part leads out of the file, or stands twice
	Broken    Fault = "broken"    // Part is no XML that can be read: Err
	Entities  Fault = "entities"  // Part has a document type, by which texts can be blown up or drawn in
	Elsewhere Fault = "elsewhere" // Part draws something in from outside of the file: Value
)

// The faults of what is written in it, each with its paragraph.
const (
	OpenMark Fault = "open-mark" // {{ without }}
	NoMarks  Fault = "no-marks"  // not one field in the whole form
	NoEnd    Fault = "no-end"    // a repeat or condition, Value, without {{end}}
	NoStart  Fault = "no-start"  // Value, end or else, without a beginning
	Crossed  Fault = "crossed"   // Value begins in another table, cell or box than it ends in, or around half of another
	Amidst   Fault = "amidst"    // Value stands amidst the text of a paragraph and ends in another one
	ElseRow  Fault = "else-row"  // {{else}} within the row that the condition is about
	Parted   Fault = "parted"    // Value begins or ends inside something that cannot be parted, such as a field or control
	Unfit    Fault = "unfit"     // Value cannot be used in a Word form
	BadMark  Fault = "bad-mark"  // a mark that is wrong in itself: Err is a [*document.SourceError]
)

// An Error is a fault of a Word form, with its place.
type Error struct {
	Fault     Fault
	Part      string // word/document.xml
	Paragraph int    // in the part, from 1; 0: the fault is not in a paragraph
	Text      string // the text there
	Value     string // the offending thing
	Err       error  // what lies under it
}

// Error names the fault, the place and the text.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "word form: %s", e.Fault)
	if e.Value != "" {
		fmt.Fprintf(&b, " %s", e.Value)
	}
	if e.Part != "" {
		fmt.Fprintf(&b, " in %s", e.Part)
	}
	if e.Paragraph > 0 {
		fmt.Fprintf(&b, ", paragraph %d %q", e.Paragraph, e.Text)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap gives what lies under it.
func (e *Error) Unwrap() error { return e.Err }

// Errors is every fault of the marks of one form, in the order of their places.
type Errors []*Error

// Error lists the faults, one a line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives each of them, the first one first.
func (e Errors) Unwrap() []error {
	out := make([]error, len(e))
	for i, f := range e {
		out[i] = f
	}
	return out
}
