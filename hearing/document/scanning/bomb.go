package scanning

import (
	"bytes"
	"compress/zlib"
	"errors"
	"image"
	"io"
	"regexp"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The most that a PDF's own tables may unpack to, in bytes. A file of 2,000
// pages has some hundred kilobytes of them.
const (
	mostTable  = 32 << 20
	mostTables = 128 << 20
)

var (
	begins = regexp.MustCompile(`stream\r?\n`)
	tables = regexp.MustCompile(`/Type\s*/(ObjStm|XRef)`)
	wide   = regexp.MustCompile(`/(Columns|Colors)\s+(\d{6,}|-)`)
	twice  = regexp.MustCompile(`/Filter\s*\[[^\]]*Decode[^\]]*Decode`)
)

// bursts reports whether the tables of a PDF would unpack to more than any
// honest one's. The reader of PDFs unpacks them before anything else can be
// asked of it; pictures and texts it leaves packed.
func bursts(data []byte) bool {
	total := int64(0)
	for _, at := range begins.FindAllIndex(data, -1) {
		head := data[max(0, at[0]-2048):at[0]]
		if i := bytes.LastIndex(head, []byte(" obj")); i >= 0 {
			head = head[i:]
		}
		if !tables.Match(head) {
			continue
		}
		if twice.Match(head) || wide.Match(head) { // packed twice over, or in rows without measure: nobody needs that
			return true
		}
		r, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue
		}
		n, _ := io.CopyN(io.Discard, r, mostTable+1) // a broken one ends early, and the reader says so
		total += n
		if n > mostTable || total > mostTables {
			return true
		}
	}
	return false
}

// mostPixel is the most bytes that a pixel of a picture has.
const mostPixel = 8

// unpacks reports whether a picture of a PDF unpacks to what its size says and
// not to more.
func (p *paged) unpacks(sd *types.StreamDict, w, h int) bool {
	delete(sd.Dict, "SMask") // what is clear is white, and masks are not measured
	delete(sd.Dict, "Mask")
	if len(sd.FilterPipeline) > 2 || !p.coloured(sd) {
		return false
	}
	for i, f := range sd.FilterPipeline {
		if !modest(f.DecodeParms) {
			return false
		}
		switch f.Name {
		case "FlateDecode":
			if i > 0 || !inflates(sd.Raw, int64(w)*int64(h)*mostPixel+int64(h)+1<<20) {
				return false
			}
		case "DCTDecode":
			if i == 0 {
				head, _, err := image.DecodeConfig(bytes.NewReader(sd.Raw))
				return err == nil && fits(head.Width, head.Height)
			}
		case "CCITTFaxDecode":
		default: // LZW, JBIG2, JPEG 2000: not drawn
			return false
		}
	}
	return true
}

// inflates reports whether a packed stream is whole and no more than so many
// bytes.
func inflates(data []byte, most int64) bool {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return false
	}
	n, err := io.CopyN(io.Discard, r, most+1)
	return n <= most && errors.Is(err, io.EOF)
}

// modest reports whether the rows of a packed picture have a measure.
func modest(d types.Dict) bool {
	for _, key := range []string{"Columns", "Rows", "Colors", "BitsPerComponent"} {
		if n := d.IntEntry(key); n != nil && (*n < 0 || *n > 100_000) {
			return false
		}
	}
	return true
}

// coloured reports whether a table of colours, where a picture has one, is no
// larger than such a table can be.
func (p *paged) coloured(sd *types.StreamDict) bool {
	o, err := p.ctx.Dereference(sd.Dict["ColorSpace"])
	if err != nil {
		return false
	}
	space, ok := o.(types.Array)
	if !ok || len(space) != 4 {
		return !ok || len(space) <= 2
	}
	table, err := p.ctx.Dereference(space[3])
	if err != nil {
		return false
	}
	stream, ok := table.(types.StreamDict)
	if !ok {
		return true
	}
	return len(stream.FilterPipeline) == 0 || len(stream.FilterPipeline) == 1 && stream.FilterPipeline[0].Name == "FlateDecode" &&
		modest(stream.FilterPipeline[0].DecodeParms) && inflates(stream.Raw, 1<<16)
}

// turned returns a picture as the page shows it.
func turned(img image.Image, degrees int) image.Image {
	steps := ((degrees/90)%4 + 4) % 4
	if steps == 0 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	size := image.Rect(0, 0, w, h)
	if steps%2 == 1 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			c := img.At(b.Min.X+x, b.Min.Y+y)
			switch steps {
			case 1:
				out.Set(h-1-y, x, c)
			case 2:
				out.Set(w-1-x, h-1-y, c)
			case 3:
				out.Set(y, w-1-x, c)
			}
		}
	}
	return out
}
