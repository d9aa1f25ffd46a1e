package layout

import (
	"errors"
	"fmt"
	"image"

	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout/pdf"
)

// ErrUndrawn says that a page of a PDF that is printed as it is cannot be drawn
// here: it is more than a picture. A print system that takes PDF prints it.
var ErrUndrawn = errors.New("page of a PDF that is no picture cannot be drawn")

// Sheets are the pages of a file that is printed as it is. They are used by one
// goroutine at a time.
type Sheets interface {
	pdf.Source
	// Size is how large page n, counted from 0, is as it is shown, in mm; ok is
	// false behind the last one.
	Size(n int) (width, height float64, ok bool)
	// Picture is page n where it is nothing but a picture; else nil.
	Picture(n int) image.Image
}

// An Opener opens the file of a hash, see [document.Attached].
type Opener func(hash string) (Sheets, error)

// A leaf is a page of a file that is printed as it is.
type leaf struct {
	sheets     Sheets
	hash       string
	n, of      int
	x, y       float64 // of its lower left corner on the page
	scale      float64
	wide, high float64 // as it is shown, before it is scaled
}

// mostOver is how much larger than A4 a page may be, in mm, and is not made
// smaller: programs round the sheet's size.
const mostOver = 1.0

// onSheet puts a page on a sheet of A4, which stands or lies as the page does: in
// its own size and in the middle; one that is larger is made as small as the
// sheet.
func (l leaf) onSheet() Page {
	p := Page{Width: pageWidth, Height: pageHeight}
	if l.wide > l.high {
		p.Width, p.Height = p.Height, p.Width
	}
	l.scale = 1
	if l.wide > p.Width+mostOver || l.high > p.Height+mostOver {
		l.scale = min(p.Width/l.wide, p.Height/l.high)
	}
	l.x, l.y = (p.Width-l.wide*l.scale)/2, (p.Height-l.high*l.scale)/2
	p.leaf = &l
	return p
}

// leaves are the pages of a file.
func leaves(open Opener, hash string) ([]Page, error) {
	if open == nil {
		return nil, fmt.Errorf("pages of an enclosed file %s: no files", hash)
	}
	file, err := open(hash)
	if err != nil {
		return nil, err
	}
	var out []Page
	for n := 0; ; n++ {
		w, h, ok := file.Size(n)
		if !ok {
			break
		}
		out = append(out, leaf{sheets: file, hash: hash, n: n, wide: w, high: h}.onSheet())
	}
	for i := range out {
		out[i].leaf.of = len(out)
	}
	return out, nil
}

// SetWith sets a document on pages, and behind them those of the files that go
// with it.
func (t *Typesetter) SetWith(doc document.Document, open Opener) ([]Page, error) {
	doc, files := doc.Apart()
	var out []Page
	if len(doc.Blocks) > 0 || len(files) == 0 {
		pages, err := t.Set(doc)
		if err != nil {
			return nil, err
		}
		out = pages
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, f := range files {
		pages, err := leaves(open, f.Hash)
		if err != nil {
			return nil, fmt.Errorf("set %s: %w", doc.Title, err)
		}
		out = append(out, pages...)
	}
	return out, nil
}

// print copies the page into a PDF.
func (l *leaf) print(p *pdf.Page) { p.Leaf(l.sheets, l.n, l.x, l.y, l.scale) }

// draw draws the page where it is a picture; else a frame that says which page of
// a PDF it is.
func (l *leaf) draw(t *Typesetter, r canvas.Renderer) {
	if img := l.sheets.Picture(l.n); img != nil {
		size := img.Bounds()
		r.RenderImage(img, canvas.Identity.Translate(l.x, l.y).Scale(l.wide*l.scale/float64(size.Dx()), l.high*l.scale/float64(size.Dy())))
		return
	}
	grey := canvas.Paint{Color: canvas.Hex("#888888")}
	style := canvas.DefaultStyle
	style.Fill, style.Stroke, style.StrokeWidth, style.Dashes = canvas.Paint{}, grey, 0.4, dashes
	r.RenderPath(canvas.Rectangle(l.wide*l.scale-10, l.high*l.scale-10), style, canvas.Identity.Translate(l.x+5, l.y+5))
	font, err := t.face(document.Hei)
	if err != nil {
		return
	}
	text := canvas.NewTextLine(font.Face(36, grey), fmt.Sprintf("PDF  %d / %d", l.n+1, l.of), canvas.Center)
	r.RenderText(text, canvas.Identity.Translate(l.x+l.wide*l.scale/2, l.y+l.high*l.scale/2))
}

// Drawable reports whether the picture of the page is what is printed. Of a page
// of a PDF of somebody else, text and lines are not drawn.
func (p Page) Drawable() bool { return p.leaf == nil || p.leaf.sheets.Picture(p.leaf.n) != nil }
