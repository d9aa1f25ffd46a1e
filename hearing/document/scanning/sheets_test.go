package scanning_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/scanning"
)

// TestWhatDoesNotGoOut refuses as an enclosure what cannot be trusted, what is too
// much, and what would be printed as another than it shows.
func TestWhatDoesNotGoOut(t *testing.T) {
	leaves := func(n int) []byte {
		kids, objects := "", []string{catalogue, ""}
		for i := range n {
			kids += fmt.Sprintf("%d 0 R ", i+3)
			objects = append(objects, leaf)
		}
		objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", n, kids)
		return written(objects...)
	}
	layers := func(how string) []byte {
		return written("<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[4 0 R]/D<<"+how+">>>>>>", tree, leaf, "<</Type/OCG/Name(draft)>>")
	}
	for _, c := range []struct {
		name string
		data []byte
		want scanning.Reason
	}{
		{"an empty file", nil, scanning.Empty},
		{"a program", []byte("MZ\x90\x00"), scanning.OtherKind},
		{"a PDF with a password", encrypted(t, "geheim", "geheim"), scanning.Encrypted},
		{"a PDF with restrictions", encrypted(t, "", "geheim"), scanning.Encrypted},
		{"half a PDF", small(t)[:300], scanning.Damaged},
		{"half a picture", asJPEG(t, image.NewGray(image.Rect(0, 0, 900, 900)))[:400], scanning.Damaged},
		{"a picture that says it is huge", claimed(60_000, 60_000), scanning.TooFine},
		{"a PDF with a script", written("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.beep)>>>>", tree, leaf), scanning.Active},
		{"too many bytes", append(small(t), make([]byte, hearing.LargestEnclosed)...), scanning.TooMuch},
		{"hidden layers", layers("/OFF[4 0 R]"), scanning.Layered},
		{"all layers hidden", layers("/BaseState/OFF"), scanning.Layered},
		{"layers that are shown", layers("/ON[4 0 R]"), ""},
		{"a page without a size", written(catalogue, tree, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 842]/Resources<<>>>>"), scanning.Damaged},
		{"a page of half a size", written(catalogue, tree, "<</Type/Page/Parent 2 0 R/MediaBox[0 0]/Resources<<>>>>"), scanning.Damaged},
		{"a page without resources", written(catalogue, tree, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"), ""},
		{"too many pages", leaves(hearing.MostEnclosed + 1), scanning.TooMuch},
	} {
		f, err := scanning.Enclose(context.Background(), c.name, c.data)
		var no *scanning.RefusedError
		errors.As(err, &no)
		switch {
		case c.want == "" && (err != nil || f.Pages != 1):
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (no == nil || no.Why != c.want || no.Name != c.name):
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// TestAScanThatGoesOutIsSeen holds that a page that is a picture is drawn, and one
// with text is not drawn as if it were empty.
func TestAScanThatGoesOutIsSeen(t *testing.T) {
	page := page(t, receipts(t)[0], 100)
	scan, err := scanning.OpenSheets(t.Context(), asPDF(t, asPNG(t, page)))
	if err != nil || scan.Picture(0) == nil || len(scan.Thumb()) == 0 {
		t.Errorf("a scan is not drawn (%v)", err)
	}
	var b bytes.Buffer
	b.Write(must[[]byte](t)(receipts(t)[0].File("pdf")))
	made, err := scanning.OpenSheets(t.Context(), b.Bytes())
	if err != nil || made.Picture(0) != nil || made.Thumb() != nil {
		t.Errorf("a page with text is drawn (%v)", err)
	}
	if _, _, ok := made.Size(1); ok {
		t.Error("it has a page more")
	}
}
