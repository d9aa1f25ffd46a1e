package hearing

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestFileName is how many bytes of a name every file system takes, with room for
// what a program adds.
const longestFileName = 235

// CleanName keeps what every file system takes of a text that becomes part of a file's
// name, and at most so many bytes of it.
func CleanName(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		case unicode.IsControl(r), strings.ContainsRune(`/\:*?"<>|`, r):
			return '_'
		}
		return r
	}, s)
	for len(s) > most {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return strings.Trim(s, ". \u00a0\u3000")
}

// FileName is a name that came from elsewhere, such as with a package, as a file may be
// called anywhere: it leads into no other folder, and is no device of Windows. Of one
// that holds nothing of the kind there remains "_".
func FileName(s string) string {
	s = path.Base("/" + strings.ReplaceAll(s, `\`, "/"))
	ext := CleanName(path.Ext(s), 12)
	if ext != "" {
		ext = "." + ext
	}
	s = CleanName(strings.TrimSuffix(s, path.Ext(s)), longestFileName) + ext
	if first, _, _ := strings.Cut(s, "."); first == "" || device(strings.TrimSpace(first)) {
		return "_" + s
	}
	return s
}

// device reports a name that Windows keeps for a device, whatever follows its dot.
func device(s string) bool {
	s = strings.ToUpper(s)
	switch s {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	rest, com := strings.CutPrefix(s, "COM")
	if !com {
		rest, com = strings.CutPrefix(s, "LPT")
	}
	return com && utf8.RuneCountInString(rest) == 1 && strings.Contains("0123456789¹²³", rest)
}
