package compare

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// A Match is when two keys are one (匹配方式).
type Match string

// The ways.
const (
	Exact Match = "exact" // 完全一致
	Trim  Match = "trim"  // 忽略全半角、空格、括号和公司后缀
	Fuzzy Match = "fuzzy" // 再找近似的
)

// Matches lists every way, the strictest first.
var Matches = []Match{Exact, Trim, Fuzzy}

// Term names the way.
func (m Match) Term() hearing.Term {
	return map[Match]hearing.Term{
		Exact: {Zh: "完全一致", En: "Exact"},
		Trim:  {Zh: "忽略格式差异", En: "Ignore the form"},
		Fuzzy: {Zh: "并找近似的", En: "And near ones"},
	}[m]
}

// suffixes are how companies and bodies end; the longest that fits goes.
var suffixes = [][]byte{
	[]byte("股份有限公司"), []byte("有限责任公司"), []byte("有限公司"), []byte("分公司"), []byte("公司"),
}

// even appends a text to out without what does not make another of it: width,
// letter case, space, and marks. What stands in brackets stays.
func even(out, text []byte) []byte {
	for len(text) > 0 {
		if c := text[0]; c < utf8.RuneSelf {
			text = text[1:]
			switch {
			case c >= 'A' && c <= 'Z':
				out = append(out, c+'a'-'A')
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == '-', c == '/', c == '#', c == '+':
				out = append(out, c)
			}
			continue
		}
		r, n := utf8.DecodeRune(text)
		if r >= 0x4e00 && r <= 0x9fff { // most of a Chinese text
			out, text = append(out, text[:n]...), text[n:]
			continue
		}
		text = text[n:]
		switch r = hearing.Narrow(r); {
		case r < utf8.RuneSelf:
			out = even(out, utf8.AppendRune(nil, r))
		case unicode.IsSpace(r), unicode.IsPunct(r), unicode.Is(unicode.Cf, r):
		default:
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}

// trimmed is [even] without the suffix of a company.
func trimmed(out, text []byte) []byte {
	from := len(out)
	out = even(out, text)
	for _, s := range suffixes {
		if bytes.HasSuffix(out[from:], s) && len(out)-from > len(s) {
			return out[:len(out)-len(s)]
		}
	}
	return out
}

// amount reads a number as it is written in tables: 1,200.50, ￥20, 20元. It is
// returned with no zeros around it.
func amount(out, text []byte) ([]byte, bool) {
	text = bytes.TrimSuffix(bytes.TrimSpace(text), []byte("元"))
	from, point, digits := len(out), -1, 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		i += n
		switch r = hearing.Narrow(r); {
		case r >= '0' && r <= '9':
			digits++
			if out = append(out, byte(r)); r == '0' && point < 0 && len(bytes.TrimLeft(out[from:], "-")) == 1 {
				out = out[:len(out)-1] // a zero before the others
			}
		case r == '.' && point < 0:
			point = len(out)
			out = append(out, '.')
		case r == '-' && digits == 0 && len(out) == from:
			out = append(out, '-')
		case r == ',' || r == ' ' || r == '¥' || r == '￥':
		default:
			return out[:from], false
		}
	}
	if digits == 0 {
		return out[:from], false
	}
	if point >= 0 {
		out = bytes.TrimSuffix(bytes.TrimRight(out, "0"), []byte("."))
	}
	if len(out) == from+1 && out[from] == '-' {
		out = out[:from] // minus nothing
	}
	return out, true
}

// sameValue reports whether two cells say the same: as numbers, or as texts whose
// form does not matter.
func sameValue(a, b []byte, exact bool) bool {
	if bytes.Equal(a, b) {
		return true
	}
	if exact {
		return false
	}
	var left, right [64]byte
	x, isNumber := amount(left[:0], a)
	if y, both := amount(right[:0], b); isNumber && both {
		return bytes.Equal(x, y)
	}
	return bytes.Equal(trimmed(left[:0], a), trimmed(right[:0], b))
}
