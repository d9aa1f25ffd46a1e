package roster

import (
	"regexp"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// writing says the fields of a person.
type writing struct {
	say   func(hearing.Term) string
	units map[hearing.ID]hearing.Organisation
	full  bool // identity numbers as they are
	on    calendar.Date
}

func (w *writing) unit(id hearing.ID) string { return w.units[id].Name }

func (w *writing) identity(number string) string {
	if w.full {
		return number
	}
	return Masked(number)
}

// Masked hides all of a number but its beginning and its end: 140105********1234.
func Masked(number string) string {
	r := []rune(strings.TrimSpace(number))
	head, tail := 6, 4
	if len(r) < 15 {
		head, tail = len(r)/4, len(r)/4
	}
	for i := head; i < len(r)-tail; i++ {
		r[i] = '*'
	}
	return string(r)
}

// idLike is an identity number, whatever its last digit.
var idLike = regexp.MustCompile(`^(\d{15}|\d{17}[\dXx])$`)

// Guarded is a value as it is shown: an identity number is hidden in part.
func Guarded(value string) string {
	if s := narrow(value); idLike.MatchString(strings.ReplaceAll(s, " ", "")) {
		return Masked(s)
	}
	return value
}

// changes lists the fields in which two states of a record differ. Identity
// numbers are hidden in part, as everywhere on the screen.
func (w *writing) changes(was, now hearing.Record) []Change {
	var out []Change
	for _, f := range append(slices.Clone(Fields), UnitFields...) {
		before, after := f.value(w, was), f.value(w, now)
		if before == after {
			continue
		}
		if f.Key == "id_number" {
			before, after = Masked(before), Masked(after)
		}
		out = append(out, Change{f, before, after})
	}
	return out
}

// Facts lists what is known of a person or an organisation, as changes from nothing.
func Facts(r hearing.Record, units map[hearing.ID]hearing.Organisation, on calendar.Date, say func(hearing.Term) string) []Change {
	w := &writing{say: say, units: units, full: true, on: on}
	if o, ok := r.(hearing.Organisation); ok {
		return w.changes(hearing.Organisation{ID: o.ID}, o)
	}
	return w.changes(hearing.Person{ID: r.Key()}, r)
}

// always are the columns that a roster has even where nobody says anything of
// them: an office fills it in and reads it back.
var always = []string{"name", "gender", "unit", "post", "phone"}

// Table is a roster of people to be given out, its headings in the first row. It
// reads back without a change. Identity numbers are hidden in part unless full
// is set; what is hidden says nothing when it is read back. Standings in the pool are those
// of a day.
func Table(people []hearing.Listed, full bool, on calendar.Date, say func(hearing.Term) string) Sheet {
	w := &writing{say: say, units: map[hearing.ID]hearing.Organisation{}, full: full, on: on}
	for _, l := range people {
		w.units[l.Person.Organisation] = l.Unit
	}
	records := make([]hearing.Record, len(people))
	for i, l := range people {
		records[i] = l.Person
	}
	return w.table(Fields, always, records)
}
