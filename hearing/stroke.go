package hearing

import (
	"fmt"
	"strconv"
)

// A Stroke is one movement of the pen of a signature that was drawn: its points
// one after another, each as its place from the left and from the top, in
// thousandths of the pad's height.
type Stroke []int

// The pad on which a signature is drawn, and how much a signature may have.
const (
	PadWide = 4000
	PadHigh = 1000

	MostStrokes = 200
	MostPoints  = 5000
)

// Points counts the points of a drawing.
func Points(drawn []Stroke) int {
	n := 0
	for _, s := range drawn {
		n += len(s) / 2
	}
	return n
}

// signs says what is wrong with an entry that signs, or takes a signature back.
func (e TranscriptEntry) signs(fault func(path, code, value, expect string)) {
	if !ValidID(e.Signer) {
		fault("signer", "required", string(e.Signer), "")
	}
	if e.Undoes != "" {
		if len(e.Strokes) > 0 {
			fault("strokes", "unknown", strconv.Itoa(len(e.Strokes)), "0")
		}
		return
	}
	if len(e.Hash) != 64 {
		fault("hash", "format", e.Hash, "SHA-256")
	}
	if e.Page < 0 {
		fault("page", "range", strconv.Itoa(e.Page), "≥ 0")
	}
	switch n := Points(e.Strokes); {
	case n == 0:
		fault("strokes", "required", "", "")
		return
	case len(e.Strokes) > MostStrokes:
		fault("strokes", "long", strconv.Itoa(len(e.Strokes)), strconv.Itoa(MostStrokes))
		return
	case n > MostPoints:
		fault("strokes", "long", strconv.Itoa(n), strconv.Itoa(MostPoints))
		return
	}
	for i, s := range e.Strokes {
		at := fmt.Sprintf("strokes[%d]", i)
		if len(s) == 0 || len(s)%2 != 0 {
			fault(at, "format", strconv.Itoa(len(s)), "x, y, x, y …")
			continue
		}
		for k, v := range s {
			if most := []int{PadWide, PadHigh}[k%2]; v < 0 || v > most {
				fault(at, "range", strconv.Itoa(v), fmt.Sprintf("0–%d", most))
				break
			}
		}
	}
}
