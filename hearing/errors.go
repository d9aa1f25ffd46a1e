package hearing

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// The errors that callers test for. They are wrapped with what was being done.
var (
	ErrNotFound   = errors.New("record not found")               // no record has the id
	ErrStale      = errors.New("record changed by another")      // the version is not the stored one
	ErrInUse      = errors.New("record is still referred to")    // deleting it would leave a reference open
	ErrNothing    = errors.New("nothing to undo")                // no change is left to undo or redo
	ErrReadOnly   = errors.New("file cannot be written")         // read-only file or folder
	ErrFull       = errors.New("disk is full")                   // no room for the change
	ErrRoom       = fmt.Errorf("%w but for a little", ErrFull)   // no room for a copy, with as much again left
	ErrForeign    = errors.New("file is not a hearing desk's")   // the file belongs to another program
	ErrNewer      = errors.New("file is of a newer version")     // made by a newer hearing desk
	ErrDamaged    = errors.New("file is damaged")                // the database cannot be read
	ErrGone       = errors.New("file was moved or replaced")     // it is no longer the one that was opened
	ErrLocked     = errors.New("file is in use")                 // another program holds it for too long
	ErrSnapshot   = errors.New("file is open for reading")       // a copy of what another machine holds
	ErrSealed     = errors.New("transcript is sealed")           // only corrections may be added
	ErrPaused     = errors.New("hearing stands still")           // it has to be resumed first
	ErrNotReady   = errors.New("hearing is not ready")           // it cannot be opened from its state
	ErrPassphrase = errors.New("passphrase is missing or wrong") // the bundle is encrypted
	ErrSecret     = errors.New("passphrase or code is missing")  // the copy is locked, or what was given does not open it
	ErrShut       = errors.New("file is encrypted")              // its passphrase or code is missing, or does not open it
	ErrLink       = errors.New("file is a link to another one")  // what it leads to would stay as it is
	ErrNoKey      = errors.New("file is not encrypted")          // it has no passphrase
	ErrNoLock     = errors.New("no passphrase was set")          // nothing can leave the machine locked
	ErrOpen       = errors.New("package is not encrypted")       // and would leave the machine
	ErrWeak       = errors.New("passphrase is too short")        // it could be guessed
	ErrSignature  = errors.New("bundle was altered")             // its signature does not fit
	ErrLogin      = errors.New("nobody is logged in")            // the desk has accounts
	ErrLastKeeper = errors.New("last account that manages")      // nobody could manage the accounts any more
	ErrDisputed   = errors.New("notarial matter is disputed")    // nothing is notarised (公证法, art. 31(4))
)

// A Holder is who works on a file that several machines can reach.
type Holder struct {
	Host  string    `json:"host"`  // name of the machine
	User  string    `json:"user"`  // who is at it
	PID   int       `json:"pid"`   // number of the program there
	Since time.Time `json:"since"` // when it opened the file, by its own clock
}

// A HeldError says that another machine holds the file. Nothing was changed.
type HeldError struct{ Holder }

// Error names the machine.
func (e *HeldError) Error() string { return "file is held by " + e.Host }

// A ClashError names everything that is already taken at the wanted time.
// Nothing was saved.
type ClashError struct{ Clashes []Clash }

// Error counts the clashes; the window names each.
func (e *ClashError) Error() string { return fmt.Sprintf("%d clashes", len(e.Clashes)) }

// A MergeError says why two records cannot be made one: in each of the sessions
// the person would have two chairs, or a draw that is not done with or a transcript
// names the record that would go. Nothing was changed.
type MergeError struct{ In []MergeObstacle }

// A MergeObstacle is one session that stands against a merge.
type MergeObstacle struct {
	Session ID
	Title   string
	Chairs  [2]string // what the two are: a [Role], or presider or recorder; empty: the draw or the transcript stands against it
}

// Error counts the sessions; the window names each.
func (e *MergeError) Error() string {
	return fmt.Sprintf("%d sessions stand against the merge", len(e.In))
}

// A FieldError says what is wrong with one field of a record. Nothing was saved.
type FieldError struct {
	Path   string // where: hearings[2].participants[0].role
	Line   int    // line in the file it came from, counted from 1; 0 when typed
	Code   string // what: required, unknown, order, early, range, reference, ring, duplicate, format, long, unit, undone
	Value  string // the offending value, shortened
	Expect string // what would be right
}

// Error names the field and what is wrong with it.
func (e *FieldError) Error() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", e.Line)
	}
	fmt.Fprintf(&b, "%s: %s", e.Path, e.Code)
	if e.Value != "" {
		fmt.Fprintf(&b, " %q", e.Value)
	}
	if e.Expect != "" {
		fmt.Fprintf(&b, " (want %s)", e.Expect)
	}
	return b.String()
}

// FieldErrors is every fault of a record or a package, in its order.
type FieldErrors []*FieldError

// Error lists the faults, one a line.
func (e FieldErrors) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// A SheetReason is why a spreadsheet cannot be read.
type SheetReason string

// The reasons.
const (
	SheetOld    SheetReason = "old"    // of the format before 2007, or with a password
	SheetLarge  SheetReason = "large"  // more bytes than a roster has
	SheetLong   SheetReason = "long"   // more rows, or columns, than a roster has
	SheetBomb   SheetReason = "bomb"   // unpacks to more than any honest one
	SheetBroken SheetReason = "broken" // damaged, or something else
	SheetEmpty  SheetReason = "empty"  // nothing in it
	SheetHeads  SheetReason = "heads"  // no row of headings with a name
	SheetAsCSV  SheetReason = "as-csv" // more than is read or written as XLSX; as CSV it can be
)

// A SheetError says that a spreadsheet cannot be read. Nothing was changed.
type SheetError struct {
	Name string // of the file
	Why  SheetReason
}

// Error names the file and the reason.
func (e *SheetError) Error() string { return e.Name + ": " + string(e.Why) }
