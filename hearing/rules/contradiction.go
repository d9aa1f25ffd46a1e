package rules

// A Contradiction says why a period cannot be.
type Contradiction struct {
	Why  string // one of the reasons below
	What string // the words in question
}

// Why a period cannot be.
const (
	StartsAndEnds   = "both starts and ends it"
	BackAndMore     = "counted backward, it can neither wait, pause, be extended nor come from the case"
	WaitsForNothing = "has to run out before nothing"
	EndsNever       = "that event cannot end it"
	TwoLengths      = "its length comes both from the case and from the table"
	NoLength        = "it has no length"
	EndsOwnOnly     = "ends only the program's own periods"
	BackFromElse    = "counted backward from something else"
	StartsItself    = "it starts itself"
	NoSentence      = "no sentence says it"
	NoEvent         = "no such event"
	EndsFirst       = "has to come first among what ends it"
)

// Error says it in English.
func (c *Contradiction) Error() string { return c.What + ": " + c.Why }
