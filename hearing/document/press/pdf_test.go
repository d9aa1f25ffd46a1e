package press_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdfread "github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"hearingdesk/hearing/document/press"
)

// valid reads a PDF strictly, with somebody else's library.
func valid(t *testing.T, file []byte) *model.Context {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	c, err := api.ReadAndValidate(bytes.NewReader(file), conf)
	if err != nil {
		t.Fatalf("the PDF is not valid: %v", err)
	}
	return c
}

// TestEveryPDFIsValid reads the PDF of each form, which says what it is and for
// whom, in which language, and by which code it is found.
func TestEveryPDFIsValid(t *testing.T) {
	seen := map[string]bool{}
	for _, session := range []string{"h-e2", "a-e1", "asked"} {
		for _, r := range readings(t, session) {
			if seen[r.Item.Number] {
				continue
			}
			seen[r.Item.Number] = true
			b, err := r.File(press.PDF)
			if err != nil {
				t.Fatal(err)
			}
			c := valid(t, b)
			title := strings.TrimSpace(r.Item.Title + " " + r.Item.For)
			code := fmt.Sprintf("%s/%s/%s", sessionID(t, session), r.Item.Number, r.Item.Key)
			if c.Title != title || c.Subject != code || c.Author != "云岭市澄河区人民检察院" || !c.Tagged {
				t.Errorf("%s %s: titled %q, subject %q, author %q, tagged: %v", r.Item.Number, r.Item.For, c.Title, c.Subject, c.Author, c.Tagged)
			}
			if root, err := c.Catalog(); err != nil || root.StringEntry("Lang") != nil && *root.StringEntry("Lang") != "zh-CN" {
				t.Errorf("%s: %v", r.Item.Number, err)
			}
		}
	}
}

// TestTheOutlineListsPapersAndSections reads the outlines of one paper, of a
// file of several, and of the seat plates.
func TestTheOutlineListsPapersAndSections(t *testing.T) {
	d := variant(t, "h-e2")
	notice, plan, plates := paper(t, d, "07a", "程桂兰"), paper(t, d, "04", ""), paper(t, d, "14", "")
	book, err := press.Book("程桂兰赡养案听证会", notice, plan)
	if err != nil {
		t.Fatal(err)
	}
	if c := valid(t, book); c.Title != "程桂兰赡养案听证会" {
		t.Errorf("the file is titled %q", c.Title)
	}
	for _, k := range []struct {
		name string
		file []byte
		want string
	}{
		{"a notice", file(t, notice), "一、听证事项@1 三、权利和要求@1"},
		{"papers in one file", book, "听证会通知书 程桂兰@1(一、听证事项@1 三、权利和要求@1) 检察听证工作方案@2"},
		{"seat plates", file(t, plates), "韩静@"},
	} {
		marks, err := api.Bookmarks(bytes.NewReader(k.file), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := outline(marks); !strings.Contains(got, k.want) {
			t.Errorf("%s: the outline is %s, want %s in it", k.name, got, k.want)
		}
	}
}

func file(t *testing.T, p press.Paper) []byte {
	t.Helper()
	b, err := p.File(press.PDF)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// outline writes bookmarks as title@page, with those below in brackets.
func outline(marks []pdfread.Bookmark) string {
	var out []string
	for _, m := range marks {
		one := fmt.Sprintf("%s@%d", m.Title, m.PageFrom)
		if len(m.Kids) > 0 {
			one += "(" + outline(m.Kids) + ")"
		}
		out = append(out, one)
	}
	return strings.Join(out, " ")
}

// TestTheTagsTellTheText reads a receipt as a screen reader does: what is a
// heading and what a cell, and nothing of the page's furniture.
func TestTheTagsTellTheText(t *testing.T) {
	got := tool(t, "pdfinfo", "-struct-text", pdf(t, paper(t, variant(t, "h-e2"), "27", "程建军")))
	flat := strings.Join(strings.Fields(got), " ")
	for _, want := range []string{`H1 (block) "送达回证"`, `Table (block) TR TD "案 由" TD "程桂兰赡养纠纷民事公益诉讼案"`, `"拒收事由和见证人签名" TD TR`, `Figure "文书编号"`} {
		if !strings.Contains(flat, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	if strings.Contains(flat, "页") {
		t.Errorf("the page number is read out:\n%s", got)
	}
}

// TestTwoFilesOfOnePaperAreTheSame holds that a file has no clock in it.
func TestTwoFilesOfOnePaperAreTheSame(t *testing.T) {
	p := paper(t, variant(t, "h-e2"), "07a", "程桂兰")
	if !bytes.Equal(file(t, p), file(t, p)) {
		t.Error("two files of one paper differ")
	}
}
