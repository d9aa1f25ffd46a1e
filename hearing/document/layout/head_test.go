package layout_test

import (
	"fmt"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
)

// A stroke is a piece of ink on a line across a page or down it, in mm.
type stroke struct {
	from, to float64
	red      bool
}

// strokes lists the ink of a page on the line x mm from its left edge, from the
// top; across, on the line x mm from its top. Poppler draws the page.
func strokes(t *testing.T, file string, page int, x float64, across bool) []stroke {
	t.Helper()
	const dpi, mm = 600, 25.4 / 600
	at, out := fmt.Sprint(int(x/mm)), filepath.Join(t.TempDir(), "line")
	args := []string{"-r", fmt.Sprint(dpi), "-f", fmt.Sprint(page), "-l", fmt.Sprint(page), "-aa", "no", "-aaVector", "no", "-png", "-singlefile"}
	if across {
		args = append(args, "-x", "0", "-y", at, "-W", "4961", "-H", "1")
	} else {
		args = append(args, "-x", at, "-y", "0", "-W", "1", "-H", "7016")
	}
	tool(t, "pdftoppm", append(args, file, out)...)
	f, err := os.Open(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	var found []stroke
	inside := false
	for i := range max(img.Bounds().Dx(), img.Bounds().Dy()) {
		c, _ := color.RGBAModel.Convert(img.At(min(i, img.Bounds().Dx()-1), min(i, img.Bounds().Dy()-1))).(color.RGBA)
		if white := c.R > 200 && c.G > 200; white {
			inside = false
			continue
		}
		if !inside {
			found = append(found, stroke{from: float64(i) * mm, red: c.R > 200})
		}
		inside = true
		found[len(found)-1].to = float64(i+1) * mm
	}
	return found
}

// headed is a paper of so many lines with a head.
func headed(h document.HeadKind, lines int, more ...document.Block) document.Document {
	d := letter(lines, more...)
	d.Head = document.Head{Kind: h, Mark: "云岭市澄河区人民检察院"}
	d.Blocks = append([]document.Block{document.Title{Text: "备案报告"}, document.DocNumber{Text: "澄检备〔2023〕7号"}}, d.Blocks[1:]...)
	return d
}

const (
	bodyEm, markEm = 16 * 25.4 / 72, 36 * 25.4 / 72
	linePitch      = 225.0 / 22
	// boxAbove is how far poppler's box of a character of 小标宋 begins above its
	// square, in its height.
	boxAbove = 0.271
)

// TestTheRedHeadIsWhereTheMillimetresSay measures 7.2 of GB/T 9704-2012: the name
// 35 mm below the top of the text area, the number two lines below it, the red
// rule as wide as the text 4 mm below the number, the title two lines below that;
// and who issued the paper beside the number, both one character in.
func TestTheRedHeadIsWhereTheMillimetresSay(t *testing.T) {
	d := headed(document.HeadRed, 3)
	file := writePDF(t, d)
	all := spots(t, d)
	name, number, title := find(t, all, 1, "澄河区"), find(t, all, 1, "澄检备"), find(t, all, 1, "备案报告")
	near(t, "the name's upper edge", name.top+boxAbove*markEm, 37+35)
	if ink := strokes(t, file, 1, 37+35-0.1, true); len(ink) > 0 {
		t.Errorf("there is ink above the name: %v", ink)
	}
	if ink := strokes(t, file, 1, 37+35+1.5, true); len(ink) == 0 || !ink[0].red {
		t.Errorf("the name does not begin there in red: %v", ink)
	}
	near(t, "its middle", (name.left+name.right)/2, 28+78)
	between := 37 + 35 + markEm + 2*linePitch
	near(t, "the number's upper edge", number.top, between+(linePitch-bodyEm)/2)
	near(t, "its middle", (number.left+number.right)/2, 28+78)
	down := strokes(t, file, 1, 30, false)
	if len(down) == 0 || !down[0].red {
		t.Fatalf("no red rule: %v", down)
	}
	near(t, "the red rule", down[0].from, number.bottom+4)
	near(t, "its thickness", down[0].to-down[0].from, 0.5)
	across := strokes(t, file, 1, (down[0].from+down[0].to)/2, true)
	near(t, "its left end", across[0].from, 28)
	near(t, "its right end", across[len(across)-1].to, 28+156)
	near(t, "the title's upper edge", title.top+boxAbove*22*25.4/72, down[0].to+2*linePitch+(13-22*25.4/72)/2)

	d.Blocks = append(d.Blocks, document.Issuer{Name: "沈秋白"})
	all = spots(t, d)
	number, issuer := find(t, all, 1, "澄检备"), find(t, all, 1, "沈秋白")
	near(t, "beside an issuer, the number's left edge", number.left, 28+156.0/28)
	near(t, "the issuer's right edge", issuer.right, 28+156-156.0/28)
	near(t, "the issuer's line", issuer.top, number.top)
}

// TestALettersHeadIsWhereTheMillimetresSay measures 10.1: the name 30 mm below the
// page's edge, a double rule 4 mm below it, another 20 mm above the lower edge,
// both 170 mm wide and thick on the outer side; the number at the right, seven
// eighths of a character below the rule; no number of the first page.
func TestALettersHeadIsWhereTheMillimetresSay(t *testing.T) {
	d := headed(document.HeadLetter, 30, document.SignLine{Label: "收到人", Dated: true, Foot: true}, document.Code{Data: "h-e2/07a/1", Caption: "文书编号"})
	file := writePDF(t, d)
	all := spots(t, d)
	name, number, title := find(t, all, 1, "澄河区"), find(t, all, 1, "澄检备"), find(t, all, 1, "备案报告")
	near(t, "the name's upper edge", name.top+boxAbove*markEm, 30)
	down := strokes(t, file, 1, 24, false)
	if len(down) != 4 {
		t.Fatalf("%d strokes, want two double rules: %v", len(down), down)
	}
	near(t, "the first rule", down[0].from, 30+markEm+4)
	near(t, "the second rule's lower edge", down[3].to, 297-20)
	for i, thick := range []bool{true, false, false, true} {
		if got := down[i].to-down[i].from > 0.5; got != thick || !down[i].red {
			t.Errorf("stroke %d is %.2f mm thick, red: %v", i, down[i].to-down[i].from, down[i].red)
		}
	}
	for _, i := range []int{0, 3} {
		across := strokes(t, file, 1, (down[i].from+down[i].to)/2, true)
		near(t, "a rule's left end", across[0].from, 28+78-85) // in the middle of the text, as the name is
		near(t, "its right end", across[len(across)-1].to, 28+78+85)
	}
	near(t, "the number's right edge", number.right, 28+156)
	near(t, "the number's upper edge", number.top, down[1].to+0.875*bodyEm)
	if title.top < number.bottom+2*7.5 {
		t.Errorf("the title begins %.1f mm below the number", title.top-number.bottom)
	}
	got := pages(t, d)
	if len(got) != 2 || strings.Contains(strings.ReplaceAll(got[0], " ", ""), "—1—") || !strings.Contains(strings.ReplaceAll(got[1], " ", ""), "—2—") {
		t.Errorf("the pages' numbers are not those of a letter: %q", got)
	}
	if second := strokes(t, file, 2, 24, false); len(second) > 0 {
		t.Errorf("the second page has rules: %v", second)
	}
	short := headed(document.HeadLetter, 3, document.SignLine{Label: "收到人", Dated: true, Foot: true}, document.Code{Data: "h-e2/07a/1", Caption: "文书编号"})
	for _, s := range spots(t, short) {
		if s.bottom > 297-20-1.6 {
			t.Errorf("%q stands on the lower rule", s.text)
		}
	}
}

// TestTheImprintIsWhereTheMillimetresSay measures 7.4: outer rules of 0.35 mm, one
// of 0.25 mm between, as wide as the text, the last one on the foot of the text
// area; the text one character in, 4号.
func TestTheImprintIsWhereTheMillimetresSay(t *testing.T) {
	const em = 14 * 25.4 / 72
	record := document.Imprint{Copies: strings.Repeat("云岭市澄河区人民代表大会常务委员会、", 8) + "市检察院", Office: "云岭市澄河区人民检察院", Date: "2023年8月7日"}
	d := headed(document.HeadRed, 2, record)
	down := strokes(t, writePDF(t, d), 1, 29, false)
	if len(down) != 4 { // the first is the head's
		t.Fatalf("%d strokes, want four: %v", len(down), down)
	}
	for i, want := range []float64{0.35, 0.25, 0.35} {
		s := down[i+1]
		if got := s.to - s.from; math.Abs(got-want) > 0.05 || s.red {
			t.Errorf("rule %d is %.2f mm thick, red: %v; want %.2f", i+1, got, s.red, want)
		}
	}
	near(t, "the last rule's lower edge", down[3].to, 37+225)
	all := spots(t, d)
	label, date := find(t, all, 1, "抄送"), find(t, all, 1, "印发")
	near(t, "the copies' left edge", label.left, 28+em)
	near(t, "the date's right edge", date.right, 28+156-em)
	left := 0.0
	for _, s := range all {
		if s.top > label.bottom && s.bottom < down[2].from {
			near(t, "a further line of the copies", s.left, label.left+3*em)
			left = s.left
		}
	}
	if left == 0 {
		t.Error("the copies stand in one line")
	}
	d.Head.Kind = document.HeadLetter // only the copies, without rules
	if got := strings.Join(pages(t, d), ""); strings.Contains(got, "印发") || !strings.Contains(got, "抄送") {
		t.Errorf("a letter's record is\n%s", got)
	}
}

// TestTheImprintIsNeverAlone holds that a page with the record bears text too, and
// that it is the last.
func TestTheImprintIsNeverAlone(t *testing.T) {
	record := document.Imprint{Copies: "云岭市人民检察院", Office: "云岭市澄河区人民检察院", Date: "2023年8月7日"}
	for lines := 1; lines < 40; lines++ {
		got := pages(t, headed(document.HeadRed, lines, record))
		last := got[len(got)-1]
		if !strings.Contains(last, "印发") || !strings.Contains(last, fmt.Sprintf("第%d行", lines)) {
			t.Errorf("%d lines: the last page is\n%s", lines, last)
		}
	}
}

// TestALongNameStandsInTheHead holds that a name of sixty characters is broken
// and set smaller, and that paper which bears the head already has its room free.
func TestALongNameStandsInTheHead(t *testing.T) {
	name := []rune(strings.Repeat("云岭市澄河区住房和城乡建设与综合行政执法管理", 3))[:60]
	for _, kind := range []document.HeadKind{document.HeadRed, document.HeadLetter} {
		d := headed(kind, 3)
		free := spots(t, d)
		d.Head.Mark = string(name)
		text := ""
		for _, s := range spots(t, d) {
			if s.left < 27.9 || s.right > 184.1 {
				t.Errorf("%s: %q leaves the text area", kind, s.text)
			}
			text += s.text
		}
		if !strings.Contains(text, string(name)) {
			t.Errorf("%s: the name is not whole in %s", kind, text)
		}
		d = headed(kind, 3)
		d.Head.Free = true
		kept := spots(t, d)
		near(t, "with a preprinted head, the title", find(t, kept, 1, "备案报告").top, find(t, free, 1, "备案报告").top)
		if ink := strokes(t, writePDF(t, d), 1, 30, false); len(ink) > 0 && ink[0].red {
			t.Errorf("%s: the preprinted head is printed: %v", kind, ink)
		}
	}
}
