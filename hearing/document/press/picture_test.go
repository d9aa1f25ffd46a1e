package press_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"hearingdesk/hearing/document/press"
)

// pictured are the papers whose pages are kept as pictures, one of each form.
var pictured = []struct {
	session, number, name string
}{
	{"h-e1", "06", ""},
	{"h-e2", "07a", "程建军"},
	{"h-e1", "07b", "澄河区消防救援大队"},
	{"h-e1", "07c", "王䶮"},
	{"h-e2", "07d", "韩静"},
	{"a-e1", "07e", ""},
	{"h-e2", "12", ""},
	{"h-e1", "13", ""},
	{"h-e2", "17", "赵建国"},
	{"h-e1", "20", "陈𬭎"},
	{"h-e2", "27", "程建军"},
	{"a-e1", "27", "澄河区人民政府望江街道办事处"},
	{"refused", "16", ""},
	{"asked", "01", "程桂兰"},
	{"asked", "02", "程桂兰"},
	{"h-e1", "03", ""},
	{"h-e2", "04", ""},
	{"h-e1", "05", ""},
	{"h-e1", "08", "陈𬭎"},
	{"h-e1", "09", ""},
	{"h-e2", "10a", "程桂兰"},
	{"h-e1", "10b", "王䶮"},
	{"h-e2", "11", ""},
	{"a-e1", "14b", ""},
	{"h-e1", "15a", ""},
	{"h-e1", "14c", ""},
	{"a-e1", "14c", ""},
	{"h-e1", "15b", ""},
	{"h-e1", "18", ""},
	{"against", "19", ""},
	{"asked", "22a", "程建军"},
	{"asked", "22b", "程建军"},
	{"asked", "22c", "程建军"},
	{"a-e1", "23", "澄河区消防救援大队"},
	{"a-e1", "24", "澄河区消防救援大队"},
	{"a-e1", "25", ""},
	{"put-off", "21b", "澄河区消防救援大队"},
	{"a-e1", "26", ""},
	{"h-e2", "29", "韩静"},
	{"a-e1", "30", "澄河区消防救援大队（2023-10-18）"},
	{"a-e1", "30b", "澄河区消防救援大队（2023-11-06）"},
	{"a-e1", "31", "澄河区消防救援大队"},
	{"h-e1", "32a", ""},
	{"h-e2", "32b", ""},
	{"filed", "32b", ""},
	{"filed", "32c", ""},
	{"h-e2", "34", "程建军"},
	{"asked", "35", "周慧敏"},
	{"h-e1", "36", ""},
	{"long-names", "14", ""},
	{"enclosed", "39", "澄河区消防救援大队"},
	{"posted", "38a", "澄河区消防救援大队"},
	{"posted", "38b", ""},
	{"administrative", "17b", ""},
	{"called", "28", "程建军"},
	{"called", "28b", ""},
	{"period", "33", ""},
	{"day", "37a", "听证室一"},
	{"day", "37b", "听证室一"},
	{"changed", "21", "澄河区人民政府望江街道办事处"},
}

// pages is how many pages a paper has that has several; the first is kept.
var pages = map[string]int{"04": 3, "05": 2, "09": 2, "11": 5, "14": 10, "14b": 6, "15b": 8, "16": 6, "17b": 2, "18": 2, "19": 2, "23": 2, "25": 2, "26": 4, "31": 2, "32b": 2, "32c": 2}

// dpi is the resolution of the kept pictures.
const dpi = 50

// TestPagesLookAsTheyLooked compares a page of each form with the kept
// picture, and the PDF's page with the same. The fonts are our own, so that
// every machine draws alike up to the smoothing of edges.
func TestPagesLookAsTheyLooked(t *testing.T) {
	for _, c := range pictured {
		t.Run(c.session+" "+c.number, func(t *testing.T) {
			made := paper(t, variant(t, c.session), c.number, c.name)
			if n := pages[c.number]; len(made.Pages) != max(n, 1) {
				t.Fatalf("%d pages, want %d", len(made.Pages), max(n, 1))
			}
			page, err := made.Raster(0, dpi)
			if err != nil {
				t.Fatal(err)
			}
			drawn := grey(page)
			file := filepath.Join("testdata", "golden", fmt.Sprintf("%s-%s.png", c.session, c.number))
			if *update {
				keep(t, file, drawn)
			}
			if mean, worst := difference(t, drawn, load(t, file)); mean > 1 || worst > 0.10 {
				t.Errorf("the page differs from %s: by %.2f of 255 in the mean, by %.2f in one square (-update keeps the new one)", file, mean, worst)
			}
			// Thin rules fall on other pixels there, so that the squares decide.
			if mean, worst := difference(t, drawn, printed(t, made)); mean > 15 || worst > 0.2 {
				t.Errorf("the PDF's page differs from the preview: by %.2f of 255 in the mean, by %.2f in one square", mean, worst)
			}
		})
	}
}

// printed is the PDF's first page as poppler draws it.
func printed(t *testing.T, p press.Paper) *image.Gray {
	t.Helper()
	out := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-r", fmt.Sprint(dpi), "-gray", "-png", "-singlefile", pdf(t, p), out)
	return load(t, out+".png")
}

func grey(img image.Image) *image.Gray {
	g := image.NewGray(img.Bounds())
	draw.Draw(g, g.Bounds(), img, img.Bounds().Min, draw.Src)
	return g
}

func keep(t *testing.T, file string, img *image.Gray) {
	t.Helper()
	// Sixteen greys are enough to compare, and half the bytes.
	few := image.NewPaletted(img.Bounds(), make(color.Palette, 0, 16))
	for i := range 16 {
		few.Palette = append(few.Palette, color.Gray{uint8(i * 17)}) //nolint:gosec // at most 255
	}
	draw.Draw(few, few.Bounds(), img, img.Bounds().Min, draw.Src)
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, few); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, file string) *image.Gray {
	t.Helper()
	text, err := os.ReadFile(file) //nolint:gosec // the test's own file
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return grey(img)
}

// difference compares two pictures: the mean of what the pixels differ by, of
// 255, and the most that a square of ten pixels differs by in darkness, of 1.
func difference(t *testing.T, a, b *image.Gray) (mean, worst float64) {
	t.Helper()
	w, h := min(a.Rect.Dx(), b.Rect.Dx()), min(a.Rect.Dy(), b.Rect.Dy())
	if max(a.Rect.Dx(), b.Rect.Dx())-w > 1 || max(a.Rect.Dy(), b.Rect.Dy())-h > 1 {
		t.Fatalf("a page of %v, want %v", a.Rect.Size(), b.Rect.Size())
	}
	const square = 10
	squares := map[image.Point]float64{}
	sum := 0.0
	for y := range h {
		for x := range w {
			d := float64(a.GrayAt(x, y).Y) - float64(b.GrayAt(x, y).Y)
			sum += math.Abs(d)
			squares[image.Pt(x/square, y/square)] += d
		}
	}
	for _, s := range squares {
		worst = max(worst, math.Abs(s)/(255*square*square))
	}
	return sum / float64(w*h), worst
}
