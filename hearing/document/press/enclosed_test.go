package press_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
)

// enclosing gives a session an enclosure that is a file, and returns a press that
// has it.
func enclosing(t testing.TB, name string, data []byte, pages int) (*press.Press, hearing.Dossier) {
	t.Helper()
	d := variant(t, "h-e2")
	f := hearing.ScanFile{Name: name, Hash: hearing.HashOf(data), Media: "application/pdf", Size: int64(len(data)), Pages: pages}
	d.Enclosures = []hearing.Enclosure{{ID: "n1", Name: "来院路线图", With: []string{"07a", "07b"}, File: hearing.EnclosedFile{ScanFile: f}}}
	p := thePress().Files(func(hash string) ([]byte, error) {
		if hash != f.Hash {
			return nil, hearing.ErrNotFound
		}
		return data, nil
	})
	return p, d
}

// enclosedPaper makes the first of the copies of a session's enclosure.
func enclosedPaper(t testing.TB, p *press.Press, d hearing.Dossier) press.Paper {
	t.Helper()
	items := p.Plan(d, "39")
	if len(items) == 0 {
		t.Fatal("no enclosure is planned")
	}
	made, err := p.Make(d, items[0], today)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestAPDFGoesOutAsItIs encloses a paper of two kinds of our own, and reads it
// behind each letter, as a file, in one book, and once more as it was kept.
func TestAPDFGoesOutAsItIs(t *testing.T) {
	plain := variant(t, "h-e2")
	notice, plan := paper(t, plain, "07a", "程桂兰"), paper(t, plain, "13", "")
	leaflet, err := press.Book("资料", notice, plan)
	if err != nil {
		t.Fatal(err)
	}
	n := len(notice.Pages) + len(plan.Pages)
	p, d := enclosing(t, "资料.pdf", leaflet, n)
	items := p.Plan(d, "39")
	if len(items) < 3 || !items[0].File || items[0].Copies != 1 || items[0].Pile != document.PileEnclosure {
		t.Fatalf("planned %+v", items)
	}
	names := press.Names(items, press.Mark(d), press.DOCX)
	if slices.Sort(names); !strings.HasSuffix(names[0], ".pdf") || names[0] != names[len(names)-1] {
		t.Errorf("its file is called %q", names)
	}
	made := enclosedPaper(t, p, d)
	if len(made.Pages) != n {
		t.Errorf("%d pages, want %d", len(made.Pages), n)
	}
	pdf := file(t, made)
	valid(t, pdf)
	word, err := made.File(press.DOCX)
	if err != nil || !bytes.Equal(word, pdf) {
		t.Errorf("for Word it is another file (%v)", err)
	}
	was := joined(textOf(t, notice) + textOf(t, plan))
	if got := joined(textOf(t, made)); got != was {
		t.Errorf("it says\n%s\nwant\n%s", got, was)
	}
	back, exact, err := p.Kept(packed(t, made))
	if err != nil || !exact || back.Hash != made.Hash || !bytes.Equal(pdfOf(t, back), pdf) {
		t.Errorf("kept, it is another (%v, %v)", exact, err)
	}
	if _, _, err := thePress().Kept(packed(t, made)); err == nil {
		t.Error("without its file it was printed")
	}
	same := enclosedPaper(t, p, d)
	book, err := press.Book("全部", notice, made, same)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, book)
	if more := len(book) - len(pdf) - len(file(t, notice)); more > 20_000 {
		t.Errorf("a second copy in a book takes %d bytes", more)
	}
	marks, err := api.Bookmarks(bytes.NewReader(book), nil)
	if err != nil || !strings.Contains(outline(marks), "来院路线图") {
		t.Errorf("the outline is %s (%v)", outline(marks), err)
	}
}

// TestForeignPagesStandOnA4 measures where pages of all sizes are printed: in their
// own size and in the middle, a larger one as small as the sheet; turned and cut as
// their own program shows them.
func TestForeignPagesStandOnA4(t *testing.T) {
	p, d := enclosing(t, "foreign.pdf", foreignPDF(foreigners), len(foreigners))
	made := enclosedPaper(t, p, d)
	valid(t, file(t, made))
	got, sizes := inked(t, made)
	for i, f := range foreigners {
		size := f.size
		if size == [2]float64{} {
			size = [2]float64{210, 297}
		}
		for k, v := range got[i] {
			if math.Abs(v-f.want[k]) > 0.5 {
				t.Errorf("%s: at %.1f, want %.1f", f.name, got[i], f.want)
				break
			}
		}
		if math.Abs(sizes[i][0]-size[0]) > 0.5 || math.Abs(sizes[i][1]-size[1]) > 0.5 {
			t.Errorf("%s: on a page of %.1f, want %.1f", f.name, sizes[i], size)
		}
	}
}

