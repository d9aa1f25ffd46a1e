package papers

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestAFaultyTextIsLedTo: papers whose own text cannot be used lead to where it
// is written, in the list and beside it, and others are made.
func TestAFaultyTextIsLedTo(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	if _, err := d.SaveForm(t.Context(), hearing.FormText{ID: "12", Text: "number: 12\ntitle: 听证纪律\nper: hearing\n---\n{{court.nam}}\n"}); err != nil {
		t.Fatal(err)
	}
	p, w, went := onScreen(t, d, c, newTray(), "h-e2")
	for _, s := range p.m.Sheets {
		if s.Number == "12" {
			p.m.Choose(s)
		} else if s.Number == "13" && s.Err != nil {
			t.Error(s.Err)
		}
	}
	if !shown.Reads(w, "没有“court.nam”这个字段") || !shown.Reads(w, "设置—文书") {
		t.Error("it is not said what is wrong")
	}
	shown.Picture(t, w, "papers-faulty-text")
	shown.Press(t, w, "去改这份文书的文本")
	want := shell.Place{Kind: shell.Settings, Tab: "texts", Paper: "12"}
	if len(*went) != 1 || (*went)[0] != want {
		t.Errorf("went to %+v", *went)
	}
}

// TestAPaperSaysItsText: which of the office's texts a paper is made with.
func TestAPaperSaysItsText(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	if _, err := d.SaveForm(t.Context(), hearing.FormText{ID: "12", Text: "number: 12\ntitle: 听证纪律\nper: hearing\n---\n#title 听证纪律\n"}); err != nil {
		t.Fatal(err)
	}
	for _, s := range showing(t, d, c, "h-e2").Sheets {
		if own := s.Number == "12"; strings.HasSuffix(s.About(), "本院第1版") != own {
			t.Errorf("%s: %q", s.Number, s.About())
		}
	}
}

// TestOwnSheetsAreSaved saves one of the office's own sheets for the session.
func TestOwnSheetsAreSaved(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml":   `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{{case.cause}}</w:t></w:r></w:p></w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SaveWordForm(t.Context(), hearing.WordForm{ID: "s1", Title: "登记表", Name: "登记表.docx"}, b.Bytes()); err != nil {
		t.Fatal(err)
	}
	m := showing(t, d, c, "h-e2")
	plain := m.make
	m.make = func() (*press.Press, error) {
		p, err := plain()
		return p.Files(func(hash string) ([]byte, error) { return d.Content(t.Context(), hash) }), err
	}
	if got := m.OwnSheets(); len(got) != 1 || got[0] != "登记表" {
		t.Fatalf("sheets %v", got)
	}
	folder := t.TempDir()
	m.SaveSheet("登记表", folder, func(files []string) {
		if len(files) != 1 || filepath.Base(files[0]) != "登记表-2023-06-27-h-e2.docx" {
			t.Errorf("saved %v", files)
		}
	})
	if _, err := os.Stat(filepath.Join(folder, "登记表-2023-06-27-h-e2.docx")); err != nil {
		t.Error(err)
	}
}
