// Package workbook writes figures as XLSX and CSV: numbers as numbers, dates as
// dates, and no text that a spreadsheet would take for a formula.
package workbook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/roster/sheetfile"
)

// A Cell is what stands in one field: nothing, a string, a whole number (int), a
// [Decimal] or a [calendar.Date].
type Cell any

// A Decimal is a number in units of its last place.
type Decimal struct {
	N       int
	Places  int
	Percent bool // shown with %, as which 6729 with two places is 67.29 %
}

// String returns the number as it is printed: 67.29%, 1147.50.
func (d Decimal) String() string {
	n, sign := d.N, ""
	if n < 0 {
		n, sign = -n, "-"
	}
	s := fmt.Sprintf("%0*d", d.Places+1, n)
	if d.Places > 0 {
		s = s[:len(s)-d.Places] + "." + s[len(s)-d.Places:]
	}
	if d.Percent {
		s += "%"
	}
	return sign + s
}

// number is the value as spreadsheets keep it: of 67.29 % 0.6729.
func (d Decimal) number() float64 {
	places := d.Places
	if d.Percent {
		places += 2
	}
	n := d.N
	sign := ""
	if n < 0 {
		n, sign = -n, "-"
	}
	s := fmt.Sprintf("%0*d", places+1, n)
	f, _ := strconv.ParseFloat(sign+s[:len(s)-places]+"."+s[len(s)-places:], 64) // digits and one point
	return f
}

// format is the number format by which it is shown.
func (d Decimal) format() string {
	s := "0"
	if d.Places > 0 {
		s += "." + strings.Repeat("0", d.Places)
	}
	if d.Percent {
		s += "%"
	}
	return s
}

// A Sheet is a table with headings; what explains it stands at its foot.
type Sheet struct {
	Name string
	Head []string
	Rows [][]Cell
	Foot []string
}

// CSV writes a sheet as UTF-8 with a mark, by which spreadsheets know it.
func CSV(s Sheet) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	head := make([]Cell, len(s.Head))
	for i, h := range s.Head {
		head[i] = h
	}
	rows := append([][]Cell{head}, s.Rows...)
	for _, line := range s.Foot {
		rows = append(rows, []Cell{line})
	}
	for _, r := range rows {
		fields := make([]string, len(r))
		for i, c := range r {
			fields[i] = text(c)
		}
		if err := w.Write(fields); err != nil {
			return nil, fmt.Errorf("write figures: %w", err)
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// text is a cell as CSV has it.
func text(c Cell) string {
	switch v := c.(type) {
	case nil:
		return ""
	case string:
		return sheetfile.Guarded(v)
	case int:
		return strconv.Itoa(v)
	case calendar.Date:
		if v.IsZero() {
			return ""
		}
		return v.String()
	case Decimal:
		return v.String()
	}
	return fmt.Sprint(c)
}

// XLSX writes sheets into one file. The headings of each stay in sight, and its
// rows can be filtered; the foot stands below the rows, apart from them.
func XLSX(sheets ...Sheet) (out []byte, err error) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // it lies in memory
	b := book{f: f, formats: map[string]int{}}
	if err := b.write(sheets); err != nil {
		return nil, fmt.Errorf("write figures: %w", err)
	}
	buffer, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write figures: %w", err)
	}
	return buffer.Bytes(), nil
}

// A book is a file that is being written.
type book struct {
	f       *excelize.File
	formats map[string]int // styles by their number format
	head    int
	foot    int
}

func (b *book) write(sheets []Sheet) (err error) {
	line := []excelize.Border{{Type: "bottom", Color: "808080", Style: 1}}
	if b.head, err = b.f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: line, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF7"}}}); err != nil {
		return err
	}
	if b.foot, err = b.f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "606060"}}); err != nil {
		return err
	}
	for i, s := range sheets {
		if i == 0 {
			err = b.f.SetSheetName("Sheet1", s.Name)
		} else {
			_, err = b.f.NewSheet(s.Name)
		}
		if err == nil {
			err = b.sheet(s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// frame is what a sheet has beside its cells, and has to have before they are
// written: its rows can be filtered, and it is printed as wide as a page, which lies
// on its side where there are many columns, with the headings on each.
func (b *book) frame(s Sheet) error {
	const upright = 5 // columns
	fit, wide, long, a4, lies := true, 1, 0, 9, "portrait"
	if len(s.Head) > upright {
		lies = "landscape"
	}
	if err := b.f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &lies, FitToWidth: &wide, FitToHeight: &long}); err != nil {
		return err
	}
	if err := b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!$1:$1", Scope: s.Name}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(max(len(s.Head), 1), len(s.Rows)+1)
	if err != nil {
		return err
	}
	if err := b.f.AutoFilter(s.Name, "A1:"+last, nil); err != nil {
		return err
	}
	return b.f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}) // behind the filter, which forgets it
}

func (b *book) sheet(s Sheet) error {
	if err := b.frame(s); err != nil {
		return err
	}
	to, err := b.f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for i := range s.Head {
		if err := to.SetColWidth(i+1, i+1, s.width(i)); err != nil {
			return err
		}
	}
	if err := to.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(s.Head))
	for i, h := range s.Head {
		head[i] = excelize.Cell{StyleID: b.head, Value: h}
	}
	if err := to.SetRow("A1", head); err != nil {
		return err
	}
	for n, r := range s.Rows {
		cells := make([]any, len(r))
		for i, c := range r {
			if cells[i], err = b.cell(c); err != nil {
				return err
			}
		}
		if err := to.SetRow(fmt.Sprintf("A%d", n+2), cells); err != nil {
			return err
		}
	}
	for n, t := range s.Foot {
		if err := to.SetRow(fmt.Sprintf("A%d", len(s.Rows)+3+n), []any{excelize.Cell{StyleID: b.foot, Value: t}}); err != nil {
			return err
		}
	}
	return to.Flush()
}

// cell is a cell with its number format. Texts stay texts, whatever they begin
// with.
func (b *book) cell(c Cell) (any, error) {
	format := ""
	switch v := c.(type) {
	case calendar.Date:
		if v.IsZero() {
			return nil, nil
		}
		format, c = "yyyy-mm-dd", v.In(time.UTC)
	case Decimal:
		format, c = v.format(), v.number()
	default:
		return c, nil
	}
	if _, known := b.formats[format]; !known {
		id, err := b.f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			return nil, err
		}
		b.formats[format] = id
	}
	return excelize.Cell{StyleID: b.formats[format], Value: c}, nil
}

// width is how wide a column is, in half-width signs.
func (s Sheet) width(i int) float64 {
	widest := wide(s.Head[i])
	for _, r := range s.Rows {
		if i < len(r) {
			widest = max(widest, wide(text(r[i])))
		}
	}
	return float64(min(widest, 48) + 3)
}

func wide(s string) int {
	n := 0
	for _, r := range s {
		n++
		if utf8.RuneLen(r) > 2 {
			n++
		}
	}
	return n
}
