package scanning

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	_ "golang.org/x/image/tiff" // pictures of four inks come out as TIFF
)

// A paged is a PDF file with its pages.
type paged struct {
	ctx   *model.Context
	pages int
}

// openPDF reads the form of a PDF file, its pages and what is in it. Its streams
// stay packed.
func openPDF(ctx context.Context, data []byte) (b book, err error) {
	defer func() {
		if r := recover(); r != nil { // the reader was not made for the worst
			b, err = nil, &RefusedError{Why: Damaged, Err: fmt.Errorf("%v", r)}
		}
	}()
	if !bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF")) {
		return nil, &RefusedError{Why: Damaged, Err: errors.New("its end is missing")}
	}
	if bursts(data) {
		return nil, &RefusedError{Why: Bomb}
	}
	model.ConfigPath = "disable" // nothing is written into the user's folders
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed
	x, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword) || bytes.Contains(trailers(data), []byte("/Encrypt")):
		return nil, &RefusedError{Why: Encrypted}
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, &RefusedError{Why: Damaged, Err: err}
	case x.Encrypt != nil:
		return nil, &RefusedError{Why: Encrypted}
	}
	return countedPDF(x)
}

// countedPDF holds that a file has pages, and nothing else in it.
func countedPDF(x *model.Context) (book, error) {
	root, err := x.Pages()
	if err != nil || root == nil {
		return nil, &RefusedError{Why: Damaged, Err: err}
	}
	// What it says of its pages is not believed before they are counted.
	n := leaves(x, *root, map[int]bool{})
	if err := x.EnsurePageCount(); err != nil {
		return nil, &RefusedError{Why: Damaged, Err: err}
	}
	switch {
	case n > MaxPages || x.PageCount > MaxPages:
		return nil, &RefusedError{Why: TooLong}
	case n < 1 || n != x.PageCount:
		return nil, &RefusedError{Why: Damaged, Err: fmt.Errorf("it says that it has %d pages, and has %d", x.PageCount, n)}
	case active(x):
		return nil, &RefusedError{Why: Active}
	}
	return &paged{x, n}, nil
}

// leaves counts the pages below a branch of the tree of pages, each branch once.
func leaves(x *model.Context, o types.Object, seen map[int]bool) int {
	if ref, ok := o.(types.IndirectRef); ok {
		at := ref.ObjectNumber.Value()
		if seen[at] {
			return 0
		}
		seen[at] = true
	}
	d, err := x.DereferenceDict(o)
	if err != nil || d == nil {
		return 0
	}
	kids, err := x.DereferenceArray(d["Kids"])
	if err != nil || kids == nil {
		return 1
	}
	n := 0
	for _, k := range kids {
		if n += leaves(x, k, seen); n > MaxPages {
			break
		}
	}
	return n
}

// trailers are the ends of a file, where it says that it is encrypted.
func trailers(data []byte) []byte {
	if i := bytes.LastIndex(data, []byte("trailer")); i >= 0 {
		return data[i:]
	}
	return nil
}

// active reports whether a file does something by itself, or carries others: no
// scanner makes such a one.
func active(x *model.Context) bool {
	for _, e := range x.Table {
		if e == nil || e.Free {
			continue
		}
		d, ok := e.Object.(types.Dict)
		if sd, is := e.Object.(types.StreamDict); is {
			d, ok = sd.Dict, true
		}
		if ok && acts(d, 0) {
			return true
		}
	}
	return false
}

func acts(o types.Object, depth int) bool {
	if depth > 8 {
		return false
	}
	switch v := o.(type) {
	case types.Dict:
		if s := v.NameEntry("S"); s != nil && (*s == "JavaScript" || *s == "Launch") {
			return true
		}
		for key, below := range v {
			if key == "JS" || key == "EmbeddedFiles" || key == "EmbeddedFile" || acts(below, depth+1) {
				return true
			}
		}
	case types.Array:
		for _, below := range v {
			if acts(below, depth+1) {
				return true
			}
		}
	}
	return false
}

func (p *paged) count() int { return p.pages }

// subject is what the file's properties say that it is of.
func (p *paged) subject() string {
	if p.ctx.Info == nil {
		return ""
	}
	d, err := p.ctx.DereferenceDict(*p.ctx.Info)
	if err != nil || d == nil {
		return ""
	}
	text, err := p.ctx.DereferenceText(d["Subject"])
	if err != nil {
		return ""
	}
	return text
}

// draw returns the picture that a scanner made of a page: the largest on it.
func (p *paged) draw(n int) (img image.Image, err error) {
	defer func() {
		if recover() != nil { // a picture that cannot be unpacked is none
			img, err = nil, nil
		}
	}()
	d, _, inherited, err := p.ctx.PageDict(n+1, false)
	if err != nil || d == nil {
		return nil, nil //nolint:nilerr // a page that cannot be found has no picture
	}
	res := inherited.Resources
	if own, err := p.ctx.DereferenceDict(d["Resources"]); err == nil && own != nil {
		res = own
	}
	sd, nr := p.largest(res, 0)
	if sd == nil {
		return nil, nil
	}
	found, err := pdfcpu.ExtractImage(p.ctx, sd, false, "page", nr, false)
	if err != nil || found == nil || found.Reader == nil {
		return nil, nil //nolint:nilerr // a kind of picture that the library does not know
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(found); err != nil {
		return nil, nil //nolint:nilerr // the same
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(b.Bytes()))
	if err != nil || !fits(head.Width, head.Height) {
		return nil, nil //nolint:nilerr // the same
	}
	out, _, err := image.Decode(&b)
	if err != nil {
		return nil, nil //nolint:nilerr // the same
	}
	return turned(out, inherited.Rotate), nil
}

// least is the width and height, in pixels, from which a picture can be a page
// and not a seal or a code on it.
const least = 400

// largest finds the largest picture that a page uses, in forms on it too.
func (p *paged) largest(res types.Dict, depth int) (*types.StreamDict, int) {
	objects, err := p.ctx.DereferenceDict(res["XObject"])
	if err != nil || depth > 3 {
		return nil, 0
	}
	var best *types.StreamDict
	nr, size := 0, 0
	for _, o := range objects {
		sd, _, err := p.ctx.DereferenceStreamDict(o)
		if err != nil || sd == nil {
			continue
		}
		at := 0
		if ref, ok := o.(types.IndirectRef); ok {
			at = ref.ObjectNumber.Value()
		}
		if kind := sd.NameEntry("Subtype"); kind != nil && *kind == "Form" {
			if below, err := p.ctx.DereferenceDict(sd.Dict["Resources"]); err == nil && below != nil {
				sd, at = p.largest(below, depth+1)
			}
		}
		if sd == nil || !sd.Image() {
			continue
		}
		w, h := p.length(sd, "Width"), p.length(sd, "Height")
		if w >= least && h >= least && fits(w, h) && w*h > size && p.unpacks(sd, w, h) {
			best, nr, size = sd, at, w*h
		}
	}
	return best, nr
}

func (p *paged) length(sd *types.StreamDict, key string) int {
	n, err := p.ctx.DereferenceInteger(sd.Dict[key])
	if err != nil || n == nil {
		return 0
	}
	return n.Value()
}
