package pdf

import (
	"fmt"
	"image"
)

// Image writes a picture into a field, in mm from the page's foot. Its colours
// are kept as they are, without a loss.
func (p *Page) Image(img image.Image, x, y, width, height float64) {
	size := img.Bounds()
	data := make([]byte, 0, 3*size.Dx()*size.Dy())
	for row := size.Min.Y; row < size.Max.Y; row++ {
		for col := size.Min.X; col < size.Max.X; col++ {
			r, g, b, _ := img.At(col, row).RGBA()
			data = append(data, byte(r>>8), byte(g>>8), byte(b>>8)) //nolint:gosec // eight bits are left
		}
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
