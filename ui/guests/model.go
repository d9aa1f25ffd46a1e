// Package guests is the tab of a hearing with everybody who takes part: each in
// a role, for whom, and with what the papers print of them.
package guests

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// inOrder lists the participants in the order of the roles, those of a role as
// they were entered.
func inOrder(h hearing.Hearing) []hearing.Participant {
	out := slices.Clone(h.Participants)
	slices.SortStableFunc(out, func(a, b hearing.Participant) int {
		if a.Role != b.Role {
			return slices.Index(hearing.Roles, a.Role) - slices.Index(hearing.Roles, b.Role)
		}
		return order(a.Alternate) - order(b.Alternate)
	})
	return out
}

func order(alternate bool) int {
	if alternate {
		return 1
	}
	return 0
}

// ofUnits are the roles that a unit is entered for, and a person who comes for
// it is named after.
func ofUnits(r hearing.Role) bool {
	return r == hearing.AgencyRep || r == hearing.Recipient || r == hearing.Media
}

// kindOf is what a new organisation in a role is.
func kindOf(r hearing.Role) hearing.OrganisationKind {
	switch r {
	case hearing.AgencyRep, hearing.Recipient:
		return hearing.Agency
	case hearing.NotaryRole:
		return hearing.NotaryOffice
	case hearing.Agent, hearing.Defender:
		return hearing.LawFirm
	case hearing.Media:
		return hearing.MediaHouse
	case hearing.Resident:
		return hearing.Community
	}
	return hearing.OtherBody
}

// newPerson is somebody of a name that nobody has, with what the role says.
func newPerson(id hearing.ID, name string, r hearing.Role) hearing.Person {
	p := hearing.Person{ID: id, Name: name}
	if r == hearing.Officer {
		p.Pool = hearing.PoolActive
	}
	return p
}

// withPerson is a participant for a person: what the person's own record says
// need not be typed again.
func withPerson(id hearing.ID, r hearing.Role, p hearing.Person) hearing.Participant {
	out := hearing.Participant{ID: id, Role: r, Person: p.ID}
	switch r {
	case hearing.NotaryRole, hearing.Agent, hearing.Defender:
		out.Organisation, out.Licence = p.Organisation, p.Licence
	case hearing.AgencyRep, hearing.Recipient, hearing.Media:
		out.Organisation = p.Organisation
	}
	return out
}

// has reports whether somebody takes part in a role already.
func has(h hearing.Hearing, p hearing.Participant) bool {
	return slices.ContainsFunc(h.Participants, func(q hearing.Participant) bool {
		return q.Role == p.Role && q.Person == p.Person && q.Organisation == p.Organisation && q.Party == p.Party
	})
}

// fromCases lists the parties of the cases who do not take part yet: agencies
// as agencies, victims as such, the others as parties. A minor's guardian is
// left to the clerk.
func fromCases(h hearing.Hearing, cases []hearing.Case, newID func() hearing.ID) []hearing.Participant {
	var out []hearing.Participant
	for _, c := range cases {
		for _, p := range c.Parties {
			if slices.ContainsFunc(slices.Concat(h.Participants, out), func(q hearing.Participant) bool {
				return q.Party == p.ID || p.Person != "" && q.Person == p.Person || p.Organisation != "" && q.Organisation == p.Organisation
			}) {
				continue
			}
			g := hearing.Participant{ID: newID(), Role: hearing.PartyRep, Person: p.Person, Organisation: p.Organisation, Party: p.ID}
			switch p.Role {
			case hearing.SupervisedAgency:
				g.Role = hearing.AgencyRep
			case hearing.Victim:
				g.Role = hearing.VictimRole
			}
			out = append(out, g)
		}
	}
	return out
}

