package layout

import (
	"fmt"
	"slices"

	"hearingdesk/hearing/document"
)

// A closeness is how close a paper is set.
type closeness struct {
	pitch float64 // of the lines of body text, mm
	table float64 // type in tables that are not small, points
}

// Set sets a document on pages. A character that no font has is a
// [*GlyphError] that names the field it stands in.
func (t *Typesetter) Set(doc document.Document) ([]Page, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	pages, err := t.pages(doc, closeness{pitch, smallSize})
	if err != nil || len(pages) == 1 {
		return pages, err
	}
	for _, f := range closer(doc, len(pages)) {
		fewer, err := t.pages(doc, f)
		if err != nil || len(fewer) < len(pages) {
			return fewer, err
		}
	}
	return pages, nil
}

// closer lists the ways in which a paper may save a page. Where a few lines and
// the seal would stand on a page of their own, the lines move closer together
// (GB/T 9704, 7.3.5.4). A form that long values push over its one page has
// smaller type in its tables.
func closer(doc document.Document, pages int) (out []closeness) {
	signed := slices.ContainsFunc(doc.Blocks, func(b document.Block) bool { _, is := b.(document.Signature); return is })
	tabled := slices.ContainsFunc(doc.Blocks, func(b document.Block) bool { v, is := b.(document.Table); return is && !v.Small })
	switch {
	case signed && pages <= manyPages:
		closest := 26.0
		if doc.Head.Kind != "" && pages == 2 { // its room is the page's that it would need
			closest = 29
		}
		for lines := 23.0; lines <= closest; lines++ {
			out = append(out, closeness{textHeight / lines, smallSize})
		}
	case tabled && pages == 2:
		out = []closeness{{pitch, 12}, {pitch, tableSize}}
	}
	return out
}

// manyPages are so many that one less is not worth the trouble.
const manyPages = 20

// mostStrips is how many lines and rows a paper may have: a thousand pages.
const mostStrips = 22_000

// pages sets a document as close as that. One without an end is a
// [document.ErrEndless].
func (t *Typesetter) pages(doc document.Document, f closeness) ([]Page, error) {
	s := &setting{t: t, doc: doc, width: textWidth, pitch: f.pitch, tableSize: f.table}
	sheet := sheet{width: pageWidth, height: pageHeight, left: marginLeft, top: marginTop, text: textHeight}
	if doc.Wide {
		s.width = textHeight
		sheet = sheetWide
	}
	s.tall = sheet.text / 2
	if err := s.head(); err != nil {
		return nil, err
	}
	for _, b := range doc.Blocks {
		if err := s.block(b); err != nil {
			return nil, err
		}
		if len(s.strips) > mostStrips {
			return nil, fmt.Errorf("set %s: %w", doc.Title, document.ErrEndless)
		}
	}
	s.keepEnd()
	letter := doc.Head.Kind == document.HeadLetter
	if letter && slices.ContainsFunc(s.strips, func(st strip) bool { return st.foot }) {
		sheet.first = letterFootNote - 1 // the lower rule takes of the margin
	}
	pages := sheet.paginate(s.strips)
	pages[0].Mark, pages[0].MarkType, pages[0].Imprint = s.named, s.namedIn, s.record
	for i := range pages {
		pages[i].Pitch, pages[i].Type = f.pitch, f.table
		// The code stands at the right, but beside the number of an odd page.
		x, y := s.width-document.CodeSize, sheet.text+6
		if letter && i == 0 {
			y = letterFootNote
		}
		if doc.Style == document.Letter && len(pages) > 1 && i%2 == 0 && (!letter || i > 0) {
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

// The least that a last page bears: lines or rows, lines of one paragraph, and
// what is enough in any case, in mm.
const (
	lastLines  = 3
	lastText   = 2
	lastHeight = 40.0
)

// keepEnd keeps the last lines of a paper together, so that its last page never
// bears a signature, or half a sentence, alone.
func (s *setting) keepEnd() {
	kept, least, height := 0, lastLines, 0.0
	for i := len(s.strips) - 1; i >= 0; i-- {
		st := &s.strips[i]
		switch {
		case st.eject:
			return
		case st.foot || st.last || st.spare || st.white && kept == 0:
			continue
		case kept > 0:
			st.keep = true
		}
		if kept == 0 && st.flows {
			least = lastText
		}
		if !st.white {
			kept++
		}
		if height += st.height; kept == least || height > lastHeight {
			return
		}
	}
}
