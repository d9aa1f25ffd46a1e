package pdf

import (
	"fmt"
	"strings"
)

// A Source is another file, a page of which can stand on a page of this one. Its
// objects are copied, each once, as they are.
type Source interface {
	// Object is the object of a number as a PDF has it; data is nil where it has
	// no stream. The names of other objects in it are what at gives for their
	// numbers.
	Object(n int, at func(n int) string) (body string, data []byte)
	// Leaf is page n, counted from 0.
	Leaf(n int, at func(n int) string) Leaf
}

// A Leaf is a page of a source.
type Leaf struct {
	Matrix    [6]float64 // from the page's own measure to points from the lower left corner of what is shown
	Width     float64    // of what is shown, points
	Height    float64
	Contents  []string // names of the streams that draw it, one after another
	After     string   // what is drawn behind them
	Resources string   // what they use
	Group     string   // how its inks are mixed; none is the usual way
}

// A copied is an object of a source that has its number in this file.
type copied struct {
	from Source
	n    int
	to   ref
}

// Leaf puts page n of a source onto this page, its lower left corner at a place in
// mm, in a scale. Nothing else can stand on the page.
func (p *Page) Leaf(src Source, n int, x, y, scale float64) {
	l := src.Leaf(n, p.w.copier(src))
	m := l.Matrix
	p.leaf = &l
	p.add(fmt.Sprintf("q %s 0 0 %[1]s %s %s cm 0 0 %s %s re W n %s %s %s %s %s %s cm", decimals(scale, 6), decimal(x*ptPerMm), decimal(y*ptPerMm),
		decimal(l.Width), decimal(l.Height), decimals(m[0], 6), decimals(m[1], 6), decimals(m[2], 6), decimals(m[3], 6), decimal(m[4]), decimal(m[5])))
}

func decimals(v float64, n int) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.*f", n, v+0), "0"), ".")
}

// copier names the objects of a source by their numbers in this file.
func (w *Writer) copier(src Source) func(n int) string {
	return func(n int) string {
		key := copied{from: src, n: n}
		r, has := w.copies[key]
		if !has {
			if w.copies == nil {
				w.copies = map[copied]ref{}
			}
			r = w.reserve()
			w.copies[key] = r
			w.owed = append(w.owed, copied{src, n, r})
		}
		return r.String()
	}
}

// copyAll writes the objects of sources that were named, and those that they name.
func (w *Writer) copyAll() {
	for len(w.owed) > 0 {
		c := w.owed[0]
		w.owed = w.owed[1:]
		body, data := c.from.Object(c.n, w.copier(c.from))
		if data == nil {
			w.object(c.to, body)
			continue
		}
		w.stream(c.to, strings.TrimSuffix(strings.TrimPrefix(body, "<<"), ">>"), data, false)
	}
}

// endLeaf writes a page that is a page of a source.
func (w *Writer) endLeaf(p *Page) {
	before, after, self := w.reserve(), w.reserve(), w.reserve()
	w.stream(before, "", p.body, false)
	w.stream(after, "", []byte("\n"+p.leaf.After+" Q\n"), false)
	group := ""
	if p.leaf.Group != "" {
		group = "/Group " + p.leaf.Group
	}
	w.object(self, fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %s %s]/Contents[%v %s %v]/Resources %s%s>>",
		pagesRef, decimal(p.width*ptPerMm), decimal(p.height*ptPerMm), before, strings.Join(p.leaf.Contents, " "), after, p.leaf.Resources, group))
	w.pages = append(w.pages, self)
	w.marks = append(w.marks, nil)
	w.copyAll()
}
