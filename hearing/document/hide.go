package document

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Mask says how much of the people of a case a form hides; see the package's
// comment.
type Mask string

// The masks.
const (
	MaskMinors Mask = "minors" // 未成年人的姓名: from everybody but their own side
	MaskPublic Mask = "public" // 对外公开: also who is marked, who comes for them, homes, telephones
	MaskNone   Mask = "none"   // 不隐名: names stand in full
)

// fullAge is the age from which somebody is no minor (民法典, art. 17).
const fullAge = 18

// A mask hides names in the texts of one paper.
type mask struct {
	public bool                // the paper is for everybody
	people map[hearing.ID]bool // people whose name is hidden
	bodies map[hearing.ID]bool // organisations whose name is hidden
	hidden []hiddenName        // the longest first
	open   map[string]bool     // names that somebody else has who is not hidden
	text   *strings.Replacer   // nil where there is nothing to hide
}

// A hiddenName is a text that is hidden, and what stands in its place. One that
// only looks like it stands for itself.
type hiddenName struct{ name, mask string }

// newMask hides the minors of all cases from everybody but their own side, and on
// a public paper also the parties who are marked to be masked, and who comes for
// one that is hidden.
func newMask(d hearing.Dossier, scope Mask, own map[hearing.ID]bool) mask {
	m := mask{public: scope == MaskPublic, people: map[hearing.ID]bool{}, bodies: map[hearing.ID]bool{}}
	if scope != MaskNone {
		m.choose(d, minors(d, m.public), own)
	}
	m.write(d)
	return m
}

// choose says who is hidden.
func (m *mask) choose(d hearing.Dossier, young, own map[hearing.ID]bool) {
	for id := range young {
		if m.public || !own[id] {
			m.people[id] = true
			m.school(d, d.Person(id).Organisation)
		}
	}
	kept := map[hearing.ID]bool{} // parties who are hidden
	for _, c := range d.Cases {
		for _, p := range c.Parties {
			hide := m.people[p.Person] || m.public && p.Masked
			switch {
			case !hide:
				continue
			case p.Person != "":
				m.people[p.Person] = true
			case p.Organisation != "":
				m.bodies[p.Organisation] = true
			}
			kept[p.ID] = true
		}
	}
	if !m.public {
		return
	}
	for _, p := range d.Session().Participants {
		if kept[p.Party] && p.Person != "" && near(d, p) {
			m.people[p.Person] = true
		}
	}
}

// near reports whether somebody comes for a party as one of its family, not as a
// lawyer or a guest: the name of a father tells that of the child.
func near(d hearing.Dossier, p hearing.Participant) bool {
	switch p.Role {
	case hearing.PartyRep, hearing.Guardian, hearing.VictimRole:
		return true
	case hearing.Agent:
		who := d.Person(p.Person)
		return p.Licence == "" && who.Licence == "" && d.Organisation(p.Organisation).Kind != hearing.LawFirm && d.Organisation(who.Organisation).Kind != hearing.LawFirm
	}
	return false
}

// school hides where a minor goes to school (未成年人保护法, art. 103), unless
// that body takes part itself.
func (m *mask) school(d hearing.Dossier, id hearing.ID) {
	if id == "" {
		return
	}
	for _, c := range d.Cases {
		if slices.ContainsFunc(c.Parties, func(p hearing.Party) bool { return p.Organisation == id }) {
			return
		}
	}
	if !slices.ContainsFunc(d.Session().Participants, func(p hearing.Participant) bool { return p.Organisation == id }) {
		m.bodies[id] = true
	}
}

// minors are those whom a party's mark or the day of birth says to be under
// eighteen on the day of the session. Where a case has a minor whom neither
// names, a public paper takes every one of its people for the one.
func minors(d hearing.Dossier, public bool) map[hearing.ID]bool {
	out := map[hearing.ID]bool{}
	s := d.Session()
	young := func(id hearing.ID) bool {
		b := d.Person(id).Born
		return id != "" && !b.IsZero() && !s.Slot.Start.IsZero() && b.Latest().AddMonths(12*fullAge).After(calendar.DateOf(s.Slot.Start.In(zoneOf(d))))
	}
	for _, c := range d.Cases {
		known := false
		for _, p := range c.Parties {
			if p.Person != "" && (p.Minor || young(p.Person)) {
				out[p.Person], known = true, true
			}
		}
		for _, p := range c.Parties {
			if c.Minor && !known && public && p.Person != "" {
				out[p.Person] = true
			}
		}
	}
	for _, p := range s.Participants {
		if young(p.Person) {
			out[p.Person] = true
		}
	}
	return out
}

