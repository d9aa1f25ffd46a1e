package wordform

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// A node is an element of a part, with where it stands in the part's bytes.
type node struct {
	name                string // of a Word element, without its prefix; another's has ? before it
	start, body         int    // its start tag
	bodyEnd, end        int    // its end tag; of one tag that is both all three are the same
	parent              *node
	kids                []*node
	text                string     // of a w:t
	firstPar, behindPar int        // the paragraphs inside, of the part's
	cuts                []cut      // what is taken out of a w:t
	before, after       []*mark    // blocks that begin or end at it
	touched             bool       // it, or something inside, is not written as it is
	removed             bool       // a row that held nothing but blocks
	par                 *paragraph // of a w:p
}

// A part is one XML part as a tree.
type part struct {
	name   string
	raw    []byte
	root   *node
	prefix string // of Word's elements: w:
	pars   []*paragraph
}

const (
	deepest   = 400
	mostNodes = 600_000
)

// The namespaces of Word's elements, of the usual and of the strict form.
const (
	nsW       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsWStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// outsider are the codes of Word fields that draw something in from outside.
var outsider = regexp.MustCompile(`(?i)(?:^|\x00)\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|DATABASE|IMPORT|RD)\b`)

// grow reads a part as a tree.
func grow(name string, raw []byte) (*part, error) {
	p := &part{name: name, raw: raw}
	d := xml.NewDecoder(bytes.NewReader(raw))
	var open []*node
	count := 0
	for {
		at := int(d.InputOffset())
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &Error{Fault: Broken, Part: name, Err: err}
		}
		switch t := t.(type) {
		case xml.Directive:
			return nil, &Error{Fault: Entities, Part: name}
		case xml.StartElement:
			if count++; count > mostNodes || len(open) == deepest {
				return nil, &Error{Fault: TooLarge, Part: name, Value: strconv.Itoa(mostNodes)}
			}
			if len(open) == 0 && p.root != nil {
				return nil, &Error{Fault: Broken, Part: name, Err: errNoWord}
			}
			n := p.add(open, t)
			n.start, n.body = at, int(d.InputOffset())
			open = append(open, n)
		case xml.EndElement:
			n := open[len(open)-1]
			open = open[:len(open)-1]
			n.bodyEnd, n.end, n.behindPar = at, int(d.InputOffset()), len(p.pars)
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].say(string(t))
			}
		}
	}
	if p.root == nil || strings.HasPrefix(p.root.name, "?") {
		return nil, &Error{Fault: Broken, Part: name, Err: errNoWord}
	}
	p.prefix = prefixOf(raw[p.root.start+1 : p.root.body])
	return p, p.inside()
}

var errNoWord = errors.New("no element of Word")

// prefixOf returns what stands before an element's local name: w:.
func prefixOf(tag []byte) string {
	name := tag[:bytes.IndexFunc(tag, func(r rune) bool { return strings.ContainsRune(" \t\r\n/>", r) })]
	return string(name[:bytes.IndexByte(name, ':')+1])
}

// add hangs an element into the tree.
func (p *part) add(open []*node, t xml.StartElement) *node {
	n := &node{name: t.Name.Local, firstPar: len(p.pars)}
	if t.Name.Space != nsW && t.Name.Space != nsWStrict {
		n.name = "?" + n.name
	}
	if len(open) > 0 {
		n.parent = open[len(open)-1]
		n.parent.kids = append(n.parent.kids, n)
	} else if p.root == nil {
		p.root = n
	}
	switch n.name {
	case "p":
		n.par = &paragraph{part: p, node: n, number: len(p.pars) + 1}
		p.pars = append(p.pars, n.par)
	case "fldChar":
		n.tell("\x00")
	case "fldSimple":
		n.tell("\x00" + attribute(t, "instr") + "\x00")
	}
	return n
}

// say takes the text of an element.
func (n *node) say(s string) {
	switch n.name {
	case "t":
		n.text += s
	case "instrText":
		n.tell(s)
	}
}

// tell notes the code of a Word field with its paragraph.
func (n *node) tell(code string) {
	if p := n.up("p"); p != nil {
		p.par.codes += code
	}
}

// inside refuses the codes of Word fields that draw something in from outside.
func (p *part) inside() error {
	for _, par := range p.pars {
		if outsider.MatchString(par.codes) {
			return &Error{Fault: Elsewhere, Part: p.name, Paragraph: par.number, Value: strings.Trim(par.codes, "\x00 ")}
		}
	}
	return nil
}

// up returns the nearest element of a name that n is in, or nil.
func (n *node) up(name string) *node {
	for n = n.parent; n != nil; n = n.parent {
		if n.name == name {
			return n
		}
	}
	return nil
}

// kid returns the first child of a name, or nil.
func (n *node) kid(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// touch notes that n is not written as it is.
func (n *node) touch() {
	for ; n != nil && !n.touched; n = n.parent {
		n.touched = true
	}
}

// common returns the nearest element that a and b are both in; one of them may
// be in the other.
func common(a, b *node) *node {
	above := map[*node]bool{}
	for ; a != nil; a = a.parent {
		above[a] = true
	}
	for ; b != nil && !above[b]; b = b.parent {
	}
	return b
}

// below returns the child of top that n is in, or nil.
func below(top, n *node) *node {
	for ; n != nil; n = n.parent {
		if n.parent == top {
			return n
		}
	}
	return nil
}
