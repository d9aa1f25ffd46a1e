package scanning_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/scanning"
)

// TestAScanFindsItsPaper has a receipt come back in each form that an office's
// machines give it.
func TestAScanFindsItsPaper(t *testing.T) {
	list := receipts(t)
	one, other := list[0], list[1]
	at := page(t, one, 200)
	blank := asPNG(t, image.NewGray(image.Rect(0, 0, 1240, 1754)))
	for _, c := range []struct {
		name  string
		data  []byte
		pages int
		media string
		drawn bool
		want  []hearing.PaperCode
	}{
		{"a coloured picture", asPNG(t, at), 1, scanning.PNG, true, []hearing.PaperCode{codeOf(one)}},
		{"a photograph", asJPEG(t, at), 1, scanning.JPEG, true, []hearing.PaperCode{codeOf(one)}},
		{"a fine one", asPNG(t, gray(page(t, one, 300))), 1, scanning.PNG, true, []hearing.PaperCode{codeOf(one)}},
		{"a coarse one", asPNG(t, page(t, one, 110)), 1, scanning.PNG, true, []hearing.PaperCode{codeOf(one)}},
		{"upside down", asPNG(t, turn(at)), 1, scanning.PNG, true, []hearing.PaperCode{codeOf(one)}},
		{"a scanner's PDF", asPDF(t, asJPEG(t, at)), 1, scanning.PDF, true, []hearing.PaperCode{codeOf(one)}},
		{"a PDF in black and white", asPDF(t, asPNG(t, bitmap(at))), 1, scanning.PDF, true, []hearing.PaperCode{codeOf(one)}},
		{"the code on its last page", asPDF(t, blank, blank, asJPEG(t, at)), 3, scanning.PDF, true, []hearing.PaperCode{codeOf(one)}},
		{"two receipts in one file", asPDF(t, asJPEG(t, at), asJPEG(t, page(t, other, 200))), 2, scanning.PDF, true, []hearing.PaperCode{codeOf(one), codeOf(other)}},
		{"a page without a code", blank, 1, scanning.PNG, true, nil},
		{"our own file, not scanned", must[[]byte](t)(one.File(press.PDF)), 1, scanning.PDF, false, []hearing.PaperCode{codeOf(one)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := scanning.Read(t.Context(), "回证.pdf", c.data)
			if err != nil {
				t.Fatal(err)
			}
			if f.Pages != c.pages || f.Media != c.media || f.Drawn != c.drawn || f.Hash != hearing.HashOf(c.data) || !slices.Equal(f.Codes, c.want) {
				t.Errorf("%d pages, %s, drawn %v, codes %v", f.Pages, f.Media, f.Drawn, f.Codes)
			}
			if (f.Thumb != nil) != c.drawn {
				t.Errorf("a small picture of %d bytes", len(f.Thumb))
			}
			if f.Thumb != nil {
				if img := must[image.Image](t)(png.Decode(bytes.NewReader(f.Thumb))); img.Bounds().Dx() > 180 || img.Bounds().Dy() > 260 || len(f.Thumb) > 100<<10 {
					t.Errorf("the small picture is %v, %d bytes", img.Bounds(), len(f.Thumb))
				}
			}
			img, err := scanning.Page(t.Context(), c.data, c.pages-1)
			if err != nil || (img != nil) != c.drawn {
				t.Errorf("its last page: %v, %v", img != nil, err)
			}
		})
	}
	if _, err := scanning.Page(t.Context(), blank, 1); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a page that is not there: %v", err)
	}
}

// TestAPageIsDrawnAsItIsTurned has a page that the PDF shows turned.
func TestAPageIsDrawnAsItIsTurned(t *testing.T) {
	var b bytes.Buffer
	if err := api.Rotate(bytes.NewReader(asPDF(t, asPNG(t, image.NewGray(image.Rect(0, 0, 800, 500))))), &b, 90, nil, model.NewDefaultConfiguration()); err != nil {
		t.Fatal(err)
	}
	img := must[image.Image](t)(scanning.Page(t.Context(), b.Bytes(), 0))
	if img == nil || img.Bounds().Dx() != 500 || img.Bounds().Dy() != 800 {
		t.Errorf("it is drawn as %v", img)
	}
}

func TestFilesAreDividedByTheirCodes(t *testing.T) {
	a, b := hearing.PaperCode{Session: "h", Document: "27", Key: "a"}, hearing.PaperCode{Session: "h", Document: "27", Key: "b"}
	file := func(name, media string, codes ...hearing.PaperCode) scanning.File {
		return scanning.File{ScanFile: hearing.ScanFile{Name: name, Media: media, Pages: 1}, Codes: codes}
	}
	got := scanning.Divide([]scanning.File{
		file("before", scanning.PNG), file("a1", scanning.PNG, a), file("a2", scanning.PNG), file("b1", scanning.PDF, b), file("after", scanning.PNG),
		file("a3", scanning.JPEG, a), file("both", scanning.PDF, a, b), file("plain", scanning.PDF),
	})
	names := func(list []scanning.File) (out string) {
		for _, f := range list {
			out += f.Name + " "
		}
		return out
	}
	if len(got.Papers) != 2 || names(got.Papers[0].Files) != "a1 a2 a3 " || names(got.Papers[1].Files) != "b1 " || names(got.Loose) != "before after plain " || names(got.Mixed) != "both " {
		t.Errorf("divided into %+v", got)
	}
	if in := scanning.Join(got.Papers[0].Files...); len(in.Files) != 3 || in.Pages() != 3 {
		t.Errorf("joined to %+v", in)
	}
}
