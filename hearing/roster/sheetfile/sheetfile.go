// Package sheetfile reads the sheets of an XLSX or CSV file, and writes one. A
// file is anybody's: what would unpack to more than a roster can be is refused
// before it is read. Formulas are not worked out; what the spreadsheet last
// showed for them is read. Nothing that a file names outside itself is fetched.
package sheetfile

import (
	"bytes"
	"path/filepath"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

// The most that a file may have.
const (
	MostRows    = 20_000
	MostColumns = 500
	MostBytes   = 20 << 20
	mostSheets  = 50
)

// ole begins a file of the formats before 2007, and one with a password.
var ole = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// Read reads the sheets of a file that say something; hidden ones are left out.
// What it is is told by its content. The error is a [hearing.SheetError].
func Read(name string, data []byte) (sheets []roster.Sheet, err error) {
	name = filepath.Base(name)
	refused := func(why hearing.SheetReason) ([]roster.Sheet, error) {
		return nil, &hearing.SheetError{Name: name, Why: why}
	}
	defer func() {
		if recover() != nil { // the reader of XLSX is somebody else's, and what it reads is anybody's
			sheets, err = refused(hearing.SheetBroken)
		}
	}()
	var why hearing.SheetReason
	switch {
	case len(data) > MostBytes:
		why = hearing.SheetLarge
	case bytes.HasPrefix(data, ole):
		why = hearing.SheetOld
	case IsXLSX(data):
		sheets, why = readXLSX(data)
	default:
		sheets, why = readCSV(data)
	}
	if why == "" && len(sheets) == 0 {
		why = hearing.SheetEmpty
	}
	if why != "" {
		return refused(why)
	}
	return sheets, nil
}

// IsXLSX reports whether a file is a package as XLSX is one.
func IsXLSX(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// IsOld reports whether a file is a spreadsheet of the format before 2007, or one
// with a password.
func IsOld(data []byte) bool { return bytes.HasPrefix(data, ole) }

// CSV reports whether a file's name is that of a CSV file.
func CSV(name string) bool { return strings.EqualFold(filepath.Ext(name), ".csv") }

// says reports whether any of a row's cells has a value.
func says(r roster.Row) bool {
	for _, c := range r.Cells {
		if strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}
