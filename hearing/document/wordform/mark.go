package wordform

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearingdesk/hearing/document"
)

// A paragraph is a w:p with the text that is its own: that of a box inside it
// belongs to the box's paragraphs.
type paragraph struct {
	part   *part
	node   *node
	number int    // in the part, from 1
	codes  string // of its Word fields, each behind a zero byte

	runes []letter
}

// A letter is one character of a paragraph.
type letter struct {
	in     *node // the w:t; nil: a tab, a break or a picture stands here
	at     int   // offset in the text of the w:t
	r      rune  // as marks are read
	n      int   // length in the text of the w:t
	around bool  // of a block that stands around paragraphs or rows
}

// longest is how many letters a paragraph may have.
const longest = 1 << 20

// A mark is one {{…}}, as somebody typed it into a paragraph.
type mark struct {
	text     string
	word     string // its first word
	par      *paragraph
	from, to int // its letters
	group    *group
	hoisted  bool    // it stands around paragraphs or rows
	split    []*node // what is closed before it and opened again behind it, the innermost first
}

// A group is a block with its marks: the beginning, each else, the end.
type group struct {
	marks []*mark
	top   *node // the nearest element that has all of them
}

// A cut is what is taken out of a w:t, for a mark that begins there or, without
// one, for the rest of it.
type cut struct {
	from, to int // in the text of the w:t
	mark     *mark
}

// read takes the letters of a paragraph, unless it has.
func (p *paragraph) read() {
	if p.runes != nil {
		return
	}
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "t":
				p.letters(k)
			case "pPr", "rPr", "sectPr", "del", "moveFrom", "proofErr", "bookmarkStart", "bookmarkEnd", "fldChar", "instrText", "lastRenderedPageBreak", "softHyphen":
			case "tab", "ptab":
				p.runes = append(p.runes, letter{r: '\t'})
			case "br", "cr":
				p.runes = append(p.runes, letter{r: '\n'})
			case "r", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "ruby", "rubyBase", "dir", "bdo":
				walk(k)
			default:
				if k.thing() {
					p.runes = append(p.runes, letter{r: '\uFFFC'})
				}
			}
		}
	}
	walk(p.node)
}

// thing reports whether an element shows something beside text.
func (n *node) thing() bool {
	switch n.name {
	case "drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference", "pgNum", "?AlternateContent", "?oMath", "?oMathPara", "noBreakHyphen":
		return true
	}
	return false
}

// letters takes the text of a w:t. What an input method or Word's own
// corrections make of braces and spaces is read as what was meant.
func (p *paragraph) letters(t *node) {
	for at, r := range t.text {
		n := utf8.RuneLen(r)
		switch {
		case len(p.runes) > longest:
			return
		case unicode.Is(unicode.Cf, r):
			continue // nobody sees them
		case r == '｛':
			r = '{'
		case r == '｝':
			r = '}'
		case r == '\n', unicode.Is(unicode.Zs, r):
			r = ' '
		}
		p.runes = append(p.runes, letter{t, at, r, n, false})
	}
}

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "＂", `"`)

// marks finds the marks of a paragraph.
func (p *paragraph) marks() ([]*mark, error) {
	p.read()
	if len(p.runes) > longest {
		return nil, p.fault(TooLarge, 0, strconv.Itoa(longest))
	}
	var text strings.Builder
	offsets := make([]int, len(p.runes))
	for i, l := range p.runes {
		offsets[i] = text.Len()
		text.WriteRune(l.r)
	}
	at := func(offset int) int { i, _ := slices.BinarySearch(offsets, offset); return i } // the letter there
	found, open := document.Marks(text.String())
	if open >= 0 {
		return nil, p.fault(OpenMark, at(open), "")
	}
	var out []*mark
	for _, f := range found {
		m := &mark{text: text.String()[f.Start:f.End], word: f.Word, par: p, from: at(f.Start), to: at(f.End)}
		if !strings.Contains(m.text, `"`) {
			m.text = quotes.Replace(m.text)
		}
		for _, l := range p.runes[m.from:m.to] {
			if l.in == nil { // a break or a picture
				return nil, p.fault(OpenMark, m.from, "")
			}
		}
		switch m.word {
		case "break", "continue", "define", "block", "template":
			return nil, p.fault(Unfit, m.from, m.text)
		}
		m.cut()
		out = append(out, m)
	}
	return out, nil
}

// cut takes the mark out of the text; it stands where its first letter was.
func (m *mark) cut() {
	letters := m.par.runes[m.from:m.to]
	for i := 0; i < len(letters); {
		t := letters[i].in
		c := cut{from: letters[i].at}
		if i == 0 {
			c.mark = m
		}
		for ; i < len(letters) && letters[i].in == t; i++ {
			c.to = letters[i].at + letters[i].n
		}
		t.cuts = append(t.cuts, c)
		t.touch()
	}
}

// node is the w:t where the mark stands.
func (m *mark) node() *node { return m.par.runes[m.from].in }

// fault is a fault at a letter of the paragraph.
func (p *paragraph) fault(f Fault, at int, value string) *Error {
	const most = 40
	var b strings.Builder
	for _, l := range p.runes[max(0, min(at, len(p.runes))-most/4):min(len(p.runes), at+most)] {
		b.WriteRune(l.r)
	}
	return &Error{Fault: f, Part: p.part.name, Paragraph: p.number, Text: strings.TrimSpace(b.String()), Value: value}
}

// groups pairs the blocks of a part; each must end where it begins: in the same
// part.
func groups(marks []*mark) ([]*group, error) {
	var all, open []*group
	for _, m := range marks {
		switch m.word {
		case "if", "range", "with":
			m.group = &group{marks: []*mark{m}}
			all, open = append(all, m.group), append(open, m.group)
		case "else", "end":
			if len(open) == 0 {
				return nil, m.par.fault(NoStart, m.from, m.text)
			}
			m.group = open[len(open)-1]
			m.group.marks = append(m.group.marks, m)
			if m.word == "end" {
				open = open[:len(open)-1]
			}
		}
	}
	if len(open) > 0 {
		m := open[len(open)-1].marks[0]
		return nil, m.par.fault(NoEnd, m.from, m.text)
	}
	return all, nil
}
