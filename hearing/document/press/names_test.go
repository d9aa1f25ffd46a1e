package press_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []document.Item
		mark  string
		want  string
	}{
		{"the session's one copy", []document.Item{{Number: "06", Title: "听证会公告"}}, "", "06-听证会公告.pdf"},
		{"an addressee and a mark", []document.Item{{Number: "07a", Title: "听证会通知书", For: "程桂兰"}}, "2023-06-27-h-e2", "07a-听证会通知书-程桂兰-2023-06-27-h-e2.pdf"},
		{"two of one name", []document.Item{{Number: "07c", Title: "函", For: "王䶮"}, {Number: "07c", Title: "函", For: "王䶮"}}, "", "07c-函-王䶮.pdf 07c-函-王䶮-2.pdf"},
		{"a name that looks like the second", []document.Item{{Number: "07c", Title: "函", For: "A"}, {Number: "07c", Title: "函", For: "A-2"}, {Number: "07c", Title: "函", For: "a"}}, "", "07c-函-A.pdf 07c-函-A-2.pdf 07c-函-a-3.pdf"},
		{"what no file system takes", []document.Item{{Number: "27", Title: "送达回证", For: "../a\\b:c\n\u202e。"}}, "a/b", "27-送达回证-_a_b_c_。-a_b.pdf"},
		{"nothing but dots", []document.Item{{Number: "27", Title: "送达回证", For: " .. "}}, "", "27-送达回证.pdf"},
	} {
		if got := strings.Join(press.Names(c.items, c.mark, press.PDF), " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestMark(t *testing.T) {
	p := worked(t)
	if got := press.Mark(dossier(t, p, "h-e2")); got != "2023-06-27-h-e2" {
		t.Errorf("got %s", got)
	}
	for i := range p.Hearings {
		if p.Hearings[i].ID == "h-e2" {
			p.Hearings[i].ID = "6f1c2a34-0000-4000-8000-000000000000"
		}
	}
	if got := press.Mark(dossier(t, p, "6f1c2a34-0000-4000-8000-000000000000")); got != "2023-06-27-6f1c2a34" {
		t.Errorf("got %s", got)
	}
}

// FuzzNames holds that every name is a file of its own in its own folder, on
// every file system, and begins with the paper's number.
func FuzzNames(f *testing.F) {
	f.Add("听证会通知书", "程桂兰", "h-e2")
	f.Add(strings.Repeat("长", 300), strings.Repeat("𬱖", 300), strings.Repeat("x", 300))
	f.Add("..", "\xff/\x00", "\u202e\u200b")
	f.Fuzz(func(t *testing.T, title, name, mark string) {
		one := document.Item{Number: "07a", Title: title, For: name}
		seen := map[string]bool{}
		for _, n := range press.Names([]document.Item{one, one, {Number: "07a", Title: title, For: name + "-2"}}, mark, press.DOCX) {
			if seen[strings.ToLower(n)] {
				t.Errorf("%q stands twice", n)
			}
			seen[strings.ToLower(n)] = true
			if len(n) > 240 || !utf8.ValidString(n) || !strings.HasPrefix(n, "07a-") || !strings.HasSuffix(n, ".docx") {
				t.Errorf("a bad name: %q", n)
			}
			if i := strings.IndexFunc(n, func(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) }); i >= 0 {
				t.Errorf("%q has a character that no file system takes at %d", n, i)
			}
		}
	})
}
