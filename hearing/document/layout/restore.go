package layout

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
)

// Restore reads pages that [Typesetter.Keep] wrote. exact says that each font
// is the one of then; else its characters stand in the same places in the font
// that there is now. open opens the files whose pages are among them. What it
// cannot read is [ErrUnreadable].
func (t *Typesetter) Restore(kept []byte, open Opener) (pages []Page, exact bool, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	r := restoring{t: t, exact: true, open: open}
	if err := json.Unmarshal(kept, &r.in); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if r.in.Version < 1 || r.in.Version > keptVersion || len(r.in.Pages) == 0 {
		return nil, false, fmt.Errorf("%w: version %d", ErrUnreadable, r.in.Version)
	}
	if err := r.prepare(); err != nil {
		return nil, false, err
	}
	for _, p := range r.in.Pages {
		page, err := r.page(p)
		if err != nil {
			return nil, false, err
		}
		for _, e := range p.Lines {
			page.lines = append(page.lines, entry{e.Level, e.Title, e.Y})
		}
		for _, it := range p.Items {
			one, err := r.item(it)
			if err != nil {
				return nil, false, err
			}
			page.items = append(page.items, one)
		}
		pages = append(pages, page)
	}
	return pages, r.exact, nil
}

// A restoring reads pages.
type restoring struct {
	t     *Typesetter
	in    keptPages
	fonts []*canvas.Font
	same  []bool // whether the font is the one of then
	marks []*mark
	exact bool
	open  Opener
	files map[string][]Page // of the files that were opened
}

// page is a page without what stands on it: of a file, the page that it is.
func (r *restoring) page(p keptPage) (Page, error) {
	if p.File == "" {
		return Page{Width: p.Width, Height: p.Height, Pitch: p.Pitch, Spare: p.Spare}, nil
	}
	all := r.files[p.File]
	if all == nil {
		var err error
		if all, err = leaves(r.open, p.File); err != nil {
			return Page{}, err
		}
		if r.files == nil {
			r.files = map[string][]Page{}
		}
		r.files[p.File] = all
	}
	if p.N < 0 || p.N >= len(all) {
		return Page{}, fmt.Errorf("%w: page %d of %s", ErrUnreadable, p.N+1, p.File)
	}
	return all[p.N], nil
}

// prepare finds the fonts, and makes the marks.
func (r *restoring) prepare() error {
	for _, f := range r.in.Fonts {
		if r.t.files[f.Name] == nil {
			f.Name = faceFiles[document.Fang] // a font that the program has no more
		}
		font, err := r.t.load(f.Name, r.t.ownFile(f.Name))
		if err != nil {
			return err
		}
		same := r.t.hash(f.Name) == f.Hash
		r.fonts, r.same, r.exact = append(r.fonts, font), append(r.same, same), r.exact && same
	}
	r.marks = make([]*mark, len(r.in.Marks))
	for i := range r.marks {
		r.marks[i] = &mark{}
	}
	for i, m := range r.in.Marks {
		all := append([]int{m.Up}, m.Cells...)
		if slices.ContainsFunc(all, func(at int) bool { return at < 0 || at > len(r.marks) }) || m.Up > i {
			return fmt.Errorf("%w: mark %d", ErrUnreadable, i)
		}
		*r.marks[i] = mark{tag: m.Tag, alt: m.Alt, span: m.Span, up: r.markAt(m.Up)}
		for _, c := range m.Cells {
			r.marks[i].cells = append(r.marks[i].cells, r.markAt(c))
		}
	}
	return nil
}

func (r *restoring) markAt(place int) *mark {
	if place == 0 {
		return nil
	}
	return r.marks[place-1]
}

func (r *restoring) item(k keptItem) (item, error) {
	if k.Mark < 0 || k.Mark > len(r.marks) || k.Text != "" && (k.Font < 0 || k.Font >= len(r.fonts)) {
		return item{}, fmt.Errorf("%w: an item names what is not there", ErrUnreadable)
	}
	out := item{x: k.X, y: k.Y, width: k.Width, dash: k.Dash, turn: k.Turn, red: k.Red, mark: r.markAt(k.Mark)}
	if k.Text != "" {
		out.text = r.text(k)
		return out, nil
	}
	if len(k.Picture) > 0 {
		pic, err := newRaster(k.Picture)
		if err != nil {
			return item{}, fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
		pic.width, pic.height = k.Width, k.Height
		out.raster = pic
		return out, nil
	}
	path, err := pathOf(k.Path)
	out.path = path
	return out, err
}

// text is a stretch of text with its glyphs where they were.
func (r *restoring) text(k keptItem) *canvas.Text {
	face := r.fonts[k.Font].Face(1, item{red: k.Red}.paint())
	face.Size = k.Size
	face.MmPerEm = face.Size / float64(face.Font.Head.UnitsPerEm)
	out := canvas.NewTextLine(face, k.Text, canvas.Left)
	n := 0
	out.WalkSpans(func(_, _ float64, s canvas.TextSpan) {
		for i := range s.Glyphs {
			if n < len(k.Steps) {
				s.Glyphs[i].XAdvance = k.Steps[n]
			}
			if n < len(k.Glyphs) && r.same[k.Font] {
				s.Glyphs[i].ID = k.Glyphs[n]
			}
			n++
		}
	})
	return out
}

// pathOf is a path of its data: each command with its coordinates, between two
// numbers that name it.
func pathOf(data []float64) (*canvas.Path, error) {
	for at := 0; at < len(data); {
		n := map[float64]int{canvas.MoveToCmd: 4, canvas.LineToCmd: 4, canvas.QuadToCmd: 6, canvas.CubeToCmd: 8, canvas.ArcToCmd: 8, canvas.CloseCmd: 4}[data[at]]
		if n == 0 || at+n > len(data) || data[at+n-1] != data[at] {
			return nil, fmt.Errorf("%w: a path", ErrUnreadable)
		}
		at += n
	}
	var b bytes.Buffer
	p := &canvas.Path{}
	err := gob.NewEncoder(&b).Encode(data)
	if err == nil {
		err = p.GobDecode(b.Bytes())
	}
	if err != nil {
		return nil, fmt.Errorf("%w: a path: %w", ErrUnreadable, err)
	}
	return p, nil
}
