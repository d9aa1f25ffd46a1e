package layout

import (
	"fmt"

	"github.com/tdewolff/canvas"
	"rsc.io/qr"

	"hearingdesk/hearing/document"
)

const (
	cellPadding = 1.6  // mm, on each side of a cell's text
	ruleWidth   = 0.25 // mm
)

// table sets each row as one strip; header rows are repeated on each page.
func (s *setting) table(t document.Table) error {
	total := 0.0
	for _, w := range t.Widths {
		total += w
	}
	if total <= 0 {
		return fmt.Errorf("table of %s has no columns", s.doc.Title)
	}
	columns := make([]float64, len(t.Widths))
	for i, w := range t.Widths {
		columns[i] = w / total * s.width
	}
	size := smallSize
	if t.Small {
		size = tableSize
	}
	if len(s.strips) > 0 {
		s.keepLast(1)
		s.add(strip{height: 1.5, white: true, keep: true})
	}
	var head []strip
	whole := s.mark
	for _, r := range t.Rows {
		s.mark = rowMark(whole, r)
		st, err := s.row(r, columns, size)
		if err != nil {
			return err
		}
		st.keep, st.spare = r.Keep, r.Spare
		if r.Header {
			st.keep = true
			head = append(head, st)
		} else {
			st.head = head
		}
		s.add(st)
	}
	s.add(strip{height: 1.5, white: true})
	return nil
}

// row sets the cells side by side; the tallest decides.
func (s *setting) row(r document.Row, columns []float64, size float64) (strip, error) {
	linePitch := size * mmPerPt * 1.45
	height := max(r.Height, linePitch+2*cellPadding)
	type placed struct {
		lines []line
		x, w  float64
		top   bool
		mark  *mark
	}
	var cells []placed
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
				return strip{}, err
			}
			lines = append(lines, set...)
		}
		cells = append(cells, placed{lines, x, w, c.Top, s.mark.cells[i]})
		height = max(height, float64(len(lines))*linePitch+2*cellPadding)
		x += w
	}
	st := strip{height: height}
	for _, c := range cells {
		box := canvas.Rectangle(c.w, height)
		st.items = append(st.items, item{x: c.x, path: box, width: ruleWidth})
		y := cellPadding
		if !c.top {
			y = (height - float64(len(c.lines))*linePitch) / 2
		}
		for _, l := range c.lines {
			set := s.lineStrip(l, size, linePitch)
			set.marked(c.mark)
			for _, i := range set.items {
				st.items = append(st.items, i.moved(c.x+cellPadding, y))
			}
			y += linePitch
		}
	}
	return st, nil
}

// code draws a QR code with its caption below the text, where it takes no line.
func (s *setting) code(v document.Code) error {
	q, err := qr.Encode(v.Data, qr.M)
	if err != nil {
		return fmt.Errorf("draw QR code of %s: %w", s.doc.Title, err)
	}
	dot := document.CodeSize / float64(q.Size)
	p := &canvas.Path{}
	for y := range q.Size {
		for x := 0; x < q.Size; x++ {
			from := x
			for q.Black(x, y) {
				x++
			}
			if x > from {
				p = p.Append(canvas.Rectangle(dot*float64(x-from), dot).Translate(dot*float64(from), dot*float64(y)))
			}
		}
	}
	st := strip{foot: true, corner: true, items: []item{{path: p, mark: s.mark}}}
	if v.Caption != "" {
		const size = 7.0
		lines, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Caption}}, Align: document.Centre}, size, document.CodeSize)
		if err != nil {
			return err
		}
		for _, i := range s.lineStrip(lines[0], size, 4).items {
			st.items = append(st.items, i.moved(0, document.CodeSize))
		}
	}
	s.keepLast(1)
	s.add(st)
	return nil
}
