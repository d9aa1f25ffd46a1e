package assets

import _ "embed" // the catalogues are part of the program

// English is the English catalogue: every Chinese text of the window and the
// command line.
//
//go:embed translations/en.json
var English []byte
