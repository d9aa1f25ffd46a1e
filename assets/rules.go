package assets

import _ "embed" // the table is part of the program

// Rules is the rule table: each finding's article, validity, severity and text
// in both languages; rules.Load reads it.
//
//go:embed rules/rules.json
var Rules []byte
