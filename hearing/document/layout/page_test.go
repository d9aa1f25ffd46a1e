package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
)

func body(s string) document.Paragraph {
	return document.Paragraph{Indent: 2, Runs: []document.Run{{Text: s}}}
}

// letter is a letter of so many lines of text before its signature.
func letter(lines int, more ...document.Block) document.Document {
	d := document.Document{Title: "函", Style: document.Letter, Blocks: []document.Block{document.Title{Text: "函"}}}
	for i := range lines {
		d.Blocks = append(d.Blocks, body(fmt.Sprintf("第%d行", i+1)))
	}
	d.Blocks = append(d.Blocks, document.Signature{Office: "云岭市澄河区人民检察院", Date: "2023年6月19日", Seal: true})
	d.Blocks = append(d.Blocks, more...)
	return d
}

// pages returns the text of each page.
func pages(t testing.TB, d document.Document) []string {
	t.Helper()
	return strings.Split(strings.TrimSuffix(tool(t, "pdftotext", "-raw", writePDF(t, d), "-"), "\f"), "\f")
}

// TestTheSealIsNeverAlone holds that an office and its date never stand on a
// page without text, and that a few lines too many move closer together first.
func TestTheSealIsNeverAlone(t *testing.T) {
	before := 0
	for lines := 1; lines < 50; lines++ {
		got := pages(t, letter(lines))
		last := got[len(got)-1]
		if !strings.Contains(last, "云岭市澄河区人民检察院") || !strings.Contains(last, "2023年6月19日") || !strings.Contains(last, fmt.Sprintf("第%d行", lines)) {
			t.Errorf("%d lines: the last page is\n%s", lines, last)
		}
		if len(got) < before {
			t.Errorf("%d lines need %d pages, one line less %d", lines, len(got), before)
		}
		if len(got) > before && before > 0 && (lines < 19 || lines > 46) {
			t.Errorf("page %d begins with %d lines", len(got), lines)
		}
		before = len(got)
	}
}

// TestAReplySlipStaysWhole holds that a slip is torn from one page.
func TestAReplySlipStaysWhole(t *testing.T) {
	slip := []document.Block{
		document.Tear{Text: "回执"},
		document.Paragraph{Small: true, Keep: true, Runs: []document.Run{{Text: "本人能参加。"}}},
		document.Paragraph{Small: true, Keep: true, Runs: []document.Run{{Text: "原因："}, {Blank: 10}}},
		document.SignLine{Label: "签名", Dated: true, Small: true},
		document.Code{Data: "h-e2/07c/1", Caption: "文书编号"},
	}
	for lines := 1; lines < 30; lines++ {
		for i, p := range pages(t, letter(lines, slip...)) {
			n := 0
			for _, s := range []string{"回执", "本人能参加", "原因", "签名", "文书编号"} {
				if strings.Contains(p, s) {
					n++
				}
			}
			if n != 0 && n != 5 {
				t.Errorf("%d lines: page %d has a part of the slip:\n%s", lines, i+1, p)
			}
		}
	}
}

// TestATableFillsItsPage holds that header rows are repeated and that spare
// rows fill the last page but begin none.
func TestATableFillsItsPage(t *testing.T) {
	cells := func(s string) []document.Cell {
		return []document.Cell{{Lines: []document.Paragraph{{Runs: []document.Run{{Text: s}}}}}}
	}
	for _, people := range []int{1, 10, 18, 19, 20, 40} {
		table := document.Table{Widths: []float64{1}, Small: true, Rows: []document.Row{{Header: true, Cells: cells("姓名")}}}
		for i := range people {
			table.Rows = append(table.Rows, document.Row{Height: 9, Cells: cells(fmt.Sprintf("参加人%d", i+1))})
		}
		for i := range 30 {
			table.Rows = append(table.Rows, document.Row{Height: 9, Spare: true, Cells: cells(fmt.Sprintf("空行%d", i+1))})
		}
		got := pages(t, document.Document{Title: "表", Style: document.Record, Wide: true, Blocks: []document.Block{table}})
		for i, p := range got {
			if strings.Count(p, "姓名") != 1 || !strings.Contains(p, "参加人") {
				t.Errorf("%d people: page %d of %d is\n%s", people, i+1, len(got), p)
			}
		}
		if all := strings.Join(got, ""); strings.Count(all, "参加人") != people {
			t.Errorf("%d people: %d are there", people, strings.Count(all, "参加人"))
		}
	}
}

// TestRowsStayTogether holds that a question is not parted from its answer.
func TestRowsStayTogether(t *testing.T) {
	table := document.Table{Widths: []float64{1}}
	for i := range 9 {
		for j, s := range []string{"问题", "意见", "理由"} {
			table.Rows = append(table.Rows, document.Row{Height: 20, Keep: j < 2, Cells: []document.Cell{{Lines: []document.Paragraph{{Runs: []document.Run{{Text: fmt.Sprintf("%s%d", s, i+1)}}}}}}})
		}
	}
	for i, p := range pages(t, document.Document{Title: "表", Style: document.Record, Blocks: []document.Block{table}}) {
		if q, a := strings.Count(p, "问题"), strings.Count(p, "理由"); q != a {
			t.Errorf("page %d has %d questions and %d answers:\n%s", i+1, q, a, p)
		}
	}
}

// TestTheFootTakesNoLine holds that notes below the text leave a full page full.
func TestTheFootTakesNoLine(t *testing.T) {
	d := document.Document{Title: "表", Style: document.Record, Blocks: []document.Block{
		document.Paragraph{Runs: []document.Run{{Text: strings.Repeat("检", 28*22)}}},
		document.Paragraph{Foot: true, Runs: []document.Run{{Text: "注：留置送达。"}}},
		document.SignLine{Label: "收到人", Foot: true, Small: true},
		document.Code{Data: "1", Caption: "文书编号"},
	}}
	got := pages(t, d)
	if len(got) != 1 || !strings.Contains(got[0], "注：留置送达。") || !strings.Contains(got[0], "收到人") || !strings.Contains(got[0], "文书编号") {
		t.Errorf("%d pages:\n%s", len(got), strings.Join(got, "\n---\n"))
	}
}
