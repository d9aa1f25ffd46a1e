// Package lookup finds records for the fields that name one, and makes a new
// one where a clerk types a name that nobody has.
package lookup

import (
	"context"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// Most is how many records a field offers.
const Most = 8

// People is what fields for people need of the desk.
type People interface {
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error)
}

// Organisations is what fields for organisations need of the desk.
type Organisations interface {
	Organisations(ctx context.Context, part string, most int) ([]hearing.Organisation, error)
}

// Rooms is what fields for rooms need of the desk.
type Rooms interface {
	Rooms(ctx context.Context, part string, most int) ([]hearing.Room, error)
	Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error)
}

// Cases is what fields for cases need of the desk.
type Cases interface {
	Cases(ctx context.Context, part string, most int) ([]hearing.Case, error)
}

// FindPeople finds people by name, pinyin initials or telephone.
func FindPeople(d People) field.Find {
	return func(ctx context.Context, query string) ([]field.Option, error) {
		found, err := d.People(ctx, query, Most)
		if err != nil {
			return nil, err
		}
		out := make([]field.Option, len(found))
		for i, p := range found {
			out[i] = PersonOption(p, nameOf(ctx, d, p.Organisation))
		}
		return out, nil
	}
}

// PersonOption offers a person, told from others of the name by what they do
// and where.
func PersonOption(p hearing.Person, unit string) field.Option {
	what := p.Title
	if p.Rank != "" {
		what = words.Of(p.Rank)
	}
	if p.Post != "" {
		what = p.Post
	}
	return field.Option{ID: p.ID, Name: p.Name, Detail: strings.TrimSpace(unit + " " + what)}
}

func nameOf(ctx context.Context, d interface {
	Organisation(context.Context, hearing.ID) (hearing.Organisation, error)
}, id hearing.ID) string {
	if id == "" {
		return ""
	}
	o, err := d.Organisation(ctx, id)
	if err != nil {
		return "" // the name alone still finds the person
	}
	if o.Short != "" {
		return o.Short
	}
	return o.Name
}

// FindOrganisations finds organisations by name or pinyin initials.
func FindOrganisations(d Organisations) field.Find {
	return func(ctx context.Context, query string) ([]field.Option, error) {
		found, err := d.Organisations(ctx, query, Most)
		if err != nil {
			return nil, err
		}
		out := make([]field.Option, len(found))
		for i, o := range found {
			out[i] = field.Option{ID: o.ID, Name: o.Name, Detail: words.Of(o.Kind)}
		}
		return out, nil
	}
}

// FindRooms finds rooms by name or address.
func FindRooms(d Rooms) field.Find {
	return func(ctx context.Context, query string) ([]field.Option, error) {
		found, err := d.Rooms(ctx, query, Most)
		if err != nil {
			return nil, err
		}
		out := make([]field.Option, len(found))
		for i, r := range found {
			out[i] = field.Option{ID: r.ID, Name: r.Name, Detail: strings.TrimSpace(nameOf(ctx, d, r.Owner) + " " + words.Of(r.Kind))}
		}
		return out, nil
	}
}

// FindCases finds cases by cause or number.
func FindCases(d Cases) field.Find {
	return func(ctx context.Context, query string) ([]field.Option, error) {
		found, err := d.Cases(ctx, query, Most)
		if err != nil {
			return nil, err
		}
		out := make([]field.Option, len(found))
		for i, c := range found {
			out[i] = field.Option{ID: c.ID, Name: c.Cause, Detail: strings.TrimSpace(words.Of(c.Type) + " " + c.Number)}
		}
		return out, nil
	}
}
