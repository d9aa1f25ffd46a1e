package wordform_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
	ours "hearingdesk/hearing/document/layout/docx"
)

// letter is a notice as the program's own Word writer sets it, with marks where
// values stand.
func letter(t *testing.T) []byte {
	t.Helper()
	line := func(text string) document.Paragraph {
		return document.Paragraph{Runs: []document.Run{{Text: text}}, Indent: 2}
	}
	cell := func(text string) document.Cell { return document.Cell{Lines: []document.Paragraph{line(text)}} }
	row := func(texts ...string) document.Row {
		r := document.Row{Height: 9}
		for _, s := range texts {
			one := cell(s)
			one.Lines[0].Indent = 0
			r.Cells = append(r.Cells, one)
		}
		return r
	}
	head := row("序号", "姓名", "单位、职务", "签名")
	head.Header = true
	var b bytes.Buffer
	err := ours.Write(&b, document.Document{Title: "听证会参加人员名册", Style: document.Letter, Blocks: []document.Block{
		document.Title{Text: "听证会参加人员名册"},
		line("本院定于{{hearing.start}}在{{hearing.place}}就{{case.cause}}举行{{hearing.openness}}听证会。"),
		line("{{if doc.number}}文号：{{doc.number}}{{end}}"),
		line("{{range questions}}"), line("{{.number}}、{{.text}}"), line("{{end}}"),
		document.Table{Widths: []float64{1, 2, 4, 2}, Rows: []document.Row{head, row("{{range people}}{{.number}}", "{{if .name}}{{.name}}{{end}}", "{{if .unit}}{{.unit}}{{end}}", "{{end}}")}},
		document.Signature{Office: "{{court.name}}", Date: "{{doc.date}}", Seal: true},
	}}, ours.Shape{})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheet is a form as Word leaves it: runs cut up, a header, a box, a table with
// borders of its own.
func sheet(t *testing.T) []byte {
	t.Helper()
	cut := func(pieces ...string) string {
		var b strings.Builder
		for i, s := range pieces {
			fmt.Fprintf(&b, `<w:r w:rsidR="00%d"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r><w:proofErr w:type="spellStart"/>`, i, s)
		}
		return `<w:p><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr>` + b.String() + `</w:p>`
	}
	borders := `<w:tblBorders><w:top w:val="single" w:sz="8"/><w:left w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/><w:right w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`
	cell := func(width int, text string) string {
		return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, width, text)
	}
	row := func(height int, texts ...string) string {
		var b strings.Builder
		for i, s := range texts {
			b.WriteString(cell([]int{1000, 2600, 5400}[i], s))
		}
		return fmt.Sprintf(`<w:tr><w:trPr><w:trHeight w:val="%d"/></w:trPr>%s</w:tr>`, height, b.String())
	}
	table := `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>` + borders + `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2600"/><w:gridCol w:w="5400"/></w:tblGrid>` +
		row(500, cut("编号"), cut("听证员"), cut("意见")) +
		row(700, cut("{{range off", "icers}", "}{{.number}}"), cut("{{.na", "me}}"), cut("{{.sta", "tus}}", "{{end}}")) + `</w:tbl>`
	box := `<w:p><w:r><w:pict><v:shape style="position:absolute;margin-left:300pt;margin-top:0;width:150pt;height:40pt" type="#_x0000_t202" stroked="t"><v:textbox><w:txbxContent>` + cut("归档：{{case.", "kind}}") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
	return sectioned(t, cut("案由：", "{", "{case.cause", "}}")+box+cut("{{if hearing.streamed}}")+cut("本场直播。")+cut("{{else}}")+cut("不直播。")+cut("{{end}}")+table+cut("直播{{box hearing.", "streamed}}　其他场所{{box hearing.elsewhere}}　文号{{doc.number}}"))
}

// sectioned is a document with a header and a footer that belong to it.
func sectioned(t *testing.T, body string) []byte {
	t.Helper()
	text := main(body)
	text.text = strings.Replace(text.text, `<w:sectPr>`, `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>`, 1)
	override := func(part, kind string) string {
		return `<Override PartName="/word/` + part + `.xml" ContentType="` + typeW + kind + `+xml"/>`
	}
	return packed(t,
		entry{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			override("document", "document.main") + override("header1", "header") + override("footer1", "footer") + `</Types>`},
		entry{"_rels/.rels", relsHead + `<Relationship Id="rId1" Type="` + typeR + `/officeDocument" Target="word/document.xml"/></Relationships>`},
		entry{"word/_rels/document.xml.rels", relsHead + `<Relationship Id="rId1" Type="` + typeR + `/header" Target="header1.xml"/><Relationship Id="rId2" Type="` + typeR + `/footer" Target="footer1.xml"/></Relationships>`},
		entry{"word/header1.xml", xmlHead + `<w:hdr ` + nsAll + `>` + p("{{court.name}}听证文书") + `</w:hdr>`},
		entry{"word/footer1.xml", xmlHead + `<w:ftr ` + nsAll + `>` + p("联系电话 {{court.phone}}") + `</w:ftr>`},
		text)
}

