package hearing

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// A FormText (本院文本) is the office's own text of one paper, in place of the
// program's. What is stored is the text in force; those before it stand in the
// record of changes, see [Editions].
type FormText struct {
	ID      ID      `json:"id"` // number of the paper: 07a
	Version Version `json:"-"`
	Edition int     `json:"edition,omitempty"` // which of the office's texts of the paper it is (第几版); the desk counts them from 1 as it stores them
	Text    string  `json:"text,omitempty"`    // the form as the program's own are written; empty: the program's is in force again
	Note    string  `json:"note,omitempty"`    // why it was changed (说明)
}

// Noun says that it is the text of a form.
func (f FormText) Noun() string { return NounForm }

// Key returns the paper's number.
func (f FormText) Key() ID { return f.ID }

// At returns the version that was read.
func (f FormText) At() Version { return f.Version }

// Called returns the paper's number and title.
func (f FormText) Called() string {
	for line := range strings.Lines(f.Text) {
		if line = strings.TrimSpace(line); line == "---" {
			break
		}
		if title, ok := strings.CutPrefix(line, "title:"); ok {
			return string(f.ID) + " " + strings.TrimSpace(title)
		}
	}
	return string(f.ID)
}

// References returns nothing.
func (f FormText) References() []Reference { return nil }

// Validate returns what is wrong with the record's own fields. Whether the text
// can be used as a form, the catalogue of papers says.
func (f FormText) Validate() FieldErrors {
	var v validator
	v.id("id", f.ID)
	if f.Edition < 0 {
		v.add("edition", "range", strconv.Itoa(f.Edition), "≥ 0")
	}
	v.text("text", f.Text)
	v.short("note", f.Note)
	return v.faults
}

// An Edition (版本) is one of the texts that an office has given to a paper, and
// who gave it. One without a text brought the program's own back.
type Edition struct {
	FormText
	By       string
	On       time.Time
	Imported bool // it came with a package
}

// Editions lists the texts that the changes of one paper's text gave it, the
// latest first. What was taken back is among them: it can be put in force again.
// A change that cannot be read is left out.
func Editions(changes []Change) []Edition {
	var out []Edition
	for _, c := range changes {
		e := Edition{By: c.Actor, On: c.At, Imported: c.Action == "import"}
		if c.Undoes != 0 || c.After == nil || json.Unmarshal(c.After, &e.FormText) != nil {
			continue
		}
		out = append(out, e)
	}
	return out
}
