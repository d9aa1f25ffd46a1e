package hearing

import (
	"bytes"
	"slices"
	"strconv"
)

// An Enclosure (附件) is a sheet that goes out with papers: a guide to the house,
// a map, a sheet of rights. It is the office's own, and is printed as it was
// written.
type Enclosure struct {
	ID      ID       `json:"id"`
	Version Version  `json:"-"`
	Name    string   `json:"name"`              // its title (名称)
	With    []string `json:"with,omitempty"`    // numbers of the papers that it goes with: 07a, 07b
	Room    ID       `json:"room,omitempty"`    // only with sessions in this room; empty: in any
	Text    string   `json:"text,omitempty"`    // what it says, a paragraph a line
	Picture []byte   `json:"picture,omitempty"` // PNG or JPEG that stands below the text, such as a map; at most [LargestPicture]
}

// LargestPicture is how large the picture of an enclosure may be, in bytes.
const LargestPicture = 1 << 20

// GoesWith reports whether the enclosure goes with a paper of a session that is
// held in a room.
func (e Enclosure) GoesWith(document string, room ID) bool {
	return slices.Contains(e.With, document) && (e.Room == "" || e.Room == room)
}

// PictureMedia is what the picture is: image/png or image/jpeg, or nothing where
// there is none or it is something else.
func (e Enclosure) PictureMedia() string {
	switch {
	case bytes.HasPrefix(e.Picture, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(e.Picture, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	}
	return ""
}

// Noun says that it is an enclosure.
func (e Enclosure) Noun() string { return NounEnclosure }

// Key returns the ID.
func (e Enclosure) Key() ID { return e.ID }

// At returns the version that was read.
func (e Enclosure) At() Version { return e.Version }

// Called returns the name.
func (e Enclosure) Called() string { return e.Name }

// References returns the room.
func (e Enclosure) References() []Reference {
	var r references
	r.add(NounRoom, e.Room, "room")
	return r
}

// Validate returns what is wrong with the enclosure's own fields. Whether there
// are papers of its numbers, the catalogue of papers says.
func (e Enclosure) Validate() FieldErrors {
	var v validator
	v.id("id", e.ID)
	v.name("name", e.Name)
	v.text("text", e.Text)
	for _, n := range e.With {
		v.short("with", n)
	}
	switch {
	case len(e.Picture) > LargestPicture:
		v.add("picture", "range", strconv.Itoa(len(e.Picture)), "≤ "+strconv.Itoa(LargestPicture))
	case len(e.Picture) > 0 && e.PictureMedia() == "":
		v.add("picture", "unknown", "", "PNG, JPEG")
	}
	return v.faults
}
