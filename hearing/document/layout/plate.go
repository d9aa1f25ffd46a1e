package layout

import (
	"strings"

	"hearingdesk/hearing/document"
)

// A seat plate is a sheet of A4 with two folds: two thirds stand and bear the
// name, one of them upside down, the last one is the foot. Its face is that of
// titles, which is bold and has the rare characters of names, so that no name
// mixes two hands. Lengths in mm.
const (
	panel      = pageHeight / 3
	plateWidth = pageWidth - 2*plateSide
	plateSide  = 10.0                    // free at each side of a name
	plateFill  = 0.98                    // of the width that a name of two to four characters takes
	plateFold  = 7.0                     // free above a name, below the fold at the top
	plateFoot  = 8.0                     // free at the bottom; at the upper edge of the sheet printers leave it white
	plateRole  = 28.0                    // points
	plateUnder = plateRole*mmPerPt + 4.0 // room of the role, below the name
	plateLine  = 1.15                    // of the rows of a name, to its size
	plateOne   = 8.0                     // characters that stand in one row
	plateTwo   = 26.0                    // characters that stand in two rows; more take three
)

// plate sets one seat plate as a page of its own.
func (s *setting) plate(v document.Plate) error {
	s.plates = true
	rows, tall := plateRows(v.Name), panel-plateFold-plateFoot
	if v.Role != "" {
		tall -= plateUnder
	}
	leading := plateLine
	if len(rows) == 1 {
		leading = 1
	}
	em := tall / float64(len(rows)) / leading
	var set []line
	for _, text := range rows {
		l, err := s.plateRow(text)
		if err != nil {
			return err
		}
		em = min(em, l.size())
		set = append(set, l.line)
	}
	y := plateFold + (tall-em*leading*float64(len(rows)))/2 + em*(leading-1)/2
	var face []item
	for _, l := range set {
		face = append(face, s.t.lineItems(spread(l, em, len(set) == 1), y+0.88*em)...)
		y += em * leading
	}
	if v.Role != "" {
		size, _, err := s.fitting(v.Role, document.Kai, plateRole, plateWidth, plateUnder)
		if err != nil {
			return err
		}
		l, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Role, Face: document.Kai}}, Align: document.Centre}, size, plateWidth)
		if err != nil {
			return err
		}
		y := panel - plateFoot - float64(len(l))*size*mmPerPt
		for n, one := range l {
			face = append(face, s.t.lineItems(one, y+(float64(n)+0.88)*size*mmPerPt)...)
		}
	}
	s.sheetOf(face)
	return nil
}

// sheetOf puts a face on both standing thirds, with the folds.
func (s *setting) sheetOf(face []item) {
	st := strip{height: textHeight}
	for _, i := range face {
		i = i.moved(plateSide, 0)
		i.mark = s.mark // of the side that stands upright; the other says the same
		st.items = append(st.items, i.moved(0, panel))
		i.mark = nil
		st.items = append(st.items, i.turned(pageWidth, panel))
	}
	for _, fold := range []float64{panel, 2 * panel} {
		r := rule(0, fold, pageWidth, fold, 0.15)
		r.dash = true
		st.items = append(st.items, r)
	}
	for i := range st.items { // a strip hangs in the text area
		st.items[i] = st.items[i].moved(-marginLeft, -marginTop)
	}
	if len(s.strips) > 0 {
		s.add(strip{eject: true})
	}
	s.add(st)
}

// A row is a row of a plate, measured at the size of one millimetre.
type row struct{ line line }

// size is the size in mm at which the row is as wide as the plate.
func (r row) size() float64 { return plateWidth / max(r.line.width, 0.1) }

func (s *setting) plateRow(text string) (row, error) {
	atoms, err := s.atoms([]document.Run{{Text: text, Face: document.Biao}}, 1/mmPerPt)
	if err != nil {
		return row{}, err
	}
	for i := range atoms { // a dot in a name needs no cell of its own
		if atoms[i].r == '·' {
			atoms[i].width = 0.5
		}
	}
	return row{place(atoms, plateWidth)}, nil
}

// spread sets a row at a size in mm; a name of two to four characters fills the
// width, a longer one and Latin letters stand in the middle.
func spread(l line, em float64, alone bool) line {
	out := line{atoms: make([]atom, len(l.atoms)), x: make([]float64, len(l.x)), width: plateWidth}
	wide, step := l.width*em, 0.0
	if n := len(l.atoms); alone && n >= 2 && n <= 4 && l.atoms[0].class == ideograph {
		full := max(wide, plateFill*plateWidth)
		step, wide = (full-wide)/float64(n-1), full
	}
	at := (plateWidth - wide) / 2
	for i, a := range l.atoms {
		a.size, a.width = em/mmPerPt, a.width*em
		out.atoms[i] = a
		out.x[i] = at + l.x[i]*em + step*float64(i)
		if a.r == '·' {
			out.x[i] -= em * 0.25 // the glyph stands in the middle of a full cell
		}
	}
	return out
}

// plateRows divides a long name into two rows or three, each at a dot or a space
// where one is near, so that the rows are about as long as each other.
func plateRows(name string) []string {
	r := []rune(strings.TrimSpace(name))
	total := weight(r)
	n := 1
	switch {
	case total > plateTwo:
		n = 3
	case total > plateOne:
		n = 2
	}
	var out []string
	for ; n > 1; n-- {
		at := divide(r, weight(r)/float64(n))
		out = append(out, strings.TrimSpace(string(r[:at])))
		r = r[at:]
	}
	return append(out, strings.TrimSpace(string(r)))
}

// weight is about how many characters a text is wide: Latin letters take half of one.
func weight(r []rune) float64 {
	w := 0.0
	for _, c := range r {
		if c < 0x2E80 {
			w += 0.5
		} else {
			w++
		}
	}
	return w
}

// divide is where a row of about a width ends.
func divide(r []rune, width float64) int {
	best, cost := len(r)-1, 1e9
	for at := 1; at < len(r); at++ {
		off := weight(r[:at]) - width
		c := max(off, -off)
		switch {
		case r[at-1] == '·', r[at-1] == ' ', r[at-1] == '-':
			c -= width / 2
		case r[at-1] < 0x2E80 && r[at] < 0x2E80 && r[at] != ' ':
			c += width // a word is not divided
		}
		if c <= cost {
			best, cost = at, c
		}
	}
	return best
}
