package sheetfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing"
)

// The most that an XLSX file may have that is read row by row. Its sheets are unpacked
// into files beside the memory, and a spreadsheet ends at a million rows.
const (
	MostLong     = 256 << 20
	mostLongOpen = 3 << 29 // unpacked
	mostHeld     = 16 << 20
)

// padded tells in a workbook's styles that numbers are shown otherwise than they are
// stored, and that what is shown is meant: with zeros before them, or as months.
var padded = regexp.MustCompile(`formatCode="(0{2,}|[yY]{4}[^dD"]*[mM]+[^dD"]*)"`)

// longXLSX reads the first sheet that says something of a workbook that [Read] would not
// take, row by row. Cells that are merged would be empty: such a sheet is asked for as CSV.
func longXLSX(name string, file io.ReadSeeker, size int64, take func(int, []string) error) error {
	refused := func(why hearing.SheetReason) error { return &hearing.SheetError{Name: name, Why: why} }
	if size > MostLong {
		return refused(hearing.SheetAsCSV)
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	data, err := io.ReadAll(io.LimitReader(file, MostLong))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	asShown, why := surveyed(data)
	if why != "" {
		return refused(why)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostLongOpen, UnzipXMLSizeLimit: mostHeld})
	if err != nil {
		return refused(hearing.SheetBroken)
	}
	err = longRows(f, name, !asShown, take)
	return errors.Join(err, f.Close()) // which removes what was unpacked
}

// surveyed goes through the parts of a workbook before it is unpacked: how much it would
// be, whether numbers are meant as they are shown, and whether cells are merged.
func surveyed(data []byte) (asShown bool, why hearing.SheetReason) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false, hearing.SheetBroken
	}
	left := uint64(mostLongOpen)
	for _, part := range z.File {
		name := strings.ToLower(filepath.ToSlash(part.Name))
		sheet := strings.HasPrefix(name, "xl/worksheets/") && strings.HasSuffix(name, ".xml")
		held := !sheet && !strings.HasSuffix(name, "sharedstrings.xml") // a reader takes it into memory
		if len(z.File) > mostParts || part.UncompressedSize64 > left || held && part.UncompressedSize64 > mostHeld {
			return false, hearing.SheetBomb
		}
		left -= part.UncompressedSize64
		styles := name == "xl/styles.xml"
		if !sheet && !styles {
			continue
		}
		merged, months, err := searched(part)
		switch {
		case err != nil:
			return false, hearing.SheetBroken
		case sheet && merged:
			return false, hearing.SheetAsCSV
		}
		asShown = asShown || styles && months
	}
	return asShown, ""
}

// searched reads a part to its end, and reports what it found in it.
func searched(part *zip.File) (merged, shown bool, err error) {
	r, err := part.Open()
	if err != nil {
		return false, false, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	const overlap = 256 // what is looked for may lie across two pieces
	buf := make([]byte, overlap+1<<20)
	kept := 0
	for {
		n, err := io.ReadFull(r, buf[kept:])
		piece := buf[:kept+n]
		merged = merged || bytes.Contains(piece, []byte("<mergeCell "))
		shown = shown || padded.Match(piece)
		if err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				return merged, shown, nil
			}
			return merged, shown, err
		}
		kept = copy(buf, piece[len(piece)-overlap:])
	}
}

func longRows(f *excelize.File, name string, raw bool, take func(int, []string) error) error {
	for _, sheet := range f.GetSheetList() {
		if seen, err := f.GetSheetVisible(sheet); err != nil || !seen {
			continue
		}
		said, err := longSheet(f, name, sheet, raw, take)
		if err != nil || said {
			return err
		}
	}
	return &hearing.SheetError{Name: name, Why: hearing.SheetEmpty}
}

// longSheet reads one sheet, and reports whether it says anything.
func longSheet(f *excelize.File, name, sheet string, raw bool, take func(int, []string) error) (said bool, err error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return false, nil //nolint:nilerr // a sheet that is a chart
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: raw})
		if err != nil || len(cells) > MostColumns {
			return said, &hearing.SheetError{Name: name, Why: hearing.SheetBroken}
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		said = true
		if err := take(n, cells); err != nil {
			return said, err
		}
	}
	if rows.Error() != nil {
		return said, &hearing.SheetError{Name: name, Why: hearing.SheetBroken}
	}
	return said, nil
}
