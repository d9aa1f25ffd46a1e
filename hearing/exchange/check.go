package exchange

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// Check validates every record of a package by itself and finds IDs that are
// given twice. References are left to the desk, which may already have what
// the package only names.
func Check(p hearing.Package) hearing.FieldErrors {
	var out hearing.FieldErrors
	if p.Office != nil {
		out = under(out, "office", p.Office.Validate())
	}
	out = list(out, "organisations", p.Organisations, func(o hearing.Organisation) hearing.ID { return o.ID })
	out = list(out, "people", p.People, func(o hearing.Person) hearing.ID { return o.ID })
	out = list(out, "rooms", p.Rooms, func(o hearing.Room) hearing.ID { return o.ID })
	out = list(out, "cases", p.Cases, func(o hearing.Case) hearing.ID { return o.ID })
	out = list(out, "instruments", p.Instruments, func(o hearing.Instrument) hearing.ID { return o.ID })
	out = list(out, "hearings", p.Hearings, func(o hearing.Hearing) hearing.ID { return o.ID })
	out = list(out, "announcements", p.Announcements, func(o hearing.Announcement) hearing.ID { return o.ID })
	out = list(out, "transcripts", p.Transcripts, func(t hearing.Transcript) hearing.ID { return t.Hearing })
	for i, n := range p.Numbers {
		out = under(out, fmt.Sprintf("numbers[%d]", i), n.Validate())
	}
	out = list(out, "clues", p.Clues, func(c hearing.Clue) hearing.ID { return c.ID })
	out = list(out, "patrols", p.Patrols, func(x hearing.Patrol) hearing.ID { return x.ID })
	out = list(out, "forms", p.Forms, func(f hearing.FormText) hearing.ID { return f.ID })
	out = list(out, "enclosures", p.Enclosures, func(e hearing.Enclosure) hearing.ID { return e.ID })
	out = list(out, "word_forms", p.WordForms, func(f hearing.WordForm) hearing.ID { return f.ID })
	for i, a := range p.Announcements {
		out = under(out, fmt.Sprintf("announcements[%d]", i), a.Grid(p.Instruments))
	}
	return oneCalendar(out, p)
}

// oneCalendar finds announcements with the ID of a hearing: both are sessions,
// and a session is asked for by its ID alone.
func oneCalendar(out hearing.FieldErrors, p hearing.Package) hearing.FieldErrors {
	hearings := map[hearing.ID]bool{}
	for _, h := range p.Hearings {
		hearings[h.ID] = true
	}
	for i, a := range p.Announcements {
		if hearings[a.ID] {
			out = append(out, &hearing.FieldError{Path: fmt.Sprintf("announcements[%d].id", i), Code: "duplicate", Value: string(a.ID)})
		}
	}
	return out
}

type record interface{ Validate() hearing.FieldErrors }

func list[R record](out hearing.FieldErrors, name string, records []R, id func(R) hearing.ID) hearing.FieldErrors {
	seen := map[hearing.ID]bool{}
	for i, r := range records {
		at := fmt.Sprintf("%s[%d]", name, i)
		out = under(out, at, r.Validate())
		if seen[id(r)] {
			out = append(out, &hearing.FieldError{Path: at + ".id", Code: "duplicate", Value: string(id(r))})
		}
		seen[id(r)] = true
	}
	return out
}

// under puts the record's own path before each fault's.
func under(out hearing.FieldErrors, at string, faults hearing.FieldErrors) hearing.FieldErrors {
	for _, f := range faults {
		g := *f
		g.Path = strings.TrimSuffix(at+"."+f.Path, ".")
		out = append(out, &g)
	}
	return out
}

// Locate gives each fault the line on which its field stands in the text, and
// puts them in the order of their lines; a field that is missing gets the line
// of the record that lacks it.
func Locate(text []byte, faults hearing.FieldErrors) hearing.FieldErrors {
	if len(faults) == 0 {
		return nil
	}
	lines, _ := walk(text, reflect.TypeFor[hearing.Package]())
	for _, f := range faults {
		for path := f.Path; f.Line == 0; path = parent(path) {
			f.Line = lines[path]
			if path == "" {
				break
			}
		}
	}
	slices.SortStableFunc(faults, func(a, b *hearing.FieldError) int { return a.Line - b.Line })
	return faults
}

func parent(path string) string {
	if i := strings.LastIndexAny(path, ".["); i >= 0 {
		return path[:i]
	}
	return ""
}
