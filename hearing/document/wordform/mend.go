package wordform

import (
	"bytes"
	"slices"
	"strings"
)

// mend makes a part that was filled one that Word opens: a paragraph of which
// nothing was left is taken out, as is a table without rows, and a cell, a box
// or a header that lost its last paragraph keeps one. drops are the offsets
// where paragraphs begin that may go.
func mend(p *part, drops map[int]bool) []byte {
	m := &mender{part: p, drops: drops}
	m.walk(p.root)
	slices.SortStableFunc(m.edits, func(a, b edit) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, e := range m.edits {
		if e.from < at { // inside of what went
			continue
		}
		out.Write(p.raw[at:e.from])
		out.WriteString(e.text)
		at = e.to
	}
	out.Write(p.raw[at:])
	return out.Bytes()
}

// An edit puts text in the place of bytes.
type edit struct {
	from, to int
	text     string
}

type mender struct {
	part  *part
	drops map[int]bool
	edits []edit
}

func (m *mender) walk(n *node) {
	for _, k := range n.kids {
		m.walk(k)
	}
	var blocks []*node
	for _, k := range n.kids {
		if slices.Contains([]string{"p", "tbl", "sdt", "customXml", "?AlternateContent"}, k.name) {
			blocks = append(blocks, k)
		}
	}
	gone := make([]bool, len(blocks))
	left := []*node{}
	for i, b := range blocks {
		gone[i] = b.name == "tbl" && !b.rows() || b.name == "p" && m.drops[b.start] && !b.shows() && !divides(blocks, i)
		if !gone[i] {
			left = append(left, b)
		}
	}
	if ends := slices.Contains([]string{"tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"}, n.name); ends && (len(left) == 0 || left[len(left)-1].name != "p") || n.name == "sdtContent" && len(left) == 0 {
		m.keep(n, blocks, gone)
	}
	for i, b := range blocks {
		if gone[i] {
			m.edits = append(m.edits, edit{b.start, b.end, ""})
		}
	}
}

// divides reports whether a paragraph stands between two tables, which would
// become one without it.
func divides(blocks []*node, i int) bool {
	return i > 0 && i+1 < len(blocks) && blocks[i-1].name == "tbl" && blocks[i+1].name == "tbl" && blocks[i-1].rows() && blocks[i+1].rows()
}

// keep leaves the last paragraph of those that would go, or puts one in, at the
// end of an element that must have one there.
func (m *mender) keep(n *node, blocks []*node, gone []bool) {
	for i := len(blocks) - 1; i >= 0 && gone[i]; i-- {
		if blocks[i].name == "p" {
			gone[i] = false
			return
		}
	}
	if n.name != "sdtContent" && n.bodyEnd > n.body {
		m.edits = append(m.edits, edit{n.bodyEnd, n.bodyEnd, "<" + m.part.prefix + "p/>"})
	}
}

// rows reports whether a table has any.
func (n *node) rows() bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool {
		return !slices.Contains([]string{"tblPr", "tblGrid", "bookmarkStart", "bookmarkEnd"}, k.name)
	})
}

// shows reports whether a paragraph shows anything.
func (n *node) shows() bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool {
		switch k.name {
		case "pPr":
			return k.kid("sectPr") != nil
		case "t":
			return strings.TrimSpace(k.text) != ""
		case "r", "hyperlink", "ins", "smartTag":
			return k.shows()
		case "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak":
			return false
		}
		return true
	})
}
