package projector

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// A face measures one weight of the window's type. The width of a line is nearly
// that of its characters, in proportion to the size, so each is measured once.
type face struct {
	style  fyne.TextStyle
	widths map[rune]float32
	line   float32 // height of a line
}

// measured is the size at which characters are measured.
const measured = 100

func newFace(bold bool) *face {
	f := &face{style: fyne.TextStyle{Bold: bold}, widths: map[rune]float32{}}
	f.line = fyne.MeasureText("国", measured, f.style).Height / measured
	return f
}

// width is that of a text at a size.
func (f *face) width(text string, size float32) float32 {
	w := float32(0)
	for _, r := range text {
		one, ok := f.widths[r]
		if !ok {
			one = fyne.MeasureText(string(r), measured, f.style).Width / measured
			f.widths[r] = one
		}
		w += one
	}
	return w * size * 1.01
}

// Signs that begin no line, and those that end none.
var (
	closing = []rune{'，', '。', '、', '；', '：', '？', '！', '）', '》', '」', '』', '”', '’', '…', ',', '.', ';', ':', '?', '!', ')'}
	opening = []rune{'（', '《', '「', '『', '“', '‘', '('}
)

// wrap breaks a text into lines of at most a width: between Chinese characters
// anywhere, elsewhere at blanks.
func (f *face) wrap(text string, size, width float32) []string {
	var out []string
	line := ""
	for _, part := range parts(text) {
		switch {
		case line == "" || f.width(line+strings.TrimRight(part, " "), size) <= width:
			line += part
		default:
			out = append(out, strings.TrimRight(line, " "))
			line = strings.TrimLeft(part, " ")
		}
	}
	if line != "" {
		out = append(out, strings.TrimRight(line, " "))
	}
	return out
}

// parts are the pieces of a text that stay in one line.
func parts(text string) []string {
	var out []string
	last, joins := ' ', false // joins: the next character of a word stays with it
	for _, r := range text {
		wide := unicode.Is(unicode.Han, r) || r >= '　' && r <= '〿' || r >= '＀' && r <= '￯'
		if n := len(out); n > 0 && (joins && !wide || r == ' ' || slices.Contains(closing, r) || slices.Contains(opening, last)) {
			out[n-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		last, joins = r, !wide && r != ' '
	}
	return out
}

// smallest is the size below which nothing is written: a text that is too long
// even so is cut.
const smallest = 9

// fit finds the largest size, at most the given one, at which a text stands in a
// box in so many lines, and breaks it into lines that are about equally long.
func (f *face) fit(text string, most, width, height float32, lines int) (float32, []string) {
	for size := most; ; size *= 0.96 {
		got := f.wrap(text, size, width)
		if len(got) <= lines && float32(len(got))*f.line*size <= height && f.widest(got, size) <= width {
			return size, f.balance(text, size, width, len(got))
		}
		if size*0.96 < smallest {
			return size, f.cut(got, size, width, min(lines, max(1, int(height/(f.line*size)))))
		}
	}
}

func (f *face) widest(lines []string, size float32) float32 {
	w := float32(0)
	for _, l := range lines {
		w = max(w, f.width(l, size))
	}
	return w
}

// balance breaks a text at the least width that needs no more lines.
func (f *face) balance(text string, size, width float32, lines int) []string {
	best := f.wrap(text, size, width)
	for w := width * 0.97; lines > 1 && w > width/3; w *= 0.97 {
		got := f.wrap(text, size, w)
		if len(got) > lines || f.widest(got, size) > width {
			break
		}
		best = got
	}
	return best
}

// cut keeps so many lines and ends the last one with an ellipsis.
func (f *face) cut(lines []string, size, width float32, most int) []string {
	if len(lines) <= most && f.widest(lines, size) <= width {
		return lines
	}
	lines = lines[:min(most, len(lines))]
	for i, l := range lines {
		r := []rune(l)
		for len(r) > 0 && f.width(string(r)+"…", size) > width {
			r = r[:len(r)-1]
		}
		if i == len(lines)-1 || len(r) < len([]rune(l)) {
			lines[i] = string(r) + "…"
		}
	}
	return lines
}
