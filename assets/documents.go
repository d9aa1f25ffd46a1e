package assets

import (
	"embed"
	"io/fs"
)

//go:embed documents/*.txt documents/*.json
var documents embed.FS

// Documents holds the texts of the papers, one file each, the dictionary of the
// keys that they may use, and the seats of rooms that have no layout of their own.
func Documents() fs.FS {
	sub, err := fs.Sub(documents, "documents")
	if err != nil {
		return documents // the name is a constant: it is there or the build fails
	}
	return sub
}

// Seats is how people sit in rooms that have no layout of their own;
// hearing/seating reads it.
//
//go:embed documents/seats.json
var Seats []byte
