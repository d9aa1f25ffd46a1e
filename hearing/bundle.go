package hearing

import "fmt"

// A Bundle (交换包) is a package that goes from one desk to another and is merged
// there: with each record goes where it comes from, so that the other desk can
// tell what is new, what is old, and what was changed on both.
type Bundle struct {
	From      string    `json:"from"` // who wrote it: the office and the person
	Package   Package   `json:"package"`
	Histories []History `json:"histories"`
	Gone      []Gone    `json:"gone,omitempty"` // what was deleted there; of a bundle of everything
}

// A History is which versions a record went through.
type History struct {
	Kind   string   `json:"kind"`
	ID     ID       `json:"id"`
	Last   string   `json:"last"`   // the version that the package holds
	Hashes []string `json:"hashes"` // it and all before it, as versions (v…) and as what they held (c…)
}

// A Gone is a record that was deleted, with the versions that it went through; the
// last one is that it is gone.
type Gone struct {
	History
	Name string `json:"name"`
}

// A Prefer says whose value a field keeps that was changed on both desks.
type Prefer string

// The choices. Without one nothing is merged where two changes stand against each
// other.
const (
	PreferNone   Prefer = ""
	PreferMine   Prefer = "mine"   // 本机的
	PreferTheirs Prefer = "theirs" // 对方的
)

// A Place is a field of a record that was changed on both desks. Without a path it is
// whether the record is there: one desk deleted what the other one changed.
type Place struct {
	Kind string
	ID   ID
	Path string
}

// Choices say whose value stays at each place that was changed on both desks.
type Choices struct {
	All  Prefer           // where nothing else is said
	Each map[Place]Prefer // where something is
}

// Of is the choice for a place.
func (c Choices) Of(p Place) Prefer {
	if one, said := c.Each[p]; said {
		return one
	}
	return c.All
}

// A Conflict is a record that was changed on both desks, and in which fields; or that
// was deleted on one and changed on the other.
type Conflict struct {
	Kind   string
	ID     ID
	Name   string
	Fields []string // paths, as participants[p1].told_on; none: it was deleted on one side
	Mine   []byte   // JSON of the record here; none: it was deleted here
	Theirs []byte   // and there
}

// Places are what is to be chosen about.
func (c Conflict) Places() []Place {
	if len(c.Fields) == 0 {
		return []Place{{Kind: c.Kind, ID: c.ID}}
	}
	out := make([]Place, len(c.Fields))
	for i, path := range c.Fields {
		out[i] = Place{Kind: c.Kind, ID: c.ID, Path: path}
	}
	return out
}

// A ConflictError lists what was changed on both desks. Nothing was merged.
type ConflictError struct{ Conflicts []Conflict }

// Error counts the records; who shows it names each field with both values.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("%d records were changed on both desks", len(e.Conflicts))
}
