package layout

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/tdewolff/canvas"
	"rsc.io/qr"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout/pdf"
)

// An item is one thing drawn on a page: a text at its baseline, or a path.
type item struct {
	x, y  float64 // from the upper left of whatever holds the item
	text  *canvas.Text
	path  *canvas.Path // y points down
	code  *qr.Code     // drawn as a path
	width float64      // of the stroke in mm; 0 fills the path
	dash  bool
	turn  bool  // upside down
	red   bool  // not black
	mark  *mark // what it says; nil is a decoration

	raster *raster // a picture instead of a text or a path; it is never turned
}

func (i item) moved(dx, dy float64) item {
	i.x += dx
	i.y += dy
	return i
}

// turned stands the item on its head, within an area of a width and a height.
func (i item) turned(width, height float64) item {
	i.x, i.y, i.turn = width-i.x, height-i.y, true
	return i
}

// at is where the item stands on a page of a height.
func (i item) at(height float64) canvas.Matrix {
	at := canvas.Identity.Translate(i.x, height-i.y)
	if i.turn {
		at = at.Rotate(180)
	}
	return at
}

// dashes are the lengths of a dashed stroke and its gaps.
var dashes = []float64{1.5, 1.5}

// print writes the item on a page of a PDF.
func (i item) print(p *pdf.Page, height float64) {
	at := i.at(height)
	p.Ink(i.paint())
	switch {
	case i.raster != nil:
		i.raster.print(p, i.x, height-i.y-i.raster.height)
	case i.text != nil:
		i.text.WalkSpans(func(x, y float64, s canvas.TextSpan) {
			p.Text(s.Face.Font, s.Face.Size, at.Translate(x, y), s.Glyphs)
		})
	case i.dash:
		p.Path(i.shape(), at.Scale(1, -1), i.width, dashes)
	default:
		p.Path(i.shape(), at.Scale(1, -1), i.width, nil)
	}
}

// draw draws the item on a picture of a page of a height.
func (i item) draw(r canvas.Renderer, height float64) {
	if i.raster != nil {
		r.RenderImage(i.raster.image, i.matrix(height))
		return
	}
	at := i.at(height)
	if i.text != nil {
		r.RenderText(i.text, at)
		return
	}
	style := canvas.DefaultStyle
	if i.width > 0 {
		style.Fill = canvas.Paint{}
		style.Stroke = canvas.Paint{Color: i.paint()}
		style.StrokeWidth = i.width
		if i.dash {
			style.Dashes = dashes
		}
	}
	r.RenderPath(i.shape(), style, at.Scale(1, -1))
}

// rule is a straight stroke.
func rule(x1, y1, x2, y2, width float64) item {
	p := &canvas.Path{}
	p.MoveTo(x1, y1)
	p.LineTo(x2, y2)
	return item{path: p, width: width}
}

// A textKey finds a line of text that was shaped before: notices to forty
// people are the same but for a name.
type textKey struct {
	font     *canvas.Font
	size     float64
	text     string
	advances string
	red      bool
}

// texts draws a line's atoms: one text object for each stretch of one font, so
// that a reader of the PDF finds whole words.
func (t *Typesetter) lineItems(l line, baseline float64) []item {
	var out []item
	for i := 0; i < len(l.atoms); {
		a := l.atoms[i]
		j := i + 1
		for j < len(l.atoms) && l.atoms[j].font == a.font && l.atoms[j].size == a.size && l.atoms[j].blank == a.blank && l.atoms[j].under == a.under && l.atoms[j].gone == a.gone && a.ink == nil && l.atoms[j].ink == nil {
			j++
		}
		end := l.x[j-1] + l.atoms[j-1].width
		switch {
		case a.ink != nil:
			out = append(out, drawn(a.ink, l.x[i], baseline-0.36*a.size*mmPerPt-document.InkHigh/2))
		case a.blank:
			out = append(out, rule(l.x[i], baseline+0.9, end, baseline+0.9, 0.2))
		default:
			out = append(out, t.stretchItems(l, i, j, baseline)...)
			if a.under {
				out = append(out, rule(l.x[i], baseline+0.9, end, baseline+0.9, 0.2))
			}
			if a.gone {
				middle := baseline - 0.36*a.size*mmPerPt
				out = append(out, rule(l.x[i], middle, end, middle, 0.3))
			}
		}
		i = j
	}
	for i, a := range l.atoms {
		if a.tick {
			out = append(out, frame(l.x[i], baseline, a.width))
		}
	}
	return out
}

