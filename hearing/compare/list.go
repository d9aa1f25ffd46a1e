// Package compare joins two lists on chosen keys (数据比对), such as water users
// and payments: what stands only in one of them, what differs, and which keys
// stand twice. A list of a million rows lies in memory as one run of bytes, and
// keys are compared by their hashes, so that two such lists are joined in
// seconds.
//
// How it goes: every key is made even as [Match] says and hashed; both lists are
// sorted by the hash, and groups of equal keys are paired, the first with the
// first. What is left of a fuzzy comparison is looked up by the rarest pairs of
// characters of its key, of which two texts that few edits part must share one.
package compare

import (
	"errors"
	"strings"
)

// The most that a list may have.
const (
	MostRows    = 5_000_000
	MostColumns = 200
	MostBytes   = 1 << 30
)

// ErrLarge says that a list has more than can be compared.
var ErrLarge = errors.New("list is larger than can be compared")

// A List is a table: a row of headings, and rows of texts. Rows are only added.
type List struct {
	heads  []string
	bytes  []byte
	ends   []uint32 // of each cell, in bytes
	rows   []uint32 // of each row, how many cells lie before it
	places []uint32 // of each row, its number in the file
	before []early  // rows before it is known which one has the headings
}

// An early row is one that may be a title above the headings.
type early struct {
	place int
	cells []string
}

// mostEarly is how many rows with a single value stand above the headings, at
// most; where there are more, it is a list of one column.
const mostEarly = 5

// Add adds a row with its number in the file. The first row that has several
// values is the headings; a title above it is left out. It returns [ErrLarge]
// where the list would be too large.
func (l *List) Add(place int, cells []string) error {
	if l.heads != nil {
		return l.add(place, cells)
	}
	values := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			values++
		}
	}
	switch {
	case values == 0:
		return nil
	case values > 1:
		return l.head(cells)
	}
	l.before = append(l.before, early{place, append([]string(nil), cells...)})
	if len(l.before) <= mostEarly {
		return nil
	}
	return l.single()
}

// Done ends a list: one that is short and has a single column has its first row
// as the heading.
func (l *List) Done() error {
	if l.heads == nil && len(l.before) > 0 {
		return l.single()
	}
	return nil
}

func (l *List) single() error {
	early := l.before
	if err := l.head(early[0].cells); err != nil {
		return err
	}
	for _, e := range early[1:] {
		if err := l.add(e.place, e.cells); err != nil {
			return err
		}
	}
	return nil
}

func (l *List) head(cells []string) error {
	if len(cells) > MostColumns {
		return ErrLarge
	}
	l.before, l.heads = nil, make([]string, len(cells))
	for i, c := range cells {
		l.heads[i] = strings.TrimSpace(c)
	}
	return nil
}

func (l *List) add(place int, cells []string) error {
	if len(cells) > MostColumns || len(l.rows) == MostRows {
		return ErrLarge
	}
	l.rows = append(l.rows, uint32(len(l.ends))) //nolint:gosec // far below: at most MostBytes and MostRows
	l.places = append(l.places, uint32(place))   //nolint:gosec // a row of a file
	for _, c := range cells {
		if len(l.bytes)+len(c) > MostBytes {
			return ErrLarge
		}
		l.bytes = append(l.bytes, c...)
		l.ends = append(l.ends, uint32(len(l.bytes))) //nolint:gosec // at most MostBytes
	}
	return nil
}

// Len counts the rows below the headings.
func (l *List) Len() int { return len(l.rows) }

// Heads are the headings.
func (l *List) Heads() []string { return l.heads }

// Column is the place of a heading, compared without space and width; -1 where
// there is none.
func (l *List) Column(name string) int {
	want := string(even(nil, []byte(name)))
	for i, h := range l.heads {
		if string(even(nil, []byte(h))) == want && want != "" {
			return i
		}
	}
	return -1
}

// Place is the number of a row in its file, counted from 1.
func (l *List) Place(row int) int { return int(l.places[row]) }

// Row returns the texts of a row, as many as there are headings at least.
func (l *List) Row(row int) []string {
	n := max(len(l.heads), int(l.end(row)-l.rows[row]))
	out := make([]string, n)
	for i := range out {
		out[i] = string(l.cell(row, i))
	}
	return out
}

// Text is one cell; empty where the row is shorter.
func (l *List) Text(row, column int) string { return string(l.cell(row, column)) }

// end is where the cells of a row end.
func (l *List) end(row int) uint32 {
	if row+1 < len(l.rows) {
		return l.rows[row+1]
	}
	return uint32(len(l.ends)) //nolint:gosec // as many as were added
}

func (l *List) cell(row, column int) []byte {
	at := l.rows[row] + uint32(column) //nolint:gosec // a column of the list
	if column < 0 || at >= l.end(row) {
		return nil
	}
	begin := uint32(0)
	if at > 0 {
		begin = l.ends[at-1]
	}
	return l.bytes[begin:l.ends[at]]
}
