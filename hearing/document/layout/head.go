package layout

import (
	"image/color"

	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
)

// What the pages add to the measures of heads, in mm; sizes of type in points.
const (
	redRule = 0.5 // thickness of the rule below the number
	thick   = 0.8 // the outer stroke of a double rule,
	thin    = 0.3 // and the inner one; the room is between them
	between = document.DoubleRule - thick - thin

	// letterFootNote is where codes and lines to sign begin in the lower margin of a
	// letter's first page, below the top of the text area: 22 mm are theirs.
	letterFootNote = pageHeight - document.LetterFoot - document.DoubleRule - marginTop - 22

	markMost = 36.0 // type of a mark
)

// markLeast is the least type of a mark that is set in so many lines: a longer
// name goes on in the next one.
var markLeast = map[int]float64{1: 26, 2: 20, 3: 16}

// underNumberOfLetter is from a letter's double rule to what stands below it:
// seven eighths of the body's type.
const underNumberOfLetter = 0.875 * bodySize * mmPerPt

// red is the ink of heads.
var red = color.RGBA{R: 255, A: 255}

// head sets what stands above the title, as one strip from the top of the first
// page's text area. Its measures do not follow the pitch of the text: the paper
// may bear it already.
func (s *setting) head() error {
	h := s.doc.Head
	if h.Kind == "" {
		return nil
	}
	top := document.RedTop
	if h.Kind == document.HeadLetter {
		top = document.LetterTop - marginTop
	}
	s.mark = &mark{tag: "P"}
	st := strip{keep: true}
	items, foot, err := s.headMark(h.Mark, top)
	if err != nil {
		return err
	}
	if h.Kind == document.HeadLetter {
		items = append(items, doubleRule(foot+document.UnderMark, true)...)
		items = append(items, doubleRule(pageHeight-document.LetterFoot-document.DoubleRule-marginTop, false)...)
		foot += document.UnderMark + document.DoubleRule
	}
	if h.Free {
		items = nil
	}
	st.items = items
	numbered, y, err := s.headNumber(foot)
	if err != nil {
		return err
	}
	st.items = append(st.items, numbered...)
	if h.Kind == document.HeadRed {
		y += document.UnderNumber
		if !h.Free {
			st.items = append(st.items, inked(rule(0, y+redRule/2, s.width, y+redRule/2, redRule)))
		}
		y += redRule
	}
	st.height = y + 2*s.pitch
	s.add(st)
	return nil
}

// headMark sets the office's name from a height on, and returns its foot.
func (s *setting) headMark(name string, top float64) ([]item, float64, error) {
	lines, size, err := s.markLines(name)
	if err != nil {
		return nil, 0, err
	}
	em := size * mmPerPt
	s.named, s.namedIn = nil, size
	var out []item
	for n, l := range lines {
		text := ""
		for i := range l.atoms {
			l.atoms[i].red = true
			text += string(l.atoms[i].r)
		}
		s.named = append(s.named, text)
		l.move((s.width - l.width) / 2)
		out = append(out, s.t.lineItems(l, top+float64(n)*em*document.MarkLine+0.88*em)...)
	}
	return out, top + em + float64(len(lines)-1)*em*document.MarkLine, nil
}

// markLines breaks an office's name into as few lines as it can bear, of about
// the same length, in the largest type.
func (s *setting) markLines(name string) ([]line, float64, error) {
	runs := []document.Run{{Text: name, Face: document.Biao}}
	unit, err := s.widthOf(runs, 1)
	if err != nil || unit == 0 {
		return nil, markMost, err
	}
	for n := 1; ; n++ {
		size := min(markMost, s.width*float64(n)/unit)
		for ; size >= 1; size -= 0.5 {
			atoms, err := s.atoms(runs, size)
			if err != nil {
				return nil, 0, err
			}
			width := min(s.width, unit*size/float64(n)+size*mmPerPt) // the first lines take the odd character
			if lines := breakLines(atoms, width, 0); len(lines) <= n {
				if size >= markLeast[n] {
					return lines, size, nil
				}
				break
			}
		}
	}
}

func (s *setting) widthOf(runs []document.Run, size float64) (float64, error) {
	atoms, err := s.atoms(runs, size)
	total := 0.0
	for _, a := range atoms {
		total += a.width
	}
	return total, err
}

// headNumber sets number and issuer below a mark that ends at a height, and
// returns where they end. Below a red mark they have a line of their own, two
// lines further down: the number in its middle, or both one character in from
// the edges. In a letter the number stands at the right.
func (s *setting) headNumber(foot float64) ([]item, float64, error) {
	const em = bodySize * mmPerPt
	number, issuer := s.doc.Numbered()
	if number == nil && issuer == nil {
		return nil, foot, nil
	}
	top, align, in := foot+2*pitch+(pitch-em)/2, document.Centre, 0.0
	if s.doc.Head.Kind == document.HeadLetter {
		top, align = foot+underNumberOfLetter, document.Right
	}
	if issuer != nil {
		align, in = document.Left, cell
	}
	var out []item
	y := top
	put := func(runs []document.Run, align document.Align) error {
		lines, err := s.lines(document.Paragraph{Runs: runs, Align: align}, bodySize, s.width-2*in)
		for n, l := range lines {
			if n > 0 {
				y += pitch
			}
			for _, i := range s.t.lineItems(l, y+0.88*em) {
				out = append(out, i.moved(in, 0))
			}
		}
		return err
	}
	var called []document.Run
	if number != nil {
		called = []document.Run{{Text: number.Text}}
		if err := put(called, align); err != nil {
			return nil, 0, err
		}
	}
	if issuer != nil {
		beside, err := s.widthOf(append(called, issuedBy(*issuer)...), bodySize)
		if err != nil {
			return nil, 0, err
		}
		if number != nil && beside > s.width-3*cell { // no room at its side
			y += pitch
		}
		if err := put(issuedBy(*issuer), document.Right); err != nil {
			return nil, 0, err
		}
	}
	return out, y + em, nil
}

// issuedBy is who approved a paper: his name is in 楷体 (7.2.6).
func issuedBy(v document.Issuer) []document.Run {
	return []document.Run{{Text: document.IssuerLabel}, {Text: v.Name, Face: document.Kai}}
}

// doubleRule is the double rule of a letter from a height on, with the stroke
// that is thick on the outer side of the page.
func doubleRule(y float64, upper bool) []item {
	x := (textWidth - document.LetterWide) / 2
	first, second := thick, thin
	if !upper {
		first, second = thin, thick
	}
	var out []item
	for _, r := range []struct{ y, width float64 }{{y + first/2, first}, {y + first + between + second/2, second}} {
		out = append(out, inked(rule(x, r.y, x+document.LetterWide, r.y, r.width)))
	}
	return out
}

// inked is an item in red.
func inked(i item) item {
	i.red = true
	return i
}

// paint is an item's ink.
func (i item) paint() color.RGBA {
	if i.red {
		return red
	}
	return canvas.Black
}
