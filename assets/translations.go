package assets

import _ "embed" // the catalogues are part of the program

// English is the English catalogue: every Chinese text of the window and the
// command line.
//
//go:embed translations/en.json
var English []byte

// Toolkit holds the texts that Fyne brings itself, such as those of a field's
// menu, for each language of the desk. Fyne has them too, but shows those of
// the system's language.
//
//go:embed translations/fyne.json
var Toolkit []byte

// Fields names the fields of records, by their keys in a package, in both
// languages.
//
//go:embed translations/fields.json
var Fields []byte
