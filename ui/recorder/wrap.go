package recorder

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// A measure knows how wide characters are, each measured once: a transcript of
// thousands of passages is broken into lines in a few milliseconds.
type measure struct {
	size  float32
	style fyne.TextStyle
	width map[rune]float32
}

func newMeasure(size float32) *measure { return &measure{size: size, width: map[rune]float32{}} }

func (m *measure) rune(r rune) float32 {
	w, ok := m.width[r]
	if !ok {
		w = fyne.MeasureText(string(r), m.size, m.style).Width
		m.width[r] = w
	}
	return w
}

func (m *measure) text(s []rune) float32 {
	w := float32(0)
	for _, r := range s {
		w += m.rune(r)
	}
	return w
}

// A span is a line of a text on the screen: its runes from and to.
type span struct{ from, to int }

// lines breaks a text to a width. Words of letters stay together, and a closing
// mark never begins a line.
func (m *measure) lines(text []rune, width float32) []span {
	var out []span
	from, w := 0, float32(0)
	for i := 0; i < len(text); i++ {
		r := text[i]
		if r == '\n' {
			out = append(out, span{from, i})
			from, w = i+1, 0
			continue
		}
		w += m.rune(r)
		if w <= width || i == from {
			continue
		}
		cut := breakBefore(text, from, i)
		out = append(out, span{from, cut})
		from = cut
		w = m.text(text[from : i+1])
	}
	return append(out, span{from, len(text)})
}

// breakBefore is the rune at which the next line begins, at most i.
func breakBefore(text []rune, from, i int) int {
	cut := i
	for cut > from+1 && (closes(text[cut]) || joins(text[cut-1]) && joins(text[cut]) || opens(text[cut-1])) {
		cut--
	}
	if cut <= from+1 {
		return i // one long word
	}
	return cut
}

func joins(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-')
}

func closes(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', '、', '）', '”', '’', '》', '〕', '】', ',', '.', ';', ':', '!', '?', ')', '%', '…':
		return true
	}
	return false
}

func opens(r rune) bool {
	switch r {
	case '（', '“', '‘', '《', '〔', '【', '(':
		return true
	}
	return false
}
