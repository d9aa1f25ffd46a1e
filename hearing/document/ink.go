package document

import (
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// An Ink is a signature that was drawn, as a piece of a line: see [hearing.Stroke].
type Ink struct{ Strokes []hearing.Stroke }

// The size of a drawn signature on paper, mm.
const (
	InkWide = 36.0
	InkHigh = InkWide * hearing.PadHigh / hearing.PadWide
	InkPen  = 0.35 // the pen's width
)

// Lines are the strokes as points in mm from the upper left of the drawing. One of
// a single point is a dot: a line as long as the pen is wide.
func (i *Ink) Lines() [][][2]float64 {
	const unit = InkHigh / hearing.PadHigh
	var out [][][2]float64
	for _, s := range i.Strokes {
		var line [][2]float64
		for k := 0; k+1 < len(s); k += 2 {
			line = append(line, [2]float64{unit * float64(s[k]), unit * float64(s[k+1])})
		}
		if len(line) == 1 {
			at := line[0]
			line = [][2]float64{{at[0] - InkPen/2, at[1]}, {at[0] + InkPen/2, at[1]}}
		}
		out = append(out, line)
	}
	return out
}

// An inked is the value of a signature that was drawn; empty is none.
type inked []hearing.Stroke

// String returns the drawing as the template's output carries it.
func (i inked) String() string {
	var b strings.Builder
	b.WriteRune(markInk)
	for k, s := range i {
		if k > 0 {
			b.WriteByte(';')
		}
		for j, v := range s {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strconv.Itoa(v))
		}
	}
	b.WriteRune(markInkEnd)
	return b.String()
}

// readInk reads what stands between the marks of a drawing; none where it is not
// one.
func readInk(s string) *Ink {
	out := &Ink{}
	for part := range strings.SplitSeq(s, ";") {
		var stroke hearing.Stroke
		for v := range strings.FieldsSeq(part) {
			n, err := strconv.Atoi(v)
			if err != nil {
				return nil
			}
			stroke = append(stroke, n)
		}
		if len(stroke) >= 2 {
			out.Strokes = append(out.Strokes, stroke[:len(stroke)/2*2])
		}
	}
	if len(out.Strokes) == 0 {
		return nil
	}
	return out
}
