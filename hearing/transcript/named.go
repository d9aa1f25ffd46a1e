package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is how many characters the name of a speaker has at most; what is
// longer before a colon is a sentence.
const longestName = 20

// Named takes apart what a recogniser wrote as “张三：文字” or “[主持人] 文字”: the
// name of the speaker, and what was said. Without a name all of it was said.
func Named(text string) (name, said string) {
	text = strings.TrimSpace(text)
	for _, pair := range []string{"[]", "【】", "［］"} {
		open, end := utf8.DecodeRuneInString(pair)
		closing, _ := utf8.DecodeRuneInString(pair[end:])
		if rest, ok := strings.CutPrefix(text, string(open)); ok {
			if name, said, ok := strings.Cut(rest, string(closing)); ok && isName(name) {
				return strings.TrimSpace(name), strings.TrimSpace(strings.TrimLeft(said, "：: "))
			}
		}
	}
	if i := strings.IndexAny(text, "：:"); i > 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		if name := text[:i]; isName(name) {
			return strings.TrimSpace(name), strings.TrimSpace(text[i+n:])
		}
	}
	return "", text
}

// isName reports whether a text can be what somebody is called: letters and
// figures, no sentence and no time of day.
func isName(s string) bool {
	s = strings.TrimSpace(s)
	letters := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsDigit(r), r == ' ', r == '·', r == '（', r == '）', r == '(', r == ')', r == '-', r == '_':
		default:
			return false
		}
	}
	return letters && utf8.RuneCountInString(s) <= longestName
}
