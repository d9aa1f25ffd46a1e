package layout_test

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
)

// inkOf is where a picture is dark, in mm of the page, from one height to another.
func inkOf(img image.Image, dpi, from, to float64) (left, top, right, bottom float64) {
	mm := func(px int) float64 { return float64(px) * 25.4 / dpi }
	left, top = 1e9, 1e9
	for y := range img.Bounds().Dy() {
		if mm(y) < from || mm(y) > to {
			continue
		}
		for x := range img.Bounds().Dx() {
			if g, _ := color.GrayModel.Convert(img.At(x, y)).(color.Gray); g.Y < 128 {
				left, right = min(left, mm(x)), max(right, mm(x))
				top, bottom = min(top, mm(y)), max(bottom, mm(y))
			}
		}
	}
	return left, top, right, bottom
}

// plates are names of every length that people and units have.
var plates = []struct {
	name, role string
	fills      bool // two to four characters
}{
	{"许晚", "书记员", true}, {"林知远", "主持人", true}, {"欧阳明月", "听证员", true}, {"王䶮", "", true}, {"陈𬭎", "听证员", true}, {"𬱖㛃", "", true},
	{"主持人", "", true}, {"听证员", "", true}, {"当事人", "", true}, {"承办检察官", "", false}, {"人民监督员", "", false}, {"孔", "", false},
	{"次仁多吉旺", "当事人", false}, {"阿卜杜热合曼·买买提艾山江", "人大代表、政协委员", false}, {"买买提江·阿不都热依木·吐尔逊江·艾合买提尼亚孜", "", false},
	{"Anna Li", "翻译人员", false}, {"Alexander Montgomery-Featherstonehaugh", "", false}, {"Wolfeschlegelsteinhausenbergerdorff", "", false},
	{"澄河区人民政府望江街道办事处", "行政机关", false}, {strings.Repeat("云岭市澄河区住房和城乡建设局", 5)[:60*3], "行政机关", false},
	{"罗斌", "“益心为公”志愿者（云岭市澄河区望江街道梧桐苑社区推荐的居民代表和特约观察员）", true},
}

// TestAPlateIsFilled measures on the page that a name of two to four characters
// takes at least 85 % of its width, that no name leaves its third of the sheet or
// the part of it that printers reach, and that the other side is the same, upside
// down, so that both read upright when the sheet is folded.
func TestAPlateIsFilled(t *testing.T) {
	const (
		dpi   = 50.0
		third = 297.0 / 3
		edge  = 5.0
	)
	for _, p := range plates {
		pages, err := typesetter().Set(document.Document{Title: "席位牌", Style: document.Record, Blocks: []document.Block{document.Plate{Name: p.name, Role: p.role}}})
		if err != nil || len(pages) != 1 {
			t.Fatalf("%s: %d pages, %v", p.name, len(pages), err)
		}
		img := typesetter().Raster(pages[0], dpi)
		left, top, right, bottom := inkOf(img, dpi, third+1, 2*third-1)
		if left < edge || right > 210-edge || top < third+2 || bottom > 2*third-4 {
			t.Errorf("%s leaves its side: %.1f–%.1f across, %.1f–%.1f down", p.name, left, right, top-third, bottom-third)
		}
		if wide := right - left; p.fills && wide < 0.85*210 {
			t.Errorf("%s is %.1f mm wide, %.0f %% of the sheet", p.name, wide, wide/2.1)
		}
		l, u, r, b := inkOf(img, dpi, 1, third-1)
		if u < edge {
			t.Errorf("%s: %.1f mm at the upper edge of the sheet are not free", p.name, u)
		}
		for i, d := range []float64{l - (210 - right), r - (210 - left), u - (2*third - bottom), b - (2*third - top)} {
			if d > 1.1 || d < -1.1 {
				t.Errorf("%s: the other side is off by %.1f mm at side %d", p.name, d, i)
			}
		}
		if _, _, _, foot := inkOf(img, dpi, 2*third+1, 297); foot > 0 {
			t.Errorf("%s: something stands on the foot", p.name)
		}
	}
}

// TestAPlanIsRead measures that a plan of forty people stands on one page across,
// each name within its seat, and that names can be read.
func TestAPlanIsRead(t *testing.T) {
	names := []string{"许晚", "林知远", "欧阳明月", "阿卜杜热合曼·买买提艾山江", "Alexander Montgomery", strings.Repeat("云岭市澄河区住房和城乡建设局", 5)[:60*3]}
	for _, c := range []struct{ wide, deep, seats int }{{11, 10, 40}, {8, 5, 40}, {12, 16, 150}, {1, 1, 1}, {40, 60, 500}} {
		m := document.SeatMap{Wide: c.wide, Deep: c.deep, Front: "国徽"}
		for i := range c.seats {
			m.Seats = append(m.Seats, document.Place{X: i % c.wide, Y: i / c.wide, Label: fmt.Sprint(i + 1), Name: names[i%len(names)], Role: "听证员", Extra: i == c.seats-1})
		}
		d := document.Document{Title: "座位图", Style: document.Record, Wide: true, Blocks: []document.Block{document.Title{Text: "座位图"}, m}}
		pages, err := typesetter().Set(d)
		if err != nil || len(pages) != 1 {
			t.Fatalf("%v: %d pages, %v", c, len(pages), err)
		}
		if left, _, right, bottom := inkOf(typesetter().Raster(pages[0], 40), 40, 0, 190); left < 34 || right > 263 || bottom > 191.5 {
			t.Errorf("%v: the plan is %.1f to %.1f mm wide and ends at %.1f", c, left, right, bottom)
		}
		if c.seats > 150 {
			continue // sixty rows are drawn, but not to be read
		}
		text := strings.Join(strings.Fields(tool(t, "pdftotext", "-raw", writePDF(t, d), "-")), "")
		for _, n := range names[:min(len(names), c.seats)] {
			if !strings.Contains(text, strings.ReplaceAll(n, " ", "")) {
				t.Errorf("%v: %s is not on the page", c, n)
			}
		}
	}
}
