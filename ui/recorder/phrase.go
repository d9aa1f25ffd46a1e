package recorder

import (
	"strings"
	"unicode/utf8"
)

// Expand puts the standard phrase (常用语) in the place of its short code, where the
// code is all that stands before the cursor, or all behind a semicolon of either
// width, which goes with it. It returns the text with the new place of the cursor, in runes.
func (m *Model) Expand(text string, cursor int) (string, int, bool) {
	runes := []rune(text)
	if cursor < 0 || cursor > len(runes) {
		return text, cursor, false
	}
	before, behind := string(runes[:cursor]), string(runes[cursor:])
	head, code := "", before
	if i := strings.LastIndexFunc(before, func(r rune) bool { return r == ';' || r == 0xFF1B }); i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		head, code = before[:i], before[i+n:]
	} else if strings.TrimSpace(behind) != "" {
		return text, cursor, false
	}
	for _, p := range m.script.Phrases {
		if strings.EqualFold(p.Code, code) && code != "" {
			head += p.Text
			return head + behind, utf8.RuneCountInString(head), true
		}
	}
	return text, cursor, false
}
