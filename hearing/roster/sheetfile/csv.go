package sheetfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

// readCSV reads a list whose values are divided by commas, semicolons or tabs.
func readCSV(data []byte) ([]roster.Sheet, hearing.SheetReason) {
	text, ok := decode(data)
	if !ok {
		return nil, hearing.SheetBroken
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = divider(text), true, -1
	var s roster.Sheet
	within := 0 // line breaks inside of values so far: a spreadsheet counts a record as one row
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, hearing.SheetBroken
		}
		line, _ := r.FieldPos(0)
		row := roster.Row{N: line - within}
		for _, f := range fields {
			within += strings.Count(f, "\n")
			row.Cells = append(row.Cells, roster.Cell{Text: unguarded(f)})
		}
		if !says(row) {
			continue
		}
		if len(s.Rows) == MostRows || len(row.Cells) > MostColumns {
			return nil, hearing.SheetLong
		}
		s.Rows = append(s.Rows, row)
	}
	if len(s.Rows) == 0 {
		return nil, hearing.SheetEmpty
	}
	return []roster.Sheet{s}, ""
}

// decode makes text of bytes: UTF-8 with or without a mark, UTF-16 with one, as
// spreadsheets save Unicode text, else GB18030. What has signs that no text has
// is none.
func decode(data []byte) (string, bool) {
	var text []byte
	var err error
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
	case utf8.Valid(data):
		text = bytes.TrimPrefix(data, []byte("\ufeff"))
	default:
		text, err = simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if bytes.ContainsRune(text, utf8.RuneError) {
			return "", false
		}
	}
	if err != nil {
		return "", false
	}
	for _, r := range string(text) {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return "", false
		}
	}
	return string(text), true
}

// divider is the sign that stands most often outside of quotes in the first
// lines; it is a comma where none does.
func divider(text string) rune {
	const lines = 40
	count := map[rune]int{}
	quoted, n := false, 0
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '\n':
			n++
		case r == ',' || r == ';' || r == '\t':
			count[r]++
		}
		if n == lines {
			break
		}
	}
	best := ','
	for _, r := range []rune{'\t', ';'} {
		if count[r] > count[best] {
			best = r
		}
	}
	return best
}
