package hearing

import (
	"fmt"
	"testing"
)

// TestWhomAnAgentActsFor: a lawyer with two clients in two cases, who was sent by an
// agency, and a party who comes alone.
func TestWhomAnAgentActsFor(t *testing.T) {
	cases := []Case{
		{ID: "c1", Cause: "一案", Parties: []Party{{ID: "p1", Person: "cheng"}, {ID: "p2", Person: "zhao"}}},
		{ID: "c2", Cause: "二案", Parties: []Party{{ID: "p3", Organisation: "office"}}},
	}
	h := Hearing{ID: "h", Cases: []ID{"c1", "c2"}, Participants: []Participant{
		{ID: "a", Role: PartyRep, Person: "cheng", Party: "p1"},
		{ID: "b", Role: Agent, Person: "han", Organisation: "firm", Party: "p1"},
		{ID: "c", Role: Agent, Person: "han", Organisation: "firm", Party: "p3"},
		{ID: "d", Role: AgencyRep, Person: "sun", Organisation: "office", Proxy: &Proxy{Person: "qian"}},
		{ID: "e", Role: Officer, Person: "wang"},
		{ID: "f", Role: Agent, Person: "li"}, // for nobody of these
		{ID: "g", Role: Guardian, Person: "wu", Party: "p2"},
	}}
	got := ""
	for _, m := range h.Mandates(cases) {
		got += fmt.Sprintln(m.Cause, m.Role, m.Agent, m.Firm, m.Client.Person+m.Client.Organisation)
	}
	const want = "一案 agent han firm cheng\n一案 guardian wu  zhao\n二案 agent han firm office\n二案 agent qian  office\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
