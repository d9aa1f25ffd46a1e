package press_test

import (
	"regexp"
	"strconv"
	"testing"
)

// words of a page as poppler finds them, in points.
var word = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>`)

// TestTheAddressIsInTheWindow holds that nothing of an address leaves the window
// of an envelope, however the folded sheet has slipped in it: the sheet is 10 mm
// narrower than the envelope and 11 mm lower.
func TestTheAddressIsInTheWindow(t *testing.T) {
	const mm = 72 / 25.4
	// The window of an envelope of 220 by 110 mm, 20 mm from its left and 15 from
	// its lower edge, 90 by 35, as the sheet sees it where it lies furthest away.
	left, right, top, bottom := 20.0, 20.0+90-10, 60.0, 95.0-11+1.5 // half of the lowest line's pitch is empty
	made := paper(t, variant(t, "posted"), "38a", "澄河区消防救援大队")
	inside := 0
	for _, m := range word.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", "-f", "1", "-l", "1", pdf(t, made), "-"), -1) {
		var at [4]float64
		for i := range at {
			n, err := strconv.ParseFloat(m[i+1], 64)
			if err != nil {
				t.Fatal(err)
			}
			at[i] = n / mm
		}
		if at[1] > 97 { // below the first fold
			continue
		}
		inside++
		if at[0] < left || at[2] > right || at[1] < top-1.5 || at[3] > bottom {
			t.Errorf("%s stands at %.1f, not in the window", m[5], at)
		}
	}
	if inside == 0 {
		t.Error("no address")
	}
}
