package document

import (
	"slices"

	"hearingdesk/hearing"
)

// seated fills in the plates of those who sit in the room: one for each, and one
// for each role.
func (x teller) seated(facts record) {
	s := x.d.Session()
	var plates, roles []record
	add := func(name, role string) {
		if name != "" {
			plates = append(plates, record{"name": Text(name), "role": Text(role)})
		}
		if !slices.ContainsFunc(roles, func(r record) bool { return r["name"] == Text(role) }) {
			roles = append(roles, record{"name": Text(role)})
		}
	}
	add(x.d.Person(s.Presider).Name, "主持人")
	if h := x.d.Hearing; h != nil {
		for _, id := range x.handlers(*h) {
			if id != h.Presider {
				add(x.d.Person(id).Name, "承办检察官")
			}
		}
	} else if s.Reader != s.Presider {
		add(x.d.Person(s.Reader).Name, "宣告人")
	}
	add(x.d.Person(s.Recorder).Name, "书记员")
	for _, p := range s.Participants {
		if p.Alternate || class(p.Role) == "" {
			continue
		}
		name := x.mask.person(x.d.Person(p.Person))
		if p.Role == hearing.AgencyRep || p.Role == hearing.Recipient || name == "" {
			name = x.mask.body(x.d.Organisation(p.Organisation))
		}
		add(name, x.role(p))
	}
	facts["plates"], facts["roles"] = plates, roles
}
