package sheetfile

import (
	"bytes"
	"regexp"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

func readXLSX(data []byte) ([]roster.Sheet, hearing.SheetReason) {
	parts, why := measure(data)
	if why != "" {
		return nil, why
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked})
	if err != nil {
		return nil, hearing.SheetBroken
	}
	defer func() { _ = f.Close() }() // it was only read
	var out []roster.Sheet
	for _, name := range f.GetSheetList() {
		if seen, err := f.GetSheetVisible(name); err != nil || !seen {
			continue
		}
		marks, why := marked(parts, name)
		if why != "" {
			return nil, why
		}
		s, why := readSheet(f, name, marks)
		if why != "" {
			return nil, why
		}
		if len(s.Rows) > 0 {
			out = append(out, s)
		}
		if len(out) == mostSheets {
			break
		}
	}
	return out, ""
}

// readSheet reads the rows of a sheet twice, side by side: as they are stored and
// as they are shown.
func readSheet(f *excelize.File, name string, m marks) (roster.Sheet, hearing.SheetReason) {
	out := roster.Sheet{Name: name}
	stored, err := f.Rows(name)
	if err != nil {
		return out, "" // a sheet that is a chart
	}
	shown, err := f.Rows(name)
	if err != nil {
		return out, hearing.SheetBroken
	}
	defer func() { _, _ = stored.Close(), shown.Close() }() // they were only read
	for n := 1; stored.Next() && shown.Next(); n++ {
		raw, err := stored.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return out, hearing.SheetBroken
		}
		seen, err := shown.Columns()
		if err != nil {
			return out, hearing.SheetBroken
		}
		r := roster.Row{N: n, Cells: make([]roster.Cell, len(raw))}
		for i := range raw {
			look := ""
			if i < len(seen) {
				look = seen[i]
			}
			r.Cells[i] = m.cell(i, n, raw[i], look)
		}
		m.spread(&r)
		if !says(r) {
			continue
		}
		if len(out.Rows) == MostRows {
			return out, hearing.SheetLong
		}
		out.Rows = append(out.Rows, r)
	}
	if stored.Error() != nil {
		return out, hearing.SheetBroken
	}
	return out, ""
}

var (
	plainNumber = regexp.MustCompile(`^\d+$`)
	zeros       = regexp.MustCompile(`^0\d+$`)
	monthOnly   = regexp.MustCompile(`^\d{4}(年\d{1,2}月?|[-./]\d{1,2})$`)
)

// cell is one value. A number is taken as it is stored, so that a telephone is
// not shortened and a day is the spreadsheet's count of days; only what its
// format alone says is taken as it is shown: that a date is no more than a month,
// and the zeros that a postcode begins with.
func (m marks) cell(column, row int, raw, shown string) roster.Cell {
	if !m.numbers[at{column, row}] {
		return roster.Cell{Text: raw}
	}
	if monthOnly.MatchString(shown) && shown != raw || plainNumber.MatchString(raw) && zeros.MatchString(shown) && len(shown) > len(raw) {
		return roster.Cell{Text: shown}
	}
	return roster.Cell{Text: raw, Number: true}
}
