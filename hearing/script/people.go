package script

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/seating"
)

// A Person is somebody who can speak in the session. The name stands in full: a
// script is the clerk's own; what a projector shows goes through [document.Veil].
type Person struct {
	Key          string // a participant's ID, PARTICIPANT/proxy, or as in [hearing.Placing]: @presider
	Person       hearing.ID
	Organisation hearing.ID // unit that somebody comes for
	Name         string     // of the person; of a unit that has named nobody, the unit's
	Role         string     // as printed: 听证员
	Seat         string     // label of the seat: 7; empty: by video, or none
	Remote       bool       // takes part by video

	role hearing.Role // of a participant
	side hearing.PartyRole
	part hearing.Participant
	post []rules.Speaker // of who holds the session
}

// people lists those who hold the session, and the participants in their order.
func people(d hearing.Dossier, plan hearing.SeatPlan) []Person {
	var out []Person
	for _, s := range seating.Sitters(d) {
		out = append(out, person(d, s, plan))
	}
	for _, p := range d.Session().Participants {
		if !p.Remote || p.Alternate {
			continue
		}
		role := p.Label
		if role == "" {
			role = p.Role.Term().Zh
		}
		out = append(out, person(d, seating.Sitter{Key: string(p.ID), Person: p.Person, Organisation: p.Organisation, Role: role, Participant: p}, plan))
	}
	return out
}

// posts are the speakers who hold a session, by their seats.
var posts = map[string]rules.Speaker{seating.Presider: "presider", seating.Recorder: "recorder", seating.Reader: "reader"}

func person(d hearing.Dossier, s seating.Sitter, plan hearing.SeatPlan) Person {
	seat, _ := plan.Of(s.Key)
	out := Person{Key: s.Key, Person: s.Person, Organisation: s.Organisation, Name: d.Person(s.Person).Name, Role: s.Role, Seat: seat.Label,
		Remote: s.Participant.Remote, role: s.Participant.Role, part: s.Participant, side: sideOf(d, s.Participant)}
	if out.Name == "" {
		out.Name = d.Organisation(s.Organisation).Name
	}
	if post, ok := posts[s.Key]; ok {
		out.post = []rules.Speaker{post}
	}
	if s.Post && (slices.Contains(d.Handlers(), s.Person) || out.post == nil) { // who presides may handle the case
		out.post = append(out.post, "prosecutor")
	}
	return out
}

// sideOf is how the party stands for whom a participant comes.
func sideOf(d hearing.Dossier, p hearing.Participant) hearing.PartyRole {
	for _, c := range d.Cases {
		for _, x := range c.Parties {
			if p.Party != "" && p.Party == x.ID || p.Party == "" && p.Person != "" && p.Person == x.Person || p.Party == "" && p.Organisation != "" && p.Organisation == x.Organisation {
				return x.Role
			}
		}
	}
	return ""
}

// aside are roles whose people speak for themselves, whomever they came with.
var aside = []hearing.Role{hearing.Officer, hearing.Supervisor, hearing.NotaryRole, hearing.Observer, hearing.Media, hearing.Police, hearing.Technician,
	hearing.Witness, hearing.Appraiser, hearing.Expert, hearing.Interpreter, hearing.Investigator, hearing.CaseStaff, hearing.Resident, hearing.Volunteer,
	hearing.Mediator, hearing.InvitedAide, hearing.DeputyRole, hearing.OtherAttendant, hearing.SuitableAdult}

// ofRoles are the speakers that a role makes.
var ofRoles = map[rules.Speaker][]hearing.Role{
	"officers": {hearing.Officer}, "spokesman": {hearing.Officer}, "investigator": {hearing.Investigator, hearing.CaseStaff}, "notary": {hearing.NotaryRole},
	"supervisor": {hearing.Supervisor}, "deputies": {hearing.DeputyRole}, "recipient": {hearing.Recipient},
	"witnesses": {hearing.Witness, hearing.Appraiser, hearing.Expert},
	"community": {hearing.Resident, hearing.Volunteer, hearing.Mediator, hearing.InvitedAide, hearing.SuitableAdult, hearing.OtherAttendant},
	"invitees":  {hearing.DeputyRole, hearing.Supervisor, hearing.InvitedAide, hearing.Volunteer, hearing.Resident, hearing.Mediator, hearing.NotaryRole},
}

// ofSides are the speakers that the side makes for which somebody comes.
var ofSides = map[rules.Speaker][]hearing.PartyRole{
	"applicant": {hearing.Applicant, hearing.Victim, hearing.Concerned}, "respondent": {hearing.Respondent, hearing.SupervisedAgency, hearing.Violator, hearing.Suspect},
	"third": {hearing.ThirdParty}, "suspect": {hearing.Suspect}, "victim": {hearing.Victim},
}

// speakers are the keys of those who speak in a step, in the order of the part.
func speakers(d hearing.Dossier, all []Person, t turn) []string {
	var out []string
	for _, w := range t.Who {
		var group []*Person
		for i := range all {
			p := &all[i]
			if p.is(w) && concerns(d, p.part, t.of) && p.part.Attendance.Presence != hearing.Absent {
				group = append(group, p)
			}
		}
		for _, p := range inTurn(group) {
			if !slices.Contains(out, p.Key) {
				out = append(out, p.Key)
			}
		}
	}
	return out
}

// inTurn puts those who come for one party together: the party first, then who
// speaks for it.
func inTurn(group []*Person) []*Person {
	var out []*Person
	for _, p := range group {
		if slices.Contains(out, p) {
			continue
		}
		side := []*Person{p}
		for _, o := range group {
			if o != p && p.part.Party != "" && o.part.Party == p.part.Party {
				side = append(side, o)
			}
		}
		slices.SortStableFunc(side, func(a, b *Person) int { return a.after() - b.after() })
		out = append(out, side...)
	}
	return out
}

// after is how far behind a party somebody speaks for it.
func (p *Person) after() int {
	switch p.role {
	case hearing.Guardian:
		return 1
	case hearing.Agent, hearing.Defender:
		return 2
	}
	return 0
}

// is reports whether somebody is one of those speakers.
func (p *Person) is(w rules.Speaker) bool {
	if p.post != nil {
		return slices.Contains(p.post, w)
	}
	if slices.Contains(ofRoles[w], p.role) {
		return true
	}
	if slices.Contains(aside, p.role) || p.role == "" || p.role == hearing.Recipient {
		return false
	}
	switch w {
	case "parties":
		return true
	case "others":
		return !p.is("applicant")
	case "suspect":
		return p.side == hearing.Suspect || p.role == hearing.Defender
	case "victim":
		return p.side == hearing.Victim || p.role == hearing.VictimRole
	case "applicant":
		return slices.Contains(ofSides[w], p.side) || p.side == "" && (p.role == hearing.PartyRep || p.role == hearing.VictimRole || p.role == hearing.Agent || p.role == hearing.Guardian)
	case "respondent":
		return slices.Contains(ofSides[w], p.side) || p.side == "" && (p.role == hearing.AgencyRep || p.role == hearing.Defender)
	}
	return slices.Contains(ofSides[w], p.side)
}

// concerns reports whether somebody takes part in what is about a case: who comes
// for a party of another case alone does not.
func concerns(d hearing.Dossier, p hearing.Participant, of hearing.ID) bool {
	other := false
	for _, c := range d.Cases {
		if c.Concerns(p) {
			if c.ID == of {
				return true
			}
			other = true
		}
	}
	return of == "" || !other
}
