package layout

import (
	"fmt"

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
	above := 0.0 // their height; where it is most of a page, they are not repeated
	whole := s.mark
	before := 0.0 // height of the row before
	for n, r := range t.Rows {
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
				above += st.height
			} else if above <= s.tall {
				st.head = head
			}
		}
		height := heightOf(strips)
		if t.Stays(n-1) && before+height <= s.tall/2 { // high ones would leave much of a page free
			s.strips[len(s.strips)-1].pair = true
		}
		before = height
		if s.add(strips...); len(s.strips) > mostStrips {
			return nil // pages says so
		}
	}
	s.add(strip{height: 1.5, white: true})
	return nil
}
