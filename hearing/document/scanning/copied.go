package scanning

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// deepest is how far the objects of a file may lie within each other.
const deepest = 64

// left are entries that say nothing of how a page looks, and would bring the rest
// of the file along.
var left = map[string]bool{"Length": true, "Metadata": true, "PieceInfo": true, "StructParent": true, "StructParents": true, "LastModified": true, "Parent": true}

// Object is an object of the file, its stream as it is packed.
func (l *pdfSheets) Object(n int, at func(int) string) (string, []byte) {
	e := l.ctx.Table[n]
	if e == nil || e.Free || e.Object == nil {
		return "null", nil
	}
	switch v := e.Object.(type) {
	case types.StreamDict:
		return string(written(nil, v.Dict, at, 0)), streamOf(v)
	case *types.StreamDict:
		return string(written(nil, v.Dict, at, 0)), streamOf(*v)
	}
	return string(written(nil, e.Object, at, 0)), nil
}

// streamOf is the packed stream of an object, which is not nil.
func streamOf(sd types.StreamDict) []byte {
	if sd.Raw == nil {
		return []byte{}
	}
	return sd.Raw
}

// written appends an object as a PDF has it; at names other objects.
func written(b []byte, o types.Object, at func(int) string, depth int) []byte {
	if depth > deepest {
		return append(b, "null"...)
	}
	switch v := o.(type) {
	case types.Dict:
		b = append(b, "<<"...)
		for _, k := range slices.Sorted(maps.Keys(v)) {
			if left[k] {
				continue
			}
			b = append(append(b, types.Name(k).PDFString()...), ' ')
			b = written(b, v[k], at, depth+1)
		}
		return append(b, ">>"...)
	case types.Array:
		b = append(b, '[')
		for _, e := range v {
			b = append(written(b, e, at, depth+1), ' ')
		}
		return append(b, ']')
	case types.IndirectRef:
		return append(b, at(v.ObjectNumber.Value())...)
	case types.Float:
		return strconv.AppendFloat(b, v.Value(), 'f', -1, 64)
	case types.Boolean, types.Integer, types.Name, types.StringLiteral, types.HexLiteral:
		return append(b, v.PDFString()...)
	}
	return append(b, "null"...)
}

// hides reports whether a file has layers that are not shown: of a page that is
// copied nothing says so any more.
func hides(x *model.Context) bool {
	root, err := x.Catalog()
	if err != nil || root == nil {
		return false
	}
	layers, err := x.DereferenceDict(root["OCProperties"])
	if err != nil || layers == nil {
		return false
	}
	now, err := x.DereferenceDict(layers["D"])
	if err != nil || now == nil {
		return false
	}
	off, err := x.DereferenceArray(now["OFF"])
	base := now.NameEntry("BaseState")
	return err == nil && len(off) > 0 || base != nil && *base == "OFF"
}

// The flags of what lies on a page (ISO 32000-1, 12.5.3).
const (
	flagHidden = 1 << 1
	flagPrint  = 1 << 2
)

// stamps are what a reader prints over a page: stamps, notes, filled fields. It
// returns what they are called, and what draws them.
func (l *pdfSheets) stamps(page leaf, at func(int) string) (names, draw string) {
	list, err := l.ctx.DereferenceArray(page.dict["Annots"])
	if err != nil {
		return "", ""
	}
	for i, o := range list {
		d, err := l.ctx.DereferenceDict(o)
		if err != nil || d == nil {
			continue
		}
		flags, err := l.ctx.DereferenceInteger(d["F"])
		if err != nil || flags == nil || flags.Value()&flagHidden != 0 || flags.Value()&flagPrint == 0 {
			continue
		}
		ref, look := l.appearance(d)
		if look == nil {
			continue
		}
		if place, ok := l.placed(d, look); ok {
			name := fmt.Sprintf("/OverPage%d", i)
			names += name + " " + at(ref)
			draw += fmt.Sprintf("\nq %s cm %s Do Q", place, name)
		}
	}
	return names, draw
}

// appearance is how a stamp looks in the state in which it is.
func (l *pdfSheets) appearance(d types.Dict) (int, *types.StreamDict) {
	looks, err := l.ctx.DereferenceDict(d["AP"])
	if err != nil || looks == nil {
		return 0, nil
	}
	now := looks["N"]
	if o, err := l.ctx.Dereference(now); err == nil {
		if _, one := o.(types.StreamDict); !one {
			now = l.state(d, o)
		}
	}
	ref, is := now.(types.IndirectRef)
	sd, _, err := l.ctx.DereferenceStreamDict(now)
	if !is || err != nil || sd == nil {
		return 0, nil
	}
	if kind := sd.NameEntry("Subtype"); kind == nil || *kind != "Form" {
		return 0, nil
	}
	return ref.ObjectNumber.Value(), sd
}

// state is the one of several looks that a field has now: a box that is ticked.
func (l *pdfSheets) state(d types.Dict, looks types.Object) types.Object {
	all, is := looks.(types.Dict)
	now := d.NameEntry("AS")
	if !is || now == nil {
		return nil
	}
	return all[*now]
}

// placed is the matrix that puts a stamp where it belongs (ISO 32000-1, 12.5.5).
func (l *pdfSheets) placed(d types.Dict, look *types.StreamDict) (string, bool) {
	rect, ok := l.numbers(d["Rect"], 4)
	box, has := l.numbers(look.Dict["BBox"], 4)
	if !ok || !has {
		return "", false
	}
	m := []float64{1, 0, 0, 1, 0, 0}
	if own, has := l.numbers(look.Dict["Matrix"], 6); has {
		m = own
	}
	to := upright([4]float64(rect))
	var xs, ys []float64
	for _, x := range []float64{box[0], box[2]} {
		for _, y := range []float64{box[1], box[3]} {
			xs, ys = append(xs, m[0]*x+m[2]*y+m[4]), append(ys, m[1]*x+m[3]*y+m[5])
		}
	}
	x, y := slices.Min(xs), slices.Min(ys)
	w, h := slices.Max(xs)-x, slices.Max(ys)-y
	if w <= 0 || h <= 0 {
		return "", false
	}
	sx, sy := (to[2]-to[0])/w, (to[3]-to[1])/h
	return fmt.Sprintf("%.6f 0 0 %.6f %.4f %.4f", sx, sy, to[0]-sx*x, to[1]-sy*y), true
}

// numbers are those of an array of so many.
func (l *pdfSheets) numbers(o types.Object, n int) ([]float64, bool) {
	a, err := l.ctx.DereferenceArray(o)
	if err != nil || len(a) != n {
		return nil, false
	}
	out := make([]float64, n)
	for i, e := range a {
		if out[i], err = l.ctx.DereferenceNumber(e); err != nil {
			return nil, false
		}
	}
	return out, true
}
