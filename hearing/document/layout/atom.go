package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tdewolff/canvas"

	"hearingdesk/hearing/document"
)

// An atom is one character, or one blank, of a paragraph with its measures.
type atom struct {
	r     rune
	font  *canvas.Font
	size  float64 // points
	width float64 // mm, as set by itself
	class class
	under bool
	gone  bool // struck through
	red   bool // not black
	blank bool // room for handwriting
	whole bool // belongs to the atom before: a name is not divided
	tick  bool // a ticked box
	ink   *document.Ink
}

// A class is how a character behaves at the ends of a line.
type class int

const (
	ideograph class = iota
	opening         // （《〈【〔“‘: never last
	closing         // ，。、；：？！）》〉】〕”’…: never first; half of it is white
	word            // Latin letters and figures, kept together
	space           // a space between words; dropped at a line's end
	forced          // a line break in the text
)

const (
	openers = "（《〈【〔“‘「『［｛([{"
	closers = "，。、；：？！）》〉】〕”’」』］｝%％℃)]}…—·,.;:?!"
	// wide closers have an empty right half that a tight line may use.
	wideClosers = "，。、；：？！）》〉】〕」』］｝"
)

func classOf(r rune) class {
	switch {
	case r == '\n':
		return forced
	case r == ' ':
		return space
	case strings.ContainsRune(openers, r):
		return opening
	case strings.ContainsRune(closers, r):
		return closing
	case r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)) && r != '□' && r != '√':
		return word
	}
	return ideograph
}

// cell is the width of one of the 28 characters of a line.
const (
	cell      = 156.0 / 28
	pitch     = 225.0 / 22
	mmPerPt   = 25.4 / 72
	bodySize  = 16.0
	smallSize = 14.0
	tableSize = 10.5
	titleSize = 22.0

	smallPitch = 0.8 // of the lines of 4号 text, to those of the body
)

// advance is the width of a character: body ideographs stand in cells, so that
// 28 fit although 28 × 16 pt do not; everything else has its own width.
func advance(m measured, size float64) float64 {
	w := m.width * size * mmPerPt
	if size == bodySize {
		w *= cell / (bodySize * mmPerPt)
	}
	return w
}

// atoms measures the runs of a paragraph.
func (s *setting) atoms(runs []document.Run, size float64) ([]atom, error) {
	var out []atom
	for _, run := range runs {
		text, from := run.Text, len(out)
		switch {
		case run.Blank > 0:
			for range run.Blank {
				out = append(out, atom{r: ' ', size: size, width: size * mmPerPt, blank: true, class: ideograph})
			}
			continue
		case run.Ink != nil:
			out = append(out, atom{r: ' ', size: size, width: document.InkWide, ink: run.Ink, class: ideograph})
			continue
		case run.Box && run.Text == "x":
			text = "√" // in a box that is drawn around it: a reader of the PDF finds it ticked
		case run.Box:
			text = "□"
		}
		for _, r := range text {
			a, err := s.atom(run, r, size)
			if err != nil {
				return nil, err
			}
			out = append(out, a)
		}
		s.keepNames(text, out[from:])
	}
	return out, nil
}

// keepNames marks the atoms of a text that belong to a name.
func (s *setting) keepNames(text string, atoms []atom) {
	for _, name := range s.doc.Whole {
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			first := utf8.RuneCountInString(text[:at+i])
			for k := 1; k < utf8.RuneCountInString(name); k++ {
				atoms[first+k].whole = true
			}
			at += i + len(name)
		}
	}
}

func (s *setting) atom(run document.Run, r rune, size float64) (atom, error) {
	if r == '\t' || r == '\u00a0' || unicode.IsControl(r) && r != '\n' {
		r = ' '
	}
	a := atom{r: r, size: size, class: classOf(r), under: run.Under, gone: run.Gone && r != '　', tick: run.Box && run.Text == "x"}
	if a.class == forced {
		return a, nil
	}
	m, err := s.t.measure(run.Face, r)
	if err != nil {
		return atom{}, err
	}
	if m.font == nil {
		return atom{}, s.missing(r)
	}
	a.font, a.width = m.font, advance(m, size)
	return a, nil
}

// missing names the field that holds a character which no font has.
func (s *setting) missing(r rune) error {
	for _, f := range s.doc.Fields {
		if strings.ContainsRune(f.Value, r) {
			return &GlyphError{r, f.Label, f.Value}
		}
	}
	return &GlyphError{Rune: r, Field: s.doc.Title}
}
