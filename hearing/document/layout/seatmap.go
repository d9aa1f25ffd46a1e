package layout

import (
	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
)

// A plan of a room takes what is left of the page, so that forty people are read
// on one sheet. Lengths in mm, sizes in points.
const (
	seatWide    = 30.0 // a seat is never wider
	seatDeep    = 24.0 // nor deeper
	seatGap     = 0.6  // free around a seat
	seatInside  = 0.8  // free within it
	seatBetween = 0.6  // free above a name and below it
	frontDeep   = 8.0  // of what stands for the front wall
	seatSmall   = 8.0  // of number and role, at most
	seatLarge   = 15.0 // of a name, at most
	seatLeast   = 3.0  // and at least
)

// seatMap draws a plan of a room as one strip.
func (s *setting) seatMap(v document.SeatMap) error {
	top := 0.0
	if v.Front != "" {
		top = frontDeep + 2
	}
	width := min(seatWide, s.width/float64(max(v.Wide, 1)))
	depth := min(seatDeep, (s.roomLeft()-top)/float64(max(v.Deep, 1)))
	left := (s.width - width*float64(v.Wide)) / 2
	st := strip{height: top + depth*float64(v.Deep)}
	if v.Front != "" {
		front, err := s.front(v.Front)
		if err != nil {
			return err
		}
		st.items = append(st.items, front...)
	}
	for _, p := range v.Seats {
		items, err := s.seat(p, width-2*seatGap, depth-2*seatGap)
		if err != nil {
			return err
		}
		for _, i := range items {
			st.items = append(st.items, i.moved(left+width*float64(p.X)+seatGap, top+depth*float64(p.Y)+seatGap))
		}
	}
	s.add(st)
	return nil
}

// roomLeft is how much of the page is free below what stands on it.
func (s *setting) roomLeft() float64 {
	left := textHeight
	if s.doc.Wide {
		left = sheetWide.text
	}
	for _, st := range s.strips {
		left -= st.height
		if st.eject {
			left = textHeight
			if s.doc.Wide {
				left = sheetWide.text
			}
		}
	}
	return max(left-1, 20)
}

// front is the front wall with what hangs at it.
func (s *setting) front(text string) ([]item, error) {
	lines, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: text, Face: document.Kai}}, Align: document.Centre}, 12, s.width)
	if err != nil {
		return nil, err
	}
	out := s.lineStrip(lines[0], 12, frontDeep).items
	half := lines[0].width/2 + 4
	return append(out, rule(0, frontDeep/2, s.width/2-half, frontDeep/2, 0.5), rule(s.width/2+half, frontDeep/2, s.width, frontDeep/2, 0.5)), nil
}

// seat is one seat: its number, who sits there as large as fits, and the role.
func (s *setting) seat(p document.Place, width, depth float64) ([]item, error) {
	box := item{path: canvas.Rectangle(width, depth), width: ruleWidth, dash: p.Extra}
	out := []item{box}
	small := min(seatSmall, depth*0.22/mmPerPt)
	band := small * mmPerPt * 1.2
	within := width - 2*seatInside
	put := func(text string, face document.Face, align document.Align, size, y, pitch float64) error {
		if text == "" {
			return nil
		}
		lines, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: text, Face: face}}, Align: align}, size, within)
		if err != nil {
			return err
		}
		for n, l := range lines {
			for _, i := range s.lineStrip(l, size, pitch).items {
				out = append(out, i.moved(seatInside, y+float64(n)*pitch))
			}
		}
		return nil
	}
	if err := put(p.Label, document.Fang, document.Left, small, 0.3, band); err != nil {
		return nil, err
	}
	room := depth - 2*band - 2*seatBetween
	size, lines, err := s.fitting(p.Name, document.Biao, seatLarge, within, room)
	if err != nil {
		return nil, err
	}
	pitch := size * mmPerPt * 1.15
	if err := put(p.Name, document.Biao, document.Centre, size, band+seatBetween+(room-pitch*float64(lines))/2, pitch); err != nil {
		return nil, err
	}
	size, lines, err = s.fitting(p.Role, document.Fang, small, within, band)
	if err != nil {
		return nil, err
	}
	pitch = size * mmPerPt * 1.15
	if err := put(p.Role, document.Fang, document.Centre, size, depth-0.3-pitch*float64(lines), pitch); err != nil {
		return nil, err
	}
	return out, nil
}

// fitting is the largest size at which a text fits into an area, and in how many
// lines. A name that can stand in one line at a fair size does.
func (s *setting) fitting(text string, face document.Face, most, width, height float64) (size float64, lines int, err error) {
	atoms, err := s.atoms([]document.Run{{Text: text, Face: face}}, most)
	if err != nil || len(atoms) == 0 {
		return most, 0, err
	}
	total := 0.0
	for _, a := range atoms {
		total += a.width
	}
	fits := func(size float64, most int) (int, bool) {
		set, _ := s.atoms([]document.Run{{Text: text, Face: face}}, size)
		n := len(breakLines(set, width, 0))
		return n, n <= most && float64(n)*size*mmPerPt*1.15 <= height
	}
	const fair = 8.0
	for size = most; size >= min(fair, most); size -= 0.5 {
		if n, ok := fits(size, 1); ok {
			return size, n, nil
		}
	}
	for size = most; size > seatLeast; size -= 0.5 {
		if n, ok := fits(size, 20); ok {
			return size, n, nil
		}
	}
	for ; size > 0.5; size -= 0.25 {
		if n, ok := fits(size, 99); ok {
			return size, n, nil
		}
	}
	n, _ := fits(size, 99)
	return size, n, nil
}
