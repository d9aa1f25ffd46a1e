package press_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/document/press"
)

// inOffice are the papers that an office program opens: a notice, tables, a
// receipt, a reply slip, a long record, a sheet across, seat plates.
var inOffice = []struct{ session, number, name string }{
	{"h-e2", "07a", "程桂兰"},
	{"h-e2", "03", ""},
	{"h-e2", "04", ""},
	{"h-e1", "05", ""},
	{"h-e2", "27", "程桂兰"},
	{"a-e1", "27", "澄河区人民政府望江街道办事处"},
	{"h-e2", "07c", "王䶮"},
	{"h-e2", "13", ""},
	{"h-e2", "14", ""},
	{"h-e2", "16", ""},
	{"h-e2", "17", "周慧敏"},
	{"h-e2", "32a", ""},
	{"h-e2", "36", ""},
	{"a-e1", "23", "澄河区消防救援大队"},
	{"a-e1", "24", "澄河区消防救援大队"},
	{"a-e1", "26", ""},
	{"a-e1", "31", "澄河区消防救援大队"},
	{"h-e1", "06", ""},
}

// TestLibreOfficeShowsTheSamePages opens Word documents in LibreOffice, all in
// one go and with our own fonts under the names that offices have, and compares
// what it prints with our PDF: as many pages of the same size, and the same
// text in the same order.
func TestLibreOfficeShowsTheSamePages(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil && testing.Short() {
		t.Skip("no LibreOffice here; make deps installs it")
	}
	folder := t.TempDir()
	var papers []press.Paper
	args := []string{"-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "pdf", "--outdir", filepath.Join(folder, "out")}
	for i, c := range inOffice {
		made := paper(t, variant(t, c.session), c.number, c.name)
		text, err := made.File(press.DOCX)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(folder, fmt.Sprintf("%d.docx", i))
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		papers, args = append(papers, made), append(args, file)
	}
	office := exec.Command("soffice", args...) //nolint:gosec // the test's own files
	office.Env = append(os.Environ(), "FONTCONFIG_FILE="+officeFonts(t, folder))
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for i, c := range inOffice {
		t.Run(c.session+" "+c.number, func(t *testing.T) {
			theirs, ours := filepath.Join(folder, "out", fmt.Sprintf("%d.pdf", i)), pdf(t, papers[i])
			samePages(t, theirs, ours)
			if c.number == "14" { // the side that stands on its head is not in Word's
				return
			}
			word, own := officeText(t, theirs), officeText(t, ours)
			if c.number == "13" { // fewer spare rows fill Word's page
				own = own[:min(len(own), len(word))]
			}
			// A character of another font is drawn after its line, so that it is
			// counted and not placed.
			if a, b := strings.Count(word, "䶮"), strings.Count(own, "䶮"); a != b {
				t.Errorf("Word's has 䶮 %d times, the PDF %d times", a, b)
			}
			word, own = strings.ReplaceAll(word, "䶮", ""), strings.ReplaceAll(own, "䶮", "")
			// A letter's head hangs in a frame, which is drawn after the text.
			if name := "云岭市澄河区人民检察院"; len(papers[i].Pages[0].Mark) > 0 {
				if a, b := strings.Count(word, name), strings.Count(own, name); a != b {
					t.Errorf("Word's names the office %d times, the PDF %d times", a, b)
				}
				word, own = strings.ReplaceAll(word, name, ""), strings.ReplaceAll(own, name, "")
			}
			if c.number == "31" {
				samePlaces(t, theirs, ours, "签发人", "印发", "备案报告")
			}
			if word != own {
				t.Error(parted(word, own))
			}
		})
	}
}

var size = regexp.MustCompile(`Pages: +(\d+)[\s\S]*Page size: +([\d.]+) x ([\d.]+)`)

// samePages compares the number of pages and their size, to a point.
func samePages(t *testing.T, theirs, ours string) {
	t.Helper()
	a, b := size.FindStringSubmatch(tool(t, "pdfinfo", theirs)), size.FindStringSubmatch(tool(t, "pdfinfo", ours))
	if a == nil || b == nil {
		t.Fatal("no size is told")
	}
	for i, most := range []float64{0, 1, 1} {
		x, _ := strconv.ParseFloat(a[i+1], 64) // figures by the expression
		y, _ := strconv.ParseFloat(b[i+1], 64)
		if math.Abs(x-y) > most {
			t.Errorf("LibreOffice has pages %s of %s × %s, the PDF %s of %s × %s", a[1], a[2], a[3], b[1], b[2], b[3])
			return
		}
	}
}

// samePlaces holds that words stand at the same height on the page in both.
func samePlaces(t *testing.T, theirs, ours string, words ...string) {
	t.Helper()
	place := func(file, word string) float64 {
		for _, p := range sheets(t, file) {
			for _, w := range p.words {
				if strings.Contains(w.text, word) {
					return (w.top + w.bottom) / 2
				}
			}
		}
		t.Fatalf("%q is not in %s", word, file)
		return 0
	}
	for _, w := range words {
		if a, b := place(theirs, w), place(ours, w); math.Abs(a-b) > 2 {
			t.Errorf("%q stands %.1f mm below the page's edge in LibreOffice, %.1f in the PDF", w, a, b)
		}
	}
}

// officeText is a PDF's text in reading order, without blanks and what a page
// has beyond the text.
func officeText(t *testing.T, file string) string {
	t.Helper()
	s := strings.NewReplacer("_", "", "＿", "", "□", "", "√", "", "☑", "").Replace(joined(tool(t, "pdftotext", "-raw", file, "-")))
	return furniture.ReplaceAllString(s, "")
}

// furniture is what stands on pages beyond the text, and the heads of tables:
// which pages bear them depends on where a line ends.
var furniture = regexp.MustCompile(`本页(参加人|在场人员)签名|第\d+页共\d+页|—\d+—|` + heads)

// officeFonts writes our fonts with a table of the names that Word documents
// call them by, and returns the table.
func officeFonts(t *testing.T, folder string) string {
	t.Helper()
	names := map[string]string{"paper-fang.ttf": "仿宋_GB2312 宋体 SimSun", "paper-kai.ttf": "楷体_GB2312", "paper-hei.ttf": "黑体", "paper-title.ttf": "方正小标宋简体", "paper-rare.ttf": ""}
	families := map[string]string{"paper-fang.ttf": "FandolFang", "paper-kai.ttf": "FandolKai", "paper-hei.ttf": "FandolHei", "paper-title.ttf": "Noto Serif CJK SC"}
	type match struct {
		XMLName xml.Name `xml:"alias"`
		Binding string   `xml:"binding,attr"`
		Family  string   `xml:"family"`
		Prefer  string   `xml:"prefer>family"`
	}
	table := "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig><dir>" + folder + "/fonts</dir><cachedir>" + folder + "/cache</cachedir>\n"
	if err := os.Mkdir(filepath.Join(folder, "fonts"), 0o700); err != nil {
		t.Fatal(err)
	}
	for file, called := range names {
		if err := os.WriteFile(filepath.Join(folder, "fonts", file), assets.PaperFonts()[file], 0o600); err != nil {
			t.Fatal(err)
		}
		for _, name := range strings.Fields(called) {
			line, err := xml.Marshal(match{Binding: "same", Family: name, Prefer: families[file]})
			if err != nil {
				t.Fatal(err)
			}
			table += string(line) + "\n"
		}
	}
	table += "<alias binding=\"same\"><family>Times New Roman</family><prefer><family>FandolFang</family></prefer></alias>\n</fontconfig>\n"
	file := filepath.Join(folder, "fonts.conf")
	if err := os.WriteFile(file, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
