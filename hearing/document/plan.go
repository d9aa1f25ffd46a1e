package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// For whom a form is made.
const (
	perHearing = "hearing"
	perParty   = "party"
	perAgency  = "agency"
	perOfficer = "officer"
	perInvitee = "invitee"
	perReceipt = "receipt"
)

// When a form is made.
const (
	whenPublic  = "public"
	whenDecided = "decided"
)

// An Item is one paper that a session needs.
type Item struct {
	Number  string // of the form
	Title   string
	Key     string  // participant or delivery that it is for; empty for the session's one copy
	For     string  // that one's name
	Copies  int     // originals to print
	Seal    string  // court, department, none
	Missing []Field // required fields without a value
}

// A MissingError lists the required fields of a paper that have no value.
type MissingError struct {
	Paper  string
	For    string
	Fields []Field
}

// Error names the paper and the fields.
func (e *MissingError) Error() string {
	return fmt.Sprintf("%s %s lacks %s", e.Paper, e.For, strings.Join(e.MissingFields(), ", "))
}

// MissingFields returns the fields' names.
func (e *MissingError) MissingFields() []string {
	out := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		out[i] = f.Label
	}
	return out
}

// invitees are the roles that are invited rather than summoned.
var invitees = []hearing.Role{hearing.Supervisor, hearing.DeputyRole, hearing.NotaryRole, hearing.Volunteer, hearing.Resident, hearing.Mediator, hearing.InvitedAide}

// class says which kind of notice a role gets; nothing for those who get none.
func class(r hearing.Role) string {
	switch {
	case !r.MustBeTold():
		return ""
	case r == hearing.Officer:
		return perOfficer
	case r == hearing.AgencyRep, r == hearing.Recipient:
		return perAgency
	case slices.Contains(invitees, r):
		return perInvitee
	}
	return perParty
}

// Plan lists the papers that a session needs, in printing order, each with what
// it still lacks.
func (c *Catalogue) Plan(d hearing.Dossier) []Item {
	var out []Item
	for _, f := range c.forms {
		for _, t := range targets(f, d) {
			it := Item{Number: f.Number, Title: f.Title, Key: t.key, For: t.name, Copies: max(f.Copies, 1), Seal: f.Seal}
			it.Missing = c.missing(f, c.facts(d, f, t, calendar.Date{}))
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b Item) int { return order(a.Number) - order(b.Number) })
	return out
}

// order is the clerk's: what goes out first, then what lies ready on the day,
// then what follows.
func order(number string) int {
	i := slices.Index([]string{"06", "07a", "07b", "07c", "07d", "27", "11", "12", "13", "17", "20"}, number)
	if i < 0 {
		return 99
	}
	return i
}

// A target is whom a paper is made for.
type target struct {
	key, name   string
	participant hearing.Participant
	delivery    *hearing.Delivery
}

// targets lists whom a form is made for in a session.
func targets(f *Form, d hearing.Dossier) []target {
	if d.Announcement != nil {
		return deliveries(f, d)
	}
	h := d.Hearing
	if h == nil || f.When == whenPublic && h.Openness != hearing.Public || f.When == whenDecided && h.Outcome.DecidedOn.IsZero() {
		return nil
	}
	if f.Per == perHearing {
		return []target{{}}
	}
	var out []target
	for _, p := range h.Participants {
		k := class(p.Role)
		switch {
		case p.Alternate && f.Number != "07c":
			continue
		case f.When == whenDecided && p.Attendance.Presence == hearing.Absent:
			continue
		case f.Per == perReceipt && (k == perParty || k == perAgency), f.Per == k:
			out = append(out, target{key: string(p.ID), name: called(d, p), participant: p})
		}
	}
	return out
}

// deliveries lists the receipts of an announcement, one a unit.
func deliveries(f *Form, d hearing.Dossier) []target {
	if f.Per != perReceipt {
		return nil
	}
	var out []target
	for i := range d.Announcement.Deliveries {
		v := &d.Announcement.Deliveries[i]
		t := target{key: string(v.ID), name: d.Organisation(v.Organisation).Name + d.Person(v.Person).Name, delivery: v}
		for _, p := range d.Announcement.Participants {
			if p.Role == hearing.Recipient && p.Organisation != "" && p.Organisation == v.Organisation {
				t.participant = p
			}
		}
		out = append(out, t)
	}
	return out
}

