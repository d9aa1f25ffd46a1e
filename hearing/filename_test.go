package hearing_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hearingdesk/hearing"
)

func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"07a-听证通知书.docx": "07a-听证通知书.docx", "../../.bashrc": "_.bashrc", `..\..\Startup\x.bat`: "x.bat", "/etc/passwd": "passwd", "C:evil.exe": "C_evil.exe",
		"CON": "_CON", "con.docx": "_con.docx", "aux .txt": "_aux.txt", "LPT1.pdf": "_LPT1.pdf", "COM10.pdf": "COM10.pdf", "COM¹": "_COM¹", "console.txt": "console.txt",
		"": "_", "..": "_", ". .": "_", "a\x00b\u202etxt.exe": "a_btxt.exe", "附件 1.pdf ": "附件 1.pdf", strings.Repeat("长", 300) + ".pdf": strings.Repeat("长", 78) + ".pdf",
	} {
		if got := hearing.FileName(name); got != want {
			t.Errorf("%q is called %q, want %q", name, got, want)
		}
	}
}

// FuzzFileName holds that a name stays in its folder on every file system.
func FuzzFileName(f *testing.F) {
	f.Add("../x.docx")
	f.Add("NUL.tar.gz")
	f.Add("\xff\\..\\")
	f.Fuzz(func(t *testing.T, s string) {
		name := hearing.FileName(s)
		if name == "" || name == "." || name == ".." || len(name) > 255 || !utf8.ValidString(name) || filepath.Base(name) != name || strings.TrimRight(name, ". ") != name {
			t.Errorf("a bad name: %q", name)
		}
		if i := strings.IndexFunc(name, func(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) }); i >= 0 {
			t.Errorf("%q has a character that no file system takes at %d", name, i)
		}
	})
}

// FuzzReadPaperCode reads whatever a hand scanner types: a code that is read comes back as
// it was.
func FuzzReadPaperCode(f *testing.F) {
	f.Add("h-e2/07c/h-e2-p1")
	f.Add("h-e2/07c/")
	f.Add("///")
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := hearing.ReadPaperCode(s)
		if !ok {
			return
		}
		if again, ok := hearing.ReadPaperCode(c.String()); !ok || again != c {
			t.Errorf("%q is %+v, and then %+v", s, c, again)
		}
	})
}
