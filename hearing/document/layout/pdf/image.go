package pdf

import (
	"fmt"
	"image"
)

// Image writes a picture without transparency into a field, in mm from the page's
// foot. Its colours are kept as they are, without a loss.
func (p *Page) Image(img *image.RGBA, x, y, width, height float64) {
	size := img.Bounds()
	data := make([]byte, 0, 3*size.Dx()*size.Dy())
	for i := 0; i < len(img.Pix); i += 4 {
		data = append(data, img.Pix[i:i+3]...)
	}
	self := p.w.reserve()
	p.w.stream(self, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8", size.Dx(), size.Dy()), data, true)
	name := fmt.Sprintf("I%d", int(self))
	if p.images == nil {
		p.images = map[string]ref{}
	}
	p.images[name] = self
	p.add(fmt.Sprintf("q %s 0 0 %s %s %s cm /%s Do Q", decimal(width*ptPerMm), decimal(height*ptPerMm), decimal(x*ptPerMm), decimal(y*ptPerMm), name))
}
