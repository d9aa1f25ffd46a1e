package roster

import (
	"cmp"
	"slices"

	"hearingdesk/hearing"
)

// A someone is a person of the desk, or of an earlier row.
type someone struct {
	p    hearing.Person
	line int // of the plan that took this person; -1: none did yet
}

// people finds those whom a row could mean.
type people struct {
	byName   map[string][]*someone
	byNumber map[string][]*someone // identity number
	byID     map[hearing.ID]*someone
}

func newPeople(list []hearing.Person) *people {
	a := &people{byName: map[string][]*someone{}, byNumber: map[string][]*someone{}, byID: map[hearing.ID]*someone{}}
	for _, p := range list {
		a.add(&someone{p: p, line: -1})
	}
	return a
}

func (a *people) add(s *someone) {
	name := bare(cleanName(s.p.Name))
	a.byName[name] = append(a.byName[name], s)
	for _, id := range append([]hearing.ID{s.p.ID}, s.p.Merged...) {
		a.byID[id] = s
	}
	a.number(s)
}

// number finds somebody by the identity number too.
func (a *people) number(s *someone) {
	if s.p.IDNumber != "" {
		a.byNumber[s.p.IDNumber] = append(a.byNumber[s.p.IDNumber], s)
	}
}

// enough is how much must speak for it that two of one name are one person: the
// same unit does, or the same day of birth.
const enough = 8

// alike weighs what speaks for it that a row means somebody of the same name.
// doubt says that a telephone or a unit is another one, which can have changed;
// never is somebody else for certain.
func alike(row, p hearing.Person) (weight int, doubt, never bool) {
	both := func(a, b string) (same, differ bool) { return a != "" && a == b, a != "" && b != "" && a != b }
	same, differ := both(row.IDNumber, p.IDNumber)
	if differ || row.Gender != "" && p.Gender != "" && row.Gender != p.Gender || !agree(row.Born, p.Born) {
		return 0, false, true
	}
	if same {
		weight += 100
	}
	for _, x := range []struct {
		a, b   string
		weight int
	}{
		{bare(row.Licence), bare(p.Licence), 50}, {bare(row.Volunteer), bare(p.Volunteer), 50}, {only(row.Phone), only(p.Phone), 20},
		{string(row.Organisation), string(p.Organisation), 10}, {bare(row.Address), bare(p.Address), enough},
	} {
		same, differ := both(x.a, x.b)
		if same {
			weight += x.weight
		}
		doubt = doubt || differ && x.weight < 50 && x.weight > enough
	}
	if !row.Born.IsZero() && row.Born.Month != 0 && row.Born == p.Born {
		weight += enough
	}
	return weight, doubt, false
}

// A verdict is whom a row means.
type verdict struct {
	who  *someone         // nil: somebody new
	all  []hearing.Person // where it cannot be told: those of the desk it could be
	code string           // why it cannot be told
	twin int              // line of the plan that could mean the same person
}

// who tells whom a row means. Of several of the name, what is most alike counts;
// where nothing tells them apart, the clerk must.
func (a *people) who(row hearing.Person) verdict {
	name := bare(row.Name)
	if row.IDNumber != "" {
		for _, s := range a.byNumber[row.IDNumber] {
			if bare(cleanName(s.p.Name)) != name {
				return verdict{code: AnotherHasIt, all: []hearing.Person{s.p}}
			}
		}
	}
	type candidate struct {
		*someone
		weight int
	}
	var all []candidate
	for _, s := range a.byName[name] {
		weight, doubt, never := alike(row, s.p)
		if never || s.line >= 0 && weight < enough && doubt { // two rows that say different things are two people
			continue
		}
		all = append(all, candidate{s, weight})
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(y.weight, x.weight) })
	switch {
	case len(all) == 0:
		return verdict{}
	case all[0].weight >= enough && (len(all) == 1 || all[1].weight < all[0].weight):
		return verdict{who: all[0].someone}
	}
	v := verdict{code: Twice, twin: all[0].line}
	for _, c := range all {
		if c.line < 0 {
			v.code, v.all = Ambiguous, append(v.all, c.p)
		}
	}
	return v
}
