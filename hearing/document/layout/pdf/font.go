package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/tdewolff/canvas"
	sfnt "github.com/tdewolff/font"
)

// A font is a font of the file with the characters that are used of it. Each
// has a number of its own, so that two characters that share a glyph stay two.
type font struct {
	name   string
	ref    ref
	source *canvas.Font
	codes  map[character]uint16
	chars  []character // of each code; the first is the missing glyph
}

type character struct {
	glyph uint16
	r     rune
}

func (w *Writer) embed(f *canvas.Font) *font {
	if have := w.fonts[f]; have != nil {
		return have
	}
	out := &font{name: fmt.Sprintf("F%d", len(w.order)), ref: w.reserve(), source: f, codes: map[character]uint16{}, chars: make([]character, 1)}
	w.fonts[f] = out
	w.order = append(w.order, out)
	return out
}

func (f *font) cid(glyph uint16, r rune) uint16 {
	c := character{glyph, r}
	code, ok := f.codes[c]
	if !ok {
		code = uint16(len(f.chars)) //nolint:gosec // a font has at most 65,535 glyphs
		f.codes[c] = code
		f.chars = append(f.chars, c)
	}
	return code
}

// font writes a font as a subset.
func (w *Writer) font(f *font) error {
	subset := canvas.NewFontSubsetter()
	places := make([]byte, 0, 2*len(f.chars))
	widths := make([]byte, 0, 5*len(f.chars))
	em := float64(f.source.Head.UnitsPerEm)
	for _, c := range f.chars {
		at := subset.Get(c.glyph)
		places = binary.BigEndian.AppendUint16(places, at)
		widths = append(number(widths, float64(f.source.GlyphAdvance(c.glyph))*1000/em), ' ')
	}
	small, err := f.source.Subset(subset.List(), sfnt.SubsetOptions{Tables: sfnt.KeepPDFTables})
	if err != nil {
		return fmt.Errorf("embed font %s: %w", f.source.Name(), err)
	}
	outlines, codes, unicode, descriptor, child := w.reserve(), w.reserve(), w.reserve(), w.reserve(), w.reserve()
	data := program(small)
	w.stream(outlines, fmt.Sprintf("/Length1 %d", len(data)), data, true)
	w.stream(codes, "", places, true)
	w.stream(unicode, "", toUnicode(f.chars), true)
	name := postScriptName(f.source)
	thousandths := func(v int16) int { return int(float64(v) * 1000 / em) }
	head, hhea := f.source.Head, f.source.Hhea
	w.object(descriptor, fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/FontFamily%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %v>>",
		name, textString(f.source.Name()), thousandths(head.XMin), thousandths(head.YMin), thousandths(head.XMax), thousandths(head.YMax),
		thousandths(hhea.Ascender), thousandths(hhea.Descender), thousandths(f.source.OS2.SCapHeight), outlines))
	w.object(child, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/DW 1000/W[0[%s]]/CIDToGIDMap %v>>",
		name, descriptor, widths, codes))
	w.object(f.ref, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", name, child, unicode))
	return nil
}

// program is the font's file. Its head bears the time of writing, which is set
// back to the font's own, so that two files of the same pages are the same; the
// sums over the head and over the whole follow.
func program(f *sfnt.SFNT) []byte {
	data, order := f.Write(), binary.BigEndian
	for rec := 12; rec+16 <= len(data); rec += 16 {
		if string(data[rec:rec+4]) != "head" {
			continue
		}
		at := int(order.Uint32(data[rec+8:]))
		more := uint32(0)
		for i := at + 28; i < at+36; i += 4 {
			own := f.Tables["head"][i-at:]
			more += order.Uint32(own) - order.Uint32(data[i:])
			copy(data[i:i+4], own)
		}
		order.PutUint32(data[rec+4:], order.Uint32(data[rec+4:])+more)
		order.PutUint32(data[at+8:], order.Uint32(data[at+8:])-2*more)
		break
	}
	return data
}

// postScriptName is the font's name with the mark of a subset.
func postScriptName(f *canvas.Font) string {
	name := f.Name()
	if records := f.SFNT.Name.Get(sfnt.NamePostScript); len(records) > 0 {
		name = records[0].String()
	}
	return "DESKXX+" + strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("()<>[]{}/%#", r) {
			return -1
		}
		return r
	}, name)
}

// toUnicode maps each code to its character (ISO 32000-1, 9.10.3), a hundred
// at a time, which is the most that a reader need take.
func toUnicode(chars []character) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(chars); from += 100 {
		part := chars[from:min(from+100, len(chars))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, c := range part {
			fmt.Fprintf(&b, "<%04X> <", from+i)
			for _, u := range utf16.Encode([]rune{c.r}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
