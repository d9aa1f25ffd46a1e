package wordform_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	_ "time/tzdata"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/wordform"
)

var today = calendar.NewDate(2023, time.July, 12)

// catalogue is that of the program.
var catalogue = sync.OnceValue(func() *document.Catalogue {
	c, err := document.Load(assets.Documents())
	if err != nil {
		panic(err)
	}
	return c
})

// worked is the dossier of a session of the worked examples.
func worked(t testing.TB, session hearing.ID) hearing.Dossier {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash("../../../assets/examples/worked.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p hearing.Package
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(hearing.DefaultZone)
	if err != nil {
		t.Fatal(err)
	}
	d, ok := p.Dossier(session, zone)
	if !ok {
		t.Fatalf("no session %s", session)
	}
	return d
}

// An entry is one file of a package.
type entry struct{ name, text string }

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsW     = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	nsAll   = nsW + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" mc:Ignorable=""`
	typeW = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	typeR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// packed is a package of files.
func packed(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.Create(e.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// main is a document with a body.
func main(body string) entry {
	return entry{"word/document.xml", xmlHead + `<w:document ` + nsAll + `><w:body>` + body +
		`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>`}
}

// docx is a Word document with a body, and what else it has; parts whose name
// begins with word/header or the like are announced as such.
func docx(t testing.TB, body string, more ...entry) []byte {
	t.Helper()
	types := `<Override PartName="/word/document.xml" ContentType="` + typeW + `document.main+xml"/>`
	for _, e := range more {
		for _, kind := range []string{"header", "footer", "footnotes", "endnotes"} {
			if strings.HasPrefix(e.name, "word/"+kind) {
				types += `<Override PartName="/` + e.name + `" ContentType="` + typeW + kind + `+xml"/>`
			}
		}
	}
	return packed(t, append([]entry{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` + types + `</Types>`},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + typeR + `/officeDocument" Target="word/document.xml"/></Relationships>`},
		main(body),
	}, more...)...)
}

// p is a paragraph of one run; t of a run cut in several, as Word cuts them.
func p(text string) string { return `<w:p>` + r(text) + `</w:p>` }

func r(text string) string {
	return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// tr is a row with a cell for each text.
func tr(cells ...string) string {
	var b strings.Builder
	b.WriteString(`<w:tr>`)
	for _, c := range cells {
		b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr>` + c + `</w:tc>`)
	}
	return b.String() + `</w:tr>`
}

func tbl(rows ...string) string {
	return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>` + strings.Join(rows, "") + `</w:tbl>`
}

// part is a part of a package.
func part(t testing.TB, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// says is the text of a part: a line a paragraph, cells with a bar behind them,
// rows in brackets.
func says(t testing.TB, file []byte, name string) string {
	t.Helper()
	var b strings.Builder
	inText := false
	d := xml.NewDecoder(strings.NewReader(part(t, file, name)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%s is not well formed: %v", name, err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			b.WriteString(map[string]string{"br": "↵", "tr": "[", "tab": "→"}[e.Name.Local])
		case xml.EndElement:
			inText = false
			b.WriteString(map[string]string{"p": "\n", "tc": "|", "tr": "]"}[e.Name.Local])
		case xml.CharData:
			if inText {
				b.Write(e)
			}
		}
	}
}

// filled fills a form for the one item of its plan, or that for somebody.
func filled(t testing.TB, d hearing.Dossier, number string, file []byte, who ...string) []byte {
	t.Helper()
	f, err := wordform.Read(catalogue(), number, "便函", file)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range f.Plan(d) {
		if len(who) == 0 || it.For == who[0] {
			out, err := f.Fill(d, it, today)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
	}
	t.Fatalf("no item for %v", who)
	return nil
}
