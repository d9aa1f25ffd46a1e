// Package locale keeps Fyne from complaining of a locale that is none.
//
// Fyne reads the user's locale while packages are initialized, before main,
// and writes a line to the standard error for each time that it is "C.UTF-8",
// which is what containers and services have. This package gives it a language
// first. Go initializes packages in the order of their paths as soon as what
// they import is ready: this one imports nothing but os and strings, and Fyne's
// imports packages later than this one's path, such as text/template.
package locale

import (
	"os"
	"strings"
)

func init() {
	if needed(os.Getenv) {
		_ = os.Setenv("LANGUAGE", "zh_CN") // where it fails, only the line is written
	}
}

// needed reports whether the locale names an encoding but no language, and
// LANGUAGE does not name one either.
func needed(env func(string) string) bool {
	if l := env("LANGUAGE"); l != "" && !none(l) {
		return false
	}
	for _, key := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if l := env(key); l != "" {
			return none(l)
		}
	}
	return false
}

func none(locale string) bool {
	language, _, _ := strings.Cut(locale, ".")
	return language == "C" || language == "POSIX"
}
