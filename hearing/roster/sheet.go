// Package roster reads a list of people, or of organisations, as offices keep it in a spreadsheet
// (名册): it finds the row of headings, proposes what each column means, tells
// who of the list the desk knows already, and says row by row what is new, what
// changes and what is refused. Nothing is stored here. It also makes the table
// that is given out, which reads back without a change.
package roster

import (
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// A Cell is one value of a sheet, as it is written there.
type Cell struct {
	Text   string
	Number bool // a number of the spreadsheet, not a text: 1985.1 may have been typed as 1985.10
}

// A Row is one row that says something.
type Row struct {
	N     int // row number in the spreadsheet, counted from 1
	Cells []Cell
}

// A Sheet is one sheet of a spreadsheet, or a CSV file.
type Sheet struct {
	Name string // of the sheet; empty for a CSV file
	Rows []Row  // without those that are empty
}

// at returns the text of a cell, without space around it.
func (r Row) at(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	c := r.Cells[column]
	c.Text = tidy(c.Text)
	return c
}

// Columns counts the columns of the widest row.
func (s Sheet) Columns() int {
	n := 0
	for _, r := range s.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// Letters names a column as a spreadsheet does: 0 is A, 26 is AA.
func Letters(column int) string {
	out := ""
	for column++; column > 0; column = (column - 1) / 26 {
		out = string(rune('A'+(column-1)%26)) + out
	}
	return out
}

// Address names a cell as a spreadsheet does: B7.
func Address(column, row int) string { return Letters(column) + strconv.Itoa(row) }

// narrow makes full-width signs plain ones, and every kind of space a blank.
func narrow(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch r {
		case '　', '\u00a0', '\u2007', '\u202f', '\t':
			return ' '
		case '\u200b', '\u200c', '\u200d', '\ufeff', '\u2060':
			return -1
		}
		return hearing.Narrow(r)
	}, s))
}

// tidy takes away what cannot be seen and the space around a text.
func tidy(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch r {
		case '\u200b', '\ufeff', '\u2060', '\r':
			return -1
		}
		return r
	}, s))
}

// bare is a text without any space, in plain small letters: what headings and
// names are compared by.
func bare(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(narrow(s)), ""))
}
