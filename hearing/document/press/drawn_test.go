package press_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
)

// name is something like a name written by hand.
func name() []hearing.Stroke {
	out := []hearing.Stroke{{700, 100}}
	for k := range 3 {
		var s hearing.Stroke
		for i := range 40 {
			f := float64(i) / 40
			s = append(s, 600+900*k+int(700*f), 500+int(350*math.Sin(f*12+float64(k))))
		}
		out = append(out, s)
	}
	return out
}

// TestADrawnSignatureIsPrinted: in its signer's place, with the day on which it was
// drawn, on the pages, when they are kept and set again, and in Word; not where the
// text was changed since.
func TestADrawnSignatureIsPrinted(t *testing.T) {
	d := dossier(t, worked(t), "h-e1")
	s := spoken(&d)
	blank := paper(t, d, "16", "")
	drawn := name()
	for _, who := range []hearing.ID{hearing.SignsPresider, d.Hearing.Officers()[0].ID} {
		s.add(hearing.TranscriptEntry{Act: hearing.ActSign, Signer: who, Strokes: drawn, Hash: s.text.Sum()})
	}
	made := paper(t, d, "16", "")
	const day = "2023年7月18日"
	if was, is := strings.Count(joined(textOf(t, blank)), day), strings.Count(joined(textOf(t, made)), day); is != was+2 {
		t.Errorf("the day stands %d times, before it was signed %d", is, was)
	}
	if slices.Equal(pdfOf(t, blank), pdfOf(t, made)) || len(made.Pages) != len(blank.Pages) {
		t.Errorf("%d pages, unsigned %d", len(made.Pages), len(blank.Pages))
	}
	forms, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	back, exact, err := press.New(forms, layout.New(assets.PaperFonts(), nil)).Kept(packed(t, made))
	if err != nil || !exact || !bytes.Equal(pdfOf(t, made), pdfOf(t, back)) {
		t.Errorf("kept: exact %v, %v", exact, err)
	}
	word, err := made.File(press.DOCX)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(word), int64(len(word)))
	if err != nil {
		t.Fatal(err)
	}
	inks := 0
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "word/media/ink") {
			inks++
		}
	}
	if inks != 2 {
		t.Errorf("in Word %d drawings", inks)
	}
	keepFor(t, "drawn.pdf", pdfOf(t, made))
	keepFor(t, "drawn.docx", word)
	s.change(s.text.Lines()[0].ID, "书记员核对到场情况，并宣布听证会纪律。")
	if is := strings.Count(joined(textOf(t, paper(t, d, "16", ""))), day); is != strings.Count(joined(textOf(t, blank)), day) {
		t.Error("signatures of another text are printed")
	}
}

// keepFor keeps a file to be looked at, where a folder for it is named.
func keepFor(t *testing.T, name string, data []byte) {
	t.Helper()
	if dir := os.Getenv("PAPERS_SEEN"); dir != "" {
		f, err := os.Create(filepath.Join(dir, name)) //nolint:gosec // whoever tests names it
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(f, bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