// without takes a participant out, with the opinions of an officer and the
// matters of a notary.
func without(h hearing.Hearing, id hearing.ID) hearing.Hearing {
	h.Participants = slices.DeleteFunc(slices.Clone(h.Participants), func(p hearing.Participant) bool { return p.ID == id })
	h.Opinions = slices.DeleteFunc(slices.Clone(h.Opinions), func(o hearing.Opinion) bool { return o.Officer == id })
	h.Notary = slices.DeleteFunc(slices.Clone(h.Notary), func(m hearing.NotaryMatter) bool { return m.Notary == id })
	for i := range h.Notary {
		h.Notary[i].Applicants = slices.DeleteFunc(slices.Clone(h.Notary[i].Applicants), func(a hearing.ID) bool { return a == id })
	}
	return h
}

// among changes the participants. Where people had been told who the officers
// are, another officer is recorded; somebody who is no officer any more has no
// opinion either.
func among(h *hearing.Hearing, on calendar.Date, f func(*hearing.Hearing)) {
	was := slices.Clone(h.Participants)
	f(h)
	list := h.Participants
	h.Participants = was
	*h = h.WithParticipants(list, on)
	h.Opinions = slices.DeleteFunc(h.Opinions, func(o hearing.Opinion) bool {
		p, ok := h.Participant(o.Officer)
		return !ok || p.Role != hearing.Officer
	})
}

// change changes one participant.
func change(h *hearing.Hearing, id hearing.ID, f func(*hearing.Participant)) {
	for i := range h.Participants {
		if h.Participants[i].ID == id {
			f(&h.Participants[i])
		}
	}
}

// setPerson gives a seat to somebody else, who has not been told or briefed, has
// declared nothing and is not here yet. What a unit was told stays told.
func setPerson(p *hearing.Participant, was, id hearing.ID) {
	p.Person = id
	if was == "" || id == "" || was == id || ofUnits(p.Role) && p.Organisation != "" {
		return
	}
	p.Told, p.Waiver, p.Declared, p.Licence, p.Attendance = nil, nil, nil, "", hearing.Attendance{}
	p.BriefedOn, p.Signed, p.Lives = calendar.Date{}, nil, false
}

// neighbour is the place of the one before a participant, or after, within the
// same role; -1 where there is none.
func neighbour(h hearing.Hearing, id hearing.ID, by int) int {
	at := slices.IndexFunc(h.Participants, func(p hearing.Participant) bool { return p.ID == id })
	if at < 0 {
		return -1
	}
	me := h.Participants[at]
	for i := at + by; i >= 0 && i < len(h.Participants); i += by {
		if p := h.Participants[i]; p.Role == me.Role && p.Alternate == me.Alternate {
			return i
		}
	}
	return -1
}

// swap moves a participant before the one before it, or after the one after it.
func swap(h *hearing.Hearing, id hearing.ID, by int) {
	at := slices.IndexFunc(h.Participants, func(p hearing.Participant) bool { return p.ID == id })
	if to := neighbour(*h, id, by); to >= 0 {
		h.Participants[at], h.Participants[to] = h.Participants[to], h.Participants[at]
	}
}

// partyOf is the party of the cases who somebody is; empty when none.
func partyOf(p hearing.Participant, cases []hearing.Case) hearing.ID {
	for _, c := range cases {
		for _, x := range c.Parties {
			if p.Person != "" && x.Person == p.Person || ofUnits(p.Role) && p.Organisation != "" && x.Organisation == p.Organisation {
				return x.ID
			}
		}
	}
	return ""
}

// forParty reports whether a role is a party's own or acts for one.
func forParty(r hearing.Role) bool {
	switch r {
	case hearing.PartyRep, hearing.Agent, hearing.Guardian, hearing.Defender, hearing.VictimRole, hearing.AgencyRep, hearing.Recipient, hearing.SuitableAdult:
		return true
	}
	return false
}

// licensed reports whether papers print a licence number for a role.
func licensed(r hearing.Role) bool {
	return r == hearing.NotaryRole || r == hearing.Agent || r == hearing.Defender
}
