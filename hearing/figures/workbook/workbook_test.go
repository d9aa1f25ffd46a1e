package workbook_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures/workbook"
)

func sheet() workbook.Sheet {
	return workbook.Sheet{Name: "统计", Head: []string{"指标", "数值", "占比", "日期"}, Rows: [][]workbook.Cell{
		{"已召开", 3, workbook.Decimal{N: 6729, Places: 2, Percent: true}, calendar.NewDate(2023, 7, 18)},
		{"=1+1", -2, workbook.Decimal{N: -114750, Places: 2}, calendar.Date{}},
		{"@SUM(A1)", 0, nil, nil}},
		Foot: []string{"统计时间：2023-12-20 09:00"}}
}

func TestXLSXIsReadBack(t *testing.T) {
	data, err := workbook.XLSX(sheet(), workbook.Sheet{Name: "明细", Head: []string{"事项"}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for _, c := range []struct {
		cell, shown, raw string
		kind             excelize.CellType
	}{
		{"A1", "指标", "指标", excelize.CellTypeInlineString},
		{"B2", "3", "3", excelize.CellTypeUnset}, // a number has no type of its own
		{"C2", "67.29%", "0.6729", excelize.CellTypeUnset},
		{"D2", "2023-07-18", "45125", excelize.CellTypeUnset},
		{"A3", "=1+1", "=1+1", excelize.CellTypeInlineString},
		{"B3", "-2", "-2", excelize.CellTypeUnset},
		{"C3", "-1147.50", "-1147.5", excelize.CellTypeUnset},
		{"D3", "", "", excelize.CellTypeUnset},
		{"A4", "@SUM(A1)", "@SUM(A1)", excelize.CellTypeInlineString},
		{"A6", "统计时间：2023-12-20 09:00", "统计时间：2023-12-20 09:00", excelize.CellTypeInlineString},
	} {
		shown, err := f.GetCellValue("统计", c.cell)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := f.GetCellValue("统计", c.cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		kind, err := f.GetCellType("统计", c.cell)
		if err != nil {
			t.Fatal(err)
		}
		formula, err := f.GetCellFormula("统计", c.cell)
		if err != nil || formula != "" {
			t.Errorf("%s is a formula: %q, %v", c.cell, formula, err)
		}
		if shown != c.shown || raw != c.raw || kind != c.kind {
			t.Errorf("%s: %q, %q, type %d; want %q, %q, type %d", c.cell, shown, raw, kind, c.shown, c.raw, c.kind)
		}
	}
	panes, err := f.GetPanes("统计")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("headings do not stay: %+v, %v", panes, err)
	}
	if names := f.GetSheetList(); strings.Join(names, " ") != "统计 明细" {
		t.Errorf("sheets: %v", names)
	}
}

// TestASheetCanBeFilteredAndPrinted reads what stands in the file beside the cells.
func TestASheetCanBeFilteredAndPrinted(t *testing.T) {
	data, err := workbook.XLSX(sheet())
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for name, parts := range map[string][]string{
		"xl/worksheets/sheet1.xml": {`<autoFilter ref="$A$1:$D$4"`, `fitToPage="true"`, `fitToWidth="1"`, `fitToHeight="0"`, `orientation="portrait"`, `state="frozen"`},
		"xl/workbook.xml":          {`name="_xlnm.Print_Titles"`, `!$1:$1<`},
	} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			if !strings.Contains(string(text), p) {
				t.Errorf("%s has no %s: %s", name, p, text)
			}
		}
	}
}

func TestCSV(t *testing.T) {
	data, err := workbook.CSV(sheet())
	if err != nil {
		t.Fatal(err)
	}
	const want = "\ufeff指标,数值,占比,日期\r\n已召开,3,67.29%,2023-07-18\r\n'=1+1,-2,-1147.50,\r\n'@SUM(A1),0,,\r\n统计时间：2023-12-20 09:00\r\n"
	if string(data) != want {
		t.Errorf("%q, want %q", data, want)
	}
}

func TestDecimal(t *testing.T) {
	for want, d := range map[string]workbook.Decimal{"0.05": {N: 5, Places: 2}, "-0.05%": {N: -5, Places: 2, Percent: true}, "38%": {N: 38, Percent: true}, "12.5": {N: 125, Places: 1}} {
		if d.String() != want {
			t.Errorf("%s, want %s", d, want)
		}
	}
}
