package assets

import _ "embed" // the table is part of the program

// Numbers is how work papers are numbered before an office says otherwise;
// hearing.ReadNumbering reads it.
//
//go:embed numbers/series.json
var Numbers []byte
