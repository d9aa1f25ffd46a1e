// Package layout sets documents on pages as GB/T 9704-2012 asks: A4, a text
// area of 156 × 225 mm with 22 lines of 28 characters, no line that begins with
// a closing mark or ends with an opening one. One drawing serves the PDF and
// the preview on the screen.
//
// Lengths are in millimetres, sizes of type in points, and a page's origin is
// its upper left corner.
package layout

import (
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
)

// The files of the faces, by what they are for.
var faceFiles = map[document.Face]string{
	document.Fang: "paper-fang.ttf",
	document.Hei:  "paper-hei.ttf",
	document.Kai:  "paper-kai.ttf",
	document.Biao: "paper-title.ttf",
}

// rareFile has the characters that the others lack.
const rareFile = "paper-rare.ttf"

// A Typesetter sets documents. It reads each font once, when a document first
// needs it, and may be used by several goroutines: they take turns.
type Typesetter struct {
	mu    sync.Mutex
	files map[string][]byte
	own   map[document.Face][]byte
	fonts map[string]*canvas.Font
	glyph map[glyphKey]measured
	texts map[textKey]*canvas.Text
	sums  map[string]string // SHA-256 of each font's file, once it was asked for
	begun bool              // the usual fonts were read
}

// New returns a typesetter with the program's fonts, by their files' names; own maps
// a face to the bytes of a TrueType font that the office prefers, such as its
// 仿宋_GB2312, and may be nil.
func New(files map[string][]byte, own map[document.Face][]byte) *Typesetter {
	return &Typesetter{files: files, own: own, fonts: map[string]*canvas.Font{}, glyph: map[glyphKey]measured{}, texts: map[textKey]*canvas.Text{}, sums: map[string]string{}}
}

// A GlyphError says that no font has a character, and in which field it stands.
type GlyphError struct {
	Rune  rune
	Field string // label of the field, or the paper's title where the text is the paper's own
	Value string // what the field says: a name; empty where the text is the paper's own
}

// Error names the character, the field and what it says.
func (e *GlyphError) Error() string {
	_, where := e.MissingGlyph()
	return fmt.Sprintf("no font has %q (U+%04X) of %s", e.Rune, e.Rune, where)
}

// MissingGlyph returns the character, and the field with a name in it: 席位牌姓名（王䶮）.
func (e *GlyphError) MissingGlyph() (rune, string) {
	if n := utf8.RuneCountInString(e.Value); n > 0 && n <= 40 {
		return e.Rune, e.Field + "（" + e.Value + "）"
	}
	return e.Rune, e.Field
}

type glyphKey struct {
	face document.Face
	r    rune
}

// measured is a character in the font that has it.
type measured struct {
	font  *canvas.Font
	width float64 // in em
}

// measure finds the font for a character: the face's own, else the one of rare
// characters. A nil font means that none has it.
func (t *Typesetter) measure(face document.Face, r rune) (measured, error) {
	key := glyphKey{face, r}
	if m, ok := t.glyph[key]; ok {
		return m, nil
	}
	for _, load := range []func() (*canvas.Font, error){
		func() (*canvas.Font, error) { return t.face(face) },
		func() (*canvas.Font, error) { return t.load(rareFile, nil) },
	} {
		f, err := load()
		if err != nil {
			return measured{}, err
		}
		if id := f.GlyphIndex(r); id != 0 {
			m := measured{f, float64(f.GlyphAdvance(id)) / float64(f.Head.UnitsPerEm)}
			t.glyph[key] = m
			return m, nil
		}
	}
	return measured{}, nil
}

func (t *Typesetter) face(face document.Face) (*canvas.Font, error) {
	return t.load(faceFiles[face], t.own[face])
}

// load returns a font. The first time it reads all that papers usually need,
// side by side: reading is what the first paper waits for.
func (t *Typesetter) load(name string, own []byte) (*canvas.Font, error) {
	if !t.begun {
		t.begun = true
		t.prepare()
	}
	if f := t.fonts[name]; f != nil {
		return f, nil
	}
	f, err := t.read(name, own)
	if err != nil {
		return nil, err
	}
	t.fonts[name] = f
	return f, nil
}

// prepare reads the usual fonts. One that cannot be read is left to whoever
// needs it, who is told why.
func (t *Typesetter) prepare() {
	own := map[string][]byte{faceFiles[document.Fang]: t.own[document.Fang], rareFile: nil,
		faceFiles[document.Hei]: t.own[document.Hei], faceFiles[document.Biao]: t.own[document.Biao]}
	var mu sync.Mutex
	var all sync.WaitGroup
	for name, text := range own {
		all.Go(func() {
			if f, err := t.read(name, text); err == nil {
				mu.Lock()
				t.fonts[name] = f
				mu.Unlock()
			}
		})
	}
	all.Wait()
}

func (t *Typesetter) read(name string, own []byte) (*canvas.Font, error) {
	text := own
	if text == nil {
		text = t.files[name]
	}
	f, err := canvas.LoadFont(text, 0, canvas.FontRegular)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", name, err)
	}
	return f, nil
}
