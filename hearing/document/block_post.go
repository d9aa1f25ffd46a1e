package document

import (
	"crypto/sha256"
	"fmt"
)

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

// A Grid is a page of labels.
type Grid struct {
	Columns, Rows int
	Left, Top     float64 // mm, of the first label
}

// Grid is the page that has labels of the size: A4, and at least one.
func (l Label) Grid() Grid {
	const wide, high, slack = 210.0, 297.0, 0.001
	g := Grid{Columns: max(1, int(wide/l.Width+slack)), Rows: max(1, int(high/l.Height+slack))}
	g.Left, g.Top = (wide-float64(g.Columns)*l.Width)/2, (high-float64(g.Rows)*l.Height)/2
	return g
}

// A Picture is a picture as wide as the text, or as high as the page has room.
type Picture struct {
	Data []byte // PNG or JPEG
	Alt  string // what it shows, in words
}

// GoString tells the picture from another without all its bytes: what a paper
// says is compared by how its blocks print.
func (p Picture) GoString() string {
	return fmt.Sprintf("Picture{%x, %q}", sha256.Sum256(p.Data), p.Alt)
}

func (Address) block() {}
func (Label) block()   {}
func (Picture) block() {}

// An Attached is a file whose pages are printed as they are, behind everything
// else. Its bytes the desk keeps under the hash.
type Attached struct{ Hash string }

func (Attached) block() {}

// Apart takes a document apart: what is set, and the files behind it.
func (d Document) Apart() (Document, []Attached) {
	var set []Block
	var files []Attached
	for _, b := range d.Blocks {
		if f, is := b.(Attached); is {
			files = append(files, f)
			continue
		}
		set = append(set, b)
	}
	d.Blocks = set
	return d, files
}
