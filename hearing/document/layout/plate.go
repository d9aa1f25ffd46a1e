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
	plateSide  = 14.0 // free at each side of a name
	plateTall  = 80.0 // most that the rows of a name are high together
	plateRole  = 28.0 // points
	plateUnder = 16.0 // room of the role, below the name
	plateOne   = 8    // characters that stand in one row
)

// plate sets one seat plate as a page of its own.
func (s *setting) plate(v document.Plate) error {
	s.plates = true
	rows, tall := plateRows(v.Name), plateTall
	if v.Role != "" {
		tall -= plateUnder
	}
	em := tall / float64(len(rows)) / 1.15
	var set []line
	for _, row := range rows {
		l, err := s.plateRow(row)
		if err != nil {
			return err
		}
		em = min(em, l.size())
		set = append(set, l.line)
	}
	height := em * 1.15 * float64(len(rows))
	y := (panel - height) / 2
	if v.Role != "" {
		y -= plateUnder / 2
	}
	var face []item
	for _, l := range set {
		face = append(face, s.t.lineItems(spread(l, em, len(set) == 1), y+0.88*em)...)
		y += em * 1.15
	}
	if v.Role != "" {
		l, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Role, Face: document.Kai}}, Align: document.Centre}, plateRole, plateWidth)
		if err != nil {
			return err
		}
		face = append(face, s.t.lineItems(l[0], y+6+0.88*plateRole*mmPerPt)...)
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
	room := plateWidth - l.width*em
	step := 0.0
	if n := len(l.atoms); alone && n >= 2 && n <= 4 {
		step = room / float64(n)
	}
	at := (room - step*float64(len(l.atoms)-1)) / 2
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

// plateRows divides a long name at a dot or a blank near its middle, or in the
// middle.
func plateRows(name string) []string {
	r := []rune(strings.TrimSpace(name))
	if len(r) <= plateOne {
		return []string{string(r)}
	}
	best := (len(r) + 1) / 2
	for d := range len(r) / 3 {
		for _, at := range []int{best - d, best + d} {
			if strings.ContainsRune("· -", r[at-1]) {
				return []string{strings.TrimSpace(string(r[:at])), string(r[at:])}
			}
		}
	}
	return []string{string(r[:best]), string(r[best:])}
}
