package hearing

import "fmt"

// The nouns of the records that stand by themselves.
const (
	NounOrganisation = "organisation"
	NounPerson       = "person"
	NounRoom         = "room"
	NounCase         = "case"
	NounInstrument   = "instrument"
	NounHearing      = "hearing"
	NounAnnouncement = "announcement"
	NounOffice       = "office"
	NounForm         = "form"
	NounEnclosure    = "enclosure"
	NounWordForm     = "wordform"
	NounClue         = "clue"
	NounPatrol       = "patrol"
)

// OfficeID is the ID of the one office of a desk.
const OfficeID ID = "office"

// A Record is what can be stored, changed and taken back by itself.
type Record interface {
	Noun() string            // what it is: person, hearing
	Key() ID                 // which one
	At() Version             // the version that was read; 0 when it is new
	Called() string          // what it is called, for the eye
	References() []Reference // what it names
	Validate() FieldErrors   // what is wrong with its own fields
}

// A Reference is a record's mention of another.
type Reference struct {
	Noun string
	ID   ID
	Path string // field that names it
}

// A references collects mentions.
type references []Reference

func (r *references) add(noun string, id ID, path string, args ...any) {
	if id != "" {
		*r = append(*r, Reference{noun, id, fmt.Sprintf(path, args...)})
	}
}

// Noun says that it is an organisation.
func (o Organisation) Noun() string { return NounOrganisation }

// Key returns the ID.
func (o Organisation) Key() ID { return o.ID }

// At returns the version that was read.
func (o Organisation) At() Version { return o.Version }

// Called returns the name.
func (o Organisation) Called() string { return o.Name }

// References returns the superior organisation.
func (o Organisation) References() []Reference {
	var r references
	r.add(NounOrganisation, o.Parent, "parent")
	return r
}

// Noun says that it is a person.
func (p Person) Noun() string { return NounPerson }

// Key returns the ID.
func (p Person) Key() ID { return p.ID }

// At returns the version that was read.
func (p Person) At() Version { return p.Version }

// Called returns the name.
func (p Person) Called() string { return p.Name }

// References returns the employer.
func (p Person) References() []Reference {
	var r references
	r.add(NounOrganisation, p.Organisation, "organisation")
	return r
}

// Noun says that it is a room.
func (r Room) Noun() string { return NounRoom }

// Key returns the ID.
func (r Room) Key() ID { return r.ID }

// At returns the version that was read.
func (r Room) At() Version { return r.Version }

// Called returns the name.
func (r Room) Called() string { return r.Name }

// References returns the owner.
func (r Room) References() []Reference {
	var refs references
	refs.add(NounOrganisation, r.Owner, "owner")
	return refs
}

// Noun says that it is a case.
func (c Case) Noun() string { return NounCase }

// Key returns the ID.
func (c Case) Key() ID { return c.ID }

// At returns the version that was read.
func (c Case) At() Version { return c.Version }

// Called returns the cause.
func (c Case) Called() string { return c.Cause }

// References returns the handlers and the parties.
func (c Case) References() []Reference {
	var r references
	r.add(NounPerson, c.Handler, "handler")
	r.add(NounPerson, c.Lead, "lead")
	for i, s := range c.Steps {
		r.step(i, s)
	}
	r.overrides(c.Overrides)
	for i, p := range c.Parties {
		r.add(NounPerson, p.Person, "parties[%d].person", i)
		r.add(NounOrganisation, p.Organisation, "parties[%d].organisation", i)
	}
	return r
}

// Noun says that it is an instrument.
func (i Instrument) Noun() string { return NounInstrument }

// Key returns the ID.
func (i Instrument) Key() ID { return i.ID }

// At returns the version that was read.
func (i Instrument) At() Version { return i.Version }

// Called returns the number, or the kind's name.
func (i Instrument) Called() string {
	if i.Number != "" {
		return i.Number
	}
	return i.Kind.Term().Zh
}

// References returns the case, and who is named by services, visits and closures.
func (i Instrument) References() []Reference {
	var r references
	r.add(NounCase, i.Case, "case")
	r.deliveries(i.Deliveries)
	for n, s := range i.Subjects {
		r.add(NounOrganisation, s.Organisation, "subjects[%d].organisation", n)
	}
	for n, v := range i.Visits {
		for k, id := range v.By {
			r.add(NounPerson, id, "visits[%d].by[%d]", n, k)
		}
		for k, id := range v.Units {
			r.add(NounOrganisation, id, "visits[%d].units[%d]", n, k)
		}
	}
	for n, c := range i.Closures {
		r.add(NounOrganisation, c.Unit, "closures[%d].unit", n)
		r.add(NounPerson, c.Handler, "closures[%d].handler", n)
		r.add(NounPerson, c.Head, "closures[%d].head", n)
	}
	return r
}

// Noun says that it is the office.
func (o Office) Noun() string { return NounOffice }

// Key returns the ID that every office has on its own desk.
func (o Office) Key() ID { return OfficeID }

// At returns the version that was read.
func (o Office) At() Version { return o.Version }

// Called returns the name.
func (o Office) Called() string { return o.Name }

// References returns the chief procurator.
func (o Office) References() []Reference {
	var r references
	r.add(NounPerson, o.Chief, "chief")
	return r
}
