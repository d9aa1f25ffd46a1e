package scanning

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"

	"hearingdesk/hearing/document/layout/pdf"
)

// asJPEG is a JPEG whose colours a PDF shows as they are; nil of others.
func asJPEG(media string, data []byte) []byte {
	if media != JPEG {
		return nil
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.ColorModel != color.YCbCrModel && c.ColorModel != color.GrayModel {
		return nil
	}
	return data
}

// A photo is a picture as one page.
type photo struct {
	img  image.Image
	jpeg []byte // its file, where that can stand in a PDF
}

// How a picture stands on its sheet, in millimetres.
const (
	sheetShort = 210.0
	sheetLong  = 297.0
	photoEdge  = 10.0 // printers leave so much white
	photoDots  = 96.0 // an inch, at least: a small picture is not blown up
)

// Size is as large as the sheet allows. A picture that has the shape of the sheet
// is a scan of one, and fills it; any other keeps an edge.
func (p *photo) Size(n int) (width, height float64, ok bool) {
	size := p.img.Bounds()
	w, h := float64(size.Dx()), float64(size.Dy())
	across, down := sheetShort, sheetLong
	if w > h {
		across, down = down, across
	}
	if shape := (w / h) / (across / down); shape < 0.97 || shape > 1.03 {
		across, down = across-2*photoEdge, down-2*photoEdge
	}
	s := min(across/w, down/h, 25.4/photoDots)
	return w * s, h * s, n == 0
}

// Picture is the picture.
func (p *photo) Picture(int) image.Image { return p.img }

const ptPerMm = 72 / 25.4

// Leaf draws the picture.
func (p *photo) Leaf(_ int, at func(int) string) pdf.Leaf {
	w, h, _ := p.Size(0)
	w, h = w*ptPerMm, h*ptPerMm
	return pdf.Leaf{Matrix: [6]float64{w, 0, 0, h, 0, 0}, Width: w, Height: h, After: "/Picture Do", Resources: "<</XObject<</Picture " + at(1) + ">>>>"}
}

// Object is the picture: a JPEG as it came, any other with its colours as they are,
// made no finer than a printer prints.
func (p *photo) Object(int, func(int) string) (string, []byte) {
	if p.jpeg != nil {
		space := "/DeviceRGB"
		if _, grey := p.img.(*image.Gray); grey {
			space = "/DeviceGray"
		}
		return pictureDict(p.img.Bounds(), space, "/DCTDecode"), p.jpeg
	}
	const fine = 3508 // dots of a sheet's long side at 300 an inch
	img := reduced(p.img, fine, fine)
	size := img.Bounds()
	data := make([]byte, 0, 3*size.Dx()*size.Dy())
	for i := 0; i < len(img.Pix); i += 4 {
		data = append(data, img.Pix[i:i+3]...)
	}
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return pictureDict(size, "/DeviceRGB", "/FlateDecode"), b.Bytes()
}

func pictureDict(size image.Rectangle, space, filter string) string {
	return fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8/Filter%s>>", size.Dx(), size.Dy(), space, filter)
}
