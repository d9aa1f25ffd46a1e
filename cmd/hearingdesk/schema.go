package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/invopop/jsonschema"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// schema prints the JSON Schema of a package, made from the types that read it.
func schema(_ context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	s, err := packageSchema()
	if err != nil {
		return err
	}
	return writeJSON(t.out, s)
}

func packageSchema() (*jsonschema.Schema, error) {
	comments := map[string]string{}
	if err := json.Unmarshal(assets.TypeComments, &comments); err != nil {
		return nil, fmt.Errorf("read comments of the types: %w", err)
	}
	codes := newCodeList()
	r := &jsonschema.Reflector{CommentMap: comments, Anonymous: true, Mapper: func(t reflect.Type) *jsonschema.Schema {
		if enum, ok := codes.enums[t]; ok {
			return &jsonschema.Schema{Type: "string", Enum: enum}
		}
		return leafSchema(t)
	}}
	s := r.Reflect(hearing.Package{})
	s.Title = "hearingdesk package"
	for _, def := range s.Definitions {
		tidy(def, codes.meanings)
	}
	if p, ok := s.Definitions["Package"]; ok {
		if f, ok := p.Properties.Get("format"); ok {
			f.Const = hearing.PackageFormat
		}
		if v, ok := p.Properties.Get("version"); ok {
			v.Const = hearing.PackageVersion
		}
	}
	return s, nil
}

// tidy folds the line breaks of the comments and adds to each coded value what
// its codes mean.
func tidy(s *jsonschema.Schema, meanings map[string]string) {
	s.Description = strings.Join(strings.Fields(s.Description), " ")
	for pair := s.Properties.Oldest(); pair != nil; pair = pair.Next() {
		p := pair.Value
		p.Description = strings.Join(strings.Fields(p.Description), " ")
		coded := p
		if p.Items != nil {
			coded = p.Items
		}
		if said := meanings[fmt.Sprint(coded.Enum)]; said != "" && len(coded.Enum) > 0 {
			coded.Description = strings.TrimPrefix(coded.Description+"; "+said, "; ")
		}
	}
}

// leafSchema says what the texts with a form of their own look like.
func leafSchema(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[calendar.Date]():
		return &jsonschema.Schema{Type: "string", Format: "date", Examples: []any{"2023-07-18"}}
	case reflect.TypeFor[calendar.Partial]():
		return &jsonschema.Schema{Type: "string", Pattern: `^\d{4}(-\d{2}(-\d{2})?)?$`, Examples: []any{"1985", "1985-03", "1985-03-12"}}
	case reflect.TypeFor[time.Time]():
		return &jsonschema.Schema{Type: "string", Format: "date-time", Examples: []any{"2023-07-18T09:00:00+08:00"}}
	case reflect.TypeFor[hearing.ID]():
		return &jsonschema.Schema{Type: "string", Pattern: `^[A-Za-z0-9._:-]{1,64}$`}
	}
	return nil
}

// A codeList collects the coded values of the package.
type codeList struct {
	enums    map[reflect.Type][]any
	meanings map[string]string // by the printed list of codes
}

func newCodeList() codeList {
	c := codeList{map[reflect.Type][]any{}, map[string]string{}}
	list(c, hearing.OrganisationKinds)
	list(c, hearing.Levels)
	list(c, hearing.Genders)
	list(c, hearing.Ranks)
	list(c, hearing.OfficerClasses)
	list(c, hearing.PoolStatuses)
	list(c, hearing.PoolSources)
	list(c, hearing.BarKinds)
	list(c, hearing.RoomKinds)
	list(c, hearing.CaseTypes)
	list(c, hearing.Sources)
	list(c, hearing.Secrets)
	list(c, hearing.PartyRoles)
	list(c, hearing.States)
	list(c, hearing.Forms)
	list(c, []hearing.Openness{hearing.Public, hearing.NotOpen})
	list(c, hearing.ApprovalKinds)
	list(c, hearing.Purposes)
	list(c, hearing.Roles)
	list(c, hearing.TellMethods)
	list(c, hearing.Presences)
	list(c, hearing.Stances)
	list(c, []hearing.Timing{hearing.OnTheSpot, hearing.Later})
	list(c, hearing.InstrumentKinds)
	list(c, hearing.DeliveryModes)
	list(c, hearing.Capacities)
	list(c, hearing.MatterKinds)
	list(c, hearing.MoveKinds)
	list(c, hearing.SeedSources)
	list(c, hearing.DrawReplies)
	list(c, hearing.ExclusionReasons)
	list(c, hearing.Zones)
	list(c, hearing.ClueStates)
	list(c, hearing.Rhythms)
	return c
}

func list[T interface {
	~string
	hearing.Named
}](c codeList, values []T) {
	var enum []any
	var said []string
	for _, v := range values {
		enum = append(enum, string(v))
		said = append(said, string(v)+" "+v.Term().Zh)
	}
	c.enums[reflect.TypeFor[T]()] = enum
	c.meanings[fmt.Sprint(enum)] = strings.Join(said, "; ")
}
