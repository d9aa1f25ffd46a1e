package layout

import (
	"slices"
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
	Spare         int     // rows that were not left out: see [document.Row]
	items         []item
	foot          []strip // below the text
	lines         []entry // of the outline
}

// Set sets a document on pages. A character that no font has is a
// [*GlyphError] that names the field it stands in.
func (t *Typesetter) Set(doc document.Document) ([]Page, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	pages, err := t.pages(doc, pitch)
	if !slices.ContainsFunc(doc.Blocks, func(b document.Block) bool { _, signed := b.(document.Signature); return signed }) {
		return pages, err
	}
	// Where a few lines and the seal would stand on a page of their own, the
	// lines move closer together: GB/T 9704, 7.3.5.4.
	for _, lines := range []float64{23, 24, 25, 26} {
		if err != nil || len(pages) == 1 {
			break
		}
		var closer []Page
		closer, err = t.pages(doc, textHeight/lines)
		if len(closer) < len(pages) {
			return closer, err
		}
	}
	return pages, err
}

// pages sets a document with a pitch of its lines.
func (t *Typesetter) pages(doc document.Document, pitch float64) ([]Page, error) {
	s := &setting{t: t, doc: doc, width: textWidth, pitch: pitch}
	sheet := sheet{pageWidth, pageHeight, marginLeft, marginTop, textHeight}
	if doc.Wide {
		s.width = textHeight
		sheet = sheetWide
	}
	for _, b := range doc.Blocks {
		if err := s.block(b); err != nil {
			return nil, err
		}
	}
	pages := sheet.paginate(s.strips)
	for i := range pages {
		pages[i].Pitch = pitch
		// The code stands at the right, but beside the number of an odd page.
		x, y := s.width-document.CodeSize, sheet.text+6
		if doc.Style == document.Letter && len(pages) > 1 && i%2 == 0 {
			x = 0
		}
		for _, st := range pages[i].foot {
			for _, it := range st.items {
				if st.corner {
					it = it.moved(x, 0)
				}
				pages[i].items = append(pages[i].items, it.moved(sheet.left, sheet.top+y))
			}
		}
		if err := s.runningFoot(&pages[i], sheet); err != nil {
			return nil, err
		}
		items, err := s.number(sheet, i+1, len(pages))
		if err != nil {
			return nil, err
		}
		pages[i].items = append(pages[i].items, items...)
	}
	return pages, nil
}

// A sheet is a page's measures.
type sheet struct{ width, height, left, top, text float64 }

// sheetWide is for tables across: it has no red head, so that it can use the
// room above.
var sheetWide = sheet{pageHeight, pageWidth, 36, 19, 172}

// paginate fills pages with strips. Strips that are kept together move to the
// next page together, unless they are longer than one.
func (sh sheet) paginate(strips []strip) []Page {
	pages := []Page{{Width: sh.width, Height: sh.height}}
	y := 0.0
	turn := func() {
		pages = append(pages, Page{Width: sh.width, Height: sh.height})
		y = 0
	}
	put := func(st strip) {
		p := &pages[len(pages)-1]
		if st.foot {
			p.foot = append(p.foot, st)
			return
		}
		for _, i := range st.items {
			p.items = append(p.items, i.moved(sh.left, sh.top+y))
		}
		if st.spare {
			p.Spare++
		}
		if st.entry.title != "" {
			st.entry.y = sh.height - sh.top - y
			p.lines = append(p.lines, st.entry)
		}
		y += st.height
	}
	for i := 0; i < len(strips); {
		if strips[i].eject {
			if y > 0 {
				turn()
			}
			i++
			continue
		}
		n, height := group(strips[i:], sh.text)
		if n == 1 && (strips[i].white || strips[i].spare) && y+height > sh.text {
			i++
			continue
		}
		if y > 0 && y+height > sh.text+0.01 {
			turn()
			for _, h := range strips[i].head {
				put(h.unmarked())
			}
		}
		for _, st := range strips[i : i+n] {
			if !st.white || y > 0 {
				put(st)
			}
		}
		i += n
	}
	return pages
}

// group returns how many strips from the first must stay together, and their
// height; a group longer than a page is none.
func group(strips []strip, page float64) (int, float64) {
	height := 0.0
	for i, st := range strips {
		if st.eject {
			return max(i, 1), height
		}
		height += st.height
		if !st.keep || i == len(strips)-1 {
			if height > page {
				break
			}
			return i + 1, height
		}
	}
	return 1, strips[0].height
}

// runningFoot sets the line to sign that every page bears, below its number.
func (s *setting) runningFoot(p *Page, sh sheet) error {
	if s.running == "" {
		return nil
	}
	lines, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: s.running}, {Blank: 16}}, Align: document.Right}, smallSize, s.width)
	if err != nil {
		return err
	}
	for _, l := range lines {
		for _, it := range s.t.lineItems(l, 18) {
			p.items = append(p.items, it.moved(sh.left, sh.top+sh.text))
		}
	}
	return nil
}

// number is the page number: – 1 – outside below a letter of several pages, 第1页
// 共2页 in the middle below a record.
func (s *setting) number(sh sheet, n, of int) ([]item, error) {
	const size = smallSize
	text, align := "— "+strconv.Itoa(n)+" —", document.Right
	switch {
	case s.plates:
		return nil, nil
	case s.doc.Style == document.Record:
		text, align = "第 "+strconv.Itoa(n)+" 页　共 "+strconv.Itoa(of)+" 页", document.Centre
	case of == 1:
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
