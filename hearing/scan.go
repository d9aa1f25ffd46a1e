package hearing

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Scan (扫描件) is what came back of a paper: the signed copy as one PDF file,
// or as pictures, which are its pages in order. A paper can have several, such
// as the receipts of two attempts to serve.
//
// One without files stands for a paper that is not to lie in the volume, and
// says why (免附).
type Scan struct {
	ID       ID         `json:"id"`
	Version  Version    `json:"-"`
	Of       string     `json:"of"`               // hearing or announcement: what the session is
	Session  ID         `json:"session"`          // the session that the paper is of
	Document string     `json:"document"`         // number of the form: 27; or the code of another material of the volume
	For      ID         `json:"for,omitempty"`    // whom or what the paper is made for, as in its code; empty for the session's one copy
	Title    string     `json:"title"`            // what the paper is called, with its addressee
	Files    []ScanFile `json:"files,omitempty"`  // in the order of the pages
	Thumb    string     `json:"thumb,omitempty"`  // hash of a small picture (PNG) of the first page; empty where none can be drawn
	Waived   string     `json:"waived,omitempty"` // why there is no paper (免附理由); only without files
	On       time.Time  `json:"on,omitzero"`      // when it was put in
	By       string     `json:"by,omitempty"`     // who put it in
}

// A ScanFile is one file of a scan. The desk keeps its bytes under the hash.
type ScanFile struct {
	Name  string `json:"name"`  // as it came: 送达回证.pdf
	Hash  string `json:"hash"`  // SHA-256 of its bytes, in hex
	Media string `json:"media"` // application/pdf, image/png, image/jpeg
	Size  int64  `json:"size"`  // in bytes
	Pages int    `json:"pages"` // of the PDF; 1 for a picture
}

// An Incoming is a scan that is to be put to its paper, with what its files hold.
type Incoming struct {
	Scan
	Bytes [][]byte // of each file, in order
	Small []byte   // PNG of the first page; none where it cannot be drawn
}

// NounScan is the noun of scans.
const NounScan = "scan"

// Pages counts the pages of all files.
func (s Scan) Pages() int {
	n := 0
	for _, f := range s.Files {
		n += f.Pages
	}
	return n
}

// Code is the code of the paper that it is of.
func (s Scan) Code() PaperCode { return PaperCode{s.Session, s.Document, string(s.For)} }

// Noun says that it is a scan.
func (s Scan) Noun() string { return NounScan }

// Key returns the ID.
func (s Scan) Key() ID { return s.ID }

// At returns the version that was read.
func (s Scan) At() Version { return s.Version }

// Called returns what the paper is called.
func (s Scan) Called() string { return s.Title }

// References returns the session.
func (s Scan) References() []Reference {
	var r references
	r.add(s.Of, s.Session, "session")
	return r
}

// Contents lists the hashes of what it keeps.
func (s Scan) Contents() []string {
	var out []string
	for _, f := range s.Files {
		out = append(out, f.Hash)
	}
	if s.Thumb != "" {
		out = append(out, s.Thumb)
	}
	return out
}

// Validate returns what is wrong with the scan's own fields.
func (s Scan) Validate() FieldErrors {
	var v validator
	v.id("id", s.ID)
	v.id("session", s.Session)
	if s.Of != NounHearing && s.Of != NounAnnouncement {
		v.add("of", "unknown", s.Of, NounHearing+", "+NounAnnouncement)
	}
	v.name("document", s.Document)
	v.name("title", s.Title)
	v.text("waived", s.Waived)
	if len(s.Files) == 0 && strings.TrimSpace(s.Waived) == "" {
		v.add("waived", "required", "", "")
	}
	for i, f := range s.Files {
		if len(f.Hash) != 64 {
			v.add(fmt.Sprintf("files[%d].hash", i), "format", f.Hash, "SHA-256")
		}
		if f.Pages < 1 {
			v.add(fmt.Sprintf("files[%d].pages", i), "range", strconv.Itoa(f.Pages), "≥ 1")
		}
	}
	return v.faults
}

// Same returns the scan of the same paper that has one of the files already, as
// an error; nil where none has.
func (s Scan) Same(had []Scan) error {
	for _, h := range had {
		if h.Code() != s.Code() || h.ID == s.ID {
			continue
		}
		for _, f := range s.Files {
			for _, g := range h.Files {
				if f.Hash == g.Hash {
					return &SameScanError{Name: f.Name, Had: h}
				}
			}
		}
	}
	return nil
}

// A SameScanError says that a file lies at the paper already. Nothing was saved.
type SameScanError struct {
	Name string // of the file
	Had  Scan   // that has it
}

// Error names the file and the paper.
func (e *SameScanError) Error() string {
	return fmt.Sprintf("%s: is at %s already", e.Name, e.Had.Title)
}
