package docx

import (
	"fmt"
	"strings"

	"hearingdesk/hearing/document"
)

// Measures of GB/T 9704-2012 in Word's units: twentieths of a point.
const (
	pitch     = 580  // line pitch: 225 mm / 22 lines = 28.99 pt
	cell      = 316  // character pitch: 156 mm / 28 characters = 15.79 pt
	tracking  = -4   // 15.79 − 16 pt: a grid of characters would do it too, but WPS and LibreOffice read that one differently
	textWidth = 8845 // 156 mm
	twips     = 1440 / 25.4
	spacer    = 85 // 1.5 mm, above and below a table
	rowLine   = 29 // line of a table, for each point of its type
	thin      = 20 // the least line, on which frames hang

	signedLine = 624 // 11 mm, from a page's number to the line to sign on every page
	noteLine   = 300 // 5 mm, from that line to the note below it
)

// page is the A4 page with its margins of 37, 26, 35 and 28 mm; across, of 19
// and 36 mm. The lower one is half a millimetre less, so that 22 lines fit in
// whole twentieths of a point, and the thin line after them. signed is the height
// of what every page bears below its number.
func page(d document.Document, pages, signed, pitch int) string {
	size, margins := `<w:pgSz w:w="11906" w:h="16838"/>`, `w:top="2098" w:right="1474" w:bottom="1955" w:left="1588"`
	footer := 1400
	if d.Wide {
		size, margins = `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`, `w:top="1077" w:right="2041" w:bottom="1077" w:left="2041"`
		footer = 454
	}
	footer -= signed
	first := ""
	if d.Head.Kind == document.HeadLetter { // its first page has no number
		first = `<w:titlePg/>`
		if pages == 1 { // text may go down to the lower rule (10.1), where Word's lines need it
			margins = strings.Replace(margins, `w:bottom="1955"`, `w:bottom="1502"`, 1)
		}
	}
	return size + fmt.Sprintf(`<w:pgMar %s w:header="851" w:footer="%d" w:gutter="0"/>%s<w:docGrid w:type="lines" w:linePitch="%d"/>`, margins, footer, first, pitch)
}

// A hand is a face as Word's fonts: the first is what offices have, and Word
// and WPS substitute it where it is missing.
var hands = map[document.Face]string{
	document.Fang: "仿宋_GB2312",
	document.Hei:  "黑体",
	document.Kai:  "楷体_GB2312",
	document.Biao: "方正小标宋简体",
}

func font(f document.Face) string {
	return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="` + hands[f] + `"/>`
}

func style(id, name, based, paragraph, run string) string {
	if based != "" {
		based = `<w:basedOn w:val="` + based + `"/>`
	}
	return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + based + `<w:qFormat/>` +
		`<w:pPr>` + paragraph + `</w:pPr><w:rPr>` + run + `</w:rPr></w:style>`
}

func size(halfPoints int) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/>`, halfPoints)
}

// styles are those of the text, for a pitch of its lines and a size of the type
// in tables, in points.
func styles(pitch int, table float64) string {
	return xmlHead + `<w:styles xmlns:w="` + nsW + `"><w:docDefaults><w:rPrDefault><w:rPr>` + font(document.Fang) + fmt.Sprintf(`<w:spacing w:val="%d"/>`, tracking) + size(32) +
		`<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		strings.Replace(style("Normal", "Normal", "", fmt.Sprintf(`<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:line="%d" w:lineRule="exact"/><w:jc w:val="both"/>`, pitch), ""),
			`w:type="paragraph"`, `w:type="paragraph" w:default="1"`, 1) +
		style("Title", "Title", "Normal", `<w:keepNext/><w:spacing w:before="0" w:after="290" w:line="737" w:lineRule="exact"/><w:jc w:val="center"/>`, font(document.Biao)+size(44)) +
		style("Subtitle", "Subtitle", "Normal", `<w:keepNext/><w:jc w:val="center"/>`, font(document.Kai)) +
		style("Heading1", "heading 1", "Normal", indent(2)+`<w:outlineLvl w:val="0"/>`, font(document.Hei)) +
		style("Heading2", "heading 2", "Normal", indent(2)+`<w:outlineLvl w:val="1"/>`, font(document.Kai)) +
		style("Heading3", "heading 3", "Normal", indent(2)+`<w:outlineLvl w:val="2"/>`, "") +
		style("Small", "Small", "Normal", lines(pitch*8/10), size(28)) +
		style("Tear", "Tear", "Normal", lines(510), font(document.Kai)+size(24)) +
		style("TableText", "Table Text", "Normal", lines(int(table*rowLine))+`<w:jc w:val="left"/>`, size(int(2*table))) +
		style("TableSmall", "Table Small", "TableText", lines(304), size(21)) +
		style("RedHead", "Red Head", "Normal", `<w:keepNext/><w:jc w:val="center"/>`, font(document.Biao)+`<w:color w:val="`+ink+`"/><w:spacing w:val="0"/>`) +
		style("Imprint", "Imprint", "Normal", lines(397)+`<w:jc w:val="left"/>`, size(28)) +
		style("Foot", "Foot", "Normal", lines(364), size(28)) +
		style("Note", "Note", "Normal", lines(273)+`<w:jc w:val="left"/>`, size(21)) +
		style("Caption", "caption", "Normal", lines(226)+`<w:jc w:val="center"/>`, size(14)) +
		style("Footer", "footer", "Normal", `<w:spacing w:line="280" w:lineRule="exact"/>`, `<w:rFonts w:ascii="SimSun" w:hAnsi="SimSun" w:eastAsia="宋体"/>`+size(28)) +
		`</w:styles>`
}

// lines is the pitch of a style's lines.
func lines(pitch int) string {
	return fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="exact"/>`, pitch)
}

// frame hangs a paragraph in the lower margin: its place on the page and its
// width, in mm.
func frame(x, y, width float64) string {
	return fmt.Sprintf(`<w:framePr w:w="%d" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="%d" w:y="%d"/>`, int(width*twips), int(x*twips), int(y*twips))
}

// indent is a first-line indent of n characters.
func indent(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(`<w:ind w:firstLineChars="%d" w:firstLine="%d"/>`, n*100, n*cell)
}

// footer is the page number: – 1 – outside for a letter, 第X页 共Y页 in the
// middle for a record, with the line to sign that every page bears; seat plates
// and letters of one page have none.
func footer(d document.Document, pages int, side string) string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	text := func(t string) string { return `<w:r><w:t xml:space="preserve">` + t + `</w:t></w:r>` }
	place, line := side, text("— ")+field("PAGE")+text(" —")
	if d.Style == document.Record {
		place, line = "center", text("第 ")+field("PAGE")+text(" 页 共 ")+field("NUMPAGES")+text(" 页")
	}
	if pages == 1 && d.Style == document.Letter {
		line = ""
	}
	signed := ""
	for _, b := range d.Blocks {
		switch v := b.(type) {
		case document.Plate, document.Label:
			line = ""
		case document.Running:
			signed = `<w:p><w:pPr><w:pStyle w:val="Footer"/>` + lines(signedLine) + `<w:jc w:val="right"/></w:pPr>` + text(escape(v.Text)+strings.Repeat("＿", 16)) + `</w:p>`
			if v.Note != "" {
				signed += `<w:p><w:pPr><w:pStyle w:val="Footer"/>` + lines(noteLine) + `<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">` +
					escape(v.Note) + `</w:t></w:r></w:p>`
			}
		}
	}
	return xmlHead + `<w:ftr xmlns:w="` + nsW + `"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="` + place + `"/></w:pPr>` + line + `</w:p>` + signed + `</w:ftr>`
}
