package document

// An Address stands at a place of the page, where the window of an envelope shows
// it: what follows stands below. It is the first block of its page.
type Address struct {
	X, Y          float64 // mm from the page's corner at the top left
	Width, Height float64 // mm; long lines are set smaller, so that they fit
	Lines         []Paragraph
}

// A Label is one of the labels that stand side by side on a page of their own,
// as the sheets of a stationer's have them.
type Label struct {
	Width, Height float64 // mm; as many as the page has room for stand on it, in its middle
	Lines         []Paragraph
}

// A SeatMap is a plan of a room, seen from above with the front at the top.
type SeatMap struct {
	Wide, Deep int     // of the room, in seats
	Front      string  // what hangs at the front wall; may be empty
	Seats      []Place // from the front, from the left
}

// A Place is one seat of a [SeatMap].
type Place struct {
	X, Y  int
	Label string // number
	Name  string // who sits there; empty is nobody
	Role  string
	Extra bool // a chair that has to be fetched
}

// A Picture is a picture as wide as the text, or as high as the page has room.
type Picture struct {
	Data []byte // PNG or JPEG
	Alt  string // what it shows, in words
}

func (Address) block() {}
func (Label) block()   {}
func (Picture) block() {}
