package hearing

import "hearingdesk/hearing/calendar"

// NounTranscript is what words that were spoken are found as.
const NounTranscript = "transcript"

// A Hit is one thing that was looked for and found (查找结果): a record, or words
// in a transcript.
type Hit struct {
	Noun   string        `json:"kind"`             // what it is
	ID     ID            `json:"id"`               // of the record; of words that were spoken, of their hearing
	Name   string        `json:"name"`             // what it is called
	Detail string        `json:"detail,omitempty"` // its number, what somebody is; words that were spoken
	On     calendar.Date `json:"on,omitzero"`      // of a session its day, of a case its filing, of a paper its decision
	Of     ID            `json:"of,omitempty"`     // of a paper its case, of words the passage
	From   int           `json:"-"`                // first character of Name, or of words that were spoken, that matches
	To     int           `json:"-"`                // behind the last; not above From: what matches is not shown
	Rank   int           `json:"-"`                // how well it fits: 0 best
}

// The ranks of what is found.
const (
	FitsWhole  = iota // is called just so
	FitsBegin         // its name begins so
	FitsWithin        // its name holds it
	FitsSound         // its name sounds so, by initials or whole syllables
	FitsNumber        // a number, a telephone or another text of it holds it
	FitsWords         // somebody said it
)
