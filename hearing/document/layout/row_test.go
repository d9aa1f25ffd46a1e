package layout

import (
	"fmt"
	"testing"

	"github.com/tdewolff/canvas"

	"hearingdesk/assets"
	"hearingdesk/hearing/document"
)

// rowsOn counts the rows of a page that say so.
func rowsOn(p Page, says string) int {
	n := 0
	for _, it := range p.items {
		if it.text == nil {
			continue
		}
		it.text.WalkSpans(func(_, _ float64, s canvas.TextSpan) {
			if s.Text == says {
				n++
			}
		})
	}
	return n
}

func text(s string) document.Paragraph {
	return document.Paragraph{Indent: 2, Runs: []document.Run{{Text: s}}}
}

// TestNoRowStandsAlone sets tables of every length below texts of every length:
// a page that a table begins or ends on bears two of its rows, unless it has one
// only, or two are higher than a quarter of a page.
func TestNoRowStandsAlone(t *testing.T) {
	ts := New(assets.PaperFonts(), nil)
	row := func(text string, height float64) document.Row {
		return document.Row{Height: height, Cells: []document.Cell{{Lines: []document.Paragraph{{Runs: []document.Run{{Text: text}}}}}}}
	}
	for _, height := range []float64{0, 18} {
		for lines := range 8 {
			for rows := 1; rows <= 44; rows += 1 + lines%3 {
				d := document.Document{Title: "名单", Style: document.Record, Blocks: []document.Block{document.Title{Text: "名单"}}}
				for i := range lines {
					d.Blocks = append(d.Blocks, text(fmt.Sprintf("第%d行", i+1)))
				}
				table := document.Table{Widths: []float64{1}, Rows: []document.Row{row("姓名", 0)}}
				table.Rows[0].Header = true
				for range rows {
					table.Rows = append(table.Rows, row("甲乙", height))
				}
				d.Blocks = append(d.Blocks, table)
				for range 6 { // so many that the paper's end keeps no row
					d.Blocks = append(d.Blocks, text("以上笔录已阅，与所说相符。"))
				}
				set, err := ts.Set(d)
				if err != nil {
					t.Fatal(err)
				}
				for i, p := range set {
					if n := rowsOn(p, "甲乙"); n == 1 && rows > 1 {
						t.Errorf("%d lines and %d rows of %.0f mm: one row stands alone on page %d of %d", lines, rows, height, i+1, len(set))
					}
				}
			}
		}
	}
}
