package hearing

import "strings"

// A PaperCode names one paper: it stands as a QR code on what comes back signed,
// and in the PDF's properties, so that a scan finds its row. It holds IDs only,
// no name and nothing of the case; a session's ID is made by the desk and is no
// other office's.
type PaperCode struct {
	Session  ID     // hearing or announcement
	Document string // number of the form: 07c
	Key      string // ID of whom or what it is made for; empty for the session's one copy
}

// String writes the code with a stroke between its parts: h-e2/07c/h-e2-p1.
func (c PaperCode) String() string { return string(c.Session) + "/" + c.Document + "/" + c.Key }

// ReadPaperCode reads a code as a scanner types it; ok is false for any other
// text.
func ReadPaperCode(s string) (c PaperCode, ok bool) {
	parts := strings.Split(strings.TrimSpace(s), "/")
	if len(parts) != 3 || parts[0] == "" || parts[1] == "" {
		return PaperCode{}, false
	}
	return PaperCode{ID(parts[0]), parts[1], parts[2]}, true
}
