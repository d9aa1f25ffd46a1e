// Package docx writes papers as Word documents with the page of GB/T 9704-2012:
// real styles, real tables and page numbers, so that an office can go on
// writing in WPS or Word where the form ends. The pages are the same A4 pages
// with 22 lines of 28 characters as the PDF's, with what stands in its lower
// margin hung there in frames; where a line breaks is Word's own decision.
package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"math"
	"strings"

	"hearingdesk/hearing/document"
)

// A part is one file of the package (ECMA-376, part 2).
type part struct {
	name string
	body []byte
}

// A Shape is how a paper came out on its pages. Where they are set closer to
// save a page, Word's lines are; a letter of one page has no number.
type Shape struct {
	Pitch float64 // of the body's lines, mm; 0 is the standard's
	Type  float64 // in tables that are not small, points; 0 is 4号
	Pages int
	Spare int // rows that are left out elsewhere, and stood on its pages

	Mark     []string  // lines of the office's name in the head
	MarkType float64   // its type, points
	Imprint  []float64 // heights of the rows of the record at the foot, mm
}

// Write writes a document as a DOCX package.
func Write(w io.Writer, d document.Document, s Shape) error {
	line := pitch
	if s.Pitch > 0 {
		line = int(math.Floor(s.Pitch * twips))
	}
	table := s.Type
	if table == 0 {
		table = 14
	}
	b := &body{doc: d, shape: s, pages: s.Pages, spare: s.Spare, pitch: line, typed: table}
	text, err := b.text()
	if err != nil {
		return fmt.Errorf("write %s as Word document: %w", d.Title, err)
	}
	parts := []part{
		{"[Content_Types].xml", []byte(contentTypes)},
		{"_rels/.rels", []byte(packageRelations)},
		{"docProps/core.xml", []byte(strings.Replace(coreProperties, "{title}", escape(d.Title), 1))},
		{"word/document.xml", text},
		{"word/styles.xml", []byte(styles(line, table))},
		{"word/settings.xml", []byte(settings)},
		{"word/footer1.xml", []byte(footer(d, s.Pages, "right"))},
		{"word/footer2.xml", []byte(footer(d, s.Pages, "left"))},
		{"word/_rels/document.xml.rels", []byte(b.relations())},
	}
	parts = append(parts, b.media...)
	z := zip.NewWriter(w)
	for _, p := range parts {
		f, err := z.Create(p.name)
		if err == nil {
			_, err = f.Write(p.body)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write %s as Word document: %w", d.Title, err)
	}
	return nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The names of the namespaces are fixed by ECMA-376.
const (
	nsW   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsR   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPkg = "http://schemas.openxmlformats.org/package/2006/"
	typeW = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

const contentTypes = xmlHead + `<Types xmlns="` + nsPkg + `content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + typeW + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + typeW + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + typeW + `settings+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + typeW + `footer+xml"/>` +
	`<Override PartName="/word/footer2.xml" ContentType="` + typeW + `footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageRelations = xmlHead + `<Relationships xmlns="` + nsPkg + `relationships">` +
	`<Relationship Id="rId1" Type="` + nsR + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + nsPkg + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const coreProperties = xmlHead + `<cp:coreProperties xmlns:cp="` + nsPkg + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
	`<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`

const settings = xmlHead + `<w:settings xmlns:w="` + nsW + `"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/></w:settings>`

// escape makes a text safe inside XML, and drops the control characters that
// XML cannot hold.
func escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' {
			return -1
		}
		return r
	}, s))
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