// stretchItems shapes the atoms [i, j) of one font. The shaper may divide them
// by script; each piece becomes an item of its own at its own place.
func (t *Typesetter) stretchItems(l line, i, j int, baseline float64) []item {
	if len(t.texts) > 20000 {
		clear(t.texts)
	}
	like := item{red: l.atoms[i].red}
	face := l.atoms[i].font.Face(l.atoms[i].size, like.paint())
	var out []item
	for i < j {
		text, key := t.key(l, i, j, face)
		shaped := t.texts[key]
		n := j - i
		if shaped == nil {
			shaped, n = shape(l, i, j, text, face)
			if n < j-i { // divided: remember each piece under its own key
				_, key = t.key(l, i, i+n, face)
			}
			t.texts[key] = shaped
		}
		out = append(out, item{x: l.x[i], y: baseline, text: shaped, red: like.red})
		i += n
	}
	return out
}

func (t *Typesetter) key(l line, i, j int, face *canvas.FontFace) (string, textKey) {
	var b strings.Builder
	var adv []byte
	for k := i; k < j; k++ {
		b.WriteRune(l.atoms[k].r)
		adv = binary.AppendVarint(adv, int64(units(l, k, i, face)))
	}
	return b.String(), textKey{face.Font, face.Size, b.String(), string(adv), l.atoms[i].red}
}

// units is where atom k stands in the font's units, counted from atom i.
func units(l line, k, i int, face *canvas.FontFace) int32 {
	return int32(math.Round((l.x[k] - l.x[i]) / face.MmPerEm))
}

// shape shapes as many of the atoms [i, j) as make one span, and gives each
// glyph the advance that its place in the line asks for.
func shape(l line, i, j int, text string, face *canvas.FontFace) (*canvas.Text, int) {
	shaped := canvas.NewTextLine(face, text, canvas.Left)
	spans, first := 0, ""
	shaped.WalkSpans(func(_, _ float64, s canvas.TextSpan) {
		if spans == 0 {
			first = s.Text
		}
		spans++
	})
	if n := len([]rune(first)); spans > 1 && n > 0 && n < j-i {
		return shape(l, i, i+n, first, face)
	}
	shaped.WalkSpans(func(_, _ float64, s canvas.TextSpan) {
		if len(s.Glyphs) != j-i {
			return // the font joins characters: leave them as it sets them
		}
		for g := range s.Glyphs[:j-i-1] {
			s.Glyphs[g].XAdvance = units(l, i+g+1, i, face) - units(l, i+g, i, face)
		}
	})
	return shaped, j - i
}

// frame is the box around a tick.
func frame(x, baseline, width float64) item {
	side := 0.92 * width
	p := canvas.Rectangle(side, -side).Translate(x+(width-side)/2, baseline+0.10*width)
	return item{path: p, width: 0.2}
}

// drawn is a signature with its upper left at a point.
func drawn(ink *document.Ink, x, y float64) item {
	p := &canvas.Path{}
	for _, line := range ink.Lines() {
		for k, at := range line {
			if k == 0 {
				p.MoveTo(x+at[0], y+at[1])
				continue
			}
			p.LineTo(x+at[0], y+at[1])
		}
	}
	return item{path: p, width: document.InkPen}
}