// write makes the texts that are hidden, and what stands in their place.
func (m *mask) write(d hearing.Dossier) {
	add := func(name, masked string) {
		if name = strings.TrimSpace(name); name != "" {
			m.hidden = append(m.hidden, hiddenName{name, masked})
		}
	}
	for id := range m.people {
		p := d.Person(id)
		add(p.Name, maskName(p.Name))
		add(p.Address, maskAddress(p.Address))
	}
	for id := range m.bodies {
		o := d.Organisation(id)
		add(o.Name, maskOrganisation(o))
		add(o.Short, maskOrganisation(o))
	}
	names := len(m.hidden)
	m.open = map[string]bool{}
	for id, p := range d.People {
		for _, number := range m.private(p) {
			add(number, maskNumber(number))
		}
		if m.people[id] {
			continue
		}
		for _, h := range m.hidden[:names] {
			if p.Name == h.name {
				m.open[p.Name] = true
			} else if strings.Contains(p.Name, h.name) {
				add(p.Name, p.Name) // somebody else, whose name holds the hidden one
			}
		}
	}
	// The longest first, so that a name inside another one does not break it.
	slices.SortFunc(m.hidden, func(a, b hiddenName) int {
		if len(a.name) != len(b.name) {
			return len(b.name) - len(a.name)
		}
		return strings.Compare(a.name, b.name)
	})
	m.text = replacer(m.hidden)
}

// private are the numbers of a person that a running text does not show to be
// such, as that of a passport.
func (m *mask) private(p hearing.Person) []string {
	list := []string{strings.TrimSpace(p.IDNumber)}
	if m.public {
		list = append(list, strings.TrimSpace(p.Phone))
	}
	return slices.DeleteFunc(list, func(n string) bool { return len(n) < 5 || maskNumbers(n, m.public) != n })
}

func replacer(list []hiddenName) *strings.Replacer {
	if len(list) == 0 {
		return nil
	}
	pairs := make([]string, 0, 2*len(list))
	for _, h := range list {
		pairs = append(pairs, h.name, h.mask)
	}
	return strings.NewReplacer(pairs...)
}

// say returns a running text as this paper may print it. Two people who would
// read alike in one text are told apart by a number: 程某某1与程某某2.
func (m mask) say(text string) string {
	if m.text != nil {
		text = m.apart(text).Replace(text)
	}
	return maskNumbers(text, m.public)
}

// apart is the replacer for one text.
func (m mask) apart(text string) *strings.Replacer {
	type place struct{ at, of int }
	alike := map[string][]place{}
	for i, h := range m.hidden {
		if at := strings.Index(text, h.name); at >= 0 && strings.Contains(h.mask, "某") {
			alike[h.mask] = append(alike[h.mask], place{at, i})
		}
	}
	var out []hiddenName
	for _, places := range alike {
		if len(places) < 2 {
			continue
		}
		if out == nil {
			out = slices.Clone(m.hidden)
		}
		slices.SortFunc(places, func(a, b place) int { return a.at - b.at })
		for n, p := range places {
			out[p.of].mask += strconv.Itoa(n + 1)
		}
	}
	if out == nil {
		return m.text
	}
	return replacer(out)
}

// person returns the name as this paper may print it.
func (m mask) person(p hearing.Person) string {
	if m.people[p.ID] {
		return maskName(p.Name)
	}
	return p.Name
}

// body returns an organisation's name as this paper may print it.
func (m mask) body(o hearing.Organisation) string {
	if m.bodies[o.ID] {
		return maskOrganisation(o)
	}
	return o.Name
}
