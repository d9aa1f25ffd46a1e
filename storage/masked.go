package storage

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"

	"hearingdesk/hearing"
)

// A mask makes of records that somebody does not see what figures count, so that they
// are whole for everybody: codes, dates and numbers. No word that anybody wrote is
// left, and each of the people has a name that says nothing.
type mask struct {
	tokens map[string]string // of people and units, by their ID
	people []string          // IDs of those that were met, in order
}

func newMask() *mask { return &mask{tokens: map[string]string{}} }

// codes are the fields whose texts are codes or IDs; all other texts go.
var codes = []string{"id", "case", "cases", "kind", "state", "forms", "openness", "purposes", "type", "domain", "source", "role", "presence", "stance", "question", "officer",
	"timing", "participant", "instruments", "mode", "subject", "room", "method", "status", "class", "pool", "pool_source", "rank"}

// whoms are the fields that name people and units.
var whoms = []string{"person", "presider", "recorder", "reader", "organisation", "handler", "lead", "by", "units", "unit", "prosecutors", "servers", "head", "claimed_by"}

// tallies are the fields of a counted value, under metrics.
var tallies = []string{"name", "value", "unit", "approx"}

// dates are days and instants, whatever their field.
var dates = regexp.MustCompile(`^\d{4}-\d\d-\d\d(T[0-9:.+Z-]+)?$`)

// record masks one record.
func (m *mask) record(kind, body string, version int64) (hearing.Record, error) {
	var tree map[string]any
	if err := json.Unmarshal([]byte(body), &tree); err != nil {
		return nil, fmt.Errorf("mask record: %w (%w)", hearing.ErrDamaged, err)
	}
	masked, err := json.Marshal(m.object(tree, false))
	if err != nil {
		return nil, fmt.Errorf("mask record: %w", err)
	}
	r, err := decode(kind, string(masked), version)
	if err != nil {
		return nil, err
	}
	switch v := r.(type) {
	case hearing.Hearing:
		v.Title = hearing.Veiled
		return v, nil
	case hearing.Announcement:
		v.Title = hearing.Veiled
		return v, nil
	case hearing.Case:
		v.Cause = hearing.Veiled
		return v, nil
	case hearing.Instrument:
		v.Title = hearing.Veiled
		return v, nil
	case hearing.Clue:
		v.Text = hearing.Veiled
		return v, nil
	}
	return r, nil
}

func (m *mask) object(tree map[string]any, metrics bool) map[string]any {
	out := map[string]any{}
	for k, v := range tree {
		out[k] = m.value(k, v, metrics || k == "metrics")
	}
	return out
}

func (m *mask) value(key string, v any, metrics bool) any {
	switch v := v.(type) {
	case map[string]any:
		return m.object(v, metrics)
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = m.value(key, x, metrics)
		}
		return out
	case string:
		switch {
		case metrics && slices.Contains(tallies, key), slices.Contains(codes, key), dates.MatchString(v):
			return v
		case slices.Contains(whoms, key) && v != "":
			return m.token(v)
		}
		return ""
	}
	return v
}

// token is what somebody is called in what is masked.
func (m *mask) token(id string) string {
	t := m.tokens[id]
	if t == "" {
		t = fmt.Sprintf("veiled-%d", len(m.tokens)+1)
		m.tokens[id] = t
		m.people = append(m.people, id)
	}
	return t
}

// person is somebody of what was masked, with what they are tallies by.
func (m *mask) person(id, body string, chief bool) (hearing.Person, error) {
	r, err := m.record(hearing.NounPerson, body, 0)
	if err != nil {
		return hearing.Person{}, err
	}
	p, _ := r.(hearing.Person)
	p.ID, p.Name = hearing.ID(m.tokens[id]), hearing.Veiled
	if chief {
		p.Rank = hearing.Chief
	}
	return p, nil
}

// fill adds the people of what was masked to a package.
func (m *mask) fill(p *hearing.Package, bodies map[string]string) error {
	for i := 0; i < len(m.people); i++ { // more are met on the way
		id := m.people[i]
		body, is := bodies[id]
		if !is {
			continue // a unit
		}
		chief := p.Office != nil && p.Office.Chief == hearing.ID(id)
		who, err := m.person(id, body, chief)
		if err != nil {
			return err
		}
		p.Add(who)
	}
	return nil
}
