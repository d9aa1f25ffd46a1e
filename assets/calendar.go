package assets

import _ "embed" // the table is part of the program

// Holidays is the table of statutory rest days and worked rest days, a year
// after the other; calendar.Load reads it.
//
//go:embed calendar/holidays.csv
var Holidays []byte
