package press_test

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func sorted[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// A piece is a piece of a page's text where a reader of the PDF finds it, in mm
// from the page's upper left corner.
type piece struct {
	left, top, right, bottom float64
	text                     string
}

// A sheet is a page of a PDF as poppler measures it.
type sheet struct {
	width, height float64
	words         []piece
}

var measured = regexp.MustCompile(`<(page) width="([\d.]+)" height="([\d.]+)"|<(word) xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<`)

// sheets measures the pages of a PDF file; words come in the order of reading.
func sheets(t testing.TB, file string) []sheet {
	t.Helper()
	var out []sheet
	for _, m := range measured.FindAllStringSubmatch(tool(t, "pdftotext", "-raw", "-bbox", "-enc", "UTF-8", file, "-"), -1) {
		mm := func(i int) float64 {
			x, err := strconv.ParseFloat(m[i], 64)
			if err != nil {
				t.Fatal(err)
			}
			return x * 25.4 / 72
		}
		if m[1] != "" {
			out = append(out, sheet{width: mm(2), height: mm(3)})
			continue
		}
		p := &out[len(out)-1]
		p.words = append(p.words, piece{mm(5), mm(6), mm(7), mm(8), html.UnescapeString(m[9])})
	}
	return out
}

func (w piece) String() string {
	return fmt.Sprintf("%q at %.1f–%.1f × %.1f–%.1f mm", w.text, w.left, w.right, w.top, w.bottom)
}

// area is where a page's text stands: GB/T 9704-2012, or a sheet across.
func (p sheet) area() piece {
	if p.width > p.height {
		return piece{left: 36, top: 19, right: 261, bottom: 191}
	}
	return piece{left: 28, top: 37, right: 184, bottom: 262}
}

// lines are the words of the text area, one string for each line of the page,
// from the top; cells that stand side by side are in one.
func (p sheet) lines() []string {
	body := slices.DeleteFunc(slices.Clone(p.words), func(w piece) bool { return w.top+w.bottom > 2*p.area().bottom })
	slices.SortStableFunc(body, func(a, b piece) int { return cmp.Compare(a.top, b.top) })
	var out []string
	var row []piece
	flush := func() {
		slices.SortStableFunc(row, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
		var s strings.Builder
		for _, w := range row {
			s.WriteString(w.text)
		}
		if len(row) > 0 {
			out = append(out, s.String())
		}
		row = nil
	}
	for _, w := range body {
		if len(row) > 0 && w.top > row[0].top+1.5 {
			flush()
		}
		row = append(row, w)
	}
	flush()
	return out
}

// text is the page's text without blanks, in the order of reading.
func (p sheet) text() string {
	var s strings.Builder
	for _, w := range p.words {
		s.WriteString(joined(w.text))
	}
	return s.String()
}

// outside returns the words that leave the room of the page: the text area and
// the margin below it, or, of a paper with measures of its own, what a printer
// reaches. The white half of a closing mark may hang over the edge.
func (p sheet) outside(free bool) []piece {
	a := p.area()
	if free {
		a = piece{left: 3.5, top: 3.5, right: p.width - 3.5}
	}
	return slices.DeleteFunc(slices.Clone(p.words), func(w piece) bool {
		hang := 0.3
		if strings.ContainsAny(last(w.text), "，。、；：？！）》〉】〕”’") {
			hang += (w.bottom - w.top) / 2
		}
		return w.left >= a.left-0.3 && w.right <= a.right+hang && w.top >= a.top-0.5 && w.bottom <= p.height-3
	})
}

// overlapping returns pairs of words that stand on each other. Those of one line
// may be squeezed together by the white half of a closing mark.
func (p sheet) overlapping() (out [][2]piece) {
	words := slices.Clone(p.words)
	slices.SortFunc(words, func(a, b piece) int { return cmp.Compare(a.top, b.top) })
	for i, a := range words {
		for _, b := range words[i+1:] {
			if b.top > a.bottom-0.6 {
				break
			}
			across, down := min(a.right, b.right)-max(a.left, b.left), min(a.bottom, b.bottom)-b.top
			tall := min(a.bottom-a.top, b.bottom-b.top)
			if down > 0.15*tall && across > 0.3 && (across > 0.6*tall || down < 0.7*tall) {
				out = append(out, [2]piece{a, b})
			}
		}
	}
	return out
}
