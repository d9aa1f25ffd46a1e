package people

import (
	"context"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	edit.Drafts
	form.People
	form.Organisations
	DeletePerson(ctx context.Context, id hearing.ID, v hearing.Version) error
	DeleteOrganisation(ctx context.Context, id hearing.ID, v hearing.Version) error
	Room(ctx context.Context, id hearing.ID) (hearing.Room, error)
	SaveRoom(ctx context.Context, r hearing.Room) (hearing.Version, error)
	DeleteRoom(ctx context.Context, id hearing.ID, v hearing.Version) error
	Rooms(ctx context.Context, part string, most int) ([]hearing.Room, error)
	EntriesOf(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error)
}

// A kind is who the list of people shows.
type kind struct {
	name string
	is   func(hearing.Person, hearing.Organisation) bool // nil: everybody
}

// kinds are the choices above the list.
func kinds() []kind {
	return []kind{
		{words.T("全部人员"), nil},
		{words.T("检察院人员"), func(p hearing.Person, o hearing.Organisation) bool {
			return p.Rank != "" || o.Kind == hearing.Procuratorate
		}},
		{words.T("听证员库"), func(p hearing.Person, _ hearing.Organisation) bool { return p.InPool() || p.Class != "" }},
		{words.T("公证员"), func(_ hearing.Person, o hearing.Organisation) bool { return o.Kind == hearing.NotaryOffice }},
		{words.T("行政机关人员"), func(_ hearing.Person, o hearing.Organisation) bool { return o.Kind == hearing.Agency }},
		{words.T("代表委员"), func(p hearing.Person, _ hearing.Organisation) bool { return p.Deputy != "" }},
		{words.T("志愿者"), func(p hearing.Person, _ hearing.Organisation) bool { return p.Volunteer != "" }},
	}
}

// everybody is more people than a desk knows; the filter looks at all of them.
const everybody = 100000

// A listed is a person with the organisation.
type listed struct {
	person hearing.Person
	unit   hearing.Organisation
}

// find lists the people of a kind, at most most.
func find(ctx context.Context, d Desk, part string, k kind, most int) ([]listed, error) {
	read := everybody
	if k.is == nil {
		read = most
	}
	found, err := d.People(ctx, part, read)
	if err != nil {
		return nil, err
	}
	units := organisations{read: d.Organisation, known: map[hearing.ID]hearing.Organisation{}}
	var out []listed
	for _, p := range found {
		o, err := units.of(ctx, p.Organisation)
		if err != nil {
			return nil, err
		}
		if k.is == nil || k.is(p, o) {
			out = append(out, listed{p, o})
		}
		if len(out) == most {
			break
		}
	}
	return out, nil
}

// organisations remembers those that were read: many people share one.
type organisations struct {
	read  func(context.Context, hearing.ID) (hearing.Organisation, error)
	known map[hearing.ID]hearing.Organisation
}

func (o organisations) of(ctx context.Context, id hearing.ID) (hearing.Organisation, error) {
	if found, ok := o.known[id]; ok || id == "" {
		return found, nil
	}
	found, err := o.read(ctx, id)
	o.known[id] = found
	return found, err
}

// detail is a person's second line: where they work and what they do, else
// where they live.
func (l listed) detail() string {
	p := l.person
	what := p.Post
	for _, s := range []string{words.Of(p.Rank), p.Title, p.Deputy, p.Address} {
		if what == "" {
			what = s
		}
	}
	unit := l.unit.Short
	if unit == "" {
		unit = l.unit.Name
	}
	return strings.TrimSpace(unit + " " + what)
}

// what tells a person from another of the name.
func (l listed) what() string {
	for _, s := range []string{l.detail(), l.person.Note} {
		if s != "" {
			return s
		}
	}
	return words.T("没有写单位和地址")
}

// standing is said at the end of a person's line.
func (l listed) standing() string {
	switch {
	case l.person.Pool != "" && l.person.Pool != hearing.PoolActive:
		return words.T("听证员") + " · " + words.Of(l.person.Pool)
	case l.person.Pool != "":
		return words.T("听证员")
	}
	return ""
}

// namesakes returns others of the same name.
func namesakes(ctx context.Context, d Desk, p hearing.Person) ([]listed, error) {
	name := strings.TrimSpace(p.Name)
	if name == "" {
		return nil, nil
	}
	found, err := find(ctx, d, name, kinds()[0], everybody)
	if err != nil {
		return nil, err
	}
	var out []listed
	for _, l := range found {
		if l.person.ID != p.ID && l.person.Name == name {
			out = append(out, l)
		}
	}
	return out, nil
}
