package hearing

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
)

// An Enclosure (附件) is a sheet that goes out with papers: a guide to the house,
// a map, a sheet of rights. It is the office's own, and is printed as it was
// written: a text with a picture, a file with its own pages, or both, the text
// first.
type Enclosure struct {
	ID      ID       `json:"id"`
	Version Version  `json:"-"`
	Name    string   `json:"name"`              // its title (名称)
	With    []string `json:"with,omitempty"`    // numbers of the papers that it goes with: 07a, 07b
	Room    ID       `json:"room,omitempty"`    // only with sessions in this room; empty: in any
	Text    string   `json:"text,omitempty"`    // what it says, a paragraph a line
	Picture []byte   `json:"picture,omitempty"` // PNG or JPEG that stands below the text, such as a map; at most [LargestPicture]

	File EnclosedFile `json:"file,omitzero"` // PDF or picture whose pages are printed as they are; without a hash there is none
}

// An EnclosedFile is a file that goes out with papers. Each of its pages is printed
// in its own size; one that is larger than A4 is made as small as that.
type EnclosedFile struct {
	ScanFile
	Content string `json:"content,omitempty"` // its bytes in Base64, in packages of a whole desk only; a desk keeps them as a content
}

// How much may go out with each letter.
const (
	LargestEnclosed = 20 << 20 // bytes of a file
	MostEnclosed    = 100      // pages of a file
)

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

// Written reports whether it has a sheet of its own before the pages of its file.
func (e Enclosure) Written() bool {
	return e.File.Hash == "" || strings.TrimSpace(e.Text) != "" || len(e.Picture) > 0
}

// Contents returns the file's hash.
func (e Enclosure) Contents() []string {
	if e.File.Hash == "" {
		return nil
	}
	return []string{e.File.Hash}
}

// Bytes returns the file that a package brings.
func (e Enclosure) Bytes() ([]byte, error) {
	file, err := base64.StdEncoding.DecodeString(e.File.Content)
	if err != nil || HashOf(file) != e.File.Hash {
		return nil, FieldErrors{{Path: "file.content", Code: "format", Value: e.File.Name, Expect: "Base64"}}
	}
	return file, nil
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
	v.enclosed(e.File)
	return v.faults
}

// enclosed holds what is said of a file.
func (v *validator) enclosed(f EnclosedFile) {
	if f.Hash == "" {
		return
	}
	v.short("file.name", f.Name)
	v.short("file.hash", f.Hash)
	if !slices.Contains([]string{"application/pdf", "image/png", "image/jpeg"}, f.Media) {
		v.add("file.media", "unknown", f.Media, "PDF, PNG, JPEG")
	}
	if f.Size < 1 || f.Size > LargestEnclosed {
		v.add("file.size", "range", strconv.FormatInt(f.Size, 10), "1–"+strconv.Itoa(LargestEnclosed))
	}
	if f.Pages < 1 || f.Pages > MostEnclosed {
		v.add("file.pages", "range", strconv.Itoa(f.Pages), "1–"+strconv.Itoa(MostEnclosed))
	}
}
