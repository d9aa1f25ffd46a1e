package wordform_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/wordform"
)

// TestBadMarksAreNamed holds that a fault is named with its part, paragraph and
// text.
func TestBadMarksAreNamed(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"an unknown field", p("甲") + p("案由：{{case.casue}}。"), `bad-mark {{case.casue}} in word/document.xml, paragraph 2 "案由：{{case.casue}}。"`},
		{"an unknown field in a cell", p("甲") + tbl(tr(p("乙"), p("{{range people}}{{.nam}}{{end}}"))), `bad-mark {{.nam}} in word/document.xml, paragraph 3`},
		{"a list is no text", p("{{officers}}"), "bad-mark {{officers}}"},
		{"not a mark", p("{{case.cause ?}}"), "bad-mark {{case.cause ?}}"},
		{"an empty mark", p("{{}}"), "bad-mark {{}}"},
		{"no mark", p("案由：{case.cause}"), "no-marks"},
		{"a mark that is not closed", p("甲{{case.cause"), `open-mark in word/document.xml, paragraph 1 "甲{{case.cause"`},
		{"a mark across paragraphs", p("{{case.") + p("cause}}"), "open-mark"},
		{"a mark across a break", `<w:p>` + r("{{case.") + `<w:r><w:br/></w:r>` + r("cause}}") + `</w:p>`, "open-mark"},
		{"a repeat that is not closed", p("一") + p("{{range people}}{{if .name}}") + p("{{end}}"), `no-end {{range people}} in word/document.xml, paragraph 2 "{{range people}}{{if .name}}"`},
		{"an end without a beginning", p("{{case.cause}}{{end}}"), "no-start {{end}}"},
		{"an else without a beginning", p("{{else}}"), "no-start {{else}}"},
		{"into a table", p("{{range people}}") + tbl(tr(p("{{.name}}{{end}}"), p(""))), "crossed {{range people}}"},
		{"out of a table", tbl(tr(p("{{range people}}"), p(""))) + p("{{end}}"), "crossed {{range people}}"},
		{"out of a table within a cell", tbl(tr(tbl(tr(p("{{range people}}"), p("")))+p(""), p("{{end}}"))), "crossed {{range people}}"},
		{"two repeats of one row", tbl(tr(p("{{range people}}"), p("{{end}}{{range officers}}"), p("{{end}}"))), "crossed"},
		{"a repeat inside and outside of a box", `<w:p>` + r("{{if case.cause}}") + `<w:r><w:pict><w:txbxContent>` + p("{{end}}") + `</w:txbxContent></w:pict></w:r></w:p>`, "crossed {{if case.cause}}"},
		{"amidst a paragraph", p("甲{{if case.cause}}乙") + p("{{end}}"), "amidst {{if case.cause}}"},
		{"an end amidst a paragraph", p("{{if case.cause}}") + p("甲{{end}}乙"), "amidst {{end}}"},
		{"else within a row", tbl(tr(p("{{if case.cause}}"), p("{{else}}"), p("{{end}}"))), "else-row {{else}}"},
		{"half inside a control", `<w:p>` + r("{{if case.cause}}甲") + `<w:sdt><w:sdtContent>` + r("乙{{end}}") + `</w:sdtContent></w:sdt></w:p>`, "parted {{end}}"},
		{"break", p("{{range people}}{{break}}{{end}}"), "unfit {{break}}"},
		{"another template", p(`{{template "x"}}`), "unfit {{template"},
		{"a picture from elsewhere", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://192.0.2.1/a.png"</w:instrText></w:r></w:p>`, `elsewhere INCLUDEPICTURE "http://192.0.2.1/a.png"`},
		{"a program", `<w:p><w:fldSimple w:instr=" DDEAUTO cmd"/></w:p>`, "elsewhere DDEAUTO cmd"},
		{"a document type", `<!DOCTYPE x>`, "entities in word/document.xml"},
		{"an unknown entity", p("&xxe;"), "broken in word/document.xml"},
		{"a tag that is not closed", `<w:p>`, "broken in word/document.xml"},
		{"too deep", strings.Repeat("<w:p>", 5000) + strings.Repeat("</w:p>", 5000), "too-large"},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, docx(t, c.body), c.want) })
	}
}

func refused(t *testing.T, file []byte, want string) {
	t.Helper()
	f, err := wordform.Read(catalogue(), "", "便函", file)
	var fault *wordform.Error
	if f != nil || !errors.As(err, &fault) || !strings.HasPrefix(err.Error(), "word form: "+want) {
		t.Errorf("got %v, want %s", err, want)
	}
	if fault != nil && fault.Fault == wordform.BadMark {
		var cause *document.SourceError
		if !errors.As(err, &cause) {
			t.Errorf("%v has no cause", err)
		}
	}
}

