package layout

import (
	"slices"

	"hearingdesk/hearing/document"
)

// signature sets the office and the date at the right. With a seal the date
// stands four characters from the edge, the office is centred on it, and both
// have room above and below them for the seal; without, see signedAt (GB/T 9704,
// 7.3.5).
// The last lines of the text go with them, so that no page bears the seal alone.
func (s *setting) signature(v document.Signature) error {
	free, above := 2.0, 1.0
	if v.Seal {
		free, above = 4, 2
	}
	pitch := s.pitch
	s.keepLast(2)
	s.add(strip{height: above * pitch, keep: true})
	office, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Office}}, Align: document.Left}, bodySize, s.width)
	if err != nil {
		return err
	}
	date, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Date}}, Align: document.Left}, bodySize, s.width)
	if err != nil {
		return err
	}
	right := s.width - free*cell
	if len(office) > 1 { // a name longer than a line stands in several, centred on the date
		office, err = s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Office}}, Align: document.Left}, bodySize, 2*(s.width-right)+date[0].width)
		if err != nil {
			return err
		}
	}
	last := len(office) - 1
	for i := range office {
		if i < last {
			office[i].move(right - date[0].width/2 - office[i].width/2)
		} else {
			s.signedAt(&office[last], &date[0], right, v.Seal || last > 0)
		}
		st := s.lineStrip(office[i], bodySize, pitch)
		st.keep = true
		s.add(st)
	}
	s.add(s.lineStrip(date[0], bodySize, pitch))
	if v.Seal {
		s.add(strip{height: 0.9 * pitch, white: true})
	}
	return nil
}

// signedAt moves the office and the date to their places, left of a right edge.
func (s *setting) signedAt(office, date *line, right float64, seal bool) {
	if seal {
		axis := right - date.width/2
		if w := office.width; axis+w/2 > s.width { // an office longer than the seal's room
			axis = s.width - w/2
		}
		office.move(axis - office.width/2)
		date.move(axis - date.width/2)
		return
	}
	// The date begins two characters right of the office; the longer one ends at
	// the edge (GB/T 9704, 7.3.5.2).
	left := max(right-max(office.width, 2*cell+date.width), 0)
	office.move(left)
	date.move(left + 2*cell)
}

func (s *setting) signLine(v document.SignLine) error {
	runs := []document.Run{{Text: v.Label}, {Blank: 7}}
	if v.Dated {
		date := "　　年　　月　　日"
		if v.Hour {
			date += "　　时"
		}
		s.doc.Whole = append(slices.Clone(s.doc.Whole), date)
		runs = append(runs, document.Run{Text: date})
	}
	p := document.Paragraph{Runs: runs, Align: document.Right, Small: v.Small}
	s.keepLast(1)
	if !v.Foot || s.doc.Wide {
		from := len(s.strips)
		err := s.paragraph(p)
		for i := from; i < len(s.strips); i++ { // all of it on one page
			s.strips[i].keep, s.strips[i].flows = i < len(s.strips)-1, false
		}
		return err
	}
	return s.onFoot(p, smallSize, s.width-s.besideCode())
}
