// Package outline tells a test what the program's windows show: every text and
// control with its place on the screen. It is compiled only with the build tag
// outline, so the program that people run has none of it; linking it in is
// enough, the program does not call it.
//
// The test connects to the socket that HEARINGDESK_OUTLINE names and reads one
// JSON array of [Item], in the order in which they are drawn. Of a second
// socket, whose name ends in .load, it reads one [Load]. A third one, .pulse, tells as
// long as one reads when the window's thread was busy.
package outline

// An Item is a text or a control that a window shows.
type Item struct {
	Kind    string  // "text", or the control's Go type: Button, Entry, Select
	Text    string  // the text itself; of a control what it holds or says
	Hint    string  // what an empty control says
	X, Y    float32 // upper left corner, in dots from the window's
	W, H    float32 // size in dots; what a scroll hides is cut off
	Layer   int     // 0 the window, 1 and up what lies over it
	Focused bool    // has the keyboard
	Off     bool    // cannot be used now
	On      bool    // is ticked
}

// A Load is what the program has to do.
type Load struct {
	Given int64    // jobs given since it began
	Open  int64    // those of them that are not done
	Waits []string // keys of those that wait for a pause, such as "save hearing:h-e1"
}
