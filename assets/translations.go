package assets

import _ "embed" // the catalogues are part of the program

// Chinese is the Chinese catalogue. The window's texts are Chinese already;
// it holds what Fyne itself says.
//
//go:embed translations/zh.json
var Chinese []byte

// English is the English catalogue: every Chinese text of the window and the
// command line.
//
//go:embed translations/en.json
var English []byte
