package schedule

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// wide measures a text in characters.
func wide(s string) float32 { return float32(utf8.RuneCountInString(s)) }

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text string
		w    float32
		want string
	}{
		{"听证会", 3, "听证会"},
		{"督促整治听证会", 4, "督促整…"},
		{"听证会", 1, ""}, // not even one character with the dots
		{"", 5, ""},
		{"䶮㛃𬱖𫖯", 3, "䶮㛃…"},
	} {
		if got := cut(c.text, c.w, wide); got != c.want {
			t.Errorf("cut(%q, %v) = %q, want %q", c.text, c.w, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		w          float32
		n          int
		want       string
	}{
		{"as it comes", "督促整治消防通道", 4, 3, "督促整治|消防通道"},
		{"the last line is cut", "督促整治消防通道案听证会", 4, 2, "督促整治|消防通…"},
		{"a number stays whole", "主持人林知远2023年", 8, 2, "主持人林知远|2023年"},
		{"a mark does not begin a line", "督促整治，消防通道", 4, 3, "督促整|治，消防|通道"},
		{"English words", "no room for it", 7, 3, "no room|for it"},
		{"one long word", "abcdefgh", 3, 3, "abc|def|gh"},
		{"no room at all", "督促", 0, 3, ""},
	} {
		if got := wrap(c.text, c.w, c.n, wide); !slices.Equal(got, strings.FieldsFunc(c.want, func(r rune) bool { return r == '|' })) {
			t.Errorf("%s: %q, want %s", c.name, got, c.want)
		}
	}
}
