package press_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
)

// A borne paper is one under a load, with its pages as they were measured.
type borne struct {
	press.Paper
	doc    document.Document
	sheets []sheet
	text   string
}

// TestPapersBearMuch makes every paper of the catalogue under every load, and
// holds of each what makes it fit to be signed: all of it stands within the page
// and nothing on anything else, nothing is lost, no seal and no signature stands
// on a page without text.
func TestPapersBearMuch(t *testing.T) {
	for _, l := range burdens {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			for _, b := range under(t, l) {
				b.fits(t)
				b.loses(t)
				b.widows(t)
			}
		})
	}
}

// under makes one paper of each form under a load, and measures them all in one
// file.
func under(t *testing.T, l burden) []borne {
	t.Helper()
	var out []borne
	made := map[string]bool{}
	for _, d := range full(t, l.on) {
		for _, it := range heaviest(thePress().Plan(d)) {
			if made[it.Number] {
				continue
			}
			made[it.Number] = true
			out = append(out, bear(t, d, it))
		}
	}
	for _, number := range thePress().Numbers() {
		if !made[number] {
			t.Errorf("no session of full has paper %s: let something happen there that needs it", number)
		}
	}
	measureAll(t, l.name, out)
	return out
}

// heaviest puts of each form the paper with the longest addressee first.
func heaviest(items []document.Item) []document.Item {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b document.Item) int { return len(b.For) - len(a.For) })
	return items
}

func bear(t *testing.T, d hearing.Dossier, it document.Item) borne {
	t.Helper()
	p, err := thePress().Make(d, it, today)
	if err != nil {
		t.Fatalf("%s %s: %v", it.Number, it.For, err)
	}
	doc, err := thePress().Forms().Compose(d, it, today)
	if err != nil {
		t.Fatal(err)
	}
	return borne{Paper: p, doc: doc}
}

// measureAll writes papers into one file, and gives each its pages and its text.
func measureAll(t *testing.T, name string, all []borne) {
	t.Helper()
	var papers []press.Paper
	for _, b := range all {
		papers = append(papers, b.Paper)
	}
	text, err := press.Book(name, papers...)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if keep := os.Getenv("PAPERS"); keep != "" { // to look at them
		folder = keep
	}
	file := filepath.Join(folder, strings.ReplaceAll(name, " ", "-")+".pdf")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	pages := sheets(t, file)
	at := 0
	for i := range all {
		n := len(all[i].Pages)
		all[i].sheets = pages[at : at+n]
		for _, p := range all[i].sheets {
			all[i].text += p.text()
		}
		at += n
	}
}

// free reports whether the paper has measures of its own: plates, labels, what
// shows in a window.
func (b borne) free() bool {
	return slices.ContainsFunc(b.doc.Blocks, func(x document.Block) bool {
		switch x.(type) {
		case document.Plate, document.Label, document.Address:
			return true
		}
		return false
	})
}

// fits holds that no text leaves its room, that none stands on other text, and
// that no line begins with a closing mark.
func (b borne) fits(t *testing.T) {
	for i, p := range b.sheets {
		w := slices.DeleteFunc(p.outside(b.free()), func(w piece) bool { // a letter's head begins above the text
			return i == 0 && w.top < p.area().top && b.doc.Head.Kind == document.HeadLetter && strings.Contains(b.doc.Head.Mark, w.text)
		})
		if len(w) > 0 {
			t.Errorf("%s page %d of %d: %d words leave the page, the first %v", b.Item.Number, i+1, len(b.sheets), len(w), w[0])
		}
		if w := p.overlapping(); len(w) > 0 && !b.free() { // their type is taller than its line
			t.Errorf("%s page %d of %d: %d words stand on others, the first %v on %v", b.Item.Number, i+1, len(b.sheets), len(w), w[0][0], w[0][1])
		}
		for _, w := range p.words {
			if w.left < p.area().left+0.2 && strings.ContainsAny(first(w.text), "，。、；：？！）》〉】〕”’") {
				t.Errorf("%s page %d: a line begins with %v", b.Item.Number, i+1, w)
			}
		}
	}
}

// loses holds that every value which the paper took from the facts is on it,
// and every other text of it.
func (b borne) loses(t *testing.T) {
	told := map[string]bool{}
	for _, s := range saidBy(b.doc) {
		if s = joined(s); s == "" || told[s] || strings.Contains(b.text, s) {
			continue
		}
		told[s] = true
		if plain := pageEnd.ReplaceAllString(b.text, ""); !strings.Contains(plain, s) && !b.free() && (len(b.sheets) == 1 || !follows(plain, s)) {
			t.Errorf("%s: %q is not on it", b.Item.Number, s)
		}
	}
}

// follows reports whether a text stands on it in order, among the lines of
// the cells beside it: a row that goes on on another page is read across.
func follows(all, s string) bool {
	rest := []rune(s)
	for _, r := range all {
		if len(rest) > 0 && r == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

// saidBy lists the texts of a document, each in one piece as its lines are.
func saidBy(d document.Document) (out []string) {
	line := func(p document.Paragraph) {
		for _, r := range p.Runs {
			if r.Blank == 0 && !r.Box {
				out = append(out, r.Text)
			}
		}
	}
	for _, x := range d.Blocks {
		switch v := x.(type) {
		case document.Paragraph:
			line(v)
		case document.Heading:
			out = append(out, v.Text)
		case document.Title:
			out = append(out, v.Text)
		case document.Signature:
			out = append(out, v.Office, v.Date)
		case document.Table:
			for _, r := range v.Rows {
				for _, c := range r.Cells {
					for _, p := range c.Lines {
						if !r.Spare {
							line(p)
						}
					}
				}
			}
		}
	}
	return out
}

// byHand is what somebody signs.
var byHand = regexp.MustCompile(`签名|签字|年月日|检察官|公证员`)

var signedOn = regexp.MustCompile(`^\d{4}年\d{1,2}月\d{1,2}日$`)

// widows holds that a page bears more than the end of what the one before it
// bears: the date under a signature has two lines of text above it.
func (b borne) widows(t *testing.T) {
	if b.free() || len(b.sheets) == 1 {
		return
	}
	for i, p := range b.sheets {
		lines := p.lines()
		if len(lines) < 2 || len(lines) == 2 && byHand.MatchString(strings.Join(lines, "")) {
			t.Errorf("%s page %d of %d bears only\n%s", b.Item.Number, i+1, len(b.sheets), strings.Join(lines, "\n"))
		}
		for k, l := range lines {
			if signedOn.MatchString(l) && k < 3 && b.doc.Style == document.Letter {
				t.Errorf("%s page %d of %d: the seal has only this text above it\n%s", b.Item.Number, i+1, len(b.sheets), strings.Join(lines[:k], "\n"))
			}
		}
	}
}
