package docx

import (
	"fmt"
	"math"
	"unicode/utf8"

	"hearingdesk/hearing/document"
)

func (b *body) table(t document.Table) {
	total := 0.0
	for _, w := range t.Widths {
		total += w
	}
	width := textWidth
	if b.doc.Wide {
		width = 12756 // 225 mm
	}
	columns := make([]int, len(t.Widths))
	b.gap = 0
	b.empty(spacer)
	fmt.Fprintf(&b.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/>%s</w:tblPr><w:tblGrid>`, width, borders, padding)
	for i, w := range t.Widths {
		columns[i] = int(w / total * float64(width))
		fmt.Fprintf(&b.out, `<w:gridCol w:w="%d"/>`, columns[i])
	}
	b.out.WriteString(`</w:tblGrid>`)
	for i, r := range t.Rows {
		if r.Spare {
			if b.spare--; b.spare < 0 {
				continue
			}
		}
		b.row(r, columns, map[bool]string{true: "TableSmall", false: "TableText"}[t.Small], t.Stays(i))
	}
	b.out.WriteString(`</w:tbl>`)
	b.gap = spacer
}

// padding is that of cells: 1.6 mm on each side.
const padding = `<w:tblCellMar><w:top w:w="91" w:type="dxa"/><w:left w:w="91" w:type="dxa"/><w:bottom w:w="91" w:type="dxa"/><w:right w:w="91" w:type="dxa"/></w:tblCellMar>`

const borders = `<w:tblBorders><w:top w:val="single" w:sz="6"/><w:left w:val="single" w:sz="6"/><w:bottom w:val="single" w:sz="6"/>` +
	`<w:right w:val="single" w:sz="6"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`

func (b *body) row(r document.Row, columns []int, style string, stays bool) {
	properties := `<w:cantSplit/>`
	if b.tall(r, columns, style) {
		properties, stays = "", false
	}
	if r.Height > 0 {
		properties += fmt.Sprintf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, int(r.Height*56.7))
	}
	if r.Header {
		properties += `<w:tblHeader/>`
	}
	b.out.WriteString(`<w:tr><w:trPr>` + properties + `</w:trPr>`)
	at := 0
	for _, c := range r.Cells {
		span, width := max(c.Span, 1), 0
		for _, w := range columns[min(at, len(columns)):min(at+span, len(columns))] {
			width += w
		}
		at += span
		properties := fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, width)
		if span > 1 {
			properties += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, span)
		}
		if !c.Top {
			properties += `<w:vAlign w:val="center"/>`
		}
		b.out.WriteString(`<w:tc><w:tcPr>` + properties + `</w:tcPr>`)
		for _, l := range c.Lines {
			if l.Align == document.Justify {
				l.Align = c.Align
			}
			l.Keep = l.Keep || stays
			b.paragraph(style, l)
		}
		if len(c.Lines) == 0 { // a cell without a paragraph is no valid cell
			b.paragraph(style, document.Paragraph{})
		}
		b.out.WriteString(`</w:tc>`)
	}
	b.out.WriteString(`</w:tr>`)
}

// tall reports whether a row takes more than half a page, so that it may go on on
// the next one.
func (b *body) tall(r document.Row, columns []int, style string) bool {
	points, at := b.typed, 0
	if style == "TableSmall" {
		points = 10.5
	}
	half := pitch * 11
	if b.doc.Wide {
		half = 4875 // of 172 mm
	}
	for _, c := range r.Cells {
		width := -2 * 91
		for _, w := range columns[min(at, len(columns)):min(at+max(c.Span, 1), len(columns))] {
			width += w
		}
		at += max(c.Span, 1)
		n := 0.0
		for _, l := range c.Lines {
			runes := 0
			for _, run := range l.Runs {
				runes += utf8.RuneCountInString(run.Text) + run.Blank
			}
			n += math.Ceil(float64(runes) * points * 20 / float64(width))
		}
		if n*points*rowLine+2*91 > float64(half) {
			return true
		}
	}
	return false
}
