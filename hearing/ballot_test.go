package hearing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// shared is a hearing of cases a, b and c: question own is of b alone, all of each.
func shared() hearing.Hearing {
	return hearing.Hearing{ID: "h", Cases: []hearing.ID{"a", "b", "c"}, Questions: []hearing.Question{{ID: "all"}, {ID: "own", Case: "b"}},
		Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer}, {ID: "2", Role: hearing.Officer}, {ID: "3", Role: hearing.Officer}}}
}

func said(officer, question, of hearing.ID, s hearing.Stance) hearing.Opinion {
	return hearing.Opinion{Officer: officer, Question: question, Case: of, Stance: s}
}

func TestBallots(t *testing.T) {
	one := shared()
	one.Cases = []hearing.ID{"b"}
	none := one
	none.Cases = nil
	old := shared()
	old.Opinions = []hearing.Opinion{said("1", "all", "", hearing.Agree)}
	apart := old
	apart.Opinions = append(slices.Clone(old.Opinions), said("2", "all", "c", hearing.Agree))
	answered := shared()
	answered.Outcome.Answers = []hearing.Answer{{Question: "all", Stance: hearing.Agree}}
	for _, c := range []struct {
		name string
		h    hearing.Hearing
		want string
	}{
		{"nothing recorded: in each case", shared(), "all/a all/b own/b all/c"},
		{"one case", one, "all/b own/b"},
		{"no case yet", none, "all/ own/"},
		{"recorded without a case, as older packages have it", old, "all/ own/b"},
		{"one officer said it of one case", apart, "all/a all/b own/b all/c"},
		{"only the answer is recorded", answered, "all/ own/b"},
	} {
		var got []string
		for _, b := range c.h.Ballots() {
			got = append(got, fmt.Sprintf("%s/%s", b.Question, b.Case))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestTalliesOfCases counts three to seven officers in two cases, each of which has
// a string of stances and of presences as in [voted]: the majority, and how many are
// present.
func TestTalliesOfCases(t *testing.T) {
	codes := map[byte]hearing.Stance{'+': hearing.Agree, '-': hearing.Disagree, 'o': hearing.Other}
	for _, c := range []struct{ a, b, here, wantA, wantB string }{
		{"+++", "---", "ppp", "agree 3", "disagree 3"},
		{"++-", "+--", "ppp", "agree 3", "disagree 3"},
		{"++--", "+++-", "pppp", " 4", "agree 4"},
		{"++--", "++--", "pppa", "agree 3", "agree 3"},
		{"++-- ", "+++++", "ppppp", " 5", "agree 5"},
		{"+-o+-", "++oo+", "ppppp", " 5", "agree 5"},
		{"+++---", "++++--", "pppppp", " 6", "agree 6"},
		{"+++----", "++oo---", "ppppppp", "disagree 7", " 7"},
		{"+++----", "+++----", "pppplaa", "agree 5", "agree 5"},
		{"       ", "+++++++", "ppppppp", " 7", "agree 7"},
	} {
		h := voted(strings.Repeat(" ", len(c.a)), c.here)
		h.Cases = []hearing.ID{"a", "b"}
		for _, k := range []struct{ of, stances string }{{"a", c.a}, {"b", c.b}} {
			for i := range k.stances {
				if s := codes[k.stances[i]]; s != "" {
					h.Opinions = append(h.Opinions, said(h.Participants[i].ID, "q", hearing.ID(k.of), s))
				}
			}
		}
		for of, want := range map[hearing.ID]string{"a": c.wantA, "b": c.wantB} {
			got := h.Tally(hearing.Ballot{Question: "q", Case: of})
			if s := fmt.Sprintf("%s %d", got.Majority, got.Present); s != want {
				t.Errorf("%q of %q with %q: %s, want %s", of, []string{c.a, c.b}, c.here, s, want)
			}
		}
	}
}

// TestWhatIsSaidOfOneCaseGoesBefore holds an officer who said the same of all cases,
// and otherwise of one.
func TestWhatIsSaidOfOneCaseGoesBefore(t *testing.T) {
	h := shared()
	h.Opinions = []hearing.Opinion{said("1", "all", "", hearing.Agree), said("2", "all", "", hearing.Agree), said("1", "all", "b", hearing.Disagree)}
	for of, want := range map[hearing.ID]hearing.Tally{"a": {Agree: 2, Present: 2, Majority: hearing.Agree}, "b": {Agree: 1, Disagree: 1, Present: 2}} {
		if got := h.Tally(hearing.Ballot{Question: "all", Case: of}); got != want {
			t.Errorf("%s: %+v, want %+v", of, got, want)
		}
	}
	h.Outcome.Answers = []hearing.Answer{{Question: "all", Stance: hearing.Agree}, {Question: "all", Case: "b", Stance: hearing.Disagree}}
	if a, b := h.MajorityAdopted(hearing.Ballot{Question: "all", Case: "a"}), h.OpinionAdopted(hearing.Ballot{Question: "all", Case: "b"}, hearing.Agree); a != hearing.Adopted || b != hearing.NotAdopted {
		t.Errorf("adopted %q and %q", a, b)
	}
}

func TestApart(t *testing.T) {
	h := shared()
	h.Opinions = []hearing.Opinion{said("1", "all", "", hearing.Agree), said("1", "own", "", hearing.Disagree)}
	h.Outcome.Answers = []hearing.Answer{{Question: "all", Stance: hearing.Agree, Reason: "依法"}}
	h.Apart("all")
	if len(h.Opinions) != 4 || len(h.Outcome.Answers) != 3 || h.Together("all") || h.Validate() != nil {
		t.Errorf("%+v %+v %v", h.Opinions, h.Outcome.Answers, h.Validate())
	}
	for _, of := range h.Cases {
		if a, ok := h.Answer(hearing.Ballot{Question: "all", Case: of}); !ok || a.Reason != "依法" {
			t.Errorf("%s is answered %+v", of, a)
		}
	}
}

func TestForget(t *testing.T) {
	full := func() hearing.Hearing {
		h := shared()
		h.Opinions = []hearing.Opinion{said("1", "all", "a", hearing.Agree), said("1", "all", "c", hearing.Agree), said("1", "own", "", hearing.Agree)}
		h.Outcome.Answers = []hearing.Answer{{Question: "all", Case: "a", Stance: hearing.Agree}, {Question: "own", Stance: hearing.Agree}}
		h.Outcome.Cases = []hearing.CaseRuling{{Case: "a"}, {Case: "c"}}
		return h
	}
	for _, c := range []struct {
		name                       string
		change                     func(*hearing.Hearing)
		opinions, answers, rulings int
	}{
		{"nothing changed", func(*hearing.Hearing) {}, 3, 2, 2},
		{"a case is not heard", func(h *hearing.Hearing) { h.Cases = h.Cases[:2] }, 2, 2, 1},
		{"a question is dropped", func(h *hearing.Hearing) { h.Questions = h.Questions[1:] }, 1, 1, 2},
		{"a question is of one case now", func(h *hearing.Hearing) { h.Questions[0].Case = "c" }, 2, 1, 2},
		{"one case is left", func(h *hearing.Hearing) { h.Cases, h.Questions[1].Case = h.Cases[:1], "" }, 2, 2, 1},
	} {
		h := full()
		c.change(&h)
		h.Forget()
		if len(h.Opinions) != c.opinions || len(h.Outcome.Answers) != c.answers || len(h.Outcome.Cases) != c.rulings || h.Validate() != nil {
			t.Errorf("%s: %d opinions, %d answers, %d rulings, %v", c.name, len(h.Opinions), len(h.Outcome.Answers), len(h.Outcome.Cases), h.Validate())
		}
	}
}

func TestRulings(t *testing.T) {
	day := func(n int) calendar.Date { return calendar.NewDate(2023, 9, n) }
	h := shared()
	h.Outcome.Ruling = hearing.Ruling{DecidedOn: day(20), Decision: "x"}
	if got := h.Rulings(); h.Differ() || len(got) != 1 || got[0].Case != "" || h.DecidedOn() != day(20) || h.RulingOf("b").Decision != "x" {
		t.Errorf("the same in all: %+v", got)
	}
	h.Outcome.Cases = []hearing.CaseRuling{{Case: "b", Ruling: hearing.Ruling{DecidedOn: day(12), Decision: "y"}}}
	if got := h.Rulings(); !h.Differ() || len(got) != 3 || got[1].Decision != "y" || got[2].Decision != "x" || h.DecidedOn() != day(20) {
		t.Errorf("one differs: %+v", got)
	}
	for _, c := range []struct {
		of   hearing.ID
		want calendar.Date
	}{{"a", day(20)}, {"b", day(12)}, {"", day(12)}} {
		if got := h.FirstDecided(hearing.Ballot{Question: "all", Case: c.of}); got != c.want {
			t.Errorf("first decided in %q: %v, want %v", c.of, got, c.want)
		}
	}
	h.Outcome.DecidedOn = calendar.Date{}
	if !h.DecidedOn().IsZero() {
		t.Error("two cases are not decided")
	}
	one := shared()
	one.Cases, one.Outcome.Cases = []hearing.ID{"b"}, h.Outcome.Cases
	if got := one.Rulings(); len(got) != 1 || got[0].Decision != "y" || one.Differ() {
		t.Errorf("the one case that is left: %+v", got)
	}
}

// TestAResultIsToldAfterItsDecision holds that what came before a case was decided
// told of another.
func TestAResultIsToldAfterItsDecision(t *testing.T) {
	day := func(n int) calendar.Date { return calendar.NewDate(2023, 9, n) }
	p := hearing.Participant{Told: []hearing.Told{{Document: "20", ReceivedOn: day(14)}, {Document: "20", ReceivedOn: day(25)}}}
	h := shared()
	h.Outcome.Ruling = hearing.Ruling{DecidedOn: day(20)}
	if got := h.ResultTold(p, h.Rulings()[0]); got != day(14) {
		t.Errorf("of one decision: %v", got)
	}
	h.Outcome.Cases = []hearing.CaseRuling{{Case: "b", Ruling: hearing.Ruling{DecidedOn: day(12)}}}
	for i, want := range []calendar.Date{day(25), day(14), day(25)} {
		if got := h.ResultTold(p, h.Rulings()[i]); got != want {
			t.Errorf("case %d: %v, want %v", i, got, want)
		}
	}
}

func TestConsentOfACase(t *testing.T) {
	h := shared()
	h.Approvals = []hearing.Approval{{Kind: hearing.ApproveNonAdoption, By: "all"}, {Kind: hearing.ApproveNonAdoption, Case: "b", By: "b"}, {Kind: hearing.ApproveHearing, By: "x"}}
	for of, want := range map[hearing.ID]hearing.ID{"": "all", "a": "all", "b": "b"} {
		if a, ok := h.Consent(of); !ok || a.By != want {
			t.Errorf("%q: %+v", of, a)
		}
	}
	h.Approvals = h.Approvals[1:]
	if a, ok := h.Consent("a"); ok {
		t.Errorf("of another case: %+v", a)
	}
}

// TestWhatNamesAnotherCaseIsRefused reads records that name cases which are not
// heard, or a question's other than its own.
func TestWhatNamesAnotherCaseIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, path string
		change     func(*hearing.Hearing)
	}{
		{"an opinion", "opinions[0].case", func(h *hearing.Hearing) { h.Opinions = []hearing.Opinion{said("1", "all", "x", hearing.Agree)} }},
		{"an opinion on another case's question", "opinions[0].case", func(h *hearing.Hearing) { h.Opinions = []hearing.Opinion{said("1", "own", "a", hearing.Agree)} }},
		{"two of one case", "opinions[1].question", func(h *hearing.Hearing) {
			h.Opinions = []hearing.Opinion{said("1", "all", "a", hearing.Agree), said("1", "all", "a", hearing.Disagree)}
		}},
		{"an answer", "outcome.answers[0].case", func(h *hearing.Hearing) { h.Outcome.Answers = []hearing.Answer{{Question: "all", Case: "x"}} }},
		{"a ruling", "outcome.cases[0].case", func(h *hearing.Hearing) { h.Outcome.Cases = []hearing.CaseRuling{{Case: "x"}} }},
		{"two rulings", "outcome.cases[1].case", func(h *hearing.Hearing) { h.Outcome.Cases = []hearing.CaseRuling{{Case: "a"}, {Case: "a"}} }},
		{"a ruling's timing", "outcome.cases[0].timing", func(h *hearing.Hearing) {
			h.Outcome.Cases = []hearing.CaseRuling{{Case: "a", Ruling: hearing.Ruling{Timing: "soon"}}}
		}},
		{"a consent", "approvals[0].case", func(h *hearing.Hearing) {
			h.Approvals = []hearing.Approval{{Kind: hearing.ApproveNonAdoption, Case: "x"}}
		}},
	} {
		h := shared()
		c.change(&h)
		if faults := h.Validate(); !slices.ContainsFunc(faults, func(f *hearing.FieldError) bool { return f.Path == c.path }) {
			t.Errorf("%s: %v", c.name, faults)
		}
	}
}
