package pdf

import "fmt"

// A bookmark is a line of the outline.
type bookmark struct {
	level int
	title string
	page  int     // counted from 0
	y     float64 // mm from the page's foot
}

// Bookmark adds a line to the outline, which leads to a height of the page that
// is open. Levels begin at 1; a line belongs to the one before it of a smaller
// level.
func (w *Writer) Bookmark(level int, title string, y float64) {
	w.lines = append(w.lines, bookmark{level, title, len(w.pages), y})
}

// A node is a line of the outline with those below it.
type node struct {
	bookmark
	ref  ref
	kids []*node
}

// outline writes the outline, with the lines below the first ones folded, and
// returns its number.
func (w *Writer) outline() ref {
	if len(w.lines) == 0 {
		return 0
	}
	top := &node{ref: w.reserve()}
	path := []*node{top}
	for _, l := range w.lines {
		for len(path) > 1 && path[len(path)-1].level >= l.level {
			path = path[:len(path)-1]
		}
		n := &node{bookmark: l, ref: w.reserve()}
		up := path[len(path)-1]
		up.kids = append(up.kids, n)
		path = append(path, n)
	}
	w.object(top.ref, fmt.Sprintf("<</Type/Outlines/First %v/Last %v/Count %d>>", top.kids[0].ref, top.kids[len(top.kids)-1].ref, len(top.kids)))
	w.branch(top)
	return top.ref
}

func (w *Writer) branch(up *node) {
	for i, n := range up.kids {
		links := ""
		if i > 0 {
			links += "/Prev " + up.kids[i-1].ref.String()
		}
		if i+1 < len(up.kids) {
			links += "/Next " + up.kids[i+1].ref.String()
		}
		if k := len(n.kids); k > 0 {
			links += fmt.Sprintf("/First %v/Last %v/Count -%d", n.kids[0].ref, n.kids[k-1].ref, k)
		}
		w.object(n.ref, fmt.Sprintf("<</Title%s/Parent %v/Dest[%v/XYZ null %s null]%s>>", textString(n.title), up.ref, w.pages[n.page], decimal(n.y*ptPerMm), links))
		w.branch(n)
	}
}
