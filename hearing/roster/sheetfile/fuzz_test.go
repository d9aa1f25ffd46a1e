package sheetfile_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
)

func FuzzXLSX(f *testing.F) {
	small := book(f, func(b *excelize.File) {
		set(b, map[string]any{"A1": "名册", "A2": "姓名", "B2": "出生日期", "A3": "张三", "B3": 31118})
		_ = b.MergeCell("Sheet1", "A1", "B1")
		_ = b.MergeCell("Sheet1", "B3", "B9")
	})
	f.Add(small)
	f.Add(archive(f, "xl/workbook.xml", `<workbook><sheets><sheet name="a" r:id="x"/></sheets></workbook>`))
	f.Add(patched(f, small, "xl/worksheets/sheet1.xml", `<row r="3"`, `<row r="1048577"`))
	f.Add(patched(f, small, "xl/worksheets/sheet1.xml", `t="s"><v>0`, `t="s"><v>99`))
	f.Fuzz(func(t *testing.T, data []byte) { anything(t, "a.xlsx", data) })
}

// FuzzSheet has a whole package around what is tried, so that the readers of its
// XML are reached.
func FuzzSheet(f *testing.F) {
	const head, foot = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, `</worksheet>`
	for _, seed := range []string{
		`<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>张三</t></is></c><c r="C2"><v>1.39e10</v></c></row></sheetData><mergeCells><mergeCell ref="B2:B9"/></mergeCells>`,
		`<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`,
		`<sheetData><row><c t="s"><v>-1</v></c><c t="s"><v>99</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>1985-03-12</v></c></row></sheetData>`,
		`<sheetData><row r="3"/><row r="2"><c r="A2"><f>A2</f></c></row></sheetData><mergeCells><mergeCell ref="A1"/><mergeCell ref="A9:A1"/><mergeCell/></mergeCells>`,
		`<x:sheetData><x:row><x:c r="A1"><x:v>&#x10FFFF;</x:v></x:c></x:row></x:sheetData>`,
	} {
		f.Add(seed)
	}
	small := book(f, func(b *excelize.File) { set(b, map[string]any{"A1": "姓名", "B1": "电话"}) })
	f.Fuzz(func(t *testing.T, sheet string) {
		anything(t, "a.xlsx", changed(t, small, "xl/worksheets/sheet1.xml", func(string) string { return head + sheet + foot }))
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("姓名,电话\n王䶮,139"))
	f.Add([]byte("\ufeff姓名\t电话\r\n\"王\n䶮\"\t1"))
	f.Add([]byte("\xd0\xd5\xc3\xfb;\xb5\xe7\xbb\xb0\n\xd5\xc5\xc8\xfd;1"))
	f.Add([]byte("\xff\xfea\x00,\x00"))
	f.Add([]byte(`a,"b`))
	f.Fuzz(func(t *testing.T, data []byte) { anything(t, "a.csv", data) })
}

// anything is read, or refused with a reason; rows are in order and say
// something.
func anything(t *testing.T, name string, data []byte) {
	sheets, err := sheetfile.Read(name, data)
	var fault *hearing.SheetError
	if err != nil {
		if !errors.As(err, &fault) || fault.Why == "" {
			t.Fatalf("an error without a reason: %v", err)
		}
		return
	}
	for _, s := range sheets {
		last := 0
		for _, r := range s.Rows {
			if r.N <= last || strings.TrimSpace(texts(roster.Sheet{Rows: []roster.Row{r}})) == "" {
				t.Fatalf("row %d after %d: %v", r.N, last, r.Cells)
			}
			last = r.N
		}
	}
}
