package docx

import (
	"fmt"
	"math"
	"strings"

	"hearingdesk/hearing/document"
)

// The heads of GB/T 9704-2012, as the pages have them: mm from the top of the
// text area. A line of an exact height stands on a baseline at eight tenths of
// it, our type 0.88 of its height below its upper edge.
const (
	top        = 37.0 // of the text area, below the page's edge
	letterLeft = left + (textMM-document.LetterWide)/2
	mmPoint    = 25.4 / 72
	bodyType   = 16 * mmPoint
	bodyLine   = 225.0 / 22
	ink        = "FF0000"
)

// emTop is where the upper edge of type stands below that of its line.
func emTop(line, em float64) float64 { return 0.8*line - 0.88*em }

// head writes what stands above the title: the office's name, the number, and
// red rules as borders; empty lines of an exact height lie between them. What the
// sheet bears already is left free.
func (b *body) head() {
	switch b.doc.Head.Kind {
	case document.HeadRed:
		b.redHead()
	case document.HeadLetter:
		b.letterHead()
	}
}

// mark is the office's name as it was broken into lines; with none, an empty line
// of its height.
func (b *body) mark(properties string) (height float64) {
	em := b.shape.MarkType * mmPoint
	line := em * document.MarkLine
	lines := b.shape.Mark
	b.begin("RedHead", properties+fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="exact"/>`, int(math.Round(line*twips))))
	text := strings.Join(lines, "\n")
	if b.doc.Head.Free {
		text = strings.Repeat("\n", max(0, len(lines)-1))
	}
	b.run(document.Run{Text: text}, size(int(2*b.shape.MarkType)))
	b.out.WriteString(`</w:p>`)
	return line * float64(len(lines))
}

// redHead writes the head of an office's paper: the name from 35 mm on, the number
// two lines below it, the rule 4 mm below the number.
func (b *body) redHead() {
	em := b.shape.MarkType * mmPoint
	y := document.RedTop - emTop(em*document.MarkLine, em)
	b.space(y)
	y += b.mark("")
	foot := document.RedTop + em*(1+document.MarkLine*float64(len(b.shape.Mark)-1))
	if number, issuer := b.doc.Numbered(); number != nil || issuer != nil {
		from := foot + 2*bodyLine + (bodyLine-bodyType)/2
		b.space(from - emTop(bodyLine, bodyType) - y)
		b.numberLine(number, issuer)
		y, foot = from-emTop(bodyLine, bodyType)+bodyLine, from+bodyType
	}
	border := fmt.Sprintf(`<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="%s"/></w:pBdr>`, ink)
	if b.doc.Head.Free {
		border = ""
	}
	b.begin("", `<w:keepNext/>`+border+lines(int(max(0.4, foot+document.UnderNumber-y)*twips)))
	b.out.WriteString(`</w:p>`)
	b.space(2*float64(b.pitch)/twips - 0.95)
}

// letterHead writes the head of a letter: the name from 30 mm below the page's
// edge on in a frame whose lower border is the double rule, and the other one
// 20 mm above the lower edge in a frame too.
func (b *body) letterHead() {
	em := b.shape.MarkType * mmPoint
	rules := func(side, kind string, space float64) string {
		if b.doc.Head.Free {
			return ""
		}
		return fmt.Sprintf(`<w:pBdr><w:%s w:val="%s" w:sz="18" w:space="%d" w:color="%s"/></w:pBdr>`, side, kind, int(math.Round(space/mmPoint)), ink)
	}
	b.begin("", frame(letterLeft, 297-document.LetterFoot-document.DoubleRule, document.LetterWide)+rules("top", "thickThinSmallGap", 0)+lines(thin))
	b.out.WriteString(`</w:p>`)
	from := document.LetterTop - emTop(em*document.MarkLine, em)
	under := document.UnderMark - (em*document.MarkLine - emTop(em*document.MarkLine, em) - em)
	height := b.mark(frame(letterLeft, from, document.LetterWide) + rules("bottom", "thinThickSmallGap", under))
	y := from - top + height + under + document.DoubleRule
	foot := y
	number, _ := b.doc.Numbered()
	if number != nil {
		first := foot + 0.875*bodyType
		b.space(first - emTop(bodyLine, bodyType) - y)
		b.line("", `<w:keepNext/><w:jc w:val="right"/>`, number.Text)
		y, foot = first-emTop(bodyLine, bodyType)+bodyLine, first+bodyType
	}
	b.space(foot + 2*float64(b.pitch)/twips - 0.95 - y)
}

// numberLine is the number in its middle, or both number and issuer one character
// in from the edges.
func (b *body) numberLine(number *document.DocNumber, issuer *document.Issuer) {
	exact := lines(pitch)
	if issuer == nil {
		b.line("", `<w:keepNext/>`+exact+`<w:jc w:val="center"/>`, number.Text)
		return
	}
	b.begin("", fmt.Sprintf(`<w:keepNext/><w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>%s<w:ind w:left="%d"/><w:jc w:val="left"/>`, textWidth-cell, exact, cell))
	if number != nil {
		b.run(document.Run{Text: number.Text}, "")
	}
	b.out.WriteString(`<w:r><w:tab/></w:r>`)
	b.run(document.Run{Text: document.IssuerLabel}, "")
	b.run(document.Run{Text: issuer.Name, Face: document.Kai}, "")
	b.out.WriteString(`</w:p>`)
}

// space is an empty line so many mm high that stays with what follows.
func (b *body) space(mm float64) {
	if mm <= 0 {
		return
	}
	b.begin("", `<w:keepNext/>`+lines(int(math.Round(mm*twips))))
	b.out.WriteString(`</w:p>`)
}

// imprint writes the record at the foot of the last page in frames that stand on
// the foot of the text area: rules, and the text one character in; a letter's has
// no rules.
func (b *body) imprint(v document.Imprint) {
	if v.Empty(b.doc.Head) {
		return
	}
	const em = 14 * mmPoint
	ruled := b.doc.Head.Kind != document.HeadLetter
	y := textFoot
	for _, h := range b.shape.Imprint {
		y -= h
	}
	rule := func(eighths int) {
		if ruled {
			b.begin("Imprint", frame(left, y, textMM)+fmt.Sprintf(`<w:pBdr><w:top w:val="single" w:sz="%d" w:space="0" w:color="auto"/></w:pBdr>`, eighths)+lines(thin))
			b.out.WriteString(`</w:p>`)
		}
	}
	b.hang()
	rule(8)
	row := func(n int, properties string, texts ...string) {
		b.begin("Imprint", frame(left+em, y, textMM-2*em)+properties)
		for k, text := range texts {
			if k > 0 {
				b.out.WriteString(`<w:r><w:tab/></w:r>`)
			}
			b.run(document.Run{Text: text}, "")
		}
		b.out.WriteString(`</w:p>`)
		y += b.shape.Imprint[n]
	}
	rows := 0
	if v.Copies != "" {
		row(rows, `<w:ind w:left="840" w:hanging="840"/>`, document.CopiesLabel+v.Copies+"。")
		rows++
	}
	if v.Office != "" && ruled {
		if rows > 0 {
			rule(6)
		}
		row(rows, fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, textWidth-2*280), v.Office, v.DateText())
	}
	rule(8)
}
