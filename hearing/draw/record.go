package draw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// Format marks a file as the record of a draw.
const Format = "hearingdesk-draw"

// Version is the newest version of the format that this program reads.
const Version = 1

// A Record is a draw as it goes out of the desk, to whoever wants to repeat it.
type Record struct {
	Format  string       `json:"format"`            // always "hearingdesk-draw"
	Version int          `json:"version"`           // always 1
	Office  string       `json:"office,omitempty"`  // procuratorate
	Session hearing.ID   `json:"session,omitempty"` // hearing for which it was drawn
	Title   string       `json:"title,omitempty"`   // what the hearing is called
	Draw    hearing.Draw `json:"draw"`
}

// Encode writes a record, indented.
func Encode(r Record) ([]byte, error) {
	r.Format, r.Version = Format, Version
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return nil, fmt.Errorf("write record of a draw: %w", err)
	}
	return b.Bytes(), nil
}

// Decode reads a record. A text that is none is [hearing.ErrForeign], one of a
// later format [hearing.ErrNewer]; a record that does not hold together is a
// [hearing.FieldErrors]. Whether it is true, [Verify] says.
func Decode(text []byte) (Record, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) // editors on Windows write it
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	switch err := json.Unmarshal(text, &head); {
	case err != nil || head.Format != Format:
		return Record{}, fmt.Errorf("read record of a draw: %w", hearing.ErrForeign)
	case head.Version > Version:
		return Record{}, fmt.Errorf("read record of a draw: %w", hearing.ErrNewer)
	case head.Version != Version:
		return Record{}, hearing.FieldErrors{{Path: "version", Code: "range", Value: strconv.Itoa(head.Version), Expect: strconv.Itoa(Version)}}
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	var r Record
	if err := d.Decode(&r); err != nil {
		return Record{}, hearing.FieldErrors{{Path: "draw", Code: "syntax", Value: strings.TrimPrefix(err.Error(), "json: ")}}
	}
	return r, nil
}
