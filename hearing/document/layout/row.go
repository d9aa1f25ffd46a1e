package layout

import (
	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
)

// A placed cell is one whose text is set, with its place in the row.
type placed struct {
	lines []line
	x, w  float64
	top   bool
	mark  *mark
}

// row sets the cells side by side; the tallest decides. A row taller than half a
// page is one strip for each of its lines, so that it goes on on the next page.
func (s *setting) row(r document.Row, columns []float64, size float64) ([]strip, error) {
	cells, err := s.cells(r, columns, size)
	if err != nil {
		return nil, err
	}
	linePitch := size * mmPerPt * 1.45
	most := 1
	for _, c := range cells {
		most = max(most, len(c.lines))
	}
	height := max(r.Height, float64(most)*linePitch+2*cellPadding)
	if height > s.tall && most > 1 {
		return s.tallRow(cells, size, linePitch, most), nil
	}
	st := strip{height: height}
	for _, c := range cells {
		st.items = append(st.items, item{x: c.x, path: canvas.Rectangle(c.w, height), width: ruleWidth})
		y := cellPadding
		if !c.top {
			y = (height - float64(len(c.lines))*linePitch) / 2
		}
		for _, l := range c.lines {
			st.items = append(st.items, s.cellLine(c, l, size, linePitch, y)...)
			y += linePitch
		}
	}
	return []strip{st}, nil
}

// cells sets the text of a row's cells.
func (s *setting) cells(r document.Row, columns []float64, size float64) ([]placed, error) {
	var out []placed
	x, at := 0.0, 0
	for i, c := range r.Cells {
		w := 0.0
		for range max(c.Span, 1) {
			if at < len(columns) {
				w += columns[at]
				at++
			}
		}
		var lines []line
		for _, p := range c.Lines {
			if p.Align == document.Justify {
				p.Align = c.Align
			}
			set, err := s.lines(p, size, w-2*cellPadding)
			if err != nil {
				return nil, err
			}
			lines = append(lines, set...)
		}
		out = append(out, placed{lines, x, w, c.Top, s.mark.cells[i]})
		x += w
	}
	return out, nil
}

// cellLine is a line of a cell, so far below the strip's upper edge.
func (s *setting) cellLine(c placed, l line, size, linePitch, y float64) []item {
	set := s.lineStrip(l, size, linePitch)
	set.marked(c.mark)
	for i := range set.items {
		set.items[i] = set.items[i].moved(c.x+cellPadding, y)
	}
	return set.items
}

// tallRow sets a row as strips of a line, the text of all cells from the top. Two
// lines at least stand on each side of a page's end, where the row is closed by
// a rule and opened by another.
func (s *setting) tallRow(cells []placed, size, linePitch float64, lines int) []strip {
	out := make([]strip, lines)
	for n := range out {
		st := &out[n]
		st.height = linePitch
		y := 0.0
		if n == 0 {
			st.height, y = st.height+cellPadding, cellPadding
		}
		if n == lines-1 {
			st.height += cellPadding
		}
		st.keep = n == 0 || n == lines-2
		for _, c := range cells {
			across := rule(c.x, 0, c.x+c.w, 0, ruleWidth)
			st.begin, st.end = append(st.begin, across), append(st.end, across)
			if n == 0 {
				st.items = append(st.items, across)
			}
			if n == lines-1 {
				st.items = append(st.items, across.moved(0, st.height))
			}
			st.items = append(st.items, rule(c.x, 0, c.x, st.height, ruleWidth), rule(c.x+c.w, 0, c.x+c.w, st.height, ruleWidth))
			if n < len(c.lines) {
				st.items = append(st.items, s.cellLine(c, c.lines[n], size, linePitch, y)...)
			}
		}
	}
	return out
}
