package press_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"hearingdesk/hearing/document/press"
)

// A foreign page is one of a program that measures in its own way: a black piece of
// 72 by 36 of its units stands in the lower left corner of what is shown.
type foreign struct {
	name string
	page string     // what its dictionary says
	at   [2]float64 // where that corner is
	more string     // what else it draws
	want [4]float64 // left, top, right, bottom of the black piece on the printed page, mm
	size [2]float64 // of the printed page, mm
}

var foreigners = []foreign{
	{name: "A4", page: "/MediaBox[0 0 595.28 841.89]", want: [4]float64{0, 284.3, 25.4, 297}},
	{name: "A4 as programs round it", page: "/MediaBox[0 0 597 843]", want: [4]float64{0, 284.3, 25.4, 297}},
	{name: "A5 keeps its size", page: "/MediaBox[0 0 419.53 595.28]", want: [4]float64{31, 240.8, 56.4, 253.5}},
	{name: "A3 is made smaller", page: "/MediaBox[0 0 841.89 1190.55]", want: [4]float64{0, 288, 18, 297}},
	{name: "Letter is a little too wide", page: "/MediaBox[0 0 612 792]", want: [4]float64{0, 272, 24.7, 284.4}},
	{name: "A4 across", page: "/MediaBox[0 0 841.89 595.28]", want: [4]float64{0, 197.3, 25.4, 210}, size: [2]float64{297, 210}},
	{name: "turned to the right", page: "/MediaBox[0 0 595.28 841.89]/Rotate 90", want: [4]float64{0, 0, 12.7, 25.4}, size: [2]float64{297, 210}},
	{name: "turned to the left", page: "/MediaBox[0 0 595.28 841.89]/Rotate -90", want: [4]float64{284.3, 184.6, 297, 210}, size: [2]float64{297, 210}},
	{name: "on its head", page: "/MediaBox[0 0 595.28 841.89]/Rotate 180", want: [4]float64{184.6, 0, 210, 12.7}},
	{name: "cut out of a larger one", page: "/MediaBox[0 0 800 1000]/CropBox[100 50 519.53 645.28]", at: [2]float64{100, 50}, more: "0 0 99 1000 re f 0 700 800 300 re f ",
		want: [4]float64{31, 240.8, 56.4, 253.5}},
	{name: "in units of two points", page: "/MediaBox[0 0 297.64 420.945]/UserUnit 2", want: [4]float64{0, 271.6, 50.8, 297}},
	{name: "its corner elsewhere", page: "/MediaBox[-100 -200 495.28 641.89]", at: [2]float64{-100, -200}, want: [4]float64{0, 284.3, 25.4, 297}},
}

// foreignPDF writes a PDF with the foreign pages, by hand: its sheet's measures and
// resources are inherited, and what draws a page is in two streams.
func foreignPDF(pages []foreign, more ...string) []byte {
	kids, objects := "", []string{"<</Type/Catalog/Pages 2 0 R>>", ""}
	objects = append(objects, more...)
	for _, f := range pages {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		first, second := fmt.Sprintf("q %s %g %g 72 36 re", f.more, f.at[0], f.at[1]), "f Q"
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents[%d 0 R %d 0 R]%s>>", n+1, n+2, f.page),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(first), first), fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(second), second))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/Resources<</ProcSet[/PDF]>>>>", len(pages), kids)
	var b bytes.Buffer
	b.WriteString("%PDF-1.6\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

// inked draws the pages of a paper's PDF, and returns for each where something
// black stands on it, in mm, and its size.
func inked(t *testing.T, p press.Paper) (out [][4]float64, sizes [][2]float64) {
	t.Helper()
	const dpi = 100
	to := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-r", fmt.Sprint(dpi), "-gray", "-png", pdf(t, p), to)
	files, err := filepath.Glob(to + "*.png")
	if err != nil || len(files) != len(p.Pages) {
		t.Fatalf("%d pictures of %d pages (%v)", len(files), len(p.Pages), err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name) //nolint:gosec // made above
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		black := image.Rectangle{}
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y < 100 {
					black = black.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		mm := func(n int) float64 { return float64(n) * 25.4 / dpi }
		out = append(out, [4]float64{mm(black.Min.X), mm(black.Min.Y), mm(black.Max.X), mm(black.Max.Y)})
		sizes = append(sizes, [2]float64{mm(img.Bounds().Dx()), mm(img.Bounds().Dy())})
	}
	return out, sizes
}
