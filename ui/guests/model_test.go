package guests

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

var day = calendar.NewDate(2023, 7, 12)

func names(list []hearing.Participant) string {
	var out []string
	for _, p := range list {
		out = append(out, string(p.ID))
	}
	return strings.Join(out, " ")
}

func guests() hearing.Hearing {
	return hearing.Hearing{Participants: []hearing.Participant{
		{ID: "n", Role: hearing.NotaryRole}, {ID: "o1", Role: hearing.Officer, Person: "zhou"}, {ID: "p1", Role: hearing.PartyRep},
		{ID: "o2", Role: hearing.Officer, Person: "wang"}, {ID: "alt", Role: hearing.Officer, Alternate: true}, {ID: "o3", Role: hearing.Officer, Person: "zhao"},
	}}
}

// TestOrderWithinARole: the order is that of papers, and moves within a role.
func TestOrderWithinARole(t *testing.T) {
	h := guests()
	for _, step := range []struct {
		id   hearing.ID
		by   int
		want string
	}{
		{"o1", 0, "o1 o2 o3 alt p1 n"},
		{"o3", -1, "o1 o3 o2 alt p1 n"},
		{"o3", -1, "o3 o1 o2 alt p1 n"},
		{"o3", -1, "o3 o1 o2 alt p1 n"}, // it is the first
		{"o1", 1, "o3 o2 o1 alt p1 n"},
		{"alt", -1, "o3 o2 o1 alt p1 n"}, // the only alternate
		{"nobody", 1, "o3 o2 o1 alt p1 n"},
	} {
		if step.by != 0 {
			swap(&h, step.id, step.by)
		}
		if got := names(inOrder(h)); got != step.want {
			t.Errorf("%s by %d: %s, want %s", step.id, step.by, got, step.want)
		}
	}
}

// TestSomebodyElseInTheSeat has not been told and has declared nothing; what a
// unit was told stays told, whoever comes for it.
func TestSomebodyElseInTheSeat(t *testing.T) {
	told := []hearing.Told{{ReceivedOn: day}}
	for _, c := range []struct {
		what    string
		p       hearing.Participant
		was, id hearing.ID
		kept    bool
	}{
		{"another officer", hearing.Participant{Role: hearing.Officer}, "zhou", "wang", false},
		{"the same", hearing.Participant{Role: hearing.Officer}, "zhou", "zhou", true},
		{"while the name is typed", hearing.Participant{Role: hearing.Officer}, "zhou", "", true},
		{"the first", hearing.Participant{Role: hearing.Officer}, "", "zhou", true},
		{"an agency's", hearing.Participant{Role: hearing.AgencyRep, Organisation: "o"}, "zhou", "wang", true},
	} {
		c.p.Told, c.p.Declared, c.p.Licence = told, &hearing.Declaration{On: day}, "1"
		setPerson(&c.p, c.was, c.id)
		if kept := c.p.Told != nil && c.p.Declared != nil && c.p.Licence != ""; c.p.Person != c.id || kept != c.kept {
			t.Errorf("%s: %+v", c.what, c.p)
		}
	}
}

// TestAnOfficerLess takes the opinions along, and is recorded where people were
// told who the officers are.
func TestAnOfficerLess(t *testing.T) {
	h := guests()
	h.Participants[2].Told = []hearing.Told{{ReceivedOn: day}}
	h.Opinions = []hearing.Opinion{{Officer: "o1", Question: "q"}, {Officer: "o2", Question: "q"}}
	among(&h, day, func(h *hearing.Hearing) { *h = without(*h, "o1") })
	if len(h.Opinions) != 1 || len(h.Moves) != 1 || h.Moves[0].Kind != hearing.MoveOfficer || h.Moves[0].Was != "zhou" {
		t.Errorf("opinions %v, changes %v", h.Opinions, h.Moves)
	}
	among(&h, day, func(h *hearing.Hearing) {
		change(h, "o2", func(p *hearing.Participant) { p.Role = hearing.Resident })
	})
	if len(h.Opinions) != 0 || len(h.Moves) != 2 {
		t.Errorf("opinions %v, changes %v", h.Opinions, h.Moves)
	}
}

func TestPartyOf(t *testing.T) {
	cases := []hearing.Case{{Parties: []hearing.Party{{ID: "x", Person: "cheng"}, {ID: "y", Organisation: "fire"}}}}
	for _, c := range []struct {
		p    hearing.Participant
		want hearing.ID
	}{
		{hearing.Participant{Role: hearing.PartyRep, Person: "cheng"}, "x"},
		{hearing.Participant{Role: hearing.AgencyRep, Organisation: "fire"}, "y"},
		{hearing.Participant{Role: hearing.Agent, Person: "lawyer", Organisation: "fire"}, ""},
		{hearing.Participant{Role: hearing.Officer}, ""},
	} {
		if got := partyOf(c.p, cases); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}