// TestWhatAReaderStampsIsPrinted has a stamp on a page that is printed, one that is
// hidden, and one that is only for the screen.
func TestWhatAReaderStampsIsPrinted(t *testing.T) {
	stamp := func(flags int) string {
		return fmt.Sprintf("<</Type/Annot/Subtype/Stamp/F %d/Rect[200 400 272 436]/AP<</N 3 0 R>>>>", flags)
	}
	look := "<</Type/XObject/Subtype/Form/BBox[0 0 2 1]/Length 12>>\nstream\n0 0 2 1 re f\nendstream"
	page := "/MediaBox[0 0 595.28 841.89]/Annots["
	aside := [2]float64{-500, -500}
	pages := []foreign{{page: page + stamp(4) + "]", at: aside}, {page: page + stamp(6) + "]", at: aside}, {page: page + stamp(0) + "]", at: aside}}
	p, d := enclosing(t, "stamped.pdf", foreignPDF(pages, look), len(pages))
	got, _ := inked(t, enclosedPaper(t, p, d))
	want := [4]float64{70.6, 143.2, 96, 155.9}
	for k, v := range got[0] {
		if math.Abs(v-want[k]) > 0.6 {
			t.Errorf("the stamp is at %.1f, want %.1f", got[0], want)
			break
		}
	}
	if got[1] != ([4]float64{}) || got[2] != ([4]float64{}) {
		t.Errorf("what is not printed is at %.1f and %.1f", got[1], got[2])
	}
}

// TestPicturesGoOutOnTheirSheets measures pictures: a scan of a sheet fills it, any
// other keeps an edge, and a small one is not blown up.
func TestPicturesGoOutOnTheirSheets(t *testing.T) {
	black := func(w, h int) image.Image { return image.NewGray(image.Rect(0, 0, w, h)) }
	asPNG := func(img image.Image) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	asJPEG := func(img image.Image) []byte {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, nil); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, c := range []struct {
		name string
		data []byte
		want [4]float64
	}{
		{"a sheet", asPNG(black(1240, 1754)), [4]float64{0, 0, 210, 297}},
		{"a sheet across", asJPEG(black(1754, 1240)), [4]float64{0, 0, 297, 210}},
		{"a photograph", asJPEG(black(1600, 1200)), [4]float64{21.8, 10, 275.2, 200}},
		{"a small one", asPNG(black(480, 240)), [4]float64{85, 73.3, 212, 136.8}},
	} {
		p, d := enclosing(t, c.name, c.data, 1)
		made := enclosedPaper(t, p, d)
		valid(t, file(t, made))
		got, _ := inked(t, made)
		for k, v := range got[0] {
			if math.Abs(v-c.want[k]) > 0.6 {
				t.Errorf("%s: at %.1f, want %.1f", c.name, got[0], c.want)
				break
			}
		}
		if len(made.Pages) != 1 || !made.Pages[0].Drawable() {
			t.Errorf("%s: %d pages, or it cannot be drawn", c.name, len(made.Pages))
		}
	}
}

// TestTextAndFileOfAnEnclosure prints the text first, then the pages of the file.
func TestTextAndFileOfAnEnclosure(t *testing.T) {
	p, d := enclosing(t, "foreign.pdf", foreignPDF(foreigners[:2]), 2)
	d.Enclosures[0].Text = "请走清源路正门。"
	made := enclosedPaper(t, p, d)
	if len(made.Pages) != 3 || !strings.Contains(textOf(t, made), "请走清源路正门") || !made.Pages[0].Drawable() || made.Pages[1].Drawable() {
		t.Errorf("%d pages", len(made.Pages))
	}
	if pixels(t, made) == nil {
		t.Error("no picture")
	}
	if _, err := made.Job("PDF", 1, ""); err != nil {
		t.Error(err)
	}
	job, err := made.Job("PDF", 1, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := job.Raster(1, 50); err == nil {
		t.Error("a page with text went out as an empty picture")
	}
}
