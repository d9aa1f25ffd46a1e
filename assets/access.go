package assets

import _ "embed" // the table is part of the program

// Access is who may do what at a desk with accounts, and how one gets in;
// hearing.ReadAccess reads it.
//
//go:embed access/access.json
var Access []byte
