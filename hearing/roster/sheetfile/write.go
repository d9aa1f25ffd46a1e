package sheetfile

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing/roster"
)

// starts are the signs with which a spreadsheet takes a value of a CSV file for
// a formula, or, once it is copied, may: those of full width too.
const starts = "=+-@\t\r\n＝＋－＠"

// Guarded puts an apostrophe before a value that a spreadsheet would take for a
// formula; [unguarded] takes it away.
func Guarded(s string) string {
	if begins(s, starts) || unguarded(s) != s {
		return "'" + s
	}
	return s
}

func begins(s, with string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && strings.ContainsRune(with, r)
}

func unguarded(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && begins(rest, starts+"'") {
		return rest
	}
	return s
}

// WriteCSV writes a sheet as UTF-8 with a mark, by which spreadsheets know it.
func WriteCSV(s roster.Sheet) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, r := range s.Rows {
		fields := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			fields[i] = Guarded(c.Text)
		}
		if err := w.Write(fields); err != nil {
			return nil, fmt.Errorf("write table: %w", err)
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// Write writes a sheet as what a file's name asks for: CSV, or XLSX.
func Write(name string, s roster.Sheet) ([]byte, error) {
	if CSV(name) {
		return WriteCSV(s)
	}
	return WriteXLSX(s)
}

// sheetName is what the one sheet of a file is called.
const sheetName = "名册"

// WriteXLSX writes a sheet, every value as a text: a telephone keeps its zeros
// and nothing is a formula. The headings stay in sight, and rows can be filtered.
func WriteXLSX(s roster.Sheet) (out []byte, err error) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // it lies in memory
	if err := f.SetSheetName("Sheet1", sheetName); err != nil {
		return nil, fmt.Errorf("write table: %w", err)
	}
	w := table{f: f, sheet: s}
	for _, step := range []func() error{w.widths, w.values, w.ends} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("write table: %w", err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write table: %w", err)
	}
	return b.Bytes(), nil
}

// A table is a sheet that is being written.
type table struct {
	f     *excelize.File
	sheet roster.Sheet
	to    *excelize.StreamWriter
	head  int // style of the headings
	text  int
}

// widths makes the columns as wide as what stands in them.
func (w *table) widths() (err error) {
	if w.to, err = w.f.NewStreamWriter(sheetName); err != nil {
		return err
	}
	line := []excelize.Border{{Type: "bottom", Color: "808080", Style: 1}}
	if w.head, err = w.f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: line, NumFmt: asText,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF7"}}}); err != nil {
		return err
	}
	if w.text, err = w.f.NewStyle(&excelize.Style{NumFmt: asText, Alignment: &excelize.Alignment{Vertical: "top"}}); err != nil {
		return err
	}
	for i := range w.sheet.Columns() {
		widest := 6
		for _, r := range w.sheet.Rows {
			if i < len(r.Cells) {
				widest = max(widest, wide(r.Cells[i].Text))
			}
		}
		if err := w.to.SetColWidth(i+1, i+1, float64(min(widest, 40)+2)); err != nil {
			return err
		}
	}
	return w.to.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// asText is the number format of texts.
const asText = 49

// wide is how many half-width signs a text takes.
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

func (w *table) values() error {
	for i, r := range w.sheet.Rows {
		style := w.text
		if i == 0 {
			style = w.head
		}
		cells := make([]any, len(r.Cells))
		for j, c := range r.Cells {
			cells[j] = excelize.Cell{StyleID: style, Value: c.Text}
		}
		if err := w.to.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			return err
		}
	}
	return nil
}

func (w *table) ends() error {
	if err := w.to.Flush(); err != nil {
		return err
	}
	if n := w.sheet.Columns(); n > 0 && len(w.sheet.Rows) > 0 {
		return w.f.AutoFilter(sheetName, "A1:"+roster.Address(n-1, len(w.sheet.Rows)), nil)
	}
	return nil
}
