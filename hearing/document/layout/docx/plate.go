package docx

import (
	"fmt"
	"unicode/utf8"

	"hearingdesk/hearing/document"
)

// plate writes a seat plate: the name on two thirds of a page of its own, in a
// table whose rows are the folds. Word cannot turn a cell upside down; who
// prints from Word folds the sheet lengthwise or prints it twice.
func (b *body) plate(v document.Plate) {
	const third = 3600                                             // less than a third of the page, so that three rows fit between the margins
	points := min(120, 390/max(1, utf8.RuneCountInString(v.Name))) // so that the role stands below it
	b.flush()
	b.out.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="8845" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="8845"/></w:tblGrid>`)
	for range 2 {
		fmt.Fprintf(&b.out, `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8845" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, third)
		for _, l := range []struct {
			text string
			size int
			face document.Face
		}{{v.Name, points, document.Biao}, {v.Role, 28, document.Kai}} {
			if l.text == "" {
				continue
			}
			b.open("", lines(23*l.size)+`<w:jc w:val="center"/>`)
			b.run(document.Run{Text: l.text, Face: l.face}, size(2*l.size))
			b.out.WriteString(`</w:p>`)
		}
		b.out.WriteString(`</w:tc></w:tr>`)
	}
	b.out.WriteString(`</w:tbl>`)
	b.gap, b.turn = thin, true
}
