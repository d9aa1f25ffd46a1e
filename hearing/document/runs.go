package document

import (
	"strconv"
	"strings"
)

// parts divides a line at the bars that are markup.
func parts(s string) []string {
	out := split(s, "|")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

// split divides a text at a separator outside of values.
func split(s, separator string) []string {
	var out []string
	inside := false
	start := 0
	for i, r := range s {
		switch {
		case r == markOpen:
			inside = true
		case r == markClose:
			inside = false
		case !inside && i >= start && strings.HasPrefix(s[i:], separator):
			out = append(out, s[start:i])
			start = i + len(separator)
		}
	}
	return append(out, s[min(start, len(s)):])
}

// plain is the text without markup; a blank in it is spaces.
func plain(s string) string {
	var b strings.Builder
	for _, r := range runs(s) {
		b.WriteString(r.Text)
		b.WriteString(strings.Repeat("　", r.Blank))
	}
	return b.String()
}

// runs reads the markup inside a line.
func runs(s string) []Run {
	var out []Run
	var text strings.Builder
	face, gone := Fang, false
	flush := func() {
		if text.Len() > 0 {
			out = append(out, Run{Text: text.String(), Face: face, Gone: gone})
			text.Reset()
		}
	}
	inside := false
	for i := 0; i < len(s); {
		rest := s[i:]
		n := 1
		switch {
		case strings.HasPrefix(rest, string(markOpen)), strings.HasPrefix(rest, string(markClose)):
			inside = strings.HasPrefix(rest, string(markOpen))
			n = len(string(markOpen))
		case strings.HasPrefix(rest, string(markBreak)):
			text.WriteByte('\n')
			n = len(string(markBreak))
		case strings.HasPrefix(rest, string(markBlank)):
			flush()
			digits, _, _ := strings.Cut(rest[len(string(markBlank)):], string(markBlankEnd))
			if b, err := strconv.Atoi(digits); err == nil {
				out = append(out, Run{Blank: b})
			}
			n = len(string(markBlank)) + len(digits) + len(string(markBlankEnd))
		case strings.HasPrefix(rest, string(markInk)):
			flush()
			drawn, _, _ := strings.Cut(rest[len(string(markInk)):], string(markInkEnd))
			if ink := readInk(drawn); ink != nil {
				out = append(out, Run{Ink: ink})
			}
			n = len(string(markInk)) + len(drawn) + len(string(markInkEnd))
		case !inside && strings.HasPrefix(rest, "**"):
			flush()
			face = map[Face]Face{Fang: Hei, Hei: Fang}[face]
			n = 2
		case !inside && strings.HasPrefix(rest, "~~"):
			flush()
			gone = !gone
			n = 2
		case !inside && (strings.HasPrefix(rest, "[ ]") || strings.HasPrefix(rest, "[x]")):
			flush()
			out = append(out, Run{Box: true, Text: strings.TrimSpace(rest[1:2])})
			n = 3
		default:
			text.WriteByte(rest[0])
		}
		i += min(n, len(rest))
	}
	flush()
	return out
}
