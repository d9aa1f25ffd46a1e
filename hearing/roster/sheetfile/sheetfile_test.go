package sheetfile_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
)

// book makes an XLSX file as a spreadsheet would.
func book(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(f *excelize.File, cells map[string]any) {
	for cell, v := range cells {
		_ = f.SetCellValue("Sheet1", cell, v) // a wrong one is missed by the test
	}
}

// texts are the rows of a sheet with their numbers: 7: 张三|律师.
func texts(s roster.Sheet) string {
	var b strings.Builder
	for _, r := range s.Rows {
		fmt.Fprintf(&b, "%d: ", r.N)
		for i, c := range r.Cells {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(c.Text)
			if c.Number {
				b.WriteByte('#')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func read(t testing.TB, name string, data []byte) roster.Sheet {
	t.Helper()
	sheets, err := sheetfile.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return sheets[0]
}

func same(t *testing.T, got roster.Sheet, want string) {
	t.Helper()
	if g, w := strings.TrimSpace(texts(got)), strings.TrimSpace(want); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

func TestAnXLSXIsReadAsItIsStored(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(f, map[string]any{"A1": "听证员名册", "A3": "姓名", "B3": "出生日期", "C3": "电话", "D3": "邮编", "E3": "单位",
			"A4": "王䶮", "B4": time.Date(1985, 3, 12, 0, 0, 0, 0, time.UTC), "C4": 13905550111, "D4": 30001, "E4": "澄河区住建局",
			"A5": "𬱖强", "B5": 31107, "C5": "0350-5550112", "A6": "陈𬭎", "B6": 1985.1, "C6": 1.3905550113e10})
		_ = f.MergeCell("Sheet1", "A1", "E1")
		_ = f.MergeCell("Sheet1", "E4", "E6")
		month, _ := f.NewStyle(&excelize.Style{CustomNumFmt: pointer(`yyyy"年"m"月"`)})
		_ = f.SetCellStyle("Sheet1", "B5", "B5", month)
		code, _ := f.NewStyle(&excelize.Style{CustomNumFmt: pointer("000000")})
		_ = f.SetCellStyle("Sheet1", "D4", "D4", code)
	})
	same(t, read(t, "名册.xlsx", data), `
1: 听证员名册
3: 姓名|出生日期|电话|邮编|单位
4: 王䶮|31118#|13905550111#|030001|澄河区住建局
5: 𬱖强|1985年3月|0350-5550112||澄河区住建局
6: 陈𬭎|1985.1#|13905550113#||澄河区住建局`)
}

func pointer(s string) *string { return &s }

func TestFormulasAreNotWorkedOut(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(f, map[string]any{"A1": "姓名", "B1": "电话", "A2": "张三"})
		_ = f.SetCellFormula("Sheet1", "B2", `1+1`)
	})
	same(t, read(t, "a.xlsx", data), "1: 姓名|电话\n2: 张三|") // nothing is remembered of it
	data = patched(t, data, "xl/worksheets/sheet1.xml", "<f>1+1</f>", `<f>WEBSERVICE("http://x.invalid")</f><v>13905550111</v>`)
	same(t, read(t, "a.xlsx", data), "1: 姓名|电话\n2: 张三|13905550111")
}

// patched changes a part of an XLSX file.
func patched(t testing.TB, data []byte, part, old, now string) []byte {
	t.Helper()
	return changed(t, data, part, func(s string) string {
		if !strings.Contains(s, old) {
			t.Fatalf("%s has no %s:\n%s", part, old, s)
		}
		return strings.Replace(s, old, now, 1)
	})
}

func changed(t testing.TB, data []byte, part string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if _, err := text.ReadFrom(r); err != nil { //nolint:gosec // the test's own file
			t.Fatal(err)
		}
		s := text.String()
		if f.Name == part {
			s = change(s)
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = w.Write([]byte(s))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHiddenAndEmptySheetsAreLeftOut(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		for _, name := range []string{"选项", "名册"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			_ = f.SetCellValue(name, "A1", name)
		}
		_ = f.SetSheetVisible("选项", false)
	})
	sheets, err := sheetfile.Read("a.xlsx", data)
	if err != nil || len(sheets) != 1 || sheets[0].Name != "名册" {
		t.Errorf("got %v, %v", sheets, err)
	}
}

func TestACSVIsReadInEachWriting(t *testing.T) {
	const text = "姓名,电话,备注\n王䶮,0350-5550111,\"两行\n的备注\"\n\n𬱖强,13905550112,'=1+1\n"
	const want = "1: 姓名|电话|备注\n2: 王䶮|0350-5550111|两行\n的备注\n4: 𬱖强|13905550112|=1+1"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(text, ",", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"UTF-8": text, "with a mark": "\ufeff" + text, "GB18030": gb, "tabs": strings.ReplaceAll(text, ",", "\t"),
		"semicolons": strings.ReplaceAll(text, ",", ";"), "UTF-16": wide, "CRLF": strings.ReplaceAll(text, "\n", "\r\n")} {
		t.Run(name, func(t *testing.T) { same(t, read(t, "a.csv", []byte(data)), want) })
	}
}

func TestWhatCannotBeARosterIsRefused(t *testing.T) {
	small := book(t, func(f *excelize.File) { set(f, map[string]any{"A1": "姓名", "A2": "张三"}) })
	long := "姓名\n" + strings.Repeat("张三\n", sheetfile.MostRows)
	rows := func(n int) string {
		return `<sheetData>` + strings.Repeat(`<row><c t="inlineStr"><is><t>x</t></is></c></row>`, n) + `</sheetData>`
	}
	sheet := "xl/worksheets/sheet1.xml"
	for _, c := range []struct {
		name string
		data []byte
		want hearing.SheetReason
	}{
		{"nothing", nil, hearing.SheetEmpty},
		{"blanks", []byte(" \n,,\n"), hearing.SheetEmpty},
		{"an empty book", book(t, func(*excelize.File) {}), hearing.SheetEmpty},
		{"old", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), hearing.SheetOld},
		{"bytes", []byte("\x00\x01\x02\xff\xfe"), hearing.SheetBroken},
		{"another package", archive(t, "word/document.xml", "<x/>"), hearing.SheetBroken},
		{"cut off", small[:len(small)/2], hearing.SheetBroken},
		{"large", bytes.Repeat([]byte("a"), sheetfile.MostBytes+1), hearing.SheetLarge},
		{"long CSV", []byte(long), hearing.SheetLong},
		{"long XLSX", patched(t, small, sheet, "<sheetData>", "<sheetData>"+rows(sheetfile.MostRows + 1)[11:len(rows(sheetfile.MostRows+1))-12]), hearing.SheetLong},
		{"wide", patched(t, small, sheet, `r="A2"`, `r="XFD2"`), hearing.SheetLong},
		{"a bomb", archive(t, "xl/workbook.xml", strings.Repeat(" ", 65<<20)), hearing.SheetBomb},
		{"styles without end", patched(t, small, "xl/styles.xml", "<fonts", strings.Repeat("<xf/>", 500_000)+"<fonts"), hearing.SheetBomb},
		{"cells without end", patched(t, small, sheet, "<sheetData>", "<sheetData>"+strings.Repeat("<c/>", 4_000_001)), hearing.SheetBomb},
		{"merges without end", patched(t, small, sheet, "</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A2"/>`, 50_001)+"</mergeCells>"), hearing.SheetBomb},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheets, err := sheetfile.Read("/home/somebody/a.xlsx", c.data)
			var fault *hearing.SheetError
			if !errors.As(err, &fault) || fault.Why != c.want || fault.Name != "a.xlsx" || sheets != nil {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func archive(t testing.TB, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestNothingWrittenIsAFormula writes what a spreadsheet would work out, and
// reads it back.
func TestNothingWrittenIsAFormula(t *testing.T) {
	hostile := []string{`=HYPERLINK("http://x.invalid","看")`, "+8613905550111", "-1", "@SUM(A1)", "\t=1", "'=1", "'", "''", "普通，“引号”\"和逗号,", "两行\n的", "0350", "007", "1985.10", "140101198503120012"}
	s := roster.Sheet{}
	for i, h := range hostile {
		s.Rows = append(s.Rows, roster.Row{N: i + 1, Cells: []roster.Cell{{Text: "x"}, {Text: h}}})
	}
	for _, name := range []string{"a.csv", "a.xlsx"} {
		data, err := sheetfile.Write(name, s)
		if err != nil {
			t.Fatal(err)
		}
		back := read(t, name, data)
		for i, h := range hostile {
			if got := back.Rows[i].Cells[1]; got.Text != h || got.Number {
				t.Errorf("%s: wrote %q, read %+v", name, h, got)
			}
		}
		if name == "a.csv" {
			for _, start := range []string{",=", ",+", ",-", ",@", ",\t", `,"=`} {
				if bytes.Contains(data, []byte(start)) {
					t.Errorf("a value begins with %q", start[1:])
				}
			}
			continue
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for i := range hostile {
			if formula, err := f.GetCellFormula("名册", fmt.Sprintf("B%d", i+1)); formula != "" || err != nil {
				t.Errorf("a formula: %q, %v", formula, err)
			}
		}
	}
}
