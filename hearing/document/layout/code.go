package layout

import (
	"fmt"

	"github.com/tdewolff/canvas"
	"rsc.io/qr"

	"hearingdesk/hearing/document"
)

// mostCodes is how many codes a paper may have: two of one page hide each other.
const mostCodes = 100

// code draws a QR code with its caption below the text, where it takes no line.
func (s *setting) code(v document.Code) error {
	if s.codes++; s.codes > mostCodes {
		return fmt.Errorf("draw QR codes of %s: %w", s.doc.Title, document.ErrEndless)
	}
	q, err := qr.Encode(v.Data, qr.M)
	if err != nil {
		return fmt.Errorf("draw QR code of %s: %w", s.doc.Title, err)
	}
	st := strip{foot: true, corner: true, items: []item{{code: q, mark: s.mark}}}
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

// shape is what an item that is no text looks like. That of a code is made when
// it is drawn: a thousand of them take forty megabytes.
func (i item) shape() *canvas.Path {
	if i.code == nil {
		return i.path
	}
	p := &canvas.Path{}
	dot := document.CodeSize / float64(i.code.Size)
	for y := range i.code.Size {
		for x := 0; x < i.code.Size; x++ {
			from := x
			for i.code.Black(x, y) {
				x++
			}
			if x > from {
				left, right, top, bottom := dot*float64(from), dot*float64(x), dot*float64(y), dot*float64(y+1)
				p.MoveTo(left, top)
				p.LineTo(right, top)
				p.LineTo(right, bottom)
				p.LineTo(left, bottom)
				p.Close()
			}
		}
	}
	return p
}
