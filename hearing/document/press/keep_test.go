package press_test

import (
	"bytes"
	"errors"
	"image"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
)

// TestAKeptPaperIsThePaperOfThen packs papers of the worked examples, of each
// form some, and has a press that never set them print them: the file is the
// same, byte for byte, and so is the picture on the screen.
func TestAKeptPaperIsThePaperOfThen(t *testing.T) {
	forms, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	later := press.New(forms, layout.New(assets.PaperFonts(), nil))
	papers, small, whole, largest := 0, 0, 0, 0
	for _, session := range examples {
		d := variant(t, session)
		for i, it := range thePress().Plan(d, kinds(session)...) {
			if i%4 != 0 && (testing.Short() || session != "h-e2") {
				continue // the others are alike
			}
			made, err := thePress().Make(d, it, today)
			if err != nil {
				t.Fatal(err)
			}
			data := packed(t, made)
			back, exact, err := later.Kept(data)
			if err != nil || !exact || back.Hash != made.Hash || len(back.Pages) != len(made.Pages) {
				t.Fatalf("%s %s: %d pages, exact %v, %v", it.Number, it.For, len(back.Pages), exact, err)
			}
			was, is := pdfOf(t, made), pdfOf(t, back)
			if !bytes.Equal(was, is) {
				t.Errorf("%s %s: the file is another (%d and %d bytes)", it.Number, it.For, len(was), len(is))
			}
			if again := packed(t, back); !bytes.Equal(again, data) {
				t.Errorf("%s %s: kept once more it is another", it.Number, it.For)
			}
			if papers++; papers%10 == 0 && !bytes.Equal(pixels(t, made), pixels(t, back)) {
				t.Errorf("%s %s: the picture is another", it.Number, it.For)
			}
			small, whole, largest = small+len(data), whole+len(was), max(largest, len(data))
		}
	}
	t.Logf("%d papers: kept %d bytes on average and %d at most, as PDF %d", papers, small/papers, largest, whole/papers)
	if small*5 > whole {
		t.Errorf("kept papers take %d bytes, files %d", small, whole)
	}
}

func TestAFontThatWasReplacedIsTold(t *testing.T) {
	made := paper(t, dossier(t, worked(t), "h-e2"), "06", "")
	data := packed(t, made)
	fonts := assets.PaperFonts()
	fonts["paper-fang.ttf"], fonts["paper-title.ttf"] = fonts["paper-kai.ttf"], nil
	delete(fonts, "paper-title.ttf")
	forms, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	back, exact, err := press.New(forms, layout.New(fonts, nil)).Kept(data)
	if err != nil || exact || len(back.Pages) != len(made.Pages) {
		t.Fatalf("exact %v, %v", exact, err)
	}
	if bytes.Equal(pdfOf(t, back), pdfOf(t, made)) {
		t.Error("in another font it is the same file")
	}
	if _, err := back.File(press.DOCX); !errors.Is(err, press.ErrPagesOnly) {
		t.Errorf("as a Word file: %v", err)
	}
}

func TestWhatIsNoKeptPaperIsRefused(t *testing.T) {
	data := packed(t, paper(t, dossier(t, worked(t), "h-e2"), "06", ""))
	for name, bad := range map[string][]byte{"nothing": nil, "text": []byte("%PDF-1.7"), "half": data[:len(data)/2]} {
		if _, _, err := thePress().Kept(bad); !errors.Is(err, layout.ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
	}
	set := layout.New(assets.PaperFonts(), nil)
	for _, bad := range []string{`{}`, `{"v":9,"pages":[{}]}`, `{"v":1,"pages":[{"i":[{"p":[1,2]}]}]}`, `{"v":1,"pages":[{"i":[{"p":[77,0,0,77]}]}]}`,
		`{"v":1,"pages":[{"i":[{"t":"x","f":3}]}]}`, `{"v":1,"pages":[{"i":[{"m":2}]}]}`, `{"v":1,"marks":[{"u":5}],"pages":[{}]}`, `{"v":1,"marks":[{"u":1}],"pages":[{}]}`, `[`} {
		if _, _, err := set.Restore([]byte(bad), nil); !errors.Is(err, layout.ErrUnreadable) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func packed(t *testing.T, p press.Paper) []byte {
	t.Helper()
	data, err := p.Keep()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func pdfOf(t *testing.T, p press.Paper) []byte {
	t.Helper()
	data, err := p.File(press.PDF)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func pixels(t *testing.T, p press.Paper) []byte {
	t.Helper()
	img, err := p.Raster(0, 40)
	if err != nil {
		t.Fatal(err)
	}
	return img.(*image.RGBA).Pix
}
