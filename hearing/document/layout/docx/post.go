package docx

import (
	"fmt"
	"strings"

	"hearingdesk/hearing/document"
)

// address writes an address into a table of one cell that floats where the
// envelope's window is.
func (b *body) address(v document.Address) {
	b.flush()
	b.float(v.X, v.Y, v.Width)
	b.out.WriteString(tall(v.Height))
	b.cell(v.Width, v.Lines, 0)
	b.out.WriteString(`</w:tr></w:tbl>`)
	b.empty(int((max(v.Y+v.Height, 103) - 37) * twips)) // down to where the text begins
}

// lineBehind is what the last row of a page of labels gives up, in mm, so that
// the line behind the table has its room on the page: the labels above it, and
// what is written on it, stand where the sheet has them.
const lineBehind = 1.5

// label writes a label of a sheet; the sheet's rows go on from label to label.
func (b *body) label(v document.Label) {
	g := v.Grid()
	columns, rows := g.Columns, g.Rows
	n := b.labels % (columns * rows)
	b.labels++
	if n == 0 {
		if b.labels > 1 {
			b.out.WriteString(`</w:tr></w:tbl>`)
			b.turn = true
			b.empty(thin)
		}
		b.flush()
		fmt.Fprintf(&b.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>%s</w:tblGrid>`,
			int(v.Width*twips)*columns, strings.Repeat(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, int(v.Width*twips)), columns))
	}
	if n%columns == 0 {
		if n > 0 {
			b.out.WriteString(`</w:tr>`)
		}
		height := v.Height
		if n/columns == rows-1 {
			height -= lineBehind
		}
		b.out.WriteString(tall(height))
	}
	b.cell(v.Width, v.Lines, 4)
	b.columns, b.labelWidth = columns, v.Width
}

// labelPage is the page of a sheet of labels: its margins are what the labels
// leave free, and it has no foot.
func labelPage(v document.Label) string {
	g := v.Grid()
	x, y := max(0, int(g.Left*twips)), max(0, int(g.Top*twips))
	return fmt.Sprintf(`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="%d" w:right="0" w:bottom="0" w:left="%d" w:header="0" w:footer="0" w:gutter="0"/>`, y, x)
}

// endLabels ends the sheet of labels: a row has all its cells.
func (b *body) endLabels() {
	if b.labels == 0 {
		return
	}
	for ; b.labels%b.columns != 0; b.labels++ {
		b.cell(b.labelWidth, nil, 4)
	}
	b.labels = 0
	b.out.WriteString(`</w:tr></w:tbl>`)
	b.gap = thin
}

// float begins a table of one column that stands at a place of the page; lengths
// in mm.
func (b *body) float(x, y, width float64) {
	fmt.Fprintf(&b.out, `<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="%d" w:tblpY="%d"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="%[3]d"/></w:tblGrid>`,
		int(x*twips), int(y*twips), int(width*twips))
}

// tall begins a row that is exactly so high, in mm.
func tall(height float64) string {
	return fmt.Sprintf(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr>`, int(height*twips))
}

// cell writes the lines of an address, free of the cell's edge by so many mm.
func (b *body) cell(width float64, lines []document.Paragraph, free float64) {
	edge := int(free * twips)
	fmt.Fprintf(&b.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:tcMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%[2]d" w:type="dxa"/><w:bottom w:w="%[2]d" w:type="dxa"/><w:right w:w="%[2]d" w:type="dxa"/></w:tcMar></w:tcPr>`,
		int(width*twips), edge)
	style := "TableText"
	if len(lines) > 4 {
		style = "TableSmall"
	}
	for _, l := range lines {
		b.paragraph(style, l)
	}
	if len(lines) == 0 { // a cell without a paragraph is no valid cell
		b.paragraph(style, document.Paragraph{})
	}
	b.out.WriteString(`</w:tc>`)
}
