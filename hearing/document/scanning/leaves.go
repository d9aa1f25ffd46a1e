package scanning

import (
	"errors"
	"fmt"
	"image"
	"math"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"hearingdesk/hearing/document/layout/pdf"
)

// pdfSheets are the pages of a PDF that is printed as it is.
type pdfSheets struct {
	*paged
	all []leaf
}

// A leaf is one page.
type leaf struct {
	dict   types.Dict
	uses   types.Dict // its resources
	box    [4]float64 // what is shown, in its own measure
	turned int        // quarter turns to the right
	unit   float64    // points of its measure
}

// measure reads the sizes of page n.
func (l *pdfSheets) measure(n int) (err error) {
	defer func() {
		if r := recover(); r != nil { // the reader was not made for the worst
			err = fmt.Errorf("%v", r)
		}
	}()
	d, _, inherited, err := l.ctx.PageDict(n+1, false)
	if err != nil {
		return err
	}
	if d == nil || inherited.MediaBox == nil {
		return errBox
	}
	out := leaf{dict: d, uses: inherited.Resources, turned: ((inherited.Rotate/90)%4 + 4) % 4, unit: 1}
	var crop [4]float64
	if inherited.CropBox != nil {
		crop = corners(inherited.CropBox)
	}
	if out.box, err = boxed(corners(inherited.MediaBox), crop, inherited.CropBox != nil); err != nil {
		return err
	}
	if u, err := l.ctx.DereferenceNumber(d["UserUnit"]); err == nil && u > 0 && u < 1000 && d["UserUnit"] != nil {
		out.unit = u
	}
	l.all = append(l.all, out)
	return nil
}

func corners(r *types.Rectangle) [4]float64 { return [4]float64{r.LL.X, r.LL.Y, r.UR.X, r.UR.Y} }

var errBox = errors.New("a page without a size")

// boxed is the rectangle that is shown of a page: of its sheet what is cut out.
func boxed(media, crop [4]float64, cut bool) ([4]float64, error) {
	b := upright(media)
	if cut {
		c := upright(crop)
		c = [4]float64{max(b[0], c[0]), max(b[1], c[1]), min(b[2], c[2]), min(b[3], c[3])}
		if c[2] > c[0] && c[3] > c[1] {
			b = c
		}
	}
	for _, v := range b {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return b, errBox
		}
	}
	if b[2]-b[0] < 3 || b[3]-b[1] < 3 {
		return b, errBox
	}
	return b, nil
}

func upright(b [4]float64) [4]float64 {
	if b[0] > b[2] {
		b[0], b[2] = b[2], b[0]
	}
	if b[1] > b[3] {
		b[1], b[3] = b[3], b[1]
	}
	return b
}

// shown is how large a page is as it is shown, in points.
func (l leaf) shown() (width, height float64) {
	w, h := (l.box[2]-l.box[0])*l.unit, (l.box[3]-l.box[1])*l.unit
	if l.turned%2 == 1 {
		return h, w
	}
	return w, h
}

// matrix leads from the page's own measure to what is shown.
func (l leaf) matrix() [6]float64 {
	b := l.box
	m := [][6]float64{
		{1, 0, 0, 1, -b[0], -b[1]},
		{0, -1, 1, 0, -b[1], b[2]},
		{-1, 0, 0, -1, b[2], b[3]},
		{0, 1, -1, 0, b[3], -b[0]},
	}[l.turned]
	for i := range m {
		m[i] *= l.unit
	}
	return m
}

// Size is how large page n is as it is shown, in mm.
func (l *pdfSheets) Size(n int) (width, height float64, ok bool) {
	if n < 0 || n >= len(l.all) {
		return 0, 0, false
	}
	w, h := l.all[n].shown()
	return w / ptPerMm, h / ptPerMm, true
}

// Picture is the picture that page n is where it bears no text: a scan.
func (l *pdfSheets) Picture(n int) image.Image {
	fonts, err := l.ctx.DereferenceDict(l.all[n].uses["Font"])
	things, terr := l.ctx.DereferenceDict(l.all[n].uses["XObject"])
	if err != nil || terr != nil || len(fonts) > 0 || len(things) != 1 || l.all[n].dict["Annots"] != nil {
		return nil
	}
	for _, o := range things {
		sd, _, err := l.ctx.DereferenceStreamDict(o)
		if err != nil || sd == nil || !sd.Image() {
			return nil
		}
	}
	img, err := l.draw(n)
	if err != nil {
		return nil
	}
	return img
}

// Leaf is page n: what draws it, what that uses, and behind it the stamps and the
// filled fields that a reader shows on it.
func (l *pdfSheets) Leaf(n int, at func(int) string) pdf.Leaf {
	one := l.all[n]
	out := pdf.Leaf{Matrix: one.matrix(), Contents: l.contents(one.dict["Contents"], at)}
	out.Width, out.Height = one.shown()
	stamps, after := l.stamps(one, at)
	out.After = after
	out.Resources = l.resources(one.uses, stamps, at)
	if group, err := l.ctx.DereferenceDict(one.dict["Group"]); err == nil && group != nil {
		out.Group = string(written(nil, group, at, 0))
	}
	return out
}

// contents names the streams that draw a page.
func (l *pdfSheets) contents(o types.Object, at func(int) string) []string {
	list := types.Array{o}
	if a, err := l.ctx.DereferenceArray(o); err == nil && a != nil {
		list = a
	}
	var out []string
	for _, o := range list {
		ref, is := o.(types.IndirectRef)
		if sd, _, err := l.ctx.DereferenceStreamDict(o); is && err == nil && sd != nil {
			out = append(out, at(ref.ObjectNumber.Value()))
		}
	}
	return out
}

// resources writes what a page uses, with what its stamps are called.
func (l *pdfSheets) resources(uses types.Dict, stamps string, at func(int) string) string {
	things, err := l.ctx.DereferenceDict(uses["XObject"])
	if err != nil {
		things = nil
	}
	out := types.Dict{}
	for k, v := range uses {
		if k != "XObject" {
			out[k] = v
		}
	}
	text := strings.TrimSuffix(string(written(nil, out, at, 0)), ">>")
	all := strings.TrimSuffix(string(written(nil, things, at, 0)), ">>")
	return text + "/XObject" + all + stamps + ">>>>"
}
