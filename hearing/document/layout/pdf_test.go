package layout_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
)

var typesetter = sync.OnceValue(func() *layout.Typesetter { return layout.New(assets.PaperFonts(), nil) })

// notice is a notice to somebody, as long as a real one.
func notice(name string) document.Document {
	text := func(s string) document.Paragraph {
		return document.Paragraph{Indent: 2, Runs: []document.Run{{Text: s}}}
	}
	return document.Document{
		Number: "07a", Title: "听证会通知书", Style: document.Letter, For: name,
		Fields: []document.Field{{Key: "to.name", Label: "收件人姓名", Value: name}},
		Blocks: []document.Block{
			document.Title{Text: "听证会通知书"},
			document.DocNumber{Text: "澄检听通〔2023〕7号"},
			document.Paragraph{Runs: []document.Run{{Text: name + "："}}},
			text("本院办理的程桂兰赡养纠纷民事公益诉讼案，决定于2023年6月27日（星期二）下午2时30分在春晖社区活动室（云岭市澄河区春晖路55号一楼）举行公开听证会。"),
			text("本次听证会由检察官林知远主持，听证员周慧敏（社区书记）、王䶮（律师）、赵建国（退休教师），书记员许晚。"),
			document.Heading{Level: 1, Text: "一、听证事项"},
			text("三名子女是否均应履行赡养义务；各方能否就赡养费用和照料方式达成协议。"),
			document.Heading{Level: 1, Text: "二、权利和要求"},
			text("请携带身份证件准时参加。如申请主持人、书记员回避，或者不能参加，请于2023年6月24日前书面告知本院。联系人：许晚，电话：0350-5550106。"),
			document.Signature{Office: "云岭市澄河区人民检察院", Date: "2023年6月19日", Seal: true},
		},
	}
}

