package roster

import (
	"slices"

	"hearingdesk/hearing"
)

// A State says what becomes of a row.
type State string

// The states of a row.
const (
	New     State = "new"     // somebody whom the desk does not know
	Changed State = "changed" // somebody of whom the row says more, or something else
	Same    State = "same"    // nothing that the desk does not know
	Refused State = "refused" // something in it is wrong
	Choose  State = "choose"  // several people it could be: the clerk says who
	Double  State = "double"  // an earlier row says the same
	Left    State = "left"    // left out by the clerk
)

// A Choice is what the clerk says of a row that could mean several people.
type Choice struct {
	Is    hearing.ID // this one
	New   bool       // somebody else
	Leave bool       // leave the row out
}

// A Fault is what is wrong with a row, and where.
type Fault struct {
	Cell    string // B7; only the row's first cell where the row as a whole is meant
	Row     int
	Heading string // of the column, as it is written
	Code    string
	Value   string // as it is written
	Want    string // what would be right
}

// A Change is one field of a person that a row changes.
type Change struct {
	Field         *Field
	Before, After string
}

// A Line is what becomes of one row.
type Line struct {
	Row        int
	Name       string // as it is written
	State      State
	Person     hearing.Person       // as it will be stored
	Unit       hearing.Organisation // the same, in a roster of organisations
	Changes    []Change
	Fault      *Fault           // of a refused row, or of one that needs a choice
	Candidates []hearing.Record // whom the row could mean
	Same       int              // of a double: the earlier row
}

// Record is what the row will be stored as.
func (l Line) Record() hearing.Record {
	if l.Unit.ID != "" {
		return l.Unit
	}
	return l.Person
}

// A Plan is what an import would do.
type Plan struct {
	Lines  []Line
	Units  []hearing.Organisation // that the desk does not know yet
	Passed []int                  // rows that are no people or units: headings again, sums, remarks
}

// Count counts the rows of a state.
func (p Plan) Count(s State) int {
	n := 0
	for _, l := range p.Lines {
		if l.State == s {
			n++
		}
	}
	return n
}

// Stopped lists the rows that are not clear yet: refused ones, and those for
// which the clerk must choose.
func (p Plan) Stopped() []Line {
	return slices.DeleteFunc(slices.Clone(p.Lines), func(l Line) bool { return l.State != Refused && l.State != Choose })
}
