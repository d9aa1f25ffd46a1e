package layout

import (
	"strconv"

	"hearingdesk/hearing/document"
)

// The page of GB/T 9704-2012, in millimetres.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	marginTop  = 37.0
	marginLeft = 28.0
	textWidth  = 156.0
	textHeight = 225.0
)

// A Page is one page, set and ready to be drawn.
type Page struct {
	Width, Height float64 // mm
	Pitch         float64 // of the lines of body text, mm
	Type          float64 // size of the type in tables that are not small, points
	Spare         int     // rows that were not left out: see [document.Row]

	Mark     []string  // lines of the office's name in the head, of the first page
	MarkType float64   // its type, points
	Imprint  []float64 // heights of the rows of the record at the foot of the last page, mm

	leaf  *leaf // of a file that is printed as it is: then it bears nothing else
	items []item
	foot  []strip // below the text
	lines []entry // of the outline
}

// A sheet is a page's measures.
type sheet struct {
	width, height, left, top, text float64

	first float64 // height of the text on the first page, where it is another
}

// sheetWide is for tables across: it has no red head, so that it can use the
// room above.
var sheetWide = sheet{width: pageHeight, height: pageWidth, left: 36, top: 19, text: 172}

// group returns how many strips from the first must stay together, and their
// height. In a group longer than a page rows need no company, and one that is so
// even then is none.
func group(strips []strip, page float64) (int, float64) {
	for _, paired := range []bool{true, false} {
		if n, height := chain(strips, page, paired); n > 0 {
			return n, height
		}
	}
	return 1, strips[0].height
}

// chain is group, where nothing is longer than a page: else it returns 0.
func chain(strips []strip, page float64, paired bool) (int, float64) {
	height := 0.0
	for i, st := range strips {
		if st.eject {
			return max(i, 1), height
		}
		height += st.height
		if height > page {
			break
		}
		if bound := st.keep || st.pair && paired; !bound || i == len(strips)-1 {
			return i + 1, height
		}
	}
	return 0, 0
}

// runningFoot sets the line to sign that every page bears, below its number.
func (s *setting) runningFoot(p *Page, sh sheet) error {
	if s.running.Text == "" {
		return nil
	}
	if err := s.below(p, sh, []document.Run{{Text: s.running.Text}, {Blank: 16}}, smallSize, 18); err != nil {
		return err
	}
	return s.below(p, sh, []document.Run{{Text: s.running.Note}}, noteSize, 24)
}

// noteSize is the type of a note below the line to sign, points.
const noteSize = 9.0

// below sets a line at the right, so many mm below the text; what does not go on
// it is left out, because there is no room for more.
func (s *setting) below(p *Page, sh sheet, runs []document.Run, size, mm float64) error {
	lines, err := s.lines(document.Paragraph{Runs: runs, Align: document.Right}, size, s.width)
	if err != nil || len(lines) == 0 {
		return err
	}
	for _, it := range s.t.lineItems(lines[0], mm) {
		p.items = append(p.items, it.moved(sh.left, sh.top+sh.text))
	}
	return nil
}

// number is the page number: – 1 – outside below a letter of several pages, the
// first of which has none where it has a letter's head, 第1页 共2页 in the middle
// below a record.
func (s *setting) number(sh sheet, n, of int) ([]item, error) {
	const size = smallSize
	text, align := "— "+strconv.Itoa(n)+" —", document.Right
	switch {
	case s.plates:
		return nil, nil
	case s.doc.Style == document.Record:
		text, align = "第 "+strconv.Itoa(n)+" 页　共 "+strconv.Itoa(of)+" 页", document.Centre
	case of == 1, n == 1 && s.doc.Head.Kind == document.HeadLetter:
		return nil, nil
	case n%2 == 0:
		align = document.Left
	}
	lines, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: text}}, Align: align}, size, s.width)
	if err != nil {
		return nil, err
	}
	em := size * mmPerPt
	shift := map[document.Align]float64{document.Right: -em, document.Left: em}[align] // one character in
	var out []item
	for _, i := range s.t.lineItems(lines[0], 0) {
		out = append(out, i.moved(sh.left+shift, sh.top+sh.text+7+0.38*em))
	}
	return out, nil
}
