package assets

import _ "embed" // the icon is part of the program

// Icon is the program's icon, a PNG of 256 × 256 dots, drawn from icons/icon.svg.
//
//go:embed icons/icon.png
var Icon []byte
