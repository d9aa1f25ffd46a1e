package layout

import "hearingdesk/hearing/document"

// The sizes in points that an address is set in: the first in which it fits.
var postSizes = []float64{14, 12, 10.5, 9, 8, 7}

const (
	postPitch = 1.35 // of the lines, in ems
	labelPad  = 4.0  // mm, free on each side of a label
	foldMark  = 4.0  // mm, at the page's edge
)

// panel sets lines into a field of so many millimetres, as large as they fit.
func (s *setting) panel(text []document.Paragraph, width, height float64) ([]item, error) {
	for i, size := range postSizes {
		em := size * mmPerPt
		var lines []line
		for _, p := range text {
			l, err := s.lines(p, size, width)
			if err != nil {
				return nil, err
			}
			lines = append(lines, l...)
		}
		if float64(len(lines))*em*postPitch > height+0.01 && i < len(postSizes)-1 {
			continue
		}
		var out []item
		for k, l := range lines {
			out = append(out, s.t.lineItems(l, float64(k)*em*postPitch+0.88*em+(postPitch-1)*em/2)...)
		}
		return out, nil
	}
	return nil, nil
}

// address sets an address where the envelope's window is, with marks of where
// the sheet is folded in three.
func (s *setting) address(v document.Address) error {
	items, err := s.panel(v.Lines, v.Width, v.Height)
	if err != nil {
		return err
	}
	if len(s.strips) > 0 {
		s.add(strip{eject: true})
	}
	st := strip{height: max(v.Y+v.Height, panel+foldMark) - marginTop}
	for _, i := range items {
		st.items = append(st.items, i.moved(v.X-marginLeft, v.Y-marginTop))
	}
	for _, y := range []float64{panel, 2 * panel} {
		st.items = append(st.items, rule(-marginLeft, y-marginTop, foldMark-marginLeft, y-marginTop, 0.15))
	}
	s.add(st)
	return nil
}

// label sets a label in the next place of its sheet.
func (s *setting) label(v document.Label) error {
	s.plates = true // no page number stands among them
	g := v.Grid()
	items, err := s.panel(v.Lines, v.Width-2*labelPad, v.Height-2*labelPad)
	if err != nil {
		return err
	}
	n := s.labels % (g.Columns * g.Rows)
	s.labels++
	if n == 0 {
		if len(s.strips) > 0 {
			s.add(strip{eject: true})
		}
		s.add(strip{height: textHeight})
	}
	st := &s.strips[len(s.strips)-1]
	x, y := g.Left+float64(n%g.Columns)*v.Width-marginLeft, g.Top+float64(n/g.Columns)*v.Height-marginTop
	for _, i := range items {
		i = i.moved(x+labelPad, y+labelPad)
		if i.text != nil {
			i.mark = s.mark
		}
		st.items = append(st.items, i)
	}
	for _, r := range [][4]float64{{0, 0, v.Width, 0}, {0, v.Height, v.Width, v.Height}, {0, 0, 0, v.Height}, {v.Width, 0, v.Width, v.Height}} {
		r := rule(x+r[0], y+r[1], x+r[2], y+r[3], 0.1)
		r.dash = true
		st.items = append(st.items, r)
	}
	return nil
}
