package hearing

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// A Numbering is how a program numbers papers before an office says otherwise:
// which forms share a series, and the pattern.
type Numbering struct {
	Pattern string          `json:"pattern"`
	Series  []ProgramSeries `json:"series"`
	Note    string          `json:"note"` // where it comes from
}

// A ProgramSeries is a category of papers that are numbered together.
type ProgramSeries struct {
	Name  string   `json:"name"`  // category characters
	Zh    string   `json:"zh"`    // what it numbers
	En    string   `json:"en"`    // the same in English
	Forms []string `json:"forms"` // numbers in the catalogue of papers
	Off   bool     `json:"off"`   // not numbered unless an office wants it
}

// ReadNumbering reads the program's numbering.
func ReadNumbering(text []byte) (Numbering, error) {
	var n Numbering
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&n); err != nil {
		return n, fmt.Errorf("read numbering: %w", err)
	}
	if err := CheckPattern(n.Pattern); err != nil {
		return n, fmt.Errorf("read numbering: %w", err)
	}
	seen := map[string]bool{}
	for _, s := range n.Series {
		for _, key := range append([]string{"series " + s.Name}, s.Forms...) {
			if seen[key] {
				return n, fmt.Errorf("read numbering: %s is there twice", key)
			}
			seen[key] = true
		}
	}
	return n, nil
}

// Of is the series of a form as an office numbers it, and whether it does.
func (n Numbering) Of(o Office, form string) (Series, bool) {
	for _, s := range n.Series {
		if slices.Contains(s.Forms, form) {
			own := n.Own(o, s)
			return own, !own.Off && o.Short != ""
		}
	}
	return Series{}, false
}

// Own is a series as an office has it, with its pattern.
func (n Numbering) Own(o Office, s ProgramSeries) Series {
	out := Series{Name: s.Name, Pattern: n.Pattern, Off: s.Off}
	for _, own := range o.Numbers {
		if own.Name == s.Name {
			out.Pattern, out.Off = cmp.Or(own.Pattern, n.Pattern), own.Off
		}
	}
	return out
}

// A Numbered is a paper that is to have a number.
type Numbered struct {
	Series   Series
	Document string
	Key      string
	For      string
}

// Give is the number of a paper in a year at a place of its series.
func (p Numbered) Give(o Office, session ID, year, place int) Number {
	return Number{Series: p.Series.Name, Year: year, N: place, Text: numberText(p.Series.Pattern, o.Short, p.Series.Name, year, place),
		Session: session, Document: p.Document, Key: p.Key, For: p.For}
}

// WithSeries returns the office with another way to number a category.
func (o Office) WithSeries(s Series) Office {
	o.Numbers = slices.DeleteFunc(slices.Clone(o.Numbers), func(x Series) bool { return x.Name == s.Name })
	o.Numbers = append(o.Numbers, s)
	slices.SortFunc(o.Numbers, func(a, b Series) int { return cmp.Compare(a.Name, b.Name) })
	return o
}

// Number returns the number that a paper of the session bears; false while it
// has none.
func (d Dossier) Number(document, key string) (Number, bool) {
	for _, n := range d.Numbers {
		if n.Document == document && n.Key == key && !n.Void() {
			return n, true
		}
	}
	return Number{}, false
}