// A printed is what LibreOffice made of a document.
type printed struct {
	size  string
	words map[string][4]float64 // where each word stands first: page, left, top, right
	pages int
	text  string
}

// office converts documents with LibreOffice and reads the pages.
func office(t *testing.T, name string, file []byte) printed {
	t.Helper()
	dir := t.TempDir()
	if keep := os.Getenv("WORDFORM_KEEP"); keep != "" { // to look at the pages
		dir = keep
	}
	in := filepath.Join(dir, name+".docx")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(command string, args ...string) string {
		out, err := exec.Command(command, args...).CombinedOutput() //nolint:gosec // the test's own files
		if err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	run("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, in)
	pdf := filepath.Join(dir, name+".pdf")
	out := printed{words: map[string][4]float64{}, text: run("pdftotext", "-layout", pdf, "-")}
	for line := range strings.Lines(run("pdfinfo", pdf)) {
		if s, ok := strings.CutPrefix(line, "Page size:"); ok {
			out.size = strings.TrimSpace(s)
		}
	}
	d := xml.NewDecoder(strings.NewReader(run("pdftotext", "-bbox", pdf, "-"))) //nolint:gosec // what our own tool printed of our own file
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		tok, err := d.Token()
		if err != nil {
			return out
		}
		e, ok := tok.(xml.StartElement)
		switch {
		case ok && e.Name.Local == "page":
			out.pages++
		case ok && e.Name.Local == "word":
			var box struct {
				X    float64 `xml:"xMin,attr"`
				Y    float64 `xml:"yMin,attr"`
				Z    float64 `xml:"xMax,attr"`
				Text string  `xml:",chardata"`
			}
			if err := d.DecodeElement(&box, &e); err != nil {
				t.Fatal(err)
			}
			if _, ok := out.words[box.Text]; !ok {
				out.words[box.Text] = [4]float64{float64(out.pages), box.X, box.Y, box.Z}
			}
		}
	}
}

// TestLibreOfficeOpensWhatWasFilled holds that a form that was filled has the
// pages of the empty one: their size, and the columns of its table, with a row
// for each person; and no more pages than these rows need.
func TestLibreOfficeOpensWhatWasFilled(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	d := worked(t, "h-e1")
	for _, c := range []struct {
		name    string
		form    []byte
		pages   int      // of the result; the form has one
		columns []string // words above the table's columns
		says    []string
		rows    []string // first words of the rows, one below the other
	}{
		{"letter", letter(t), 2, []string{"序号", "姓名", "单位、职务", "签名"},
			[]string{"2023年7月18日（星期二）上午9时00分", "一、三机关", "王䶮", "陈𬭎", "云岭市澄河区人民检察院", "2023年7月12日"}, []string{"王䶮", "陈𬭎", "周慧敏", "赵建国", "马立群"}},
		{"sheet", sheet(t), 1, []string{"编号", "听证员", "意见"},
			[]string{"督促整治电动自行车", "本场直播。", "归档：行政公益诉讼", "直播☑", "其他场所□", "文号________________", "云岭市澄河区人民检察院听证文书", "0350-5550100"}, []string{"王䶮", "陈𬭎", "周慧敏", "赵建国", "马立群"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			empty, full := office(t, c.name+"-form", c.form), office(t, c.name, filled(t, d, "", c.form))
			if empty.pages != 1 || full.pages != c.pages || empty.size != full.size {
				t.Errorf("%d pages of %s, want %d; the form has %d of %s", full.pages, full.size, c.pages, empty.pages, empty.size)
			}
			for _, w := range c.columns {
				a, b := empty.words[w], full.words[w]
				if a == ([4]float64{}) || math.Abs(a[1]-b[1]) > 0.5 || math.Abs(a[3]-b[3]) > 0.5 {
					t.Errorf("the column %s stands at %.1f, in the form at %.1f", w, b[1:], a[1:])
				}
			}
			text := strings.Join(strings.Fields(full.text), "")
			for _, s := range c.says {
				if !strings.Contains(text, s) {
					t.Errorf("%q is missing from\n%s", s, full.text)
				}
			}
			if strings.Contains(text, "{{") || strings.Contains(text, "}}") {
				t.Errorf("a mark is left in\n%s", full.text)
			}
			for i, w := range c.rows[1:] {
				above, here := full.words[c.rows[i]], full.words[w]
				if math.Abs(above[1]-here[1]) > 0.5 || here[2] < above[2]+15 || here[2] > above[2]+50 {
					t.Errorf("%s stands at %.1f, %s above it at %.1f", w, here, c.rows[i], above)
				}
			}
		})
	}
}
