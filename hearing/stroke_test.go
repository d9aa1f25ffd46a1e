package hearing

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestWhatASignatureCannotBe: a drawing from elsewhere is bounded in all that it has.
func TestWhatASignatureCannotBe(t *testing.T) {
	good := func() TranscriptEntry {
		return TranscriptEntry{ID: "s", At: time.Unix(1, 0), Act: ActSign, Signer: "p", Hash: strings.Repeat("a", 64), Strokes: []Stroke{{0, 0, PadWide, PadHigh}, {5, 5}}}
	}
	for _, c := range []struct {
		name string
		do   func(*TranscriptEntry)
		want string
	}{
		{"a signature", func(*TranscriptEntry) {}, ""},
		{"nobody's", func(e *TranscriptEntry) { e.Signer = "" }, "signer"},
		{"of no text", func(e *TranscriptEntry) { e.Hash = "" }, "hash"},
		{"of a page before the first", func(e *TranscriptEntry) { e.Page = -1 }, "page"},
		{"nothing drawn", func(e *TranscriptEntry) { e.Strokes = nil }, "strokes"},
		{"strokes without points", func(e *TranscriptEntry) { e.Strokes = []Stroke{{}} }, "strokes"},
		{"half a point", func(e *TranscriptEntry) { e.Strokes[1] = Stroke{1, 2, 3} }, "strokes[1]"},
		{"beside the pad", func(e *TranscriptEntry) { e.Strokes[0][2] = PadWide + 1 }, "strokes[0]"},
		{"above it", func(e *TranscriptEntry) { e.Strokes[0][1] = -1 }, "strokes[0]"},
		{"too many strokes", func(e *TranscriptEntry) { e.Strokes = slices.Repeat([]Stroke{{1, 1}}, MostStrokes+1) }, "strokes"},
		{"too many points", func(e *TranscriptEntry) { e.Strokes = []Stroke{slices.Repeat(Stroke{1, 1}, MostPoints+1)} }, "strokes"},
		{"taken back", func(e *TranscriptEntry) { e.Undoes, e.Strokes, e.Hash = "s0", nil, "" }, ""},
		{"taken back with a drawing", func(e *TranscriptEntry) { e.Undoes = "s0" }, "strokes"},
		{"a seal with a drawing", func(e *TranscriptEntry) { e.Act = ActSeal }, "strokes"},
	} {
		e := good()
		c.do(&e)
		got := ""
		if faults := e.Validate(); len(faults) > 0 {
			got = faults[0].Path
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
