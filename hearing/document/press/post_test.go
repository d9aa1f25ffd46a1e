package press_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hearingdesk/hearing/document/press"
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

// documentXML is the text of a paper made for Word.
func documentXML(t *testing.T, made press.Paper) string {
	t.Helper()
	file, err := made.File(press.DOCX)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// lengths are the lengths of an attribute in a Word text, in mm.
func lengths(t *testing.T, text, pattern string) []float64 {
	t.Helper()
	var out []float64
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		n, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n/1440*25.4)
	}
	return out
}

// TestLabelsOfWordLieOnThoseOfThePDF measures both sheets: each label begins in
// the Word file, by its margins, columns and rows, where its text begins in the
// PDF.
func TestLabelsOfWordLieOnThoseOfThePDF(t *testing.T) {
	const mm = 72 / 25.4
	made := paper(t, variant(t, "posted"), "38b", "")
	type corner struct{ x, y float64 }
	var inPDF []corner // of the first word of each label
	for _, m := range word.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", "-f", "1", "-l", "1", pdf(t, made), "-"), -1) {
		if !strings.HasPrefix(m[5], "收件人") {
			continue
		}
		x, errX := strconv.ParseFloat(m[1], 64)
		y, errY := strconv.ParseFloat(m[2], 64)
		if errX != nil || errY != nil {
			t.Fatal(errX, errY)
		}
		inPDF = append(inPDF, corner{x / mm, y / mm})
	}
	text := documentXML(t, made)
	table, _, _ := strings.Cut(text, `</w:tbl>`)
	columns := lengths(t, table, `<w:gridCol w:w="(\d+)"`)
	rows := lengths(t, table, `<w:trHeight w:val="(\d+)" w:hRule="exact"`)
	left, top := lengths(t, text, `<w:pgMar [^>]*w:left="(\d+)"`)[0], lengths(t, text, `<w:pgMar w:top="(\d+)"`)[0]
	pad := lengths(t, table, `<w:tcMar><w:top w:w="(\d+)"`)[0]
	if len(columns) != 2 || len(inPDF) < 5 || len(rows) != (len(inPDF)+1)/2 {
		t.Fatalf("%d columns and %d rows for %d labels", len(columns), len(rows), len(inPDF))
	}
	var inWord []corner
	y := top
	for _, h := range rows {
		x := left
		for _, w := range columns {
			inWord = append(inWord, corner{x + pad, y + pad})
			x += w
		}
		y += h
	}
	if y > 297 {
		t.Errorf("the rows reach %.1f mm down", y)
	}
	for i, p := range inPDF {
		w := inWord[i]
		// a word's box begins above its letters, by the same on every label
		if math.Abs(p.x-w.x) > 0.3 || math.Abs(p.y-w.y-(inPDF[0].y-inWord[0].y)) > 0.3 || math.Abs(p.y-w.y) > 2 {
			t.Errorf("label %d: its text begins at %.1f, %.1f in the PDF, and at %.1f, %.1f in Word", i+1, p.x, p.y, w.x, w.y)
		}
	}
}
