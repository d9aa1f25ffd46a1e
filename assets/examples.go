package assets

import _ "embed" // the examples are part of the program

// Examples is a package of the worked examples (示例): three fictional cases of
// a fictional procuratorate with their hearings and one announcement session,
// for a new user to look around in.
//
//go:embed examples/worked.json
var Examples []byte

// OfficeRules is a rule file such as an office writes for itself (本院规则): two
// periods of its own and two kinds of step, to begin from.
//
//go:embed examples/office-rules.json
var OfficeRules []byte
