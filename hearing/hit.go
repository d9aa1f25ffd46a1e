package hearing

import (
	"slices"

	"hearingdesk/hearing/calendar"
)

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
	Type   CaseType      `json:"-"`                // of a case
	State  State         `json:"-"`                // of a session, and of what was said in it
	Room   ID            `json:"-"`                // where a session is held
	People []ID          `json:"-"`                // who takes part in a session, or stands in a case
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

// A Sieve (筛选) leaves some of what was found out. What is empty leaves out nothing.
type Sieve struct {
	Noun   string        // of one kind only
	From   calendar.Date // with a day, not before this one
	Type   CaseType      // cases of a type
	State  State         // sessions in a state, and what was said in them
	Room   ID            // sessions in a room, and what was said in them
	People []ID          // sessions and cases with one of these; nil: with anybody
}

// Open reports whether nothing is left out.
func (s Sieve) Open() bool {
	return s.Noun == "" && s.From.IsZero() && s.Type == "" && s.State == "" && s.Room == "" && s.People == nil
}

// Takes reports whether a hit is left in.
func (s Sieve) Takes(h Hit) bool {
	switch {
	case s.Noun != "" && h.Noun != s.Noun, !s.From.IsZero() && h.On.Before(s.From), s.Type != "" && h.Type != s.Type,
		s.State != "" && h.State != s.State, s.Room != "" && h.Room != s.Room:
		return false
	}
	return s.People == nil || slices.ContainsFunc(h.People, func(id ID) bool { return slices.Contains(s.People, id) })
}

// Of reports whether something of a kind can be left in at all.
func (s Sieve) Of(noun string) bool {
	session := noun == NounHearing || noun == NounAnnouncement || noun == NounTranscript
	switch {
	case s.Noun != "" && s.Noun != noun, s.Type != "" && noun != NounCase, (s.State != "" || s.Room != "") && !session, s.People != nil && !session && noun != NounCase:
		return false
	}
	return true
}
