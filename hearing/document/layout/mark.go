package layout

import (
	"strconv"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout/pdf"
)

// A mark says what a piece of text is, for those who cannot see the page: the
// tag of its element in the PDF.
type mark struct {
	tag   string
	alt   string  // of a figure, in words
	span  int     // columns of a cell
	up    *mark   // nil is the paper
	cells []*mark // of a row, empty ones too
}

// markOf is the mark of a block. A code says in words what it holds, a break
// says nothing.
func markOf(b document.Block) *mark {
	switch v := b.(type) {
	case document.Title:
		return &mark{tag: "H1"}
	case document.Heading:
		return &mark{tag: "H" + strconv.Itoa(min(max(v.Level, 1), 5)+1)}
	case document.Table:
		return &mark{tag: "Table"}
	case document.Code:
		return &mark{tag: "Figure", alt: v.Caption + " " + v.Data}
	case document.Picture:
		return &mark{tag: "Figure", alt: v.Alt}
	}
	return &mark{tag: "P"}
}

// rowMark is the mark of a table's row, with those of its cells.
func rowMark(table *mark, r document.Row) *mark {
	tag := "TD"
	if r.Header {
		tag = "TH"
	}
	row := &mark{tag: "TR", up: table}
	for _, c := range r.Cells {
		row.cells = append(row.cells, &mark{tag: tag, span: c.Span, up: row})
	}
	return row
}

// marked gives the strip's text a mark, where it has none.
func (st *strip) marked(m *mark) {
	for i := range st.items {
		if st.items[i].text != nil && st.items[i].mark == nil {
			st.items[i].mark = m
		}
	}
}

// unmarked is the strip as a decoration: the head of a table that goes on, which
// was read before.
func (st strip) unmarked() strip {
	items := make([]item, len(st.items))
	copy(items, st.items)
	for i := range items {
		items[i].mark = nil
	}
	st.items = items
	return st
}

// An entry is a line of the outline.
type entry struct {
	level int
	title string
	y     float64 // mm from the page's foot
}

// outlined is the outline's line of a block: headings, seat plates, and the
// titles after the first, which is the paper's own.
func (s *setting) outlined(b document.Block) entry {
	switch v := b.(type) {
	case document.Title:
		if s.titled {
			return entry{level: 1, title: v.Text}
		}
		s.titled = true
	case document.Heading:
		return entry{level: v.Level, title: v.Text}
	case document.Plate:
		return entry{level: 1, title: v.Name}
	}
	return entry{}
}

// A tagger makes elements of marks, each once.
type tagger struct {
	paper *pdf.Element
	made  map[*mark]*pdf.Element
}

func (t tagger) element(m *mark) *pdf.Element {
	if m == nil {
		return nil
	}
	if e := t.made[m]; e != nil {
		return e
	}
	up := t.paper
	if m.up != nil {
		up = t.element(m.up)
	}
	if e := t.made[m]; e != nil { // a cell was made with its row
		return e
	}
	e := up.Add(m.tag, m.alt, m.span)
	t.made[m] = e
	for _, c := range m.cells {
		t.element(c)
	}
	return e
}
