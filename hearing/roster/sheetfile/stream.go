package sheetfile

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"hearingdesk/hearing"
)

// MostStream is how many bytes a CSV file may have that is read row by row.
const MostStream = 1 << 30

// Stream reads the rows of a table one after the other: of a CSV file of any
// length, or of the first sheet that says something of an XLSX file. take gets each row with its number in the file; the cells are valid
// until it returns. The error is a [hearing.SheetError], or what take returned.
func Stream(name string, file io.ReadSeeker, take func(row int, cells []string) error) error {
	name = filepath.Base(name)
	refused := func(why hearing.SheetReason) error { return &hearing.SheetError{Name: name, Why: why} }
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	head := make([]byte, 8)
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read %s: %w", name, err)
	}
	switch head = head[:n]; {
	case n == 0:
		return refused(hearing.SheetEmpty)
	case IsOld(head):
		return refused(hearing.SheetOld)
	case IsXLSX(head):
		return streamXLSX(name, file, size, take)
	case size > MostStream:
		return refused(hearing.SheetLarge)
	}
	text, why, err := decoding(file)
	switch {
	case err != nil:
		return fmt.Errorf("read %s: %w", name, err)
	case why != "":
		return refused(why)
	}
	return streamCSV(name, text, take)
}

// streamXLSX reads a workbook as [Read] does, and one that is too long for that row by
// row.
func streamXLSX(name string, file io.ReadSeeker, size int64, take func(int, []string) error) error {
	if size > MostBytes {
		return longXLSX(name, file, size, take)
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	data, err := io.ReadAll(io.LimitReader(file, MostBytes+1))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	sheets, err := Read(name, data)
	var large *hearing.SheetError
	if errors.As(err, &large) && (large.Why == hearing.SheetLong || large.Why == hearing.SheetBomb) {
		return longXLSX(name, file, size, take)
	}
	if err != nil {
		return err
	}
	var cells []string
	for _, r := range sheets[0].Rows {
		cells = cells[:0]
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		if err := take(r.N, cells); err != nil {
			return err
		}
	}
	return nil
}

// decoding reads a file once to learn how its text is written, and returns a
// reader of the text: UTF-8, UTF-16 with a mark, else GB18030.
func decoding(file io.ReadSeeker) (io.Reader, hearing.SheetReason, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, "", err
	}
	r := bufio.NewReaderSize(file, 1<<20)
	mark, _ := r.Peek(3) // a shorter file has none
	if bytes.HasPrefix(mark, []byte{0xff, 0xfe}) || bytes.HasPrefix(mark, []byte{0xfe, 0xff}) {
		_, err := file.Seek(0, io.SeekStart)
		return transform.NewReader(bufio.NewReaderSize(file, 1<<20), unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), "", err
	}
	plain, clean, err := scan(r)
	if err != nil {
		return nil, "", err
	}
	if !clean {
		return nil, hearing.SheetBroken, nil
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, "", err
	}
	r.Reset(file)
	if !plain {
		return transform.NewReader(r, simplifiedchinese.GB18030.NewDecoder()), "", nil
	}
	if bytes.Equal(mark, []byte("\ufeff")) {
		_, _ = r.Discard(len(mark)) // it was there a moment ago
	}
	return r, "", nil
}

// scan reports whether a text is UTF-8, and free of signs that no text has.
func scan(r *bufio.Reader) (plain, clean bool, err error) {
	plain = true
	buf := make([]byte, 1<<20)
	left := 0 // bytes of a character that was cut off
	for {
		n, err := r.Read(buf[left:])
		end := left + n
		part := buf[:end]
		for _, b := range part[left:] {
			if b < ' ' && b != '\n' && b != '\r' && b != '\t' {
				return plain, false, nil
			}
		}
		left = 0
		if plain {
			if err == nil {
				left = cutOff(part)
			}
			plain = utf8.Valid(part[:end-left])
			copy(buf, part[end-left:])
			if !plain {
				left = 0
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return plain, true, nil
		case err != nil:
			return plain, true, err
		}
	}
}

// cutOff is how many bytes at the end begin a character that goes on.
func cutOff(b []byte) int {
	for i := 1; i <= min(len(b), utf8.UTFMax-1); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-i:]) {
				return i
			}
			return 0
		}
	}
	return 0
}

func streamCSV(name string, text io.Reader, take func(int, []string) error) error {
	b := bufio.NewReaderSize(text, 1<<16)
	first, _ := b.Peek(1 << 14) // as much as there is
	r := csv.NewReader(b)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = divider(string(first)), true, -1, true
	within, rows := 0, 0 // line breaks inside of values so far: a spreadsheet counts a record as one row
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return &hearing.SheetError{Name: name, Why: hearing.SheetBroken}
		}
		line, _ := r.FieldPos(0)
		row, empty := line-within, true
		for i, f := range fields {
			within += strings.Count(f, "\n")
			empty = empty && strings.TrimSpace(f) == ""
			fields[i] = unguarded(f)
		}
		if empty {
			continue
		}
		rows++
		if err := take(row, fields); err != nil {
			return err
		}
	}
	if rows == 0 {
		return &hearing.SheetError{Name: name, Why: hearing.SheetEmpty}
	}
	return nil
}

// WriteRows writes rows as what a file's name asks for, CSV or XLSX, one after
// the other: no list of them is made. Nothing in them is a formula. What a
// spreadsheet has no room for is refused with [hearing.SheetAsCSV].
func WriteRows(name string, to io.Writer, rows iter.Seq[[]string]) error {
	if !CSV(name) {
		return writeXLSXRows(filepath.Base(name), to, rows)
	}
	b := bufio.NewWriterSize(to, 1<<16)
	_, _ = b.WriteString("\ufeff") // an error stays until Flush
	w := csv.NewWriter(b)
	w.UseCRLF = true
	var fields []string
	for row := range rows {
		fields = fields[:0]
		for _, c := range row {
			fields = append(fields, Guarded(c))
		}
		if err := w.Write(fields); err != nil {
			return fmt.Errorf("write table: %w", err)
		}
	}
	w.Flush()
	return errors.Join(w.Error(), b.Flush())
}

func writeXLSXRows(name string, to io.Writer, rows iter.Seq[[]string]) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: asText})
	if err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	if err := w.SetColWidth(1, MostColumns, 16); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	n := 0
	for row := range rows {
		if n++; n > excelize.TotalRows {
			return &hearing.SheetError{Name: name, Why: hearing.SheetAsCSV}
		}
		cells := make([]any, len(row))
		for i, c := range row {
			cells[i] = excelize.Cell{StyleID: text, Value: c}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n), cells); err != nil {
			return fmt.Errorf("write table: %w", err)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	if err := f.Write(to); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}
