// Package lettering sets large type that is read from afar: a text finds the size
// and the lines in which it fills its place, and no line begins with a comma.
package lettering

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// A Face measures one weight of the window's type. The width of a line is nearly
// that of its characters, in proportion to the size, so each is measured once.
type Face struct {
	Style  fyne.TextStyle
	widths map[rune]float32
	Line   float32 // height of a line at size 1
}

// measured is the size at which characters are measured.
const measured = 100

// NewFace measures the type of the theme in use.
func NewFace(bold bool) *Face {
	f := &Face{Style: fyne.TextStyle{Bold: bold}, widths: map[rune]float32{}}
	f.Line = fyne.MeasureText("国", measured, f.Style).Height / measured
	return f
}

// Width is that of a text at a size.
func (f *Face) Width(text string, size float32) float32 {
	w := float32(0)
	for _, r := range text {
		one, ok := f.widths[r]
		if !ok {
			one = fyne.MeasureText(string(r), measured, f.Style).Width / measured
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

// Wrap breaks a text into lines of at most a width: between Chinese characters
// anywhere, elsewhere at blanks.
func (f *Face) Wrap(text string, size, width float32) []string {
	var out []string
	line := ""
	for _, part := range parts(text) {
		switch {
		case line == "" || f.Width(line+strings.TrimRight(part, " "), size) <= width:
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

// Smallest is the size below which nothing is written: a text that is too long
// even so is cut.
const Smallest = 9

// Fit finds the largest size, at most the given one, at which a text stands in a
// box in so many lines, and breaks it into lines that are about equally long.
func (f *Face) Fit(text string, most, width, height float32, lines int) (float32, []string) {
	for size := most; ; size *= 0.96 {
		got := f.Wrap(text, size, width)
		if len(got) <= lines && float32(len(got))*f.Line*size <= height && f.Widest(got, size) <= width {
			return size, f.balance(text, size, width, len(got))
		}
		if size*0.96 < Smallest {
			return size, f.cut(got, size, width, min(lines, max(1, int(height/(f.Line*size)))))
		}
	}
}

// Widest is the width of the longest of several lines.
func (f *Face) Widest(lines []string, size float32) float32 {
	w := float32(0)
	for _, l := range lines {
		w = max(w, f.Width(l, size))
	}
	return w
}

// balance breaks a text at the least width that needs no more lines.
func (f *Face) balance(text string, size, width float32, lines int) []string {
	best := f.Wrap(text, size, width)
	for w := width * 0.97; lines > 1 && w > width/3; w *= 0.97 {
		got := f.Wrap(text, size, w)
		if len(got) > lines || f.Widest(got, size) > width {
			break
		}
		best = got
	}
	return best
}

// cut keeps so many lines and ends the last one with an ellipsis.
func (f *Face) cut(lines []string, size, width float32, most int) []string {
	if len(lines) <= most && f.Widest(lines, size) <= width {
		return lines
	}
	lines = lines[:min(most, len(lines))]
	for i, l := range lines {
		r := []rune(l)
		for len(r) > 0 && f.Width(string(r)+"…", size) > width {
			r = r[:len(r)-1]
		}
		if i == len(lines)-1 || len(r) < len([]rune(l)) {
			lines[i] = string(r) + "…"
		}
	}
	return lines
}
