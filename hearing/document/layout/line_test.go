package layout

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"hearingdesk/hearing/document"
)

// measuredAtoms gives every character a cell, and Latin ones half of it, so
// that lines can be tested without a font.
func measuredAtoms(s string) []atom {
	var out []atom
	for _, r := range s {
		a := atom{r: r, size: bodySize, width: cell, class: classOf(r)}
		if r < 0x80 {
			a.width = cell / 2
		}
		if a.class == forced {
			a.width = 0
		}
		out = append(out, a)
	}
	return out
}

func textOf(l line) string {
	var b strings.Builder
	for _, a := range l.atoms {
		b.WriteRune(a.r)
	}
	return b.String()
}

func TestBreakLines(t *testing.T) {
	const width = 6 * cell
	for _, c := range []struct{ name, text, want string }{
		{"six to a line", "一二三四五六七八", "一二三四五六|七八"},
		{"a closing mark is squeezed in", "一二三四五，六，七八九", "一二三四五，|六，七八九"},
		{"a line with four marks takes a seventh", "，，，四五六。七", "，，，四五六。|七"},
		{"two marks do not give enough", "一，三四五六。七", "一，三四五|六。七"},
		{"one mark alone goes with its word", "一二三四五六。七", "一二三四五|六。七"},
		{"an opening mark goes to the next line", "一二三四五（六七）", "一二三四五|（六七）"},
		{"a figure stays whole", "一二三四12345六", "一二三四|12345六"},
		{"a figure longer than a line is divided", "1234567890123456", "123456789012|3456"},
		{"a figure keeps its unit", "一二三四五9时六", "一二三四五|9时六"},
		{"spaces vanish at the end", "abcdefghijkl mn", "abcdefghijkl|mn"},
		{"a break in the text", "一二\n三", "一二|三"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range breakLines(measuredAtoms(c.text), width, 0) {
				got = append(got, textOf(l))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
		})
	}
}

func TestBodyLineHolds28Characters(t *testing.T) {
	lines := breakLines(measuredAtoms(strings.Repeat("人", 60)), textWidth, 2*cell)
	for i, want := range []int{26, 28, 6} {
		if got := len(lines[i].atoms); got != want {
			t.Errorf("line %d has %d characters, want %d", i+1, got, want)
		}
	}
	if lines[0].x[0] != 2*cell {
		t.Errorf("the first line begins at %.2f mm, want two characters in", lines[0].x[0])
	}
}

func TestStretchedLineReachesTheEdge(t *testing.T) {
	lines := breakLines(measuredAtoms("一二三四五（六七八九十）一二三"), 6*cell, 0)
	lines[0].stretch(6 * cell)
	n := len(lines[0].atoms) - 1
	if end := lines[0].x[n] + lines[0].atoms[n].width; math.Abs(end-6*cell) > 0.01 {
		t.Errorf("the line ends at %.3f mm, want %.3f", end, 6*cell)
	}
}

// FuzzBreakLines holds that lines lose and add nothing, and that none begins
// with a closing mark or ends with an opening one unless it cannot be helped.
func FuzzBreakLines(f *testing.F) {
	f.Add("本院决定于2023年6月27日（星期二）下午2时30分，在“春晖社区活动室”举行《听证会》。")
	f.Add("（（（（（（（（（（")
	f.Add("。。。。。。。。。。")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || utf8.RuneCountInString(text) > 500 {
			return
		}
		atoms := measuredAtoms(text)
		lines := breakLines(atoms, 6*cell, 0)
		var got strings.Builder
		for _, l := range lines {
			got.WriteString(textOf(l))
		}
		squash := strings.NewReplacer(" ", "", "\n", "")
		if squash.Replace(got.String()) != squash.Replace(text) {
			t.Fatalf("got %q of %q", got.String(), text)
		}
		for i, l := range lines[1:] {
			if len(l.atoms) > 0 && l.atoms[0].class == closing && helpable(lines[i]) {
				t.Errorf("line %q begins with a closing mark after %q", textOf(l), textOf(lines[i]))
			}
		}
	})
}

