package assets

import (
	"embed"
	"io/fs"
)

//go:embed rules/*.json
var ruleFiles embed.FS

// Rules are the rule files: each finding's article, validity, severity and text
// in both languages, and the periods that the law counts; rules.Load reads them.
func Rules() [][]byte {
	names, _ := fs.Glob(ruleFiles, "rules/*.json") // a constant pattern
	var out [][]byte
	for _, n := range names {
		if text, err := ruleFiles.ReadFile(n); err == nil { // it is part of the program
			out = append(out, text)
		}
	}
	return out
}
