package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout/docx"
)

// every has one of each block, with the names that other programs lose.
var every = document.Document{
	Title: "听证会通知书", Style: document.Letter,
	Blocks: []document.Block{
		document.Title{Text: "听证会通知书"},
		document.Subtitle{Text: "（存根）"},
		document.DocNumber{Text: "澄检听通〔2023〕7号"},
		document.Heading{Level: 1, Text: "一、听证事项"},
		document.Paragraph{Runs: []document.Run{{Text: "程桂兰："}}},
		document.Paragraph{Indent: 2, Keep: true, Runs: []document.Run{{Text: "听证员王䶮、陈𬭎、㛃𬱖𫖯𬭚，<甲> & “乙”。"}, {Blank: 6}, {Box: true, Text: "x"}, {Box: true}, {Text: "同意", Face: document.Hei, Under: true}}},
		document.Table{Widths: []float64{1, 3}, Rows: []document.Row{
			{Header: true, Cells: []document.Cell{{Lines: []document.Paragraph{{Runs: []document.Run{{Text: "案由"}}}}}, {}}},
			{Height: 22, Cells: []document.Cell{{Span: 2, Top: true, Align: document.Centre, Lines: []document.Paragraph{{Runs: []document.Run{{Text: "签收"}}}}}}},
		}},
		document.Signature{Office: "云岭市澄河区人民检察院", Date: "2023年6月19日", Seal: true},
		document.SignLine{Label: "收件人：", Dated: true, Hour: true},
		document.Tear{Text: "回执"}, document.PageBreak{}, document.Space{Lines: 1},
		document.Code{Data: "h-e2/07c/1", Caption: "h-e2"},
	},
}

func TestEveryBlockIsWritten(t *testing.T) {
	var b bytes.Buffer
	if err := docx.Write(&b, every, docx.Shape{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			wellFormed(t, f.Name, text)
		}
	}
	body := parts["word/document.xml"]
	for _, want := range []string{
		"王䶮、陈𬭎、㛃𬱖𫖯𬭚，&lt;甲&gt; &amp; “乙”。", `w:val="Title"`, `w:val="Heading1"`, "〔2023〕", "☑", "□",
		`<w:tblHeader/>`, `<w:gridSpan w:val="2"/>`, `w:hRule="atLeast"`, `<w:pageBreakBefore/>`, `r:embed="pic1"`, "年　　月　　日　　时",
		`w:type="lines" w:linePitch="580"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is not in the text", want)
		}
	}
	if !strings.Contains(parts["word/_rels/document.xml.rels"], "media/code1.png") || parts["word/media/code1.png"] == "" {
		t.Error("the QR code's picture is missing")
	}
	if !strings.Contains(parts["docProps/core.xml"], "<dc:title>听证会通知书</dc:title>") {
		t.Error("the title is missing from the properties")
	}
}

func wellFormed(t *testing.T, name string, text []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s is not well formed: %v", name, err)
			return
		}
	}
}

// TestControlCharactersAreDropped holds that what XML cannot carry does not
// break the document.
func TestControlCharactersAreDropped(t *testing.T) {
	var b bytes.Buffer
	if err := docx.Write(&b, document.Document{Blocks: []document.Block{document.Title{Text: "通\x00知\x0b书"}}}, docx.Shape{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, "word/document.xml", text)
	if !bytes.Contains(text, []byte("通知书")) {
		t.Error("the text around the control characters is lost")
	}
}
