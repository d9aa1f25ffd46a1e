package seating

import (
	"slices"

	"hearingdesk/hearing"
)

// The keys of those who hold a session and are no participants.
const (
	Presider = "@presider"
	Reader   = "@reader"
	Recorder = "@recorder"
	handler  = "@handler:" // and the person
	proxy    = "/proxy"    // behind the participant whom somebody goes with
)

// A Sitter is somebody who needs a seat.
type Sitter struct {
	Key          string       // as in [hearing.Seat]
	Zone         hearing.Zone // where such people sit
	Person       hearing.ID
	Organisation hearing.ID // unit that a participant stands for
	Role         string     // as printed: 听证员
	Post         bool       // holds the session: no participant
	Wish         string     // name of the seat that was chosen by hand; may be one that the room has not
	Participant  hearing.Participant
}

// Sitters lists those who need a seat in a session: who holds it, then the
// participants in the order in which they were entered, each followed by who was
// sent along. Alternates and those who take part by video need none.
func Sitters(d hearing.Dossier) []Sitter {
	s := d.Session()
	var out []Sitter
	add := func(key string, z hearing.Zone, id hearing.ID, role string) {
		if id != "" && !slices.ContainsFunc(out, func(o Sitter) bool { return o.Post && o.Person == id }) {
			out = append(out, Sitter{Key: key, Zone: z, Person: id, Role: role, Post: true})
		}
	}
	add(Presider, hearing.ZonePresider, s.Presider, "主持人")
	if d.Hearing == nil {
		add(Reader, hearing.ZoneReader, s.Reader, "宣告人")
	} else {
		for _, id := range d.Handlers() {
			add(handler+string(id), hearing.ZoneHandler, id, "承办检察官")
		}
	}
	add(Recorder, hearing.ZoneRecorder, s.Recorder, "书记员")
	for _, p := range s.Participants {
		if p.Alternate || p.Remote {
			continue
		}
		one := Sitter{Key: string(p.ID), Zone: ZoneOf(d, p), Person: p.Person, Organisation: p.Organisation, Role: roleOf(p), Wish: p.Seat, Participant: p}
		out = append(out, one)
		if p.Proxy != nil && p.Proxy.Person != "" {
			one.Key, one.Person, one.Role, one.Wish = one.Key+proxy, p.Proxy.Person, "委托代理人", ""
			out = append(out, one)
		}
	}
	for _, p := range s.Seating {
		for i := range out {
			if out[i].Key == p.Who {
				out[i].Wish = p.Seat
			}
		}
	}
	return out
}

// roleOf is a participant's role as printed.
func roleOf(p hearing.Participant) string {
	if p.Label != "" {
		return p.Label
	}
	return p.Role.Term().Zh
}

// zones are where people of a role sit, whomever they come for.
var zones = map[hearing.Role]hearing.Zone{
	hearing.Officer: hearing.ZoneOfficer, hearing.Supervisor: hearing.ZoneSupervisor, hearing.NotaryRole: hearing.ZoneNotary,
	hearing.AgencyRep: hearing.ZoneRight, hearing.Recipient: hearing.ZoneUnit, hearing.Witness: hearing.ZoneWitness,
	hearing.Appraiser: hearing.ZoneWitness, hearing.Expert: hearing.ZoneWitness, hearing.Interpreter: hearing.ZoneWitness,
	hearing.CaseStaff: hearing.ZoneHandler, hearing.Observer: hearing.ZoneObserver, hearing.Media: hearing.ZoneMedia,
	hearing.Police: hearing.ZoneStaff, hearing.Technician: hearing.ZoneStaff,
	hearing.Resident: hearing.ZoneGuest, hearing.Volunteer: hearing.ZoneGuest, hearing.InvitedAide: hearing.ZoneGuest,
	hearing.DeputyRole: hearing.ZoneGuest, hearing.Mediator: hearing.ZoneGuest, hearing.OtherAttendant: hearing.ZoneGuest,
}

// ofParties are the zones of those who come for a party.
var ofParties = map[hearing.PartyRole]hearing.Zone{
	hearing.Applicant: hearing.ZoneLeft, hearing.Victim: hearing.ZoneLeft, hearing.Concerned: hearing.ZoneLeft, hearing.Respondent: hearing.ZoneRight,
	hearing.SupervisedAgency: hearing.ZoneRight, hearing.Violator: hearing.ZoneRight, hearing.Suspect: hearing.ZoneRight, hearing.ThirdParty: hearing.ZoneThird,
}

// ZoneOf is where a participant sits: the parties at the side of the one for whom
// they come, everybody else by role.
func ZoneOf(d hearing.Dossier, p hearing.Participant) hearing.Zone {
	if z, ok := zones[p.Role]; ok {
		return z
	}
	for _, c := range d.Cases {
		for _, x := range c.Parties {
			if p.Party != "" && x.ID == p.Party || p.Party == "" && p.Person != "" && x.Person == p.Person {
				if z, ok := ofParties[x.Role]; ok {
					return z
				}
			}
		}
	}
	switch p.Role {
	case hearing.Defender, hearing.SuitableAdult:
		return hearing.ZoneRight
	}
	return hearing.ZoneLeft
}