// helpable reports whether the line before could have been broken earlier.
func helpable(l line) bool {
	for i := 1; i < len(l.atoms); i++ {
		if mayBreak(l.atoms[i-1], l.atoms[i]) {
			return !l.last
		}
	}
	return false
}

func TestPagination(t *testing.T) {
	sh := sheet{width: pageWidth, height: pageHeight, left: marginLeft, top: marginTop, text: textHeight}
	lines := func(n int) []strip {
		out := make([]strip, n)
		for i := range out {
			out[i] = strip{height: pitch, items: []item{rule(0, 0, 1, 0, 0.1)}}
		}
		return out
	}
	if p := sh.paginate(lines(22)); len(p) != 1 {
		t.Errorf("22 lines take %d pages, want 1", len(p))
	}
	if p := sh.paginate(lines(23)); len(p) != 2 {
		t.Errorf("23 lines take %d pages, want 2", len(p))
	}
	kept := lines(23)
	kept[20].keep, kept[21].keep = true, true
	if p := sh.paginate(kept); len(p[0].items) != 20 || len(p[1].items) != 3 {
		t.Errorf("kept lines are parted: %d and %d", len(p[0].items), len(p[1].items))
	}
	rows := lines(40)
	head := strip{height: pitch, items: []item{rule(0, 0, 1, 0, 0.1)}}
	for i := range rows {
		rows[i].head = []strip{head}
	}
	if p := sh.paginate(rows); len(p[1].items) != 40-22+1 {
		t.Errorf("the second page has %d rows, want its header and 18", len(p[1].items))
	}
	if p := sh.paginate([]strip{{eject: true}, {height: pitch}, {eject: true}, {eject: true}, {height: pitch}}); len(p) != 2 {
		t.Errorf("page breaks made %d pages, want 2", len(p))
	}
	if p := sh.paginate([]strip{{height: 300, keep: true}, {height: pitch}}); len(p) != 2 {
		t.Errorf("a strip longer than a page made %d pages", len(p))
	}
}

func TestAMissingFontIsNamed(t *testing.T) {
	ts := New(nil, nil)
	_, err := ts.Set(document.Document{Title: "公告", Blocks: []document.Block{document.Title{Text: "公告"}}})
	if err == nil || !strings.Contains(err.Error(), "paper-title.ttf") {
		t.Errorf("got %v, want the name of the font", err)
	}
}

// TestABlankLeavesNoStub holds that a blank which the line's end divides goes on
// only where there is something to be written on.
func TestABlankLeavesNoStub(t *testing.T) {
	for _, c := range []struct{ text, blank, want int }{{2, 4, 1}, {2, 6, 1}, {2, 7, 1}, {2, 8, 2}, {4, 5, 2}, {2, 30, 5}} {
		atoms := measuredAtoms(strings.Repeat("字", c.text))
		for range c.blank {
			atoms = append(atoms, atom{r: ' ', width: cell, blank: true})
		}
		if got := breakLines(atoms, 6*cell, 0); len(got) != c.want {
			t.Errorf("%d characters and a blank of %d take %d lines, want %d", c.text, c.blank, len(got), c.want)
		}
	}
}

// TestANameIsDividedBetweenItsParts breaks a long name in a cell where a part of it
// ends, and in running text where the line is full.
func TestANameIsDividedBetweenItsParts(t *testing.T) {
	const name = "阿卜杜热合曼·买买提艾山江·吐尔逊尼亚孜"
	for _, c := range []struct {
		room float64
		want string
	}{
		{7, "阿卜杜热合曼·/买买提艾山江·/吐尔逊尼亚孜"},
		{9, "阿卜杜热合曼·/买买提艾山江·/吐尔逊尼亚孜"},
		{5, "阿卜杜热合/曼·/买买提艾山/江·/吐尔逊尼亚/孜"},
		{16, "阿卜杜热合曼·买买提艾山江·吐尔/逊尼亚孜"},
	} {
		var got []string
		for _, l := range breakLines(measuredAtoms(name), c.room*cell, 0) {
			got = append(got, textOf(l))
		}
		if strings.Join(got, "/") != c.want {
			t.Errorf("in a room of %.0f characters: %s, want %s", c.room, strings.Join(got, "/"), c.want)
		}
	}
}
