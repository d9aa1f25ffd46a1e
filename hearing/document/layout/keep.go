package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/tdewolff/canvas"
)

// ErrUnreadable says that kept pages cannot be read: they are damaged, or of a
// later program.
var ErrUnreadable = errors.New("kept pages cannot be read")

// Pages as they are kept: what stands where, in which font. Nothing is set anew
// when they are read.
type keptPages struct {
	Version int        `json:"v"`
	Fonts   []keptFont `json:"fonts,omitempty"`
	Marks   []keptMark `json:"marks,omitempty"`
	Pages   []keptPage `json:"pages"`
}

// A keptFont is a font by its file's name and the SHA-256 of the file.
type keptFont struct {
	Name string `json:"name"`
	Hash string `json:"hash"`
}

// A keptMark is a [mark]; others are named by their place in the list, from 1.
type keptMark struct {
	Tag   string `json:"t"`
	Alt   string `json:"a,omitempty"`
	Span  int    `json:"s,omitempty"`
	Up    int    `json:"u,omitempty"`
	Cells []int  `json:"c,omitempty"`
}

type keptPage struct {
	Width  float64     `json:"w"`
	Height float64     `json:"h"`
	Pitch  float64     `json:"p,omitempty"`
	Spare  int         `json:"s,omitempty"`
	Items  []keptItem  `json:"i,omitempty"`
	Lines  []keptEntry `json:"l,omitempty"`

	File string `json:"file,omitempty"` // hash of the file whose page it is; the file itself the desk keeps
	N    int    `json:"n,omitempty"`    // which of its pages, counted from 0
}

// A keptItem is a text with the advance of each glyph, or a path.
type keptItem struct {
	X      float64   `json:"x"`
	Y      float64   `json:"y"`
	Text   string    `json:"t,omitempty"`
	Font   int       `json:"f,omitempty"`
	Size   float64   `json:"s,omitempty"` // mm
	Steps  []int32   `json:"a,omitempty"` // in the font's units
	Glyphs []uint16  `json:"g,omitempty"` // where they are not the font's own for the characters
	Path   []float64 `json:"p,omitempty"`
	Width  float64   `json:"w,omitempty"`
	Dash   bool      `json:"d,omitempty"`
	Red    bool      `json:"k,omitempty"`
	Turn   bool      `json:"u,omitempty"`
	Mark   int       `json:"m,omitempty"` // place of its mark, from 1

	Picture []byte  `json:"r,omitempty"` // a picture, with its size in mm: Width is that of it
	Height  float64 `json:"h,omitempty"`
}

type keptEntry struct {
	Level int     `json:"l"`
	Title string  `json:"t"`
	Y     float64 `json:"y"`
}

// What Keep writes of pages, so that a reader of the version before does not draw
// them as others. It knows all before its own.
const (
	keptRed     = 2 // of pages with red on them
	keptLeaf    = 3 // of pages of a file that is printed as it is
	keptVersion = keptLeaf
)

// Keep writes pages so that [Typesetter.Restore] draws the same ones at any
// later time, also when papers are set in another way by then. The same pages
// give the same bytes.
func (t *Typesetter) Keep(pages []Page) ([]byte, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	k := keeping{t: t, fonts: map[*canvas.Font]int{}, marks: map[*mark]int{}}
	k.out.Version = 1
	for _, p := range pages {
		page := keptPage{Width: p.Width, Height: p.Height, Pitch: p.Pitch, Spare: p.Spare}
		for _, e := range p.lines {
			page.Lines = append(page.Lines, keptEntry{e.level, e.title, e.y})
		}
		for _, it := range p.items {
			page.Items = append(page.Items, k.items(it)...)
		}
		if p.leaf != nil {
			page.File, page.N, k.out.Version = p.leaf.hash, p.leaf.n, keptLeaf
		}
		k.out.Pages = append(k.out.Pages, page)
	}
	text, err := json.Marshal(k.out)
	if err != nil {
		return nil, fmt.Errorf("keep pages: %w", err)
	}
	return text, nil
}

// A keeping writes pages.
type keeping struct {
	t     *Typesetter
	out   keptPages
	fonts map[*canvas.Font]int
	marks map[*mark]int
}

func (k *keeping) items(it item) []keptItem {
	base := keptItem{X: it.x, Y: it.y, Turn: it.turn, Red: it.red, Mark: k.mark(it.mark)}
	if it.red { // a reader of the version before would draw it in black
		k.out.Version = max(k.out.Version, keptRed)
	}
	if it.raster != nil {
		base.Picture, base.Width, base.Height = it.raster.data, it.raster.width, it.raster.height
		return []keptItem{base}
	}
	if it.text == nil {
		base.Path, base.Width, base.Dash = it.shape().Data(), it.width, it.dash
		return []keptItem{base}
	}
	var out []keptItem
	it.text.WalkSpans(func(x, y float64, s canvas.TextSpan) {
		one := base
		one.X, one.Y = it.x+x, it.y-y
		if it.turn {
			one.X, one.Y = it.x-x, it.y+y
		}
		one.Text, one.Font, one.Size = s.Text, k.font(s.Face.Font), s.Face.Size
		own := true
		for _, g := range s.Glyphs {
			one.Steps = append(one.Steps, g.XAdvance)
			one.Glyphs = append(one.Glyphs, g.ID)
			own = own && g.ID == s.Face.Font.GlyphIndex(g.Text)
		}
		if own && len(s.Glyphs) == utf8.RuneCountInString(s.Text) {
			one.Glyphs = nil
		}
		out = append(out, one)
	})
	return out
}

// font is the place of a font in the list.
func (k *keeping) font(f *canvas.Font) int {
	at, ok := k.fonts[f]
	if !ok {
		at = len(k.out.Fonts)
		k.fonts[f] = at
		name := ""
		for n, have := range k.t.fonts {
			if have == f {
				name = n
			}
		}
		k.out.Fonts = append(k.out.Fonts, keptFont{name, k.t.hash(name)})
	}
	return at
}

// mark is the place of a mark in the list, from 1, after the marks above it.
func (k *keeping) mark(m *mark) int {
	if m == nil {
		return 0
	}
	if at := k.marks[m]; at > 0 {
		return at
	}
	up := k.mark(m.up)
	if at := k.marks[m]; at > 0 { // a cell came with its row
		return at
	}
	k.out.Marks = append(k.out.Marks, keptMark{Tag: m.tag, Alt: m.alt, Span: m.span, Up: up})
	at := len(k.out.Marks)
	k.marks[m] = at
	for _, c := range m.cells {
		cell := k.mark(c)
		k.out.Marks[at-1].Cells = append(k.out.Marks[at-1].Cells, cell)
	}
	return at
}

// hash is the SHA-256 of a font's file, in hex.
func (t *Typesetter) hash(name string) string {
	if h := t.sums[name]; h != "" {
		return h
	}
	text := t.ownFile(name)
	if text == nil {
		text = t.files[name]
	}
	sum := sha256.Sum256(text)
	t.sums[name] = hex.EncodeToString(sum[:])
	return t.sums[name]
}

// ownFile is the office's font in place of the program's of a name.
func (t *Typesetter) ownFile(name string) []byte {
	for face, file := range faceFiles {
		if file == name {
			return t.own[face]
		}
	}
	return nil
}
