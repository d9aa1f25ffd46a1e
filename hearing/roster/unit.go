package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// units are those of the desk, and those that a roster brings.
type units struct {
	book   *Book
	kind   Kind
	newID  func() hearing.ID
	byName map[string][]hearing.ID // by full name and by short name, bare
	byID   map[hearing.ID]hearing.Organisation
	made   map[hearing.ID]bool
	used   map[hearing.ID]bool // of those that were made
	lines  map[hearing.ID]int  // of the plan, that took a unit
}

func newUnits(j Job, b *Book) *units {
	u := &units{book: b, kind: j.Kind, newID: j.NewID, byName: map[string][]hearing.ID{}, byID: map[hearing.ID]hearing.Organisation{},
		made: map[hearing.ID]bool{}, used: map[hearing.ID]bool{}, lines: map[hearing.ID]int{}}
	for _, o := range j.Units {
		u.add(o)
	}
	return u
}

func (u *units) add(o hearing.Organisation) {
	u.byID[o.ID] = o
	for _, name := range []string{bare(o.Name), bare(o.Short)} {
		if name != "" && !slices.Contains(u.byName[name], o.ID) {
			u.byName[name] = append(u.byName[name], o.ID)
		}
	}
}

// named lists the units of a name; the full name goes before the short one of
// another.
func (u *units) named(text string) []hearing.ID {
	name := bare(text)
	found := u.byName[name]
	if len(found) > 1 {
		return slices.DeleteFunc(slices.Clone(found), func(id hearing.ID) bool { return bare(u.byID[id].Name) != name })
	}
	return found
}

// find returns the unit of a name, making one where the desk has none.
func (u *units) find(text string) (hearing.ID, string) {
	name := strings.Join(strings.Fields(text), " ")
	found := u.named(name)
	switch {
	case len(found) == 1:
		return found[0], ""
	case len(u.byName[bare(name)]) > 1:
		return "", TwoUnits
	case utf8.RuneCountInString(name) > hearing.MaxName:
		return "", Long
	}
	o := hearing.Organisation{ID: u.newID(), Name: name, Kind: u.book.kindOf(name, u.kind.unit)}
	u.made[o.ID] = true
	u.add(o)
	return o.ID, ""
}

// use notes that somebody who is stored works at a unit, or that another is subject to it.
func (u *units) use(id hearing.ID) {
	if u.made[id] {
		u.used[id] = true
	}
}

// new lists the units that are to be stored, by name.
func (u *units) new() []hearing.Organisation {
	var out []hearing.Organisation
	for id := range u.used {
		if _, own := u.lines[id]; own {
			continue // a row says more of it
		}
		out = append(out, u.byID[id])
	}
	slices.SortFunc(out, func(a, b hearing.Organisation) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// kindOf tells the kind of a unit from its name; what the name does not say is
// as the roster's kind has it.
func (b *Book) kindOf(name string, other hearing.OrganisationKind) hearing.OrganisationKind {
	best, kind := 0, other
	for _, k := range b.units {
		for _, end := range k.Ends {
			if strings.HasSuffix(name, end) && len(end) > best {
				best, kind = len(end), k.Kind
			}
		}
	}
	if kind == "" {
		return hearing.OtherBody
	}
	return kind
}

// isUnit reports whether a text ends as the name of a unit does.
func (b *Book) isUnit(s string) bool {
	return slices.ContainsFunc(b.places, func(end string) bool { return strings.HasSuffix(s, end) })
}

// noUnit reports whether a text stands in place of a unit: 退休教师, 自由职业.
func (b *Book) noUnit(s string) bool {
	return slices.ContainsFunc(b.none, func(w string) bool {
		begin, any := strings.CutSuffix(w, "*")
		return s == w || any && strings.HasPrefix(s, begin) && !b.isUnit(s)
	})
}

// part parts a unit from the post behind it: 司法局局长 is 司法局 and 局长.
func (b *Book) part(s string) (unit, post string) {
	unit = s
	if b.isUnit(s) {
		return s, ""
	}
	for i := range s {
		if utf8.RuneCountInString(s[i:]) > 1 && b.isUnit(s[:i]) {
			unit, post = s[:i], s[i:]
		}
	}
	return unit, post
}
