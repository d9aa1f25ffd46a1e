package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tdewolff/canvas"
	sfnt "github.com/tdewolff/font"

	"hearingdesk/assets"
)

func fang(t *testing.T) *canvas.Font {
	t.Helper()
	f, err := canvas.LoadFont(assets.PaperFonts()["paper-fang.ttf"], 0, canvas.FontRegular)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// written is a file of two pages: a heading, and a paragraph that goes on.
func written(t *testing.T, f *canvas.Font) []byte {
	t.Helper()
	var b bytes.Buffer
	w := New(&b, Info{Title: "不公开（听证）\\会", Lang: "zh-CN"})
	heading, paragraph := w.Root().Add("H1", "", 0), w.Root().Add("P", "", 0)
	line := func(p *Page, e *Element, y float64, s string) {
		p.In(e)
		canvas.NewTextLine(f.Face(16, canvas.Black), s, canvas.Left).WalkSpans(func(x, dy float64, span canvas.TextSpan) {
			p.Text(f, span.Face.Size, canvas.Identity.Translate(20+x, y+dy), span.Glyphs)
		})
	}
	p := w.Page(210, 297)
	w.Bookmark(1, "标题", 250)
	line(p, heading, 250, "标题")
	p.In(nil)
	p.Path(canvas.Rectangle(100, 10), canvas.Identity.Translate(20, 240), 0.2, nil)
	line(p, paragraph, 20, "上一页")
	p = w.Page(297, 210)
	w.Bookmark(2, "其下", 200)
	line(p, paragraph, 200, "下一页")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAParagraphGoesOnOverPages(t *testing.T) {
	file := filepath.Join(t.TempDir(), "two.pdf")
	if err := os.WriteFile(file, written(t, fang(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfinfo", "-struct-text", file).CombinedOutput() //nolint:gosec // the test's own file
	if got := strings.Join(strings.Fields(string(out)), " "); err != nil || got != `Document H1 (block) "标题" P (block) "上一页" "下一页"` {
		t.Errorf("%v: %s", err, got)
	}
	// 不 is 4E 0D: the byte of a line's end is not lost.
	out, err = exec.Command("pdfinfo", "-f", "1", "-l", "2", file).CombinedOutput() //nolint:gosec // the test's own file
	if got := string(out); err != nil || !strings.Contains(got, "不公开（听证）\\会") || !strings.Contains(got, "841.89 x 595.276") {
		t.Errorf("%v: %s", err, got)
	}
}

// TestTheSumsOfAFontAreRight adds up a font's file as its format asks: the sum
// of the whole is fixed, and so is that of its head.
func TestTheSumsOfAFontAreRight(t *testing.T) {
	f := fang(t)
	small, err := f.Subset([]uint16{0, f.GlyphIndex('听'), f.GlyphIndex('证')}, sfnt.SubsetOptions{Tables: sfnt.KeepPDFTables})
	if err != nil {
		t.Fatal(err)
	}
	data := program(small)
	sum := func(b []byte) (s uint32) {
		for i := 0; i+4 <= len(b); i += 4 {
			s += binary.BigEndian.Uint32(b[i:])
		}
		return s
	}
	if got := sum(data); got != 0xB1B0AFBA {
		t.Errorf("the whole adds up to %X", got)
	}
}

// TestTwoCharactersOfOneGlyphStayTwo holds that what is copied is what was
// typed: the hyphen and the soft one look alike.
func TestTwoCharactersOfOneGlyphStayTwo(t *testing.T) {
	got := string(toUnicode([]character{{}, {7, '-'}, {7, '‐'}, {9, '𬭎'}}))
	for _, want := range []string{"<0001> <002D>", "<0002> <2010>", "<0003> <D872DF4E>"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	if got := string(toUnicode(make([]character, 251))); strings.Count(got, "100 beginbfchar") != 2 || !strings.Contains(got, "50 beginbfchar") {
		t.Error("250 characters are not written in hundreds")
	}
}

func TestTheFirstErrorIsKept(t *testing.T) {
	w := New(full{}, Info{})
	w.Page(210, 297)
	if err := w.Close(); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
