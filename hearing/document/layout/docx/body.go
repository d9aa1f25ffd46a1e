package docx

import (
	"fmt"
	"strings"

	"rsc.io/qr"

	"hearingdesk/hearing/document"
)

// A body writes the main part of one document.
type body struct {
	doc   document.Document
	out   strings.Builder
	media []part
}

// text returns word/document.xml.
func (b *body) text() ([]byte, error) {
	b.out.WriteString(xmlHead + `<w:document xmlns:w="` + nsW + `" xmlns:r="` + nsR + `"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`)
	for _, block := range b.doc.Blocks {
		if err := b.block(block); err != nil {
			return nil, err
		}
	}
	b.out.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>` +
		page(b.doc.Wide) + `</w:sectPr></w:body></w:document>`)
	return []byte(b.out.String()), nil
}

// relations returns the relations of the main part.
func (b *body) relations() string {
	s := xmlHead + `<Relationships xmlns="` + nsPkg + `relationships">`
	for i, r := range [][2]string{{"styles", "styles.xml"}, {"settings", "settings.xml"}, {"footer", "footer1.xml"}, {"footer", "footer2.xml"}} {
		s += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i+1, nsR, r[0], r[1])
	}
	for i, m := range b.media {
		s += fmt.Sprintf(`<Relationship Id="pic%d" Type="%s/image" Target="%s"/>`, i+1, nsR, strings.TrimPrefix(m.name, "word/"))
	}
	return s + `</Relationships>`
}

func (b *body) block(block document.Block) error {
	switch v := block.(type) {
	case document.Title:
		b.line("Title", "", v.Text)
	case document.Subtitle:
		b.line("Subtitle", "", v.Text)
	case document.DocNumber:
		b.line("", `<w:jc w:val="`+map[bool]string{true: "right", false: "center"}[b.doc.Style == document.Record]+`"/>`, v.Text)
	case document.Heading:
		b.line(fmt.Sprintf("Heading%d", min(max(v.Level, 1), 3)), "<w:keepNext/>", v.Text)
	case document.Paragraph:
		b.paragraph("", v)
	case document.Table:
		b.table(v)
	case document.Signature:
		b.signature(v)
	case document.SignLine:
		b.signLine(v)
	case document.Tear:
		b.line("", `<w:pBdr><w:bottom w:val="dashed" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:jc w:val="center"/>`, v.Text)
	case document.Space:
		b.out.WriteString(strings.Repeat(`<w:p/>`, int(v.Lines+0.5)))
	case document.PageBreak:
		b.out.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	case document.Code:
		return b.code(v)
	case document.Running: // in the footer
	case document.Plate:
		b.plate(v)
	default:
		return fmt.Errorf("no Word form for %T", block)
	}
	return nil
}

// line writes a paragraph of one run.
func (b *body) line(style, properties, text string) {
	b.open(style, properties)
	b.run(document.Run{Text: text}, "")
	b.out.WriteString(`</w:p>`)
}

func (b *body) open(style, properties string) {
	if style != "" {
		style = `<w:pStyle w:val="` + style + `"/>`
	}
	b.out.WriteString(`<w:p><w:pPr>` + style + properties + `</w:pPr>`)
}

var justification = map[document.Align]string{document.Left: "left", document.Centre: "center", document.Right: "right"}

func (b *body) paragraph(style string, p document.Paragraph) {
	properties := ""
	if p.Keep {
		properties = `<w:keepNext/>`
	}
	properties += indent(p.Indent)
	if j := justification[p.Align]; j != "" {
		properties += `<w:jc w:val="` + j + `"/>`
	}
	small := ""
	if p.Small && style == "" {
		small = size(28)
	}
	b.open(style, properties)
	for _, r := range p.Runs {
		b.run(r, small)
	}
	b.out.WriteString(`</w:p>`)
}

// run writes one piece of text. A blank is low lines, because Word hangs
// underlined spaces into the margin; a tick box is the character.
func (b *body) run(r document.Run, properties string) {
	if r.Face != document.Fang {
		properties = font(r.Face) + properties
	}
	text := r.Text
	switch {
	case r.Box:
		text = map[bool]string{true: "☑", false: "□"}[r.Text == "x"]
	case r.Blank > 0:
		text = strings.Repeat("__", r.Blank)
	}
	if r.Under {
		properties += `<w:u w:val="single"/>`
	}
	b.out.WriteString(`<w:r><w:rPr>` + properties + `</w:rPr>`)
	for i, piece := range strings.Split(text, "\n") {
		if i > 0 {
			b.out.WriteString(`<w:br/>`)
		}
		b.out.WriteString(`<w:t xml:space="preserve">` + escape(piece) + `</w:t>`)
	}
	b.out.WriteString(`</w:r>`)
}

// signature sets the office centred on the date, four characters from the
// right with a seal; without one, two characters (GB/T 9704, 7.3.5).
func (b *body) signature(v document.Signature) {
	right := 2
	if v.Seal {
		right = 4
	}
	shift := max(0, (len([]rune(v.Date))-len([]rune(v.Office)))/2)
	keep := `<w:keepNext/>`
	for i := range 2 {
		if v.Seal || i > 0 { // room for the seal above the office's name
			b.out.WriteString(`<w:p><w:pPr>` + keep + `</w:pPr></w:p>`)
		}
	}
	at := func(chars int) string {
		return fmt.Sprintf(`<w:ind w:rightChars="%d" w:right="%d"/><w:jc w:val="right"/>`, chars*100, chars*cell)
	}
	b.line("", keep+at(right+shift), v.Office)
	b.line("", at(right), v.Date)
}

func (b *body) signLine(v document.SignLine) {
	runs := []document.Run{{Text: v.Label}, {Blank: 8}}
	if v.Dated {
		date := "　　年　　月　　日"
		if v.Hour {
			date += "　　时"
		}
		runs = append(runs, document.Run{Text: date})
	}
	b.paragraph("", document.Paragraph{Runs: runs, Align: document.Right, Small: v.Small})
}

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
	fmt.Fprintf(&b.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, width, borders)
	for i, w := range t.Widths {
		columns[i] = int(w / total * float64(width))
		fmt.Fprintf(&b.out, `<w:gridCol w:w="%d"/>`, columns[i])
	}
	b.out.WriteString(`</w:tblGrid>`)
	for _, r := range t.Rows {
		b.row(r, columns)
	}
	b.out.WriteString(`</w:tbl>`)
}

const borders = `<w:tblBorders><w:top w:val="single" w:sz="6"/><w:left w:val="single" w:sz="6"/><w:bottom w:val="single" w:sz="6"/>` +
	`<w:right w:val="single" w:sz="6"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`

func (b *body) row(r document.Row, columns []int) {
	properties := `<w:cantSplit/>`
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
			b.paragraph("TableText", l)
		}
		if len(c.Lines) == 0 { // a cell without a paragraph is no valid cell
			b.out.WriteString(`<w:p/>`)
		}
		b.out.WriteString(`</w:tc>`)
	}
	b.out.WriteString(`</w:tr>`)
}

// code writes a QR code as a picture with its caption.
func (b *body) code(v document.Code) error {
	code, err := qr.Encode(v.Data, qr.M)
	if err != nil {
		return fmt.Errorf("draw QR code: %w", err)
	}
	n := len(b.media) + 1
	b.media = append(b.media, part{fmt.Sprintf("word/media/code%d.png", n), code.PNG()})
	emu := int(document.CodeSize * 36000)
	b.open("", `<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>`)
	fmt.Fprintf(&b.out, `<w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%[1]d"/><wp:docPr id="%d" name="code%[2]d"/><a:graphic>`+
		`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%[2]d" name="code%[2]d"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="pic%[2]d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[1]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, emu, n)
	if v.Caption != "" {
		b.line("TableText", `<w:jc w:val="right"/>`, v.Caption)
	}
	return nil
}
