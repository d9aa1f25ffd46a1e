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

// TestALongRowGoesOn holds that a row longer than a page is parted between its
// lines, below the header of its table, and that nothing of it is lost.
func TestALongRowGoesOn(t *testing.T) {
	cell := func(s string) document.Cell {
		return document.Cell{Lines: []document.Paragraph{{Runs: []document.Run{{Text: s}}}}}
	}
	long := strings.Repeat("打通被占用的消防通道；", 150)
	got := pages(t, document.Document{Title: "表", Style: document.Record, Blocks: []document.Block{document.Table{Widths: []float64{1, 3}, Rows: []document.Row{
		{Header: true, Cells: []document.Cell{cell("事项"), cell("内容")}},
		{Cells: []document.Cell{cell("建议"), cell(long)}},
		{Cells: []document.Cell{cell("结论"), cell("同意。")}},
	}}}})
	all := ""
	for i, p := range got {
		if strings.Count(p, "事项") != 1 {
			t.Errorf("page %d of %d has no header:\n%s", i+1, len(got), p)
		}
		if n := strings.Count(p, "\n"); n < 4 || n > 34 {
			t.Errorf("page %d of %d has %d lines:\n%s", i+1, len(got), n, p)
		}
		all += p
	}
	if n := strings.Count(strings.ReplaceAll(all, "\n", ""), "通道"); len(got) < 3 || n < 145 {
		t.Errorf("%d pages have the text %d times", len(got), n)
	}
}

// TestThePaperEndsInCompany holds that a last page bears three lines or rows, and
// at least two of one paragraph.
func TestThePaperEndsInCompany(t *testing.T) {
	sign := document.SignLine{Label: "承办检察官", Dated: true}
	for rows := 10; rows < 40; rows++ {
		table := document.Table{Widths: []float64{1}, Small: true}
		for i := range rows {
			table.Rows = append(table.Rows, document.Row{Height: 10, Cells: []document.Cell{{Lines: []document.Paragraph{{Runs: []document.Run{{Text: fmt.Sprintf("事项%d", i+1)}}}}}}})
		}
		got := pages(t, document.Document{Title: "表", Style: document.Record, Blocks: []document.Block{table, sign}})
		if last := got[len(got)-1]; strings.Count(last, "事项") < 2 {
			t.Errorf("%d rows: the last page is\n%s", rows, last)
		}
	}
	for lines := 20; lines < 28; lines++ {
		got := pages(t, document.Document{Title: "文", Style: document.Record, Blocks: []document.Block{document.Paragraph{Runs: []document.Run{{Text: strings.Repeat("检", 28*lines)}}}}})
		if n := strings.Count(got[len(got)-1], "检"); n < 2*28 {
			t.Errorf("%d lines: the last page has %d characters", lines, n)
		}
	}
}

// TestAFormPushedOverItsPage holds that long values make the type of a form's
// table smaller before they take a second page.
func TestAFormPushedOverItsPage(t *testing.T) {
	form := func(long int) document.Document {
		table := document.Table{Widths: []float64{1, 3}}
		for range 14 {
			table.Rows = append(table.Rows, document.Row{Height: 10, Cells: []document.Cell{{Lines: []document.Paragraph{{Runs: []document.Run{{Text: "送达地址"}}}}},
				{Lines: []document.Paragraph{{Runs: []document.Run{{Text: strings.Repeat("址", long)}}}}}}})
		}
		return document.Document{Title: "送达回证", Style: document.Record, Blocks: []document.Block{document.Title{Text: "送达回证"}, table}}
	}
	for _, c := range []struct {
		long  int
		size  float64
		pages int
	}{{20, 14, 1}, {25, 12, 1}, {45, 10.5, 1}, {200, 14, 5}} {
		p, err := typesetter().Set(form(c.long))
		if err != nil || len(p) != c.pages || p[0].Type != c.size {
			t.Errorf("%d characters a row: %d pages of %g points, %v; want %d of %g", c.long, len(p), p[0].Type, err, c.pages, c.size)
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
