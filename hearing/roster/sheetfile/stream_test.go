package sheetfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
)

// streamed reads a file and writes its rows as one text.
func streamed(name string, data []byte) (string, error) {
	var out []string
	err := sheetfile.Stream(name, bytes.NewReader(data), func(n int, cells []string) error {
		out = append(out, fmt.Sprintf("%d %s", n, strings.Join(cells, "|")))
		return nil
	})
	return strings.Join(out, "\n"), err
}

func TestATableIsReadRowByRow(t *testing.T) {
	const text = "户号,单位\r\n\r\n1,\"澄河\n水务\"\n'=2,㛃家湾\n"
	const want = "1 户号|单位\n3 1|澄河\n水务\n4 =2|㛃家湾"
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	xlsx, err := sheetfile.WriteXLSX(roster.Sheet{Rows: []roster.Row{{Cells: []roster.Cell{{Text: "户号"}, {Text: "单位"}}}, {Cells: []roster.Cell{{Text: "001"}, {Text: "澄河"}}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, data, want string }{
		{"UTF-8", text, want}, {"with a mark", "\ufeff" + text, want}, {"GB18030", gbk, want}, {"UTF-16", wide, want},
		{"with tabs", strings.ReplaceAll(text, ",", "\t"), want}, {"XLSX", string(xlsx), "1 户号|单位\n2 001|澄河"},
	} {
		if got, err := streamed("t.csv", []byte(c.data)); err != nil || got != c.want {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
	// A character that lies across the end of a part that is read at once.
	long := "a,b\n" + strings.Repeat("澄", 400_000) + ",1\n"
	for pad := range 3 {
		got, err := streamed("t.csv", []byte(strings.Repeat("x", pad)+long))
		if err != nil || !strings.HasSuffix(got, "澄|1") {
			t.Errorf("%d bytes before: %v", pad, err)
		}
	}
}

func TestATableThatCannotBeReadRowByRow(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       hearing.SheetReason
	}{
		{"nothing", "", hearing.SheetEmpty}, {"only commas", ",,\n,,", hearing.SheetEmpty}, {"a picture", "\x00\x01\x02", hearing.SheetBroken},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", hearing.SheetOld}, {"half an XLSX", "PK\x03\x04abcdef", hearing.SheetBroken},
	} {
		var got *hearing.SheetError
		if _, err := streamed("dir/t.csv", []byte(c.data)); !errors.As(err, &got) || got.Why != c.want || got.Name != "t.csv" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	stop := errors.New("enough")
	if err := sheetfile.Stream("t.csv", strings.NewReader("a,b\n1,2"), func(int, []string) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the reader went on: %v", err)
	}
}

// TestRowsAreWrittenWithoutFormulas and read back as they were.
func TestRowsAreWrittenWithoutFormulas(t *testing.T) {
	rows := [][]string{{"结果", "户号"}, {"只在甲表", "=1+1"}, {"-2", "007"}, {"@x", "\tq"}}
	for _, name := range []string{"t.csv", "t.xlsx"} {
		var b bytes.Buffer
		if err := sheetfile.WriteRows(name, &b, slices.Values(rows)); err != nil {
			t.Fatal(err)
		}
		if name == "t.csv" && !strings.Contains(b.String(), "'=1+1") {
			t.Errorf("a formula is written: %q", b.String())
		}
		got, err := streamed(name, b.Bytes())
		if err != nil || !strings.Contains(got, "2 只在甲表|=1+1\n3 -2|007\n4 @x|") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestALongXLSXIsReadRowByRow: one that a roster may not be; numbers are as they are
// stored, and where they are shown with zeros before them as they are shown.
func TestALongXLSXIsReadRowByRow(t *testing.T) {
	const rows = sheetfile.MostRows + 5
	var plain bytes.Buffer
	if err := sheetfile.WriteRows("t.xlsx", &plain, func(yield func([]string) bool) {
		for n := range rows {
			if !yield([]string{fmt.Sprintf("%06d", n), "澄河𬭎", "=1"}) {
				return
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	numbered := func(format string) []byte {
		return book(t, func(f *excelize.File) {
			w, err := f.NewStreamWriter("Sheet1")
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				t.Fatal(err)
			}
			for n := range rows {
				if err := w.SetRow(fmt.Sprintf("A%d", n+1), []any{excelize.Cell{StyleID: style, Value: 13905550000 + n}, "x"}); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
		})
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"texts", plain.Bytes(), "20005 020004|澄河𬭎|=1"},
		{"numbers", numbered("0.00"), "20005 13905570004|x"},
		{"with zeros", numbered("0000000000000"), "20005 0013905570004|x"},
	} {
		got, err := streamed("t.xlsx", c.data)
		if err != nil || strings.Count(got, "\n") != rows-1 || !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: …%s, %v", c.name, got[max(0, len(got)-40):], err)
		}
	}
	var fault *hearing.SheetError
	merged := changed(t, plain.Bytes(), "xl/worksheets/sheet1.xml", func(s string) string {
		return strings.Replace(s, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:A9"/></mergeCells>`, 1)
	})
	if _, err := streamed("t.xlsx", merged); !errors.As(err, &fault) || fault.Why != hearing.SheetAsCSV {
		t.Errorf("merged cells of a long sheet: %v", err)
	}
}