func writePDF(t testing.TB, docs ...document.Document) string {
	t.Helper()
	var papers []layout.Chapter
	for _, d := range docs {
		p, err := typesetter().Set(d)
		if err != nil {
			t.Fatal(err)
		}
		papers = append(papers, layout.Chapter{Title: d.Title + " " + d.For, Pages: p})
	}
	var b bytes.Buffer
	if err := typesetter().WritePDF(&b, layout.Info{Title: "听证会通知书", Author: "云岭市澄河区人民检察院"}, papers...); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// tool runs one of poppler's programs, which make deps installs.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output() //nolint:gosec // the test's own names
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

func TestTextComesOutAsTyped(t *testing.T) {
	const rare = "人民检察院䶮㛃𬱖𫖯𬭚𬭎㎡〔2023〕“见证”……—王"
	d := notice(rare)
	got := tool(t, "pdftotext", "-raw", writePDF(t, d), "-")
	if !strings.Contains(got, rare) {
		t.Errorf("%q is not in\n%s", rare, got)
	}
	// A paragraph that runs over several lines comes out in order.
	joined := strings.ReplaceAll(got, "\n", "")
	for _, want := range []string{"决定于2023年6月27日（星期二）下午2时30分在春晖社区活动室（云岭市澄河区春晖路55号一楼）举行公开听证会。", "0350-5550106"} {
		if !strings.Contains(joined, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for _, r := range joined {
		if r >= 0x2E80 && r <= 0x2FDF {
			t.Errorf("a radical %U stands for an ideograph", r)
		}
	}
}

func TestPDFSaysWhatItIs(t *testing.T) {
	file := writePDF(t, notice("程桂兰"))
	info := tool(t, "pdfinfo", file)
	for _, want := range []string{"听证会通知书", "云岭市澄河区人民检察院", "A4"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is not in\n%s", want, info)
		}
	}
	for _, l := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", file)), "\n")[2:] {
		if f := strings.Fields(l); f[len(f)-5] != "yes" || f[len(f)-4] != "yes" || f[len(f)-3] != "yes" {
			t.Errorf("a font is not embedded as a subset with its characters: %s", l)
		}
	}
}

func TestPageIsGB9704(t *testing.T) {
	d := notice("程桂兰")
	d.Blocks = []document.Block{document.Paragraph{Runs: []document.Run{{Text: strings.Repeat("检", 28*24)}}}}
	file := writePDF(t, d)
	if info := tool(t, "pdfinfo", file); !strings.Contains(info, "Pages:           2") {
		t.Errorf("24 lines do not make two pages:\n%s", info)
	}
	lines := strings.Split(strings.TrimSpace(tool(t, "pdftotext", "-raw", "-l", "1", file, "-")), "\n")
	full := 0
	for _, l := range lines {
		if l == strings.Repeat("检", 28) {
			full++
		}
	}
	if full != 22 {
		t.Errorf("%d lines of 28 characters on a page, want 22", full)
	}
}

func TestPageNumbers(t *testing.T) {
	long := document.Document{Title: "笔录", Style: document.Record, Blocks: []document.Block{document.Title{Text: "听证笔录"}, document.PageBreak{}, document.Title{Text: "续页"}}}
	if got := tool(t, "pdftotext", "-raw", writePDF(t, long), "-"); !strings.Contains(got, "第 1 页　共 2 页") && !strings.Contains(got, "第 1 页 共 2 页") {
		t.Errorf("a record's pages are not counted:\n%s", got)
	}
	long.Style = document.Letter
	if got := tool(t, "pdftotext", "-raw", writePDF(t, long), "-"); !strings.Contains(strings.ReplaceAll(got, " ", ""), "—2—") {
		t.Errorf("a letter's second page has no number:\n%s", got)
	}
	if got := tool(t, "pdftotext", "-raw", writePDF(t, notice("程桂兰")), "-"); strings.Contains(strings.ReplaceAll(got, " ", ""), "—1—") {
		t.Error("a letter of one page has a number")
	}
}

func TestACharacterWithoutFontIsNamed(t *testing.T) {
	d := notice("程\U0003134A")
	_, err := typesetter().Set(d)
	var glyph *layout.GlyphError
	if !errors.As(err, &glyph) || glyph.Field != "收件人姓名" || glyph.Rune != 0x3134A {
		t.Errorf("got %v, want the character and its field", err)
	}
}

func TestNoPagesAndAFullDisk(t *testing.T) {
	if err := typesetter().WritePDF(new(bytes.Buffer), layout.Info{}); !errors.Is(err, layout.ErrNoPages) {
		t.Errorf("got %v, want ErrNoPages", err)
	}
	pages, err := typesetter().Set(notice("程桂兰"))
	if err != nil {
		t.Fatal(err)
	}
	if err := typesetter().WritePDF(full{}, layout.Info{}, layout.Chapter{Pages: pages}); !errors.Is(err, errFull) {
		t.Errorf("got %v, want the writer's error", err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestPreviewIsThePage compares the preview with the PDF's picture: both are
// grey scales of the same drawing, so coarse squares of them agree.
func TestPreviewIsThePage(t *testing.T) {
	const dpi = 50
	pages, err := typesetter().Set(notice("程桂兰"))
	if err != nil {
		t.Fatal(err)
	}
	preview := typesetter().Raster(pages[0], dpi)
	out := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-singlefile", writePDF(t, notice("程桂兰")), out)
	f, err := os.Open(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() }) // it is only read
	page, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := preview.Bounds().Size(), page.Bounds().Size(); abs(a.X-b.X) > 1 || abs(a.Y-b.Y) > 1 {
		t.Fatalf("the preview is %v, the page %v", a, b)
	}
	const square = 10
	for y := 0; y+square <= page.Bounds().Dy()-1; y += square {
		for x := 0; x+square <= page.Bounds().Dx()-1; x += square {
			if a, b := darkness(preview, x, y, square), darkness(page, x, y, square); a-b > 0.25 || b-a > 0.25 {
				t.Fatalf("the square at %d,%d is %.2f dark in the preview and %.2f on the page", x, y, a, b)
			}
		}
	}
}

func darkness(img image.Image, x, y, n int) float64 {
	sum := 0.0
	for j := range n {
		for i := range n {
			g, _ := color.GrayModel.Convert(img.At(x+i, y+j)).(color.Gray)
			sum += 1 - float64(g.Y)/255
		}
	}
	return sum / float64(n*n)
}

func abs(n int) int { return max(n, -n) }

func TestSeveralAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if _, err := typesetter().Set(notice(fmt.Sprintf("程桂兰%d", i))); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func BenchmarkNotice(b *testing.B) {
	writePDF(b, notice("程桂兰")) // the fonts are read once
	for b.Loop() {
		writePDF(b, notice("程桂兰"))
	}
}

func BenchmarkThousandNotices(b *testing.B) {
	docs := make([]document.Document, 1000)
	for i := range docs {
		docs[i] = notice(fmt.Sprintf("程桂兰%d", i))
	}
	writePDF(b, notice("程桂兰")) // the fonts are read once
	for b.Loop() {
		writePDF(b, docs...)
	}
}
