package document

import (
	"cmp"
	"slices"
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/seating"
)

// seated fills in the seats of the room with who sits there, the plates of those
// who have one, a role's plate each, and the passes of the observers.
func (x teller) seated(facts record) {
	plan := seating.Arrange(x.seats, x.d)
	sitters := map[string]seating.Sitter{}
	for _, s := range seating.Sitters(x.d) {
		sitters[s.Key] = s
	}
	var seats, plates, roles []record
	for _, s := range plan.Seats {
		r := record{"x": Text(strconv.Itoa(s.X)), "y": Text(strconv.Itoa(s.Y)), "number": Text(s.Label), "zone": Text(s.Zone.Term().Zh), "extra": s.Extra, "kept": s.Kept}
		if who, ok := sitters[s.Who]; ok {
			r["name"], r["role"] = x.onPlan(who)
			if plated(who) {
				plates, roles = x.plate(plates, roles, who, s.Label)
			}
		}
		seats = append(seats, r)
	}
	for _, p := range x.d.Session().Participants { // who takes part by video has a plate at the screen
		who := seating.Sitter{Person: p.Person, Organisation: p.Organisation, Role: x.role(p), Participant: p}
		if p.Remote && !p.Alternate && plated(who) {
			plates, roles = x.plate(plates, roles, who, "")
		}
	}
	if len(plates) == 0 {
		seats = nil // of an empty room there is nothing to show
	}
	facts["seats"], facts["plates"], facts["roles"] = seats, plates, roles
	facts["room"] = record{"wide": Text(strconv.Itoa(plan.Wide)), "deep": Text(strconv.Itoa(plan.Deep)), "front": Text(plan.Front)}
	if n := plan.Extra(); n > 0 {
		facts["room"].(record)["extra"] = Text(strconv.Itoa(n))
	}
	if h := x.d.Hearing; h != nil {
		x.passes(facts, *h, plan)
	}
}

// ofUnit reports whether somebody comes for a unit, whose name the plate bears.
func ofUnit(s seating.Sitter) bool {
	r := s.Participant.Role
	return !s.Post && s.Organisation != "" && (r == hearing.AgencyRep || r == hearing.Recipient || s.Person == "")
}

// onPlan is what stands on somebody's seat: the name and the role, or the unit and
// who comes for it.
func (x teller) onPlan(s seating.Sitter) (name, role Text) {
	person := x.mask.person(x.d.Person(s.Person))
	if !ofUnit(s) {
		return Text(person), Text(s.Role)
	}
	unit := x.d.Organisation(s.Organisation)
	called := x.mask.body(unit)
	if called == unit.Name && unit.Short != "" {
		called = unit.Short
	}
	return Text(called), Text(cmp.Or(person, s.Role))
}

// plated reports whether a plate stands before somebody.
func plated(s seating.Sitter) bool { return s.Post || class(s.Participant.Role) != "" }

// plate adds somebody's plate, and that of the role where it is the first one. A
// unit that comes with two people has one.
func (x teller) plate(plates, roles []record, s seating.Sitter, number string) (all, each []record) {
	name := x.mask.person(x.d.Person(s.Person))
	if ofUnit(s) {
		name = x.mask.body(x.d.Organisation(s.Organisation))
		if slices.ContainsFunc(plates, func(r record) bool { return r["name"] == Text(name) }) {
			return plates, roles
		}
	}
	if name != "" {
		plates = append(plates, record{"name": Text(name), "role": Text(s.Role), "number": Text(number)})
	}
	if !slices.ContainsFunc(roles, func(r record) bool { return r["name"] == Text(s.Role) }) {
		roles = append(roles, record{"name": Text(s.Role)})
	}
	return plates, roles
}