const relsHead = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`

// TestBadFilesAreRefused holds that what is no form, or a hostile one, is
// refused before it is read.
func TestBadFilesAreRefused(t *testing.T) {
	types := func(kind string) entry {
		return entry{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="` + kind + `"/></Types>`}
	}
	good := types(typeW + "document.main+xml")
	var locked bytes.Buffer
	z := zip.NewWriter(&locked)
	if _, err := z.CreateHeader(&zip.FileHeader{Name: "word/document.xml", Flags: 1}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "not-word"},
		{"text", []byte("案由：{{case.cause}}"), "not-word"},
		{"a .doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old-word"},
		{"an archive with a password", locked.Bytes(), "old-word"},
		{"any archive", packed(t, entry{"a.txt", "x"}), "not-word"},
		{"no document.xml", packed(t, good), "not-word in word/document.xml"},
		{"no document among the types", packed(t, types("text/plain"), main(p("{{case.cause}}"))), "not-word"},
		{"a template", packed(t, types(typeW+"template.main+xml"), main("")), "template"},
		{"macros", packed(t, types("application/vnd.ms-word.document.macroEnabled.main+xml"), main("")), "macros"},
		{"hidden macros", docx(t, "", entry{"word/vbaProject.bin", "x"}), "macros"},
		{"a way out", docx(t, "", entry{"../../etc/passwd", "x"}), "bad-name in ../../etc/passwd"},
		{"a way out of Windows", docx(t, "", entry{`word\..\..\x`, "x"}), "bad-name"},
		{"an absolute name", docx(t, "", entry{"/etc/passwd", "x"}), "bad-name"},
		{"two of one name", docx(t, "", entry{"word/Document.xml", "x"}), "bad-name in word/Document.xml"},
		{"a bomb", docx(t, strings.Repeat(" ", 8<<20)), "bomb in word/document.xml"},
		{"too large a part", docx(t, p("{{case.cause}}")+noise(17<<20)), "too-large 16 MB in word/document.xml"},
		{"too large a file", make([]byte, 33<<20), "too-large 32 MB"},
		{"too much in all", huge(t), "bomb"},
		{"not XML", packed(t, good, entry{"word/document.xml", "\xff\xfe<"}), "broken in word/document.xml"},
		{"not a Word element", packed(t, good, entry{"word/document.xml", "<document/>"}), "broken in word/document.xml"},
		{"no element", packed(t, good, entry{"word/document.xml", ""}), "broken in word/document.xml"},
		{"two elements", packed(t, good, entry{"word/document.xml", "<w:p " + nsW + "/><w:p " + nsW + "/>"}), "broken in word/document.xml"},
		{"an entity that grows", packed(t, good, entry{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:p ` + nsW + `>&b;</w:p>`}), "entities in word/document.xml"},
		{"an entity among the types", packed(t, entry{"[Content_Types].xml", `<!DOCTYPE x SYSTEM "file:///etc/passwd"><Types/>`}), "entities in [Content_Types].xml"},
		{"a template from elsewhere", docx(t, "", entry{"word/_rels/settings.xml.rels", relsHead + `<Relationship Id="r1" Type="` + typeR + `/attachedTemplate" Target="http://192.0.2.1/x.dotm" TargetMode="External"/></Relationships>`}), "elsewhere http://192.0.2.1/x.dotm in word/_rels/settings.xml.rels"},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, c.file, c.want) })
	}
}

// TestWhatComesFromElsewhere tells what a document would draw in when it is
// opened from what waits to be clicked, and from what Word notes of itself.
func TestWhatComesFromElsewhere(t *testing.T) {
	for _, c := range []struct {
		kind, target string
		fine         bool
	}{
		{"hyperlink", "http://192.0.2.1/", true},
		{"attachedTemplate", "Normal.dotm", true},
		{"attachedTemplate", `file:///C:\Users\chengguilan\Templates\函.dotx`, true},
		{"attachedTemplate", "http://192.0.2.1/x.dotm", false},
		{"attachedTemplate", `file://192.0.2.1/share/x.dotm`, false},
		{"attachedTemplate", `\\192.0.2.1\share\x.dotm`, false},
		{"image", "Normal.dotm", false},
		{"oleObject", "file:///C:/x.xlsx", false},
	} {
		rel := entry{"word/_rels/document.xml.rels", relsHead + `<Relationship Id="r1" Type="` + typeR + `/` + c.kind + `" Target="` + c.target + `" TargetMode="External"/></Relationships>`}
		_, err := wordform.Read(catalogue(), "", "", docx(t, p("{{case.cause}}"), rel))
		var fault *wordform.Error
		if c.fine && err != nil || !c.fine && (!errors.As(err, &fault) || fault.Fault != wordform.Elsewhere || fault.Value != c.target) {
			t.Errorf("%s %s: %v", c.kind, c.target, err)
		}
	}
}

// noise is text that does not pack.
func noise(n int) string {
	text := make([]byte, n)
	for i, x := 0, uint32(1); i < n; i++ {
		x = x*1664525 + 1013904223
		text[i] = 'a' + byte(x>>28)
	}
	return string(text)
}

// huge is a package of pictures that say they unpack to 320 MB.
func huge(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 5 {
		w, err := z.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("word/media/%d.bmp", i), Method: zip.Deflate, CompressedSize64: 1, UncompressedSize64: 64 << 20})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte{0}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestAnEndlessFormIsRefused holds that repeats within repeats come to an end,
// whether they print much or nothing.
func TestAnEndlessFormIsRefused(t *testing.T) {
	const deep = "{{range blanks 60}}{{range blanks 60}}{{range blanks 60}}{{range blanks 60}}甲{{end}}{{end}}{{end}}{{end}}"
	for name, body := range map[string]string{
		"much":     p(deep),
		"nothing":  p(strings.NewReplacer("{{", "{{- ", "}}", " -}}", "甲", "").Replace(deep)),
		"one half": p("{{range blanks 60}}{{range blanks 60}}") + p(strings.Repeat("甲", 20_000)) + p("{{end}}{{end}}"),
	} {
		f, err := wordform.Read(catalogue(), "", "便函", docx(t, body))
		if err != nil {
			t.Fatal(err)
		}
		d := worked(t, "h-e1")
		if _, err := f.Fill(d, f.Plan(d)[0], today); !errors.Is(err, document.ErrEndless) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzForm holds that no body, however broken, stops the program: it is refused
// with its place, or filled to a document that is well formed.
func FuzzForm(f *testing.F) {
	for _, body := range []string{
		p("{{case.cause}}") + tbl(tr(p("{{range people}}{{.number}}"), p("{{.name}}{{end}}"))),
		`<w:p>` + r("{") + r("{if case.cause}") + r("}甲") + `<w:hyperlink r:id="x">` + r("{{end}}") + `</w:hyperlink></w:p>`,
		p("{{range questions}}") + tbl(tr(p("{{if .text}}"), p("{{end}}"))) + p("{{else}}") + `<w:p/>` + p("{{end}}"),
		`<w:p>` + r("{{with case}}{{.cause}}") + `<w:r><w:pict><w:txbxContent>` + p("｛｛court.name｝｝") + `</w:txbxContent></w:pict></w:r>` + r("{{end}}") + `</w:p>`,
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t/></w:r><w:r><w:t>{{case.facts}}<![CDATA[{{]]>names officers}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
		p("{{/* x */}}{{- case.cause -}}{{`}}`}}{{\"\\ufde00\\ufde1\"}}"),
	} {
		f.Add(body)
	}
	d := worked(f, "h-e1")
	f.Fuzz(func(t *testing.T, body string) {
		file := docx(t, body)
		form, err := wordform.Read(catalogue(), "", "便函", file)
		if err != nil {
			var fault *wordform.Error
			if !errors.As(err, &fault) || fault.Fault == "" || fault.Paragraph < 0 {
				t.Fatalf("a fault without its place: %v", err)
			}
			return
		}
		for _, it := range form.Plan(d) {
			out, err := form.Fill(d, it, today)
			var fault *wordform.Error
			if errors.As(err, &fault) || errors.Is(err, document.ErrEndless) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			says(t, out, "word/document.xml")
			if _, err := wordform.Read(catalogue(), "", "便函", out); errors.As(err, &fault) && fault.Fault == wordform.Broken {
				t.Fatalf("the result is broken: %v", err)
			}
		}
	})
}

// FuzzFile holds that no file, however broken, stops the program.
func FuzzFile(f *testing.F) {
	f.Add(docx(f, p("{{case.cause}}")))
	f.Add(docx(f, tbl(tr(p("{{range people}}{{.name}}"), p("{{end}}"))), entry{"word/header1.xml", `<w:hdr ` + nsW + `/>`}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Add([]byte("\xd0\xcf\x11\xe0"))
	f.Fuzz(func(t *testing.T, file []byte) {
		_, err := wordform.Read(catalogue(), "", "便函", file)
		var fault *wordform.Error
		if err != nil && !errors.As(err, &fault) {
			t.Fatal(err)
		}
	})
}

// BenchmarkFill fills a form of a page for a thousand addressees.
func BenchmarkFill(b *testing.B) {
	form, err := wordform.Read(catalogue(), "", "便函", docx(b, p("{{case.cause}}")+tbl(tr(p("{{range people}}{{.number}}"), p("{{.name}}"), p("{{.unit}}{{end}}")))))
	if err != nil {
		b.Fatal(err)
	}
	d := worked(b, "h-e1")
	it := form.Plan(d)[0]
	for b.Loop() {
		for range 1000 {
			if _, err := form.Fill(d, it, today); err != nil {
				b.Fatal(err)
			}
		}
	}
}
