package bundle_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"hearingdesk/hearing/document/bundle"
)

// page is a picture as a scanner makes one.
func page(t *testing.T) bundle.File {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 420, 594))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.Set(10, 10, color.Black)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return bundle.File{Media: "image/png", Data: b.Bytes()}
}

// sheet is a PDF of so many pages.
func sheet(t *testing.T, pages int) []byte {
	t.Helper()
	var all []bundle.Piece
	for range pages - 1 {
		all = append(all, bundle.Piece{Title: "页", Files: []bundle.File{page(t)}})
	}
	pdf, err := bundle.Bind(t.Context(), all, func([]bundle.Entry) ([]byte, error) { return blank, nil })
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// blank is the smallest PDF of one empty page.
var blank = []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n178\n%%EOF\n")

// TestTheContentsSayWhereEachPieceBegins binds a PDF of two pages, a picture and a
// piece that is missing behind contents of one page.
func TestTheContentsSayWhereEachPieceBegins(t *testing.T) {
	pieces := []bundle.Piece{{Title: "建议书", Files: []bundle.File{{Media: "application/pdf", Data: sheet(t, 2)}}}, {Title: "回证", Missing: "没有归入"}, {Title: "回复", Files: []bundle.File{page(t)}}}
	var last []bundle.Entry
	pdf, err := bundle.Bind(t.Context(), pieces, func(e []bundle.Entry) ([]byte, error) {
		last = append([]bundle.Entry{}, e...)
		return blank, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	n, err := api.PageCount(bytes.NewReader(pdf), nil)
	if err != nil || n != 4 {
		t.Errorf("%d pages, %v", n, err)
	}
	for i, want := range [][2]int{{2, 2}, {0, 0}, {4, 1}} {
		if got := [2]int{last[i].Page, last[i].Pages}; got != want {
			t.Errorf("%s begins and has %v, want %v", last[i].Title, got, want)
		}
	}
}

func TestWhatCannotBeBoundIsNamed(t *testing.T) {
	broken := []bundle.Piece{{Title: "回证", Files: []bundle.File{{Media: "application/pdf", Data: []byte("no PDF")}}}}
	if _, err := bundle.Bind(t.Context(), broken, func([]bundle.Entry) ([]byte, error) { return blank, nil }); err == nil {
		t.Error("a broken scan was bound")
	}
	no := errors.New("no")
	if _, err := bundle.Bind(t.Context(), nil, func([]bundle.Entry) ([]byte, error) { return nil, no }); !errors.Is(err, no) {
		t.Errorf("contents that cannot be made: %v", err)
	}
}
