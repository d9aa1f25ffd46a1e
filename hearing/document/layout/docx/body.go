package docx

import (
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing/document"
)

// A body writes the main part of one document.
type body struct {
	doc        document.Document
	shape      Shape
	pages      int // of the paper as it was set
	spare      int // rows that may still come
	pitch      int
	typed      float64 // type in tables that are not small, points
	out        strings.Builder
	media      []part
	turn       bool    // what follows begins a page
	labels     int     // written so far
	columns    int     // of the sheet of labels
	labelWidth float64 // mm
	gap        int     // height of the empty line that is due before what follows
}

// text returns word/document.xml.
func (b *body) text() ([]byte, error) {
	b.out.WriteString(xmlHead + `<w:document xmlns:w="` + nsW + `" xmlns:r="` + nsR + `"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`)
	b.head()
	for _, block := range b.doc.Blocks {
		if err := b.block(block); err != nil {
			return nil, err
		}
	}
	b.endLabels()
	b.turn = false
	b.flush()
	signed := 0 // height of what every page bears below its number
	for _, k := range b.doc.Blocks {
		if v, is := k.(document.Running); is {
			signed = signedLine
			if v.Note != "" {
				signed += noteLine
			}
		}
	}
	if i := slices.IndexFunc(b.doc.Blocks, func(k document.Block) bool { _, is := k.(document.Label); return is }); i >= 0 {
		b.out.WriteString(`<w:sectPr>` + labelPage(b.doc.Blocks[i].(document.Label)) + `</w:sectPr></w:body></w:document>`)
		return []byte(b.out.String()), nil
	}
	b.out.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>` +
		page(b.doc, b.pages, signed, b.pitch) + `</w:sectPr></w:body></w:document>`)
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
	if _, is := block.(document.Label); !is {
		b.endLabels()
	}
	switch v := block.(type) {
	case document.Title:
		b.line("Title", "", v.Text)
	case document.Subtitle:
		b.line("Subtitle", "", v.Text)
	case document.Issuer:
		if b.doc.Head.Kind == "" {
			b.paragraph("", document.Paragraph{Runs: []document.Run{{Text: document.IssuerLabel}, {Text: v.Name, Face: document.Kai}}, Align: document.Right, Keep: true})
		}
	case document.Imprint:
		b.imprint(v)
	case document.DocNumber:
		if b.doc.Head.Kind != "" { // it stands in the head
			return nil
		}
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
		b.line("Tear", `<w:pBdr><w:bottom w:val="dashed" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:jc w:val="center"/>`, v.Text)
	case document.Space:
		b.empty(int(v.Lines * float64(b.pitch)))
	case document.PageBreak:
		b.turn = b.out.Len() > 0
	case document.Code:
		return b.code(v)
	case document.Running: // in the footer
	case document.Plate:
		b.plate(v)
	case document.Picture:
		return b.picture(v)
	case document.Address:
		b.address(v)
	case document.Label:
		b.label(v)
	case document.SeatMap:
		b.seatMap(v)
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
	b.flush()
	b.begin(style, properties)
}

// flush writes the empty line that is due.
func (b *body) flush() {
	if b.gap > 0 {
		gap := b.gap
		b.gap = 0
		b.empty(gap)
	}
}

// empty writes an empty line of a height.
func (b *body) empty(height int) {
	b.open("", lines(max(height, thin)))
	b.out.WriteString(`</w:p>`)
}

// begin begins a paragraph; one that begins a page says so itself, because a
// break in a line of its own leaves that line at the head of the next page.
func (b *body) begin(style, properties string) {
	if b.turn {
		const keep = `<w:keepNext/>` // stands first by the format's order
		rest, kept := strings.CutPrefix(properties, keep)
		b.turn, properties = false, map[bool]string{true: keep}[kept]+`<w:pageBreakBefore/>`+rest
	}
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
	properties += room(p.Runs) + indent(p.Indent)
	if j := justification[p.Align]; j != "" {
		properties += `<w:jc w:val="` + j + `"/>`
	}
	switch {
	case p.Foot && b.doc.Wide: // no room in the lower margin
		style = "Note"
	case p.Foot:
		b.onFoot("Note", 14.7, textMM-document.CodeSize-6, p.Runs)
		return
	case p.Small && style == "":
		style = "Small"
	}
	b.open(style, properties)
	b.runs(p.Runs)
}

func (b *body) runs(runs []document.Run) {
	for _, r := range runs {
		b.run(r, "")
	}
	b.out.WriteString(`</w:p>`)
}

// textMM and textFoot are the width and the foot of the text area, mm.
const (
	textMM   = 156.0
	textFoot = 37.0 + 225
	left     = 28.0
)

// onFoot hangs a paragraph in the lower margin, so many mm below the text.
func (b *body) onFoot(style string, below, width float64, runs []document.Run) {
	b.hang()
	b.begin(style, frame(left, textFoot+below-b.raised(), width)+map[bool]string{true: `<w:jc w:val="right"/>`}[style == "Foot"])
	b.runs(runs)
}

// raised is how much higher the lower margin begins on a letter's only page, where
// its lower rule takes of it; mm.
func (b *body) raised() float64 {
	if b.doc.Head.Kind == document.HeadLetter && b.pages <= 1 {
		return 14.6
	}
	return 0
}

// hang sees to it that a line follows on which a frame hangs.
func (b *body) hang() { b.gap = max(b.gap, thin) }

// run writes one piece of text. A blank is wide low lines, because Word
// hangs underlined spaces into the margin; a tick box is the character.
func (b *body) run(r document.Run, properties string) {
	if r.Ink != nil {
		b.ink(r.Ink)
		return
	}
	if r.Gone {
		properties = `<w:strike/>` + properties
	}
	if r.Face != document.Fang {
		properties = font(r.Face) + properties
	}
	text := r.Text
	switch {
	case r.Box:
		text = map[bool]string{true: "☑", false: "□"}[r.Text == "x"]
	case r.Blank > 0:
		text = strings.Repeat("＿", r.Blank)
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
	office, date := 4.0+float64(max(0, (len([]rune(v.Date))-len([]rune(v.Office)))/2)), 4.0
	if !v.Seal { // the date begins two characters right of the office
		n, wide := float64(len([]rune(v.Office))), 0.0
		for _, r := range v.Date {
			wide += map[bool]float64{true: 0.5, false: 1}[r < 0x80]
		}
		office, date = 2+max(0, 2+wide-n), 2+max(0, n-2-wide)
	}
	keep := `<w:keepNext/>`
	for i := range 2 {
		if v.Seal || i > 0 { // room for the seal above the office's name
			b.line("", keep, "")
		}
	}
	at := func(chars float64) string {
		return fmt.Sprintf(`<w:ind w:rightChars="%d" w:right="%d"/><w:jc w:val="right"/>`, int(chars*100), int(chars*cell))
	}
	b.line("", keep+at(office), v.Office)
	b.line("", at(date), v.Date)
}

func (b *body) signLine(v document.SignLine) {
	runs := []document.Run{{Text: v.Label}, {Blank: 7}}
	if v.Dated {
		date := "　　年　　月　　日"
		if v.Hour {
			date += "　　时"
		}
		runs = append(runs, document.Run{Text: date})
	}
	if v.Foot && !b.doc.Wide {
		b.onFoot("Foot", 13.6, textMM-document.CodeSize-4, runs)
		return
	}
	b.paragraph("", document.Paragraph{Runs: runs, Align: document.Right, Small: v.Small})
}
