package assets

import _ "embed" // the table is part of the program

// Roster is how the columns and the values of rosters are called, which offices
// write in many ways; roster.Load reads it.
//
//go:embed roster/headers.json
var Roster []byte