// called names a participant as a list of papers does: the unit, or the person.
func called(d hearing.Dossier, p hearing.Participant) string {
	if p.Role == hearing.AgencyRep || p.Role == hearing.Recipient || p.Person == "" {
		if n := d.Organisation(p.Organisation).Name; n != "" {
			return n
		}
	}
	return d.Person(p.Person).Name
}

// Compose fills one paper. today is the date of papers that have none of their
// own. Required fields without a value are a [*MissingError].
func (c *Catalogue) Compose(d hearing.Dossier, it Item, today calendar.Date) (Document, error) {
	f := c.form(it.Number)
	if f == nil {
		return Document{}, fmt.Errorf("compose paper %s: %w", it.Number, hearing.ErrNotFound)
	}
	for _, t := range targets(f, d) {
		if t.key == it.Key {
			return c.compose(d, f, t, today)
		}
	}
	return Document{}, fmt.Errorf("compose paper %s for %s: %w", it.Number, it.Key, hearing.ErrNotFound)
}

func (c *Catalogue) compose(d hearing.Dossier, f *Form, t target, today calendar.Date) (Document, error) {
	facts := c.facts(d, f, t, today)
	if missing := c.missing(f, facts); len(missing) > 0 {
		return Document{}, &MissingError{Paper: f.Title, For: t.name, Fields: missing}
	}
	tree, err := f.tree.Clone()
	if err != nil {
		return Document{}, fmt.Errorf("compose paper %s: %w", f.Number, err)
	}
	var out strings.Builder
	if err := tree.Funcs(c.roots(facts)).Execute(&out, facts); err != nil {
		return Document{}, fmt.Errorf("compose paper %s: %w", f.Number, err)
	}
	return Document{Number: f.Number, Title: f.Title, For: t.name, Key: t.key, Style: f.Style, Wide: f.Wide,
		Copies: max(f.Copies, 1), Blocks: compose(out.String()), Whole: wholeNames(d), Fields: c.fields(f, facts)}, nil
}

// wholeNames lists the names of people, and what is left of them when they are
// masked. Long ones may be divided.
func wholeNames(d hearing.Dossier) []string {
	var out []string
	add := func(name string) {
		if n := utf8.RuneCountInString(name); n >= 2 && n <= 6 && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, p := range d.People {
		add(p.Name)
		add(maskName(p.Name))
	}
	for _, c := range d.Office.Contacts {
		add(c.Name)
	}
	if d.Hearing != nil {
		for _, c := range d.Hearing.Notice.Contacts {
			add(c.Name)
		}
	}
	return out
}

// missing lists the required keys without a value.
func (c *Catalogue) missing(f *Form, facts record) []Field {
	var out []Field
	for _, k := range f.Required {
		if len(values(facts, strings.Split(k, "."))) == 0 {
			out = append(out, Field{Key: k, Label: c.dict.label(k, "zh")})
		}
	}
	return out
}

// fields lists the values of every key that the form uses.
func (c *Catalogue) fields(f *Form, facts record) []Field {
	var out []Field
	for _, k := range c.dict.keys {
		if !f.used[k] {
			continue
		}
		for _, v := range values(facts, strings.Split(k, ".")) {
			out = append(out, Field{Key: k, Label: c.dict.label(k, "zh"), Value: v})
		}
	}
	return out
}

// values follows a key through records and lists to its values; empty ones are
// left out.
func values(v any, keys []string) []string {
	if len(keys) > 0 {
		switch v := v.(type) {
		case record:
			name, isList := strings.CutSuffix(keys[0], "[]")
			if !isList {
				return values(v[name], keys[1:])
			}
			list, _ := v[name].([]record)
			if len(keys) == 1 {
				return make([]string, len(list))
			}
			var out []string
			for _, r := range list {
				out = append(out, values(r, keys[1:])...)
			}
			return out
		}
		return nil
	}
	s := ""
	switch v := v.(type) {
	case Text:
		s = string(v)
	case Day:
		s = string(v)
	case Moment:
		s = string(v)
	}
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return []string{s}
}
