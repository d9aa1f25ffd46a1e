package hearing_test

import (
	"testing"

	"hearingdesk/hearing"
)

// voted is a hearing of officers 1, 2, 3 … who gave the stances “+”, “-”, “o”
// or nothing “ ” on question q. Presences are “p” here, “a” absent, “ ” unknown.
func voted(stances, presences string) hearing.Hearing {
	h := hearing.Hearing{ID: "h", Questions: []hearing.Question{{ID: "q"}}}
	codes := map[byte]hearing.Stance{'+': hearing.Agree, '-': hearing.Disagree, 'o': hearing.Other}
	here := map[byte]hearing.Presence{'p': hearing.Present, 'a': hearing.Absent, 'l': hearing.LeftHall, 'v': hearing.ByVideo}
	for i := range stances {
		id := hearing.ID('1' + rune(i))
		p := hearing.Participant{ID: id, Role: hearing.Officer}
		if presences != "" {
			p.Attendance.Presence = here[presences[i]]
		}
		h.Participants = append(h.Participants, p)
		if stances[i] != ' ' {
			h.Opinions = append(h.Opinions, hearing.Opinion{Officer: id, Question: "q", Stance: codes[stances[i]]})
		}
	}
	return h
}

func TestMajority(t *testing.T) {
	for _, c := range []struct {
		name, stances, presences string
		want                     hearing.Tally
	}{
		{"five to none", "+++++", "", hearing.Tally{Agree: 5, Present: 5, Majority: hearing.Agree}},
		{"four to one", "++++-", "ppppp", hearing.Tally{Agree: 4, Disagree: 1, Present: 5, Majority: hearing.Agree}},
		{"two to two is none", "++--", "pppp", hearing.Tally{Agree: 2, Disagree: 2, Present: 4}},
		{"two, two and one is none", "++--o", "", hearing.Tally{Agree: 2, Disagree: 2, Other: 1, Present: 5}},
		{"more than half is against", "+--", "ppp", hearing.Tally{Agree: 1, Disagree: 2, Present: 3, Majority: hearing.Disagree}},
		{"half of those present is not more than half", "++  ", "pppp", hearing.Tally{Agree: 2, Present: 4}},
		{"an absent officer does not count", "+++--", "pppaa", hearing.Tally{Agree: 3, Present: 3, Majority: hearing.Agree}},
		{"by video, and gone early", "++-", "vlp", hearing.Tally{Agree: 2, Disagree: 1, Present: 3, Majority: hearing.Agree}},
		{"nobody said anything", "   ", "ppp", hearing.Tally{Present: 3}},
		{"nothing at all", "", "", hearing.Tally{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voted(c.stances, c.presences).Tally(hearing.Ballot{Question: "q"}); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
	h := voted("++-", "ppp")
	h.Participants[1].Alternate = true
	if got := h.Tally(hearing.Ballot{Question: "q"}); got.Present != 2 || got.Majority != "" {
		t.Errorf("an alternate who did not move up counts: %+v", got)
	}
	if got := h.Tally(hearing.Ballot{Question: "another"}); got.Agree != 0 || got.Present != 2 {
		t.Errorf("another question has %+v", got)
	}
}

func TestMajorityAdopted(t *testing.T) {
	for _, c := range []struct {
		name, stances string
		answers       []hearing.Answer
		want          hearing.Adoption
	}{
		{"as the majority said", "++-", []hearing.Answer{{Question: "q", Stance: hearing.Agree}}, hearing.Adopted},
		{"in part", "++-", []hearing.Answer{{Question: "q", Stance: hearing.Agree, Partly: true}}, hearing.InPart},
		{"otherwise", "++-", []hearing.Answer{{Question: "q", Stance: hearing.Disagree}}, hearing.NotAdopted},
		{"not answered", "++-", nil, ""},
		{"an answer left open", "++-", []hearing.Answer{{Question: "q"}}, ""},
		{"an answer to another question", "++-", []hearing.Answer{{Question: "x", Stance: hearing.Agree}}, ""},
		{"a tie has nothing to adopt", "+-", []hearing.Answer{{Question: "q", Stance: hearing.Agree}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := voted(c.stances, "")
			h.Outcome.Answers = c.answers
			if got := h.MajorityAdopted(hearing.Ballot{Question: "q"}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	h := voted("+-", "")
	h.Outcome.Answers = []hearing.Answer{{Question: "q", Stance: hearing.Disagree}}
	if a, b := h.OpinionAdopted(hearing.Ballot{Question: "q"}, h.Opinions[0].Stance), h.OpinionAdopted(hearing.Ballot{Question: "q"}, h.Opinions[1].Stance); a != hearing.NotAdopted || b != hearing.Adopted {
		t.Errorf("each officer's own opinion: %q, %q", a, b)
	}
}

// TestDefaultOpenness is art. 5 of 听证工作规定, type by type.
func TestDefaultOpenness(t *testing.T) {
	for typ, want := range map[hearing.CaseType]hearing.Openness{
		hearing.Arrest: hearing.NotOpen, hearing.CustodyNecessity: hearing.NotOpen, hearing.NonProsecution: hearing.Public,
		hearing.CriminalPetition: hearing.Public, hearing.CivilSupervision: hearing.Public, hearing.AdminSupervision: hearing.Public,
		hearing.CivilPublicInterest: hearing.Public, hearing.AdminPublicInterest: hearing.Public, hearing.JudicialRelief: hearing.AskFirst, hearing.OtherCase: hearing.AskFirst,
	} {
		if got := hearing.DefaultOpenness([]hearing.Case{{Type: typ}}); got != want {
			t.Errorf("%s is %q, want %q", typ, got, want)
		}
		for what, k := range map[string]hearing.Case{"a minor": {Type: typ, Minor: true}, "a minor party": {Type: typ, Parties: []hearing.Party{{Minor: true}}},
			"a secret": {Type: typ, Secrets: []hearing.Secret{hearing.Privacy}}} {
			if got := hearing.DefaultOpenness([]hearing.Case{k}); got != hearing.NotOpen {
				t.Errorf("%s with %s is %q", typ, what, got)
			}
		}
	}
	public, closed, ask := hearing.Case{Type: hearing.AdminPublicInterest}, hearing.Case{Type: hearing.Arrest}, hearing.Case{Type: hearing.OtherCase}
	for _, c := range []struct {
		name  string
		cases []hearing.Case
		want  hearing.Openness
	}{
		{"no case", nil, hearing.AskFirst},
		{"one closed closes all", []hearing.Case{public, closed}, hearing.NotOpen},
		{"the other way round too", []hearing.Case{closed, public}, hearing.NotOpen},
		{"one public decides", []hearing.Case{ask, public}, hearing.Public},
	} {
		if got := hearing.DefaultOpenness(c.cases); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
