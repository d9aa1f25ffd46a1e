package docx

import (
	"fmt"
	"unicode/utf8"

	"hearingdesk/hearing/document"
)

// seatMap writes a plan of a room as a table: a cell for each seat, without rules
// where there is none.
func (b *body) seatMap(v document.SeatMap) {
	width, height := textWidth, 11000
	if b.doc.Wide {
		width, height = 12756, 6300
	}
	if v.Front != "" {
		b.line("", lines(500)+`<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/></w:pBdr><w:jc w:val="center"/>`, v.Front)
	}
	b.flush()
	wide, deep := max(v.Wide, 1), max(v.Deep, 1)
	cell := min(width/wide, 1700)
	row := min(height/deep, 1300)
	fmt.Fprintf(&b.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, cell*wide)
	for range wide {
		fmt.Fprintf(&b.out, `<w:gridCol w:w="%d"/>`, cell)
	}
	b.out.WriteString(`</w:tblGrid>`)
	at := map[[2]int][]document.Place{}
	for _, p := range v.Seats {
		at[[2]int{p.X, p.Y}] = append(at[[2]int{p.X, p.Y}], p)
	}
	for y := range deep {
		fmt.Fprintf(&b.out, `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="atLeast"/></w:trPr>`, row)
		for x := range wide {
			b.seatCell(at[[2]int{x, y}], cell, row)
		}
		b.out.WriteString(`</w:tr>`)
	}
	b.out.WriteString(`</w:tbl>`)
	b.gap = thin
}

func (b *body) seatCell(places []document.Place, cell, row int) {
	border := ""
	if len(places) > 0 {
		line := map[bool]string{true: "dashed", false: "single"}[places[0].Extra]
		border = fmt.Sprintf(`<w:tcBorders><w:top w:val="%[1]s" w:sz="6"/><w:left w:val="%[1]s" w:sz="6"/><w:bottom w:val="%[1]s" w:sz="6"/><w:right w:val="%[1]s" w:sz="6"/></w:tcBorders>`, line)
	}
	fmt.Fprintf(&b.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr>`, cell, border)
	for _, p := range places {
		for _, l := range []struct {
			text string
			most int // half points
			face document.Face
			side string
		}{{p.Label, 13, document.Fang, "left"}, {p.Name, 26, document.Biao, "center"}, {p.Role, 13, document.Fang, "center"}} {
			if l.text == "" {
				continue
			}
			half := min(l.most, max(6, row*l.most/780), max(6, (cell-80)/10/max(1, utf8.RuneCountInString(l.text))))
			b.open("", lines(12*half)+`<w:jc w:val="`+l.side+`"/>`)
			b.run(document.Run{Text: l.text, Face: l.face}, size(half))
			b.out.WriteString(`</w:p>`)
		}
	}
	if len(places) == 0 {
		b.open("", lines(thin))
		b.out.WriteString(`</w:p>`)
	}
	b.out.WriteString(`</w:tc>`)
}
