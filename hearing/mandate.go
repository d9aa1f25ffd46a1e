package hearing

import (
	"slices"
	"time"
)

// A Mandate (代理) says that somebody comes to a hearing for a party of one of its
// cases: an agent, a defender, a guardian, or who was sent with a power of attorney.
type Mandate struct {
	Session ID
	Start   time.Time // of the hearing
	Case    ID
	Role    Role
	Agent   ID // person
	Firm    ID // organisation that the agent comes from; empty: none, or not known
	Client  Party

	Cause, AgentName, FirmName, ClientName string // for the eye
}

// agents are the roles in which one acts for a party.
var agents = []Role{Agent, Defender, Guardian, SuitableAdult}

// Mandates lists who acts in the hearing for whom, case by case. Somebody may act for
// several parties, of several cases.
func (h Hearing) Mandates(cases []Case) []Mandate {
	var out []Mandate
	for _, c := range cases {
		for _, x := range c.Parties {
			for _, p := range h.Participants {
				if p.Party != x.ID && (p.Organisation == "" || p.Organisation != x.Organisation) {
					continue
				}
				m := Mandate{Session: h.ID, Start: h.Start, Case: c.ID, Cause: c.Cause, Role: p.Role, Agent: p.Person, Client: x}
				if p.Person != "" && p.Person != x.Person && p.Party == x.ID && slices.Contains(agents, p.Role) {
					if m.Firm = p.Organisation; m.Firm == x.Organisation {
						m.Firm = ""
					}
					out = append(out, m)
				}
				if p.Proxy != nil && p.Proxy.Person != "" {
					m.Role, m.Agent, m.Firm = Agent, p.Proxy.Person, ""
					out = append(out, m)
				}
			}
		}
	}
	return out
}
