package volume

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// Pasted lists the files that a text from the clipboard names: one a line, as a
// path or as a file's address, as file managers write them. A text that is
// anything else names none.
func Pasted(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.Trim(strings.TrimSpace(line), `"`)
		if line == "" || line == "copy" || line == "cut" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "x-special/") {
			continue // what stands around the names
		}
		if u, err := url.Parse(line); err == nil && u.Scheme == "file" {
			line = u.Path
			if runtime.GOOS == "windows" {
				line = strings.TrimPrefix(line, "/")
			}
			line = filepath.FromSlash(line)
		}
		if !filepath.IsAbs(line) {
			return nil
		}
		out = append(out, line)
	}
	return out
}
