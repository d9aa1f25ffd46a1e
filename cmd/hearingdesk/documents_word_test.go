package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wordForm writes a Word form with a body into a folder.
func wordForm(t *testing.T, file, body string) {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
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
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestOwnWordForms fills an office's own Word forms from the command line.
func TestOwnWordForms(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	line := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	wordForm(t, "名册.docx", line("{{case.cause}}")+`<w:tbl><w:tr><w:tc>`+line("{{range people}}{{.name}}")+`</w:tc><w:tc>`+line("{{.role}}{{end}}")+`</w:tc></w:tr></w:tbl>`)
	wordForm(t, "通知.docx", line("{{to.name}}：{{hearing.start}}，落款{{doc.date}}"))
	wordForm(t, "文号.docx", line("{{doc.number}}"))
	wordForm(t, "错字.docx", line("案由")+line("{{case.casue}}"))
	if err := os.WriteFile("便条.docx", []byte("{{case.cause}}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, args string
		code       int
		says       []string          // on the screen
		files      map[string]string // name and what it says
	}{
		{"a sheet of its own", "-session h-e1 -word 名册.docx -o a", exitDone, []string{"名册-2023-07-18-h-e1.docx"}, map[string]string{"a/名册-2023-07-18-h-e1.docx": "马立群</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space=\"preserve\">听证员"}},
		{"in the place of a paper", "-session h-e2 -kind 07a -word 通知.docx -o b -at 2023-06-16", exitDone, []string{"07a-听证会通知书-程桂兰"},
			map[string]string{"b/07a-听证会通知书-程桂兰-2023-06-27-h-e2.docx": "程桂兰：2023年6月27日（星期二）下午2时30分，落款2023年6月", "b/07a-听证会通知书-程建军-2023-06-27-h-e2.docx": "程建军："}},
		{"with its number", "-session h-e2 -kind 07a -word 文号.docx -o n -at 2023-06-16 -number", exitDone, nil,
			map[string]string{"n/07a-听证会通知书-程桂兰-2023-06-27-h-e2.docx": "〔2023〕1号"}},
		{"not for this session", "-session a-e1 -kind 06 -word 通知.docx -o c", exitDone, []string{"没有要生成的文书"}, nil},
		{"an unknown field", "-session h-e1 -word 错字.docx -o d", exitRefused, []string{"“错字.docx”：正文第 2 段“{{case.casue}}”：“{{case.casue}}”不是现有的字段", "没有生成任何文书"}, nil},
		{"no Word file", "-session h-e1 -word 便条.docx -o d", exitRefused, []string{"“便条.docx”：不是 Word 文档", "另存为 .docx"}, nil},
		{"no file", "-session h-e1 -word 没有.docx -o d", exitRefused, []string{"“没有.docx”", "没有这个文件"}, nil},
		{"two papers", "-session h-e1 -kind 06,07a -word 通知.docx -o d", exitUsage, []string{"只写一个 -kind"}, nil},
		{"to a printer", "-session h-e1 -word 通知.docx -o d -print PDF", exitUsage, []string{"不能同时用 -print"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			term := terminal{out: &out, err: &out, env: func(string) string { return "" }}
			file := filepath.Join(t.TempDir(), "desk.db")
			if code := run(t.Context(), term, []string{"demo", "-db", file}); code != exitDone {
				t.Fatal(&out)
			}
			out.Reset()
			if code := run(t.Context(), term, append([]string{"documents", "-db", file}, strings.Fields(c.args)...)); code != c.code {
				t.Errorf("exit %d, want %d", code, c.code)
			}
			for _, want := range c.says {
				if !strings.Contains(out.String(), want) {
					t.Errorf("%q is missing from\n%s", want, &out)
				}
			}
			for name, want := range c.files {
				if got := wordText(t, name); !strings.Contains(got, want) {
					t.Errorf("%s says\n%s\nwant %s", name, got, want)
				}
			}
		})
	}
	if _, err := os.Stat("d"); err == nil {
		t.Error("a folder was made for a form that was refused")
	}
}

// wordText is the XML of a Word file's text.
func wordText(t *testing.T, file string) string {
	t.Helper()
	z, err := zip.OpenReader(file)
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
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestWordFormsOfTheDesk takes Word forms into the desk, after which papers for
// Word are made with them, and a sheet of its own comes with the others.
func TestWordFormsOfTheDesk(t *testing.T) {
	t.Chdir(t.TempDir())
	line := func(s string) string { return `<w:p><w:r><w:t>` + s + `</w:t></w:r></w:p>` }
	wordForm(t, "07a-通知.docx", line("本院的通知：{{to.name}}"))
	wordForm(t, "名册.docx", line("{{case.cause}}"))
	wordForm(t, "07a-错字.docx", line("{{case.casue}}")+line("{{to.nam}}"))
	for _, c := range []struct {
		args string
		exit int
		says string
	}{
		{"demo -db d.db", exitDone, ""},
		{"import -db d.db 07a-错字.docx", exitRefused, "有 2 处错误"},
		{"import -db d.db 07a-通知.docx", exitDone, "已存为 07a 的 Word 表单"},
		{"import -db d.db 名册.docx", exitDone, "已存为单独的 Word 表单：名册"},
		{"import -db d.db 名册.docx", exitDone, "名册"},
		{"documents -db d.db -session h-e2 -kind 07a -format docx -o a -at 2023-06-16", exitDone, "07a-听证会通知书-程桂兰"},
		{"documents -db d.db -session h-e2 -format docx -o b -at 2023-06-16", exitDone, "名册-2023-06-27-h-e2.docx"},
		{"export -db d.db -o all.json", exitDone, ""},
		{"import -db other.db all.json", exitDone, "Word 表单：新增 2"},
	} {
		var out bytes.Buffer
		if got := run(t.Context(), terminal{out: &out, err: &out, env: func(string) string { return "" }}, strings.Fields(c.args)); got != c.exit || !strings.Contains(out.String(), c.says) {
			t.Fatalf("%s: exit %d, %s", c.args, got, out.String())
		}
	}
	if _, err := os.Stat("a/名册-2023-06-27-h-e2.docx"); err == nil {
		t.Error("a sheet came with one kind of paper")
	}
	for file, want := range map[string]string{"a/07a-听证会通知书-程桂兰-2023-06-27-h-e2.docx": "本院的通知：程桂兰", "b/名册-2023-06-27-h-e2.docx": "赡养纠纷"} {
		if got := wordText(t, file); !strings.Contains(got, want) {
			t.Errorf("%s says %s", file, got)
		}
	}
}
