package people

import (
	"context"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/roster"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	edit.Drafts
	form.People
	form.Organisations
	roster.Source
	Facets(ctx context.Context) (map[hearing.Facet]int, error)
	Namesakes(ctx context.Context, name string) ([]hearing.Listed, error)
	TwinPeople(ctx context.Context) ([]hearing.Twin[hearing.Person], error)
	TwinOrganisations(ctx context.Context) ([]hearing.Twin[hearing.Organisation], error)
	MergePeople(ctx context.Context, keep, other hearing.Person) (hearing.Version, error)
	MergeOrganisations(ctx context.Context, keep, other hearing.Organisation) (hearing.Version, error)
	trail.Desk
	DeletePerson(ctx context.Context, id hearing.ID, v hearing.Version) error
	DeleteOrganisation(ctx context.Context, id hearing.ID, v hearing.Version) error
	Room(ctx context.Context, id hearing.ID) (hearing.Room, error)
	SaveRoom(ctx context.Context, r hearing.Room) (hearing.Version, error)
	DeleteRoom(ctx context.Context, id hearing.ID, v hearing.Version) error
	Rooms(ctx context.Context, part string, most int) ([]hearing.Room, error)
	EntriesOf(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error)
	Mandates(ctx context.Context, noun string, id hearing.ID) ([]hearing.Mandate, error)
}

// names are the choices above the list, with the number of people of each; the
// first is everybody.
func names(count map[hearing.Facet]int) []string {
	out := []string{numbered(words.T("全部人员"), count, "")}
	for _, f := range hearing.Facets {
		out = append(out, numbered(words.Of(f), count, f))
	}
	return out
}

func numbered(name string, count map[hearing.Facet]int, f hearing.Facet) string {
	if count == nil {
		return name
	}
	return name + " " + strconv.Itoa(count[f])
}

// facet is the choice at a place of [names].
func facet(i int) hearing.Facet {
	if i < 1 || i > len(hearing.Facets) {
		return ""
	}
	return hearing.Facets[i-1]
}

// A listed is a person with the unit.
type listed hearing.Listed

// detail is a person's second line: where they work and what they do, else
// where they live.
func (l listed) detail() string {
	p := l.Person
	what := p.Post
	for _, s := range []string{words.Of(p.Rank), p.Title, p.Deputy, p.Address} {
		if what == "" {
			what = s
		}
	}
	unit := l.Unit.Short
	if unit == "" {
		unit = l.Unit.Name
	}
	return strings.TrimSpace(unit + " " + what)
}

// what tells a person from another of the name.
func (l listed) what() string {
	for _, s := range []string{l.detail(), l.Person.Note} {
		if s != "" {
			return s
		}
	}
	return words.T("没有写单位和地址")
}

// standing is said at the end of a person's line.
func (l listed) standing(today calendar.Date) string {
	if !l.Person.InPool() {
		return ""
	}
	if now := l.Person.PoolOn(today); now != hearing.PoolActive {
		return strings.TrimSuffix(words.T("听证员")+" · "+words.Of(now), " · ")
	}
	return words.T("听证员")
}

// namesakes returns others of the same name.
func namesakes(ctx context.Context, d Desk, p hearing.Person) ([]listed, error) {
	name := strings.TrimSpace(p.Name)
	if name == "" {
		return nil, nil
	}
	found, err := d.Namesakes(ctx, name)
	if err != nil {
		return nil, err
	}
	var out []listed
	for _, l := range found {
		if l.Person.ID != p.ID {
			out = append(out, listed(l))
		}
	}
	return out, nil
}
