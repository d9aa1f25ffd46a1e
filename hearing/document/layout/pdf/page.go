package pdf

import (
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/text"
)

const ptPerMm = 72 / 25.4

// A Page is the page that is being written.
type Page struct {
	w             *Writer
	width, height float64
	body          []byte
	marks         []*Element
	fonts         map[string]ref
	images        map[string]ref
	ink           color.RGBA
	now           *Element // the element of what was written last
	open          bool     // its marked piece is still open
	leaf          *Leaf    // page of another file that it is
}

// Page ends the page before and begins one of a size.
func (w *Writer) Page(width, height float64) *Page {
	w.endPage()
	w.page = &Page{w: w, width: width, height: height, fonts: map[string]ref{}, ink: color.RGBA{A: 255}}
	return w.page
}

// endPage writes the page that is open.
func (w *Writer) endPage() {
	p := w.page
	if p == nil {
		return
	}
	w.page = nil
	p.endPiece()
	if p.leaf != nil {
		w.endLeaf(p)
		return
	}
	body, self := w.reserve(), w.reserve()
	w.stream(body, "", p.body, true)
	fonts := ""
	for _, name := range slices.Sorted(maps.Keys(p.fonts)) {
		fonts += "/" + name + " " + p.fonts[name].String()
	}
	images := ""
	for _, name := range slices.Sorted(maps.Keys(p.images)) {
		images += "/" + name + " " + p.images[name].String()
	}
	w.object(self, fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %s %s]/Contents %v/Resources<</Font<<%s>>/XObject<<%s>>>>/StructParents %d/Tabs/S>>",
		pagesRef, decimal(p.width*ptPerMm), decimal(p.height*ptPerMm), body, fonts, images, len(w.pages)))
	w.pages = append(w.pages, self)
	w.marks = append(w.marks, p.marks)
}

// In says to which element the following belongs; none is a decoration, which
// a screen reader passes over.
func (p *Page) In(e *Element) {
	if p.open && p.now == e {
		return
	}
	p.endPiece()
	p.now, p.open = e, true
	if e == nil {
		p.add("/Artifact BMC")
		return
	}
	p.add("/" + e.tag + "<</MCID " + strconv.Itoa(len(p.marks)) + ">>BDC")
	e.kids = append(e.kids, kid{page: len(p.w.pages), mark: len(p.marks)})
	p.marks = append(p.marks, e)
}

func (p *Page) endPiece() {
	if p.open {
		p.add("EMC")
	}
	p.open = false
}

func (p *Page) add(s string) { p.body = append(append(p.body, s...), '\n') }

// Ink says in which colour text and paths are drawn from here on. A page begins in
// black.
func (p *Page) Ink(c color.RGBA) {
	if p.ink == c {
		return
	}
	p.ink = c
	var b []byte
	for _, operator := range []string{"rg ", "RG"} {
		for _, v := range []uint8{c.R, c.G, c.B} {
			b = append(number(b, float64(v)/255), ' ')
		}
		b = append(b, operator...)
	}
	p.add(string(b))
}

// Text writes glyphs of a font from a point, at a size in mm. Their advances
// are in the font's units.
func (p *Page) Text(f *canvas.Font, size float64, at canvas.Matrix, glyphs []text.Glyph) {
	if len(glyphs) == 0 {
		return
	}
	set := p.w.embed(f)
	p.fonts[set.name] = set.ref
	b := append(p.body, "BT/"+set.name+" "...)
	b = append(number(b, size*ptPerMm), " Tf "...)
	for _, v := range []float64{at[0][0], at[1][0], at[0][1], at[1][1], at[0][2] * ptPerMm, at[1][2] * ptPerMm} {
		b = append(number(b, v), ' ')
	}
	b = append(b, "Tm["...)
	inside, owed := false, 0.0
	for i, g := range glyphs {
		if !inside {
			b, inside = append(b, '<'), true
		}
		b = hex4(b, set.cid(g.ID, g.Text))
		if i == len(glyphs)-1 {
			break
		}
		// What is lost by rounding to whole thousandths is made up at the next.
		owed += float64(g.XAdvance-int32(f.GlyphAdvance(g.ID))) * 1000 / float64(f.Head.UnitsPerEm)
		if move := math.Round(owed); move != 0 {
			b = strconv.AppendInt(append(b, '>'), -int64(move), 10)
			inside, owed = false, owed-move
		}
	}
	if inside {
		b = append(b, '>')
	}
	p.body = append(b, "]TJ ET\n"...)
}

// Path fills a path, or strokes it with a width in mm; curves become
// straight lines.
func (p *Page) Path(path *canvas.Path, at canvas.Matrix, width float64, dash []float64) {
	b := p.body
	if width > 0 {
		b = append(number(b, width*ptPerMm), " w["...)
		for _, d := range dash {
			b = append(number(b, d*ptPerMm), ' ')
		}
		b = append(b, "]0 d "...)
	}
	for s := path.Flatten(0.01).Scanner(); s.Scan(); {
		if s.Cmd() == canvas.CloseCmd {
			b = append(b, "h "...)
			continue
		}
		end := at.Dot(s.End())
		b = append(number(b, end.X*ptPerMm), ' ')
		b = append(number(b, end.Y*ptPerMm), map[bool]string{true: " m ", false: " l "}[s.Cmd() == canvas.MoveToCmd]...)
	}
	p.body = append(b, map[bool]string{true: "S\n", false: "f\n"}[width > 0]...)
}

// number appends a number with up to three decimals, a thousandth of a point.
func number(b []byte, v float64) []byte {
	v = math.Round(v*1000) / 1000
	return strconv.AppendFloat(b, v+0, 'f', -1, 64)
}

func decimal(v float64) string { return string(number(nil, v)) }

const digits = "0123456789ABCDEF"

func hex4(b []byte, v uint16) []byte {
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
