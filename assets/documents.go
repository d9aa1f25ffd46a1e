package assets

import (
	"embed"
	"io/fs"
)

//go:embed documents/*.txt
var documents embed.FS

// Documents holds the texts of the papers, one file each, and the dictionary of
// the keys that they may use.
func Documents() fs.FS {
	sub, err := fs.Sub(documents, "documents")
	if err != nil {
		return documents // the name is a constant: it is there or the build fails
	}
	return sub
}
