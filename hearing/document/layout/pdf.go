package layout

import (
	"errors"
	"fmt"
	"image"
	"io"
	"slices"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/rasterizer"

	"hearingdesk/hearing/document/layout/pdf"
)

// ErrNoPages says that there is nothing to write.
var ErrNoPages = errors.New("no pages")

// Info is what a PDF says of itself.
type Info struct {
	Title   string // name of the paper and for whom it is
	Subject string // code by which the desk finds it
	Author  string // the office
}

// A Chapter is one paper of a file.
type Chapter struct {
	Title string // as the outline calls it
	Pages []Page
}

// WritePDF writes papers as one PDF, with the fonts embedded as subsets. Of one
// paper the outline lists the sections, of several the papers and, below each,
// its sections.
func (t *Typesetter) WritePDF(w io.Writer, info Info, papers ...Chapter) error {
	if !slices.ContainsFunc(papers, func(c Chapter) bool { return len(c.Pages) > 0 }) {
		return fmt.Errorf("write PDF: %w", ErrNoPages)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	out := pdf.New(w, pdf.Info{Title: info.Title, Subject: info.Subject, Author: info.Author, Creator: "听证台", Lang: "zh-CN"})
	for _, c := range papers {
		below := 0
		tags := tagger{out.Root().Add("Sect", "", 0), map[*mark]*pdf.Element{}}
		for i, p := range c.Pages {
			page := out.Page(p.Width, p.Height)
			if i == 0 && len(papers) > 1 {
				out.Bookmark(1, c.Title, p.Height)
				below = 1
			}
			if p.leaf != nil {
				p.leaf.print(page)
				continue
			}
			for _, e := range p.lines {
				out.Bookmark(e.level+below, e.title, e.y)
			}
			for _, it := range p.items {
				page.In(tags.element(it.mark))
				it.print(page, p.Height)
			}
		}
	}
	return out.Close()
}

// Raster draws a page as a picture on white, for the preview: the same drawing
// as the PDF's.
func (t *Typesetter) Raster(p Page, dpi float64) *image.RGBA {
	t.mu.Lock()
	defer t.mu.Unlock()
	r := rasterizer.New(p.Width, p.Height, canvas.DPI(dpi), canvas.DefaultColorSpace)
	white := canvas.DefaultStyle
	white.Fill = canvas.Paint{Color: canvas.White}
	r.RenderPath(canvas.Rectangle(p.Width, p.Height), white, canvas.Identity)
	if p.leaf != nil {
		p.leaf.draw(t, r)
	}
	p.draw(r)
	r.Close()
	img, _ := r.Image.(*image.RGBA)
	return img
}

func (p Page) draw(r canvas.Renderer) {
	for _, i := range p.items {
		i.draw(r, p.Height)
	}
}
