package hearing

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"time"
)

// A WordForm (Word 表单) is the office's own Word form, a DOCX with the fields of
// papers in it: in the place of a paper where that is written for Word, or a
// sheet of its own. What is stored is the one in use; those before it stand in
// the record of changes, see [WordEditions].
type WordForm struct {
	ID      ID      `json:"id"` // of one in the place of a paper the paper's number: 07a
	Version Version `json:"-"`
	Edition int     `json:"edition,omitempty"` // which of the office's Word forms it is (第几版); the desk counts them from 1 as it stores them
	Paper   string  `json:"paper,omitempty"`   // number of the paper in whose place it is; empty: a sheet of its own, once a session
	Title   string  `json:"title,omitempty"`   // of a sheet of its own
	Name    string  `json:"name,omitempty"`    // of the file, as it was chosen
	Hash    string  `json:"hash,omitempty"`    // of the file's content, see [HashOf]; empty: it was removed
	Note    string  `json:"note,omitempty"`    // why it was changed (说明)
	File    string  `json:"file,omitempty"`    // the file in Base64, in packages of a whole desk only; a desk keeps it as a content
}

// Noun says that it is a Word form.
func (f WordForm) Noun() string { return NounWordForm }

// Key returns the ID.
func (f WordForm) Key() ID { return f.ID }

// At returns the version that was read.
func (f WordForm) At() Version { return f.Version }

// Called returns the paper's number, or the title.
func (f WordForm) Called() string {
	if f.Paper != "" {
		return f.Paper
	}
	return f.Title
}

// References returns nothing.
func (f WordForm) References() []Reference { return nil }

// Contents returns the file's hash.
func (f WordForm) Contents() []string {
	if f.Hash == "" {
		return nil
	}
	return []string{f.Hash}
}

// Bytes returns the file that a package brings.
func (f WordForm) Bytes() ([]byte, error) {
	file, err := base64.StdEncoding.DecodeString(f.File)
	if err != nil || HashOf(file) != f.Hash {
		return nil, FieldErrors{{Path: "file", Code: "format", Value: f.Name, Expect: "Base64"}}
	}
	return file, nil
}

// Validate returns what is wrong with the record's own fields. Whether the file
// can be used as a form, package wordform says.
func (f WordForm) Validate() FieldErrors {
	var v validator
	v.id("id", f.ID)
	if f.Edition < 0 {
		v.add("edition", "range", strconv.Itoa(f.Edition), "≥ 0")
	}
	if f.Paper == "" {
		v.name("title", f.Title)
	}
	for _, t := range []struct{ path, text string }{{"title", f.Title}, {"name", f.Name}, {"note", f.Note}, {"hash", f.Hash}} {
		v.short(t.path, t.text)
	}
	return v.faults
}

// A WordEdition is one of the Word forms that an office has put in a paper's
// place, and who did. One without a file removed the one before.
type WordEdition struct {
	WordForm
	By       string
	On       time.Time
	Imported bool // it came with a package
}

// WordEditions lists the forms that the changes of one Word form brought, the
// latest first, as [Editions] does for texts.
func WordEditions(changes []Change) []WordEdition {
	var out []WordEdition
	for _, c := range changes {
		e := WordEdition{By: c.Actor, On: c.At, Imported: c.Action == "import"}
		if c.Undoes != 0 || c.After == nil || json.Unmarshal(c.After, &e.WordForm) != nil {
			continue
		}
		out = append(out, e)
	}
	return out
}
