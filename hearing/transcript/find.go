package transcript

import (
	"strings"

	"hearingdesk/hearing"
)

// A Hit is where a text was found.
type Hit struct {
	Line     hearing.ID
	From, To int // in the passage's text, counted in runes
}

// Find lists every place where a text stands, letters in either case.
func (t *Text) Find(text string) []Hit {
	text = strings.ToLower(text)
	if text == "" {
		return nil
	}
	n := len([]rune(text))
	var out []Hit
	for _, l := range t.Lines() {
		rest, at := strings.ToLower(l.Text), 0
		for {
			i := strings.Index(rest, text)
			if i < 0 {
				break
			}
			at += len([]rune(rest[:i]))
			out = append(out, Hit{l.ID, at, at + n})
			at, rest = at+n, rest[i+len(text):]
		}
	}
	return out
}

// Asked numbers the questions in their order, from 1: an answer names its
// question by this number.
func (t *Text) Asked() map[hearing.ID]int {
	out := map[hearing.ID]int{}
	for _, l := range t.Lines() {
		if l.Kind == hearing.Ask {
			out[l.ID] = len(out) + 1
		}
	}
	return out
}
