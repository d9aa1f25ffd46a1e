package main

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"
)

// holes writes into a file, and leaves out what is all zero: a file of 100 MB
// takes no room on the disk, and none in memory.
type holes struct{ f *os.File }

func (h holes) Write(p []byte) (int, error) {
	if len(p) > 1024 && len(bytes.Trim(p, "\x00")) == 0 {
		_, err := h.f.Seek(int64(len(p)), io.SeekCurrent)
		return len(p), err
	}
	return h.f.Write(p)
}

// large writes a Word file of 100 MB: a picture that is stored as it is.
func large(t *testing.T, name string) {
	t.Helper()
	const size = 100 << 20
	f, err := os.Create(name) //nolint:gosec // of the test
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(holes{f})
	sum := crc32.NewIEEE()
	zeros := make([]byte, 1<<20)
	for range size / len(zeros) {
		_, _ = sum.Write(zeros) // it cannot fail
	}
	w, err := z.CreateRaw(&zip.FileHeader{Name: "word/media/image1.bmp", CRC32: sum.Sum32(), CompressedSize64: size, UncompressedSize64: size})
	for range size / len(zeros) {
		if err == nil {
			_, err = w.Write(zeros)
		}
	}
	if err == nil {
		err = z.Close()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || info.Size() < size {
		t.Fatalf("it has %d bytes: %v", info.Size(), err)
	}
}

// TestARefusedTextLeavesTheDeskAsItWas: whatever text or form is refused from
// the command line, with its reason, the desk's file is the same to the byte.
func TestARefusedTextLeavesTheDeskAsItWas(t *testing.T) {
	t.Chdir(t.TempDir())
	line := func(s string) string { return `<w:p><w:r><w:t>` + s + `</w:t></w:r></w:p>` }
	cli := func(args ...string) (int, string) {
		var out bytes.Buffer
		exit := run(t.Context(), terminal{out: &out, err: &out, env: func(string) string { return "" }}, args)
		return exit, out.String()
	}
	wordForm(t, "07a-通知.docx", line("本院的通知：{{to.name}}"))
	for _, args := range [][]string{{"demo", "-db", "d.db"}, {"import", "-db", "d.db", "07a-通知.docx"}} {
		if exit, said := cli(args...); exit != exitDone {
			t.Fatalf("%v: %s", args, said)
		}
	}
	wordForm(t, "07a-错字.docx", line("{{case.casue}}"))
	wordForm(t, "07a-炸弹.docx", strings.Repeat(" ", 8<<20))
	large(t, "07a-大.docx")
	for name, text := range map[string]string{
		"07a-错.txt":   "number: 07a\ntitle: 通知\nper: party\n---\n#title 通知\n{{to.nam}}\n",
		"07a-没完.txt":  "number: 07a\ntitle: 通知\nper: party\n---\n#title 通知\n{{range officers}}{{.name}}\n",
		"07a-便条.docx": "{{to.name}}",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := bytesOf(t, "d.db")
	for name, says := range map[string]string{
		"07a-大.docx": "32 MB", "07a-炸弹.docx": "大得不像一份表单", "07a-错字.docx": "case.casue", "07a-便条.docx": "Word",
		"07a-错.txt": "to.nam", "07a-没完.txt": "第",
	} {
		if exit, said := cli("import", "-db", "d.db", name); exit != exitRefused || !strings.Contains(said, says) {
			t.Errorf("%s: exit %d, %s", name, exit, said)
		}
		if !bytes.Equal(bytesOf(t, "d.db"), before) {
			t.Errorf("%s: the desk's file is another", name)
		}
		if _, err := os.Stat("d.db-wal"); err == nil {
			t.Errorf("%s: something waits to be written", name)
		}
	}
}

func bytesOf(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name) //nolint:gosec // of the test
	if err != nil {
		t.Fatal(err)
	}
	return b
}
