package layout

import (
	"errors"
	"fmt"
	"image"
	"io"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/pdf"
	"github.com/tdewolff/canvas/renderers/rasterizer"
)

// ErrNoPages says that there is nothing to write.
var ErrNoPages = errors.New("no pages")

// Info is what a PDF says of itself.
type Info struct {
	Title  string
	Author string // the office
}

// WritePDF writes pages as one PDF with the fonts embedded as subsets.
func (t *Typesetter) WritePDF(w io.Writer, info Info, pages ...Page) error {
	if len(pages) == 0 {
		return fmt.Errorf("write PDF: %w", ErrNoPages)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	counted := &counter{w: w}
	out := pdf.New(counted, pages[0].Width, pages[0].Height, &pdf.Options{Compress: true, SubsetFonts: true})
	out.SetInfo(info.Title, "", "", info.Author, "听证台")
	out.SetLang("zh-CN")
	for i, p := range pages {
		if i > 0 {
			out.NewPage(p.Width, p.Height)
		}
		p.draw(out)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	if counted.err != nil {
		return fmt.Errorf("write PDF: %w", counted.err)
	}
	return nil
}

// A counter keeps the first error of a writer: the PDF library drops it.
type counter struct {
	w   io.Writer
	err error
}

func (c *counter) Write(b []byte) (int, error) {
	if c.err != nil {
		return len(b), nil
	}
	_, c.err = c.w.Write(b)
	return len(b), nil
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
