package layout_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
)

// A spot is a piece of text on a page of a PDF, in mm from the page's upper left
// corner: the edges of its characters' squares.
type spot struct {
	page                     int
	left, top, right, bottom float64
	text                     string
}

var spotted = regexp.MustCompile(`<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<`)

// spots measures a PDF of a document with poppler.
func spots(t *testing.T, d document.Document) []spot {
	t.Helper()
	var out []spot
	page := 0
	for _, m := range spotted.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", writePDF(t, d), "-"), -1) {
		if m[1] == "" {
			page++
			continue
		}
		var at [4]float64
		for i := range at {
			x, err := strconv.ParseFloat(m[i+1], 64)
			if err != nil {
				t.Fatal(err)
			}
			at[i] = x * 25.4 / 72
		}
		out = append(out, spot{page, at[0], at[1], at[2], at[3], m[5]})
	}
	return out
}

// find returns the spot whose text has a piece in it.
func find(t *testing.T, all []spot, page int, piece string) spot {
	t.Helper()
	for _, s := range all {
		if s.page == page && strings.Contains(s.text, piece) {
			return s
		}
	}
	t.Fatalf("%q is not on page %d of %v", piece, page, all)
	return spot{}
}

// near compares millimetres.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.1 {
		t.Errorf("%s is %.2f mm, want %.2f", what, got, want)
	}
}

// TestTheGridIsWhereTheMillimetresSay measures a page of GB/T 9704-2012: 22 lines
// of 28 characters fill 156 × 225 mm from 37 mm below the page's upper edge and
// 28 mm from its left one, each line in the middle of its pitch of 225/22 mm.
func TestTheGridIsWhereTheMillimetresSay(t *testing.T) {
	const em, cell, pitch = 16 * 25.4 / 72, 156.0 / 28, 225.0 / 22
	d := document.Document{Title: "文", Style: document.Letter, Blocks: []document.Block{document.Paragraph{Runs: []document.Run{{Text: strings.Repeat("检", 28*24)}}}}}
	all := spots(t, d)
	var lines []spot
	for _, s := range all {
		if s.page == 1 && strings.HasPrefix(s.text, "检") {
			lines = append(lines, s)
		}
	}
	if len(lines) != 22 {
		t.Fatalf("%d lines, want 22", len(lines))
	}
	for i, l := range lines {
		near(t, "a line's left edge", l.left, 28)
		near(t, "its right edge", l.right, 28+27*cell+em)
		near(t, "its upper edge", l.top, 37+float64(i)*pitch+(pitch-em)/2)
	}
	first, last := lines[0], lines[21]
	near(t, "the first line's baseline", first.top+0.88*em, 37+(pitch-em)/2+0.88*em)
	near(t, "the foot of the last line's pitch", last.bottom+(pitch-em)/2, 37+225)
	// The number's dash is 7 mm below the text, outside with one character free.
	number := find(t, all, 1, "—")
	near(t, "the number's dash", (number.top+number.bottom)/2, 37+225+7)
	right := 0.0
	for _, s := range all {
		if s.page == 1 && s.top > 262 {
			right = max(right, s.right)
		}
	}
	near(t, "an odd page's number ends", right, 28+156-14*25.4/72)
	near(t, "an even page's number begins", find(t, all, 2, "—").left, 28+14*25.4/72)
}

// TestASignedLetterIsWhereTheMillimetresSay measures title, addressee and seal:
// the title in the middle, the addressee at the left edge, the date four
// characters from the right one and the office centred on it.
func TestASignedLetterIsWhereTheMillimetresSay(t *testing.T) {
	const cell, pitch = 156.0 / 28, 225.0 / 22
	all := spots(t, notice("程桂兰"))
	title := find(t, all, 1, "听证会通知书")
	near(t, "the title's middle", (title.left+title.right)/2, 28+78)
	near(t, "the title's height", title.right-title.left, 6*22*25.4/72)
	near(t, "the addressee's left edge", find(t, all, 1, "程桂兰：").left, 28)
	near(t, "the text's indent", find(t, all, 1, "本院办理的").left, 28+2*cell)
	office, date := find(t, all, 1, "云岭市澄河区人民检察院"), find(t, all, 1, "2023年6月19日")
	near(t, "the date's right edge", date.right, 28+156-4*cell)
	near(t, "the office's middle", (office.left+office.right)/2, (date.left+date.right)/2)
	near(t, "from office to date", (date.top+date.bottom-office.top-office.bottom)/2, pitch)
	d := letter(3)
	s, _ := d.Blocks[len(d.Blocks)-1].(document.Signature)
	s.Seal = false
	d.Blocks[len(d.Blocks)-1] = s
	all = spots(t, d)
	office = find(t, all, 1, "云岭市澄河区人民检察院")
	near(t, "without a seal, the office's right edge", office.right, 28+156-2*cell)
	near(t, "without a seal, the date's left edge", find(t, all, 1, "2023年6月19日").left, office.left+2*cell)
}

// TestARecordAndASheetAcross measures where their numbers and edges are: in the
// middle, and within 36 mm of the sides.
func TestARecordAndASheetAcross(t *testing.T) {
	d := document.Document{Title: "笔录", Style: document.Record, Blocks: []document.Block{document.Paragraph{Align: document.Left, Runs: []document.Run{{Text: strings.Repeat("检", 60)}}}}}
	for _, c := range []struct {
		wide                 bool
		left, top, mid, foot float64
	}{{false, 28, 37, 28 + 78, 262}, {true, 36, 19, 36 + 112.5, 191}} {
		d.Wide = c.wide
		all := spots(t, d)
		first := find(t, all, 1, "检")
		near(t, "the text's left edge", first.left, c.left)
		near(t, "the first line's upper edge", first.top, c.top+(225.0/22-16*25.4/72)/2)
		left, right, middle := math.Inf(1), 0.0, 0.0
		for _, s := range all {
			if s.top > c.foot {
				left, right, middle = min(left, s.left), max(right, s.right), (s.top+s.bottom)/2
			}
		}
		near(t, "the number's middle", (left+right)/2, c.mid)
		near(t, "the number below the text", middle, c.foot+7)
	}
}
