package wordform

import (
	"bytes"
	"encoding/xml"
	"slices"
)

// A layout is a piece of a part between two marks.
type layout struct {
	part      string
	prefix    string // of Word's elements there: w:
	raw       []byte
	droppable bool // a paragraph begins that is left out when nothing comes of it
}

// A cutter cuts parts into pieces: of the layout, and marks.
type cutter struct {
	pieces  []string       // as document.Stencil reads them: a mark, or empty
	layouts map[int]layout // of the pieces that are empty
	marks   map[int]*mark
	part    *part
	raw     bytes.Buffer // of the piece that is being cut
	drop    bool         // it begins with a droppable paragraph
	open    []*group
}

// add cuts one part.
func (c *cutter) add(p *part) error {
	c.part = p
	c.raw.Write(p.raw[:p.root.start])
	if err := c.node(p.root); err != nil {
		return err
	}
	c.raw.Write(p.raw[p.root.end:])
	c.flush()
	return nil
}

// flush ends a piece of the layout.
func (c *cutter) flush() {
	if c.raw.Len() > 0 {
		c.layouts[len(c.pieces)] = layout{c.part.name, c.part.prefix, slices.Clone(c.raw.Bytes()), c.drop}
		c.pieces = append(c.pieces, "")
	}
	c.raw.Reset()
	c.drop = false
}

// mark takes a mark. Blocks must lie within each other; those that stand around
// rows and paragraphs have been moved, so this is the place to see it.
func (c *cutter) mark(m *mark) error {
	c.flush()
	switch {
	case m.group == nil:
	case m == m.group.marks[0]:
		c.open = append(c.open, m.group)
	case len(c.open) == 0 || c.open[len(c.open)-1] != m.group:
		return m.par.fault(Crossed, m.from, m.text)
	case m.word == "end":
		c.open = c.open[:len(c.open)-1]
	}
	c.marks[len(c.pieces)] = m
	c.pieces = append(c.pieces, m.text)
	return nil
}

func (c *cutter) all(marks []*mark) error {
	for _, m := range marks {
		if err := c.mark(m); err != nil {
			return err
		}
	}
	return nil
}

// node cuts an element and the blocks around it.
func (c *cutter) node(n *node) error {
	if !n.touched {
		c.raw.Write(c.part.raw[n.start:n.end])
		return nil
	}
	if err := c.all(n.before); err != nil {
		return err
	}
	if !n.removed {
		if n.name == "p" {
			c.flush()
			c.drop = true
		}
		if err := c.inner(n); err != nil {
			return err
		}
	}
	return c.all(n.after)
}

func (c *cutter) inner(n *node) error {
	if len(n.cuts) > 0 {
		return c.text(n)
	}
	at := n.start
	for _, k := range n.kids {
		c.raw.Write(c.part.raw[at:k.start])
		if err := c.node(k); err != nil {
			return err
		}
		at = k.end
	}
	c.raw.Write(c.part.raw[at:n.end])
	return nil
}

// text cuts a w:t at its marks.
func (c *cutter) text(t *node) error {
	prefix := prefixOf(c.part.raw[t.start+1 : t.body])
	begin, end := "<"+prefix+`t xml:space="preserve">`, "</"+prefix+"t>"
	c.raw.WriteString(begin)
	at := 0
	for _, k := range t.cuts {
		escape(&c.raw, t.text[at:k.from])
		at = k.to
		if k.mark == nil || k.mark.hoisted {
			continue
		}
		for i, n := range k.mark.split {
			if i == 0 {
				c.raw.WriteString(end)
			} else {
				c.raw.Write(c.part.raw[n.bodyEnd:n.end])
			}
		}
		if err := c.mark(k.mark); err != nil {
			return err
		}
		for i, n := range slices.Backward(k.mark.split) {
			if i == 0 {
				c.raw.WriteString(begin)
				continue
			}
			c.raw.Write(c.part.raw[n.start:n.body])
			if form := n.kid("rPr"); form != nil {
				c.raw.Write(c.part.raw[form.start:form.end])
			}
		}
	}
	escape(&c.raw, t.text[at:])
	c.raw.WriteString(end)
	return nil
}

// escape writes text as XML; what XML cannot hold becomes U+FFFD.
func escape(b *bytes.Buffer, text string) {
	if err := xml.EscapeText(b, []byte(text)); err != nil {
		panic(err) // a buffer takes everything
	}
}
