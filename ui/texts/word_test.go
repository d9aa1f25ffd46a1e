package texts

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/storage"
	"hearingdesk/ui/shown"
)

// wordFile writes a Word document with paragraphs, and returns its path.
func wordFile(t *testing.T, name string, paragraphs ...string) string {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	body := ""
	for _, p := range paragraphs {
		body += `<w:p><w:r><w:t>` + p + `</w:t></w:r></w:p>`
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range [][2]string{
		{"[Content_Types].xml", head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"word/document.xml", head + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := z.Create(e[0])
		if err == nil {
			_, err = io.WriteString(w, e[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// forWord makes the first notice of a session for Word, and returns its text.
func forWord(t *testing.T, d *storage.Desk) string {
	t.Helper()
	p, err := shown.NewPress()
	if err != nil {
		t.Fatal(err)
	}
	p = p.Files(func(hash string) ([]byte, error) { return d.Content(t.Context(), hash) })
	dossier, err := d.Dossier(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	paper, err := p.Make(dossier, p.Plan(dossier, "07a")[0], calendar.DateOf(shown.At(t, now)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := paper.File(press.DOCX)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAWordFormTakesAPapersPlace: it is checked, used for Word, replaced, put
// back, taken out of use, and brought back by undo.
func TestAWordFormTakesAPapersPlace(t *testing.T) {
	d := shown.Examples(t, now)
	m := at(t, d, "07a")
	m.TakeWord(wordFile(t, "错.docx", "{{to.nam}}", "{{case.casue}}"), false)
	if len(m.Word.Faults) != 2 || m.Word.File != "错.docx" || m.Word.Own.Hash != "" {
		t.Errorf("a faulty form: %+v", m.Word)
	}
	m.TakeWord(wordFile(t, "宏.docx"), false)
	if len(m.Word.Faults) != 1 || m.Word.Own.Hash != "" {
		t.Errorf("a form without a field: %+v", m.Word)
	}
	m.TakeWord(wordFile(t, "一.docx", "第一种：{{to.name}}"), false)
	if w := m.Word; w.Own.Edition != 1 || w.Own.Name != "一.docx" || len(w.Faults) != 0 || m.Paper().Mark() != "本院 Word" {
		t.Errorf("taken: %+v", w)
	}
	if !strings.Contains(forWord(t, d), "第一种：程") {
		t.Error("the paper is not made with it")
	}
	m.TakeWord(wordFile(t, "二.docx", "第二种：{{to.name}}"), false)
	m.PutBackWord(m.Word.Past[1])
	if w := m.Word; w.Own.Edition != 3 || w.Own.Name != "一.docx" || len(w.Past) != 3 || !strings.Contains(forWord(t, d), "第一种") {
		t.Errorf("put back: %+v", w.Own)
	}
	m.DropWord(m.Word.Own)
	if strings.Contains(forWord(t, d), "第一种") || m.Word.Own.Hash != "" {
		t.Error("the paper is made with what was removed")
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if m.Show(""); m.Word.Own.Hash == "" || !strings.Contains(forWord(t, d), "第一种") {
		t.Error("undo does not bring it back")
	}
	m.clean(t)
}

// TestSheetsOfTheirOwn: each has its title; a file of the same name replaces it.
func TestSheetsOfTheirOwn(t *testing.T) {
	d := shown.Examples(t, now)
	m := at(t, d, "12")
	m.TakeWord(wordFile(t, "登记表.docx", "{{case.cause}}"), true)
	m.TakeWord(wordFile(t, "登记表.docx", "案由：{{case.cause}}"), true)
	m.TakeWord(wordFile(t, "名册.docx", "{{range people}}{{.name}}{{end}}"), true)
	titles := func() (out []string) {
		for _, f := range m.Word.Sheets {
			out = append(out, f.Title)
		}
		return out
	}
	if got := titles(); !slices.Equal(got, []string{"名册", "登记表"}) && !slices.Equal(got, []string{"登记表", "名册"}) {
		t.Fatalf("sheets %v", got)
	}
	folder := t.TempDir()
	m.ExportWord(m.sheetOf("登记表"), folder)
	if _, err := os.Stat(filepath.Join(folder, "登记表.docx")); err != nil || m.sheetOf("登记表").Edition != 2 {
		t.Errorf("exported: %v", err)
	}
	m.DropWord(m.sheetOf("登记表"))
	if got := titles(); !slices.Equal(got, []string{"名册"}) {
		t.Errorf("left %v", got)
	}
	m.clean(t)
}

// TestARefusedFormLeavesTheDeskAsItWas: whatever is refused in the window, each
// record of the desk, its version and its history are as before.
func TestARefusedFormLeavesTheDeskAsItWas(t *testing.T) {
	d := shown.Examples(t, now)
	m := at(t, d, "07a")
	m.TakeWord(wordFile(t, "一.docx", "第一种：{{to.name}}"), false)
	whole := func() string {
		t.Helper()
		all, err := d.Export(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		for _, noun := range []string{hearing.NounWordForm, hearing.NounForm} {
			past, err := d.History(t.Context(), noun, "07a")
			if err != nil {
				t.Fatal(err)
			}
			kept, err := json.Marshal(past)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, kept...)
		}
		return string(text)
	}
	before := whole()
	large := filepath.Join(t.TempDir(), "大.docx")
	if err := errors.Join(os.WriteFile(large, []byte("PK"), 0o600), os.Truncate(large, 100<<20)); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{large, wordFile(t, "错.docx", "{{to.nam}}"), wordFile(t, "没完.docx", "{{range officers}}{{.name}}"), wordFile(t, "宏.docx")} {
		m.TakeWord(file, false)
		if len(m.Word.Faults) == 0 || m.Word.Own.Name != "一.docx" || whole() != before {
			t.Errorf("%s: %d faults, or the desk is another", filepath.Base(file), len(m.Word.Faults))
		}
	}
	m.Type("number: 07a\ntitle: 通知\nper: party\n---\n#title 通知\n{{to.nam}}\n")
	m.Save()
	if whole() != before {
		t.Error("a text with a fault is in the desk")
	}
}
