package press_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hearingdesk/hearing/document/press"
)

var update = flag.Bool("update", false, "keep what the papers say and look like now; look at them first")

// examples are the sessions of the worked examples, and how some of them might
// have gone otherwise.
var examples = func() []string {
	out := []string{"h-e1", "h-e2", "h-e3", "a-e1"}
	for _, v := range variants {
		out = append(out, v.name)
	}
	return out
}()

// A reading is a paper with the text of its PDF.
type reading struct {
	press.Paper
	text string
}

var read = map[string][]reading{}

// readings makes and reads the papers of a session, at most three of a form,
// once for all tests.
func readings(t *testing.T, session string) []reading {
	t.Helper()
	if read[session] == nil {
		d := variant(t, session)
		made := map[string]int{}
		for _, it := range thePress().Plan(d, kinds(session)...) {
			if made[it.Number]++; made[it.Number] > 3 {
				continue // the others are alike
			}
			one, err := thePress().Make(d, it, today)
			if err != nil {
				t.Fatal(err)
			}
			read[session] = append(read[session], reading{one, textOf(t, one)})
		}
	}
	return read[session]
}

// TestPapersSayWhatTheySaid compares the text of every paper of the worked
// examples, read from its PDF, with the kept one.
func TestPapersSayWhatTheySaid(t *testing.T) {
	for _, session := range examples {
		t.Run(session, func(t *testing.T) {
			var got strings.Builder
			for _, r := range readings(t, session) {
				fmt.Fprintf(&got, "=== %s %s %s\n%s\n", r.Item.Number, r.Item.Title, r.Item.For, tidy(r.text))
			}
			compare(t, filepath.Join("testdata", "golden", session+".txt"), got.String())
		})
	}
}

// TestEveryPaperIsKept holds that each paper of the catalogue is among the kept
// ones, with its text and with a picture.
func TestEveryPaperIsKept(t *testing.T) {
	told, shown := map[string]bool{}, map[string]bool{}
	for _, session := range examples {
		for _, r := range readings(t, session) {
			told[r.Item.Number] = true
		}
	}
	for _, p := range pictured {
		shown[p.number] = true
	}
	for _, number := range thePress().Numbers() {
		if !told[number] {
			t.Errorf("paper %s is made for none of the examples: add a session to variants that needs it, and run -update", number)
		}
		if !shown[number] {
			t.Errorf("no picture of paper %s is kept: add it to pictured, look at it, and run -update", number)
		}
	}
}

var blanks = regexp.MustCompile(`[ \x{3000}]+`)

// tidy makes one space of several: how many a reader sees is the tool's choice.
func tidy(s string) string {
	var out []string
	for _, l := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\f' }) {
		if l = strings.TrimSpace(blanks.ReplaceAllString(l, " ")); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n") + "\n"
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file) //nolint:gosec // the test's own file
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			t.Fatalf("%s:%d: got\n%s\nwant\n%s\n(-update keeps the new one)", file, i+1, y, x)
		}
	}
}

// heads are those of tables that may go on on another page.
const heads = `身份姓名单位、职务到场情况|身份姓名签名日期|序号身份姓名单位、职务|序号步骤时间|事项负责人|序号文号责任者题名日期页号备注`

// pageEnd is what a page has beyond the text: the line to sign, the number, and
// on the next one the head of a table that goes on.
var pageEnd = regexp.MustCompile(`(本页(参加人|在场人员)签名(本笔录已于.{1,30}封存文本SHA-256：[0-9a-f]{16}…)?)?(第\d+页共\d+页|—\d+—)(` + heads + `)?`)

// TestWordSaysWhatThePDFSays holds that both formats carry the same text.
func TestWordSaysWhatThePDFSays(t *testing.T) {
	for _, session := range examples {
		for _, r := range readings(t, session) {
			it := r.Item
			b, err := r.File(press.DOCX)
			if err != nil {
				t.Fatal(err)
			}
			fromPDF := pageEnd.ReplaceAllString(joined(r.text), "")
			fromWord := strings.NewReplacer("＿", "", "☑", "√").Replace(joined(wordText(t, b)))
			if it.Number == "14" || it.Number == "14b" { // the name that stands on its head is read letter by letter
				continue
			}
			if it.Number == "13" || it.Number == "32b" { // fewer spare rows fill Word's page
				fromPDF = fromPDF[:min(len(fromPDF), len(fromWord))]
			}
			if fromWord != fromPDF {
				t.Errorf("%s %s %s: %s", session, it.Number, it.For, parted(fromWord, fromPDF))
			}
		}
	}
}

// parted shows where two texts part.
func parted(word, pdf string) string {
	a, b := []rune(word), []rune(pdf)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-20)
	return fmt.Sprintf("Word goes on with %q, the PDF with %q", string(a[from:min(len(a), i+20)]), string(b[from:min(len(b), i+20)]))
}

// wordText reads the text of a Word document, all parts of which must be well
// formed.
func wordText(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		inText := false
		for d := xml.NewDecoder(r); ; {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch v := tok.(type) {
			case xml.StartElement:
				inText = f.Name == "word/document.xml" && v.Name.Local == "t"
			case xml.EndElement:
				inText = false
			case xml.CharData:
				if inText {
					out.Write(v)
				}
			}
		}
	}
	return out.String()
}
