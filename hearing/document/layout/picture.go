package layout

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // what a picture may be
	_ "image/png"

	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout/pdf"
)

// ErrPicture says that a picture cannot be printed: it is damaged, of another
// kind than PNG and JPEG, or larger than [mostPixels].
var ErrPicture = errors.New("picture cannot be printed")

// mostPixels is a page at 600 dots an inch: a small file can claim any size.
const mostPixels = 36_000_000

// A raster is a picture on a page, with its size in mm.
type raster struct {
	data          []byte
	image         *image.RGBA // on white
	width, height float64
}

// newRaster reads a picture.
func newRaster(data []byte) (*raster, error) {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err == nil && (c.Width < 1 || c.Height < 1 || c.Width*c.Height > mostPixels) {
		err = fmt.Errorf("%d × %d", c.Width, c.Height)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	white := image.NewRGBA(image.Rect(0, 0, c.Width, c.Height))
	draw.Draw(white, white.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(white, white.Bounds(), img, img.Bounds().Min, draw.Over)
	return &raster{data: data, image: white}, nil
}

// picture sets a picture as wide as the text; one that would be higher than a
// page is made as high as one.
func (s *setting) picture(v document.Picture) error {
	const under = 4.0 // mm, above and below
	r, err := newRaster(v.Data)
	if err != nil {
		return err
	}
	size := r.image.Bounds()
	r.width, r.height = s.width, s.width*float64(size.Dy())/float64(size.Dx())
	if most := textHeight - 2*under - 20; r.height > most { // a title stands above
		r.width, r.height = r.width*most/r.height, most
	}
	s.add(strip{height: r.height + 2*under, items: []item{{x: (s.width - r.width) / 2, y: under, raster: r, mark: s.mark}}})
	return nil
}

// matrix places the picture, one millimetre a dot, on a page of a height.
func (i item) matrix(height float64) canvas.Matrix {
	size := i.raster.image.Bounds()
	return canvas.Identity.Translate(i.x, height-i.y-i.raster.height).Scale(i.raster.width/float64(size.Dx()), i.raster.height/float64(size.Dy()))
}

// print writes the picture on a page of a PDF.
func (r *raster) print(p *pdf.Page, x, y float64) { p.Image(r.image, x, y, r.width, r.height) }
