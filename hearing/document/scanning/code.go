package scanning

import (
	"image"
	"image/color"
	_ "image/jpeg" // registers the format
	"slices"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"

	"hearingdesk/hearing"
)

// reduced returns a picture that fits into a frame, white where it was clear;
// a smaller one keeps its size.
func reduced(img image.Image, w, h int) *image.RGBA {
	from := img.Bounds()
	scale := min(1, float64(w)/float64(from.Dx()), float64(h)/float64(from.Dy()))
	to := image.Rect(0, 0, max(1, int(float64(from.Dx())*scale)), max(1, int(float64(from.Dy())*scale)))
	out := image.NewRGBA(to)
	draw.Draw(out, to, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(out, to, img, from, draw.Over, nil)
	return out
}

// The resolutions at which a code is looked for: the longer side of a page, in
// pixels. A4 has them at 100, 150 and 240 dots an inch.
var looks = []int{1170, 1754, 2806}

// codes finds the codes of papers on a page that are not known yet. A code
// stands at the foot; a page that lay upside down has it at the head.
func codes(img image.Image, known []hearing.PaperCode) []hearing.PaperCode {
	b := img.Bounds()
	long := max(b.Dx(), b.Dy())
	for i, size := range looks {
		if i > 0 && looks[i-1] >= long {
			break // it is no larger
		}
		page := reduced(img, size, size)
		b := page.Bounds()
		h := b.Dy()
		for _, part := range []image.Rectangle{
			image.Rect(0, h*3/4, b.Dx(), h), image.Rect(0, 0, b.Dx(), h/4), b,
		} {
			if code, ok := read(page, part); ok {
				if slices.Contains(known, code) {
					return nil
				}
				return []hearing.PaperCode{code}
			}
		}
	}
	return nil
}

// read reads a code from a part of a page. The reader is somebody else's, and
// what it reads is anybody's.
func read(page image.Image, part image.Rectangle) (code hearing.PaperCode, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	sub, is := page.(interface {
		SubImage(image.Rectangle) image.Image
	})
	if !is || part.Dx() < 20 || part.Dy() < 20 {
		return code, false
	}
	bits, err := gozxing.NewBinaryBitmapFromImage(sub.SubImage(part))
	if err != nil {
		return code, false
	}
	found, err := qrcode.NewQRCodeReader().Decode(bits, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		return code, false
	}
	return hearing.ReadPaperCode(found.GetText())
}
