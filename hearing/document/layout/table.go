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
	size := s.tableSize
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
		strips, err := s.row(r, columns, size)
		if err != nil {
			return err
		}
		for i := range strips {
			st := &strips[i]
			st.keep, st.spare = st.keep || r.Keep && i == len(strips)-1, r.Spare
			if r.Header {
				st.keep = true
				head = append(head, *st)
			} else {
				st.head = head
			}
		}
		s.add(strips...)
	}
	s.add(strip{height: 1.5, white: true})
	return nil
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
