package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"hearingdesk/hearing"
)

// severally is E3 as a hearing of so many cases that is over, in which three of four
// officers are against the first question and all for the second.
func severally(p *hearing.Package, n int) *hearing.Hearing {
	h := hearingOf(p, e3)
	h.State, h.Opinions, h.Outcome.Answers, h.Outcome.Ruling, h.Approvals = hearing.Closed, nil, nil, hearing.Ruling{}, h.Approvals[:1]
	first := p.Cases[0]
	for _, c := range p.Cases {
		if c.ID == h.Cases[0] {
			first = c
		}
	}
	for i := 1; i < n; i++ {
		c := first
		c.ID, c.Cause, c.Steps, c.Number = hearing.ID(fmt.Sprintf("c-%d", i+1)), fmt.Sprintf("第%d案", i+1), nil, ""
		p.Cases, h.Cases = append(p.Cases, c), append(h.Cases, c.ID)
	}
	for _, b := range h.Ballots() {
		for i, o := range h.Officers() {
			s := hearing.Agree
			if i > 0 && b.Question == h.Questions[0].ID {
				s = hearing.Disagree
			}
			h.Opinions = append(h.Opinions, hearing.Opinion{Officer: o.ID, Question: b.Question, Case: h.Named(b), Stance: s, Reason: "依法"})
		}
		h.Outcome.Answers = append(h.Outcome.Answers, hearing.Answer{Question: b.Question, Case: h.Named(b), Stance: hearing.Disagree})
		if b.Question != h.Questions[0].ID {
			h.Outcome.Answers[len(h.Outcome.Answers)-1].Stance = hearing.Agree
		}
	}
	for i, c := range h.Cases {
		h.Outcome.Cases = append(h.Outcome.Cases, hearing.CaseRuling{Case: c, Ruling: hearing.Ruling{Timing: hearing.Later, DecidedOn: day("2023-09-13").AddDays(i), Decision: "制发检察建议", Reasons: "水箱超期未清洗"}})
	}
	return h
}

// TestNotFollowingTheMajorityIsBarredUntilTheChiefConsents is art. 16 in a hearing of
// eight cases, the second of which is decided against the majority: nothing is
// decided until the chief procurator's consent is recorded, on or before its day.
func TestNotFollowingTheMajorityIsBarredUntilTheChiefConsents(t *testing.T) {
	d := newDesk(t)
	consent := func(of hearing.ID, by hearing.ID, on string) []hearing.Approval {
		return []hearing.Approval{{Kind: hearing.ApproveNonAdoption, Case: of, By: by, On: day(on)}}
	}
	for _, c := range []struct {
		name   string
		stance hearing.Stance
		partly bool
		given  []hearing.Approval
		want   string // finding that bars the decision; empty is none
	}{
		{"as the majority wanted", hearing.Disagree, false, nil, ""},
		{"against it, without consent", hearing.Agree, false, nil, "block ART16"},
		{"in part, without consent", hearing.Disagree, true, nil, "block ART16"},
		{"in part, with it", hearing.Disagree, true, consent("", "p-shen", "2023-09-12"), ""},
		{"the consent of the day before", hearing.Agree, false, consent("c-2", "p-shen", "2023-09-13"), ""},
		{"of the day", hearing.Agree, false, consent("c-2", "p-shen", "2023-09-14"), ""},
		{"of the day after", hearing.Agree, false, consent("c-2", "p-shen", "2023-09-15"), "block ART16"},
		{"of all cases", hearing.Agree, false, consent("", "p-shen", "2023-09-13"), ""},
		{"of another case", hearing.Agree, false, consent("c-3", "p-shen", "2023-09-13"), "block ART16"},
		{"of a deputy", hearing.Agree, false, consent("c-2", "p-gu", "2023-09-13"), "block ART16.by"},
		{"refused", hearing.Agree, false, []hearing.Approval{{Kind: hearing.ApproveNonAdoption, By: "p-shen", On: day("2023-09-13"), Refused: true}}, "block ART16"},
		{"asked for, not answered", hearing.Agree, false, []hearing.Approval{{Kind: hearing.ApproveNonAdoption, By: "p-shen"}}, "block ART16"},
	} {
		p := d.examples()
		h := severally(&p, 8)
		for i := range h.Outcome.Answers {
			if a := &h.Outcome.Answers[i]; a.Case == "c-2" && a.Question == h.Questions[0].ID {
				a.Stance, a.Partly = c.stance, c.partly
			}
		}
		h.Approvals = append(h.Approvals, c.given...)
		got := strings.Split(d.guarded(p, e3, hearing.Decided, "2023-09-25 09:00"), ", ")
		var barred []string
		for _, f := range got {
			if strings.HasPrefix(f, "block ART16") {
				barred = append(barred, f)
			}
		}
		if strings.Join(barred, " ") != c.want {
			t.Errorf("%s: barred by %v, want %q", c.name, barred, c.want)
		}
		if found := d.check(p, e3, "2023-09-25 09:00"); strings.Count(found, "ART16") != len(barred) || c.want != "" && !strings.Contains(found, "（第2案）”没有采纳多数意见") {
			t.Errorf("%s: found\n%s", c.name, found)
		}
	}
}

// TestEachOfEightCasesIsJudged names the case in what is missing of one: an opinion, a
// majority, a decision, its letter.
func TestEachOfEightCasesIsJudged(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name   string
		change func(*hearing.Hearing)
		want   string
		times  int
	}{
		{"whole: the letters of eight decisions to four officers", func(*hearing.Hearing) {}, "DL16", 32},
		{"an opinion", func(h *hearing.Hearing) { h.Opinions = h.Opinions[:len(h.Opinions)-1] }, "warn OPINION 听证员马立群对问题“两机关是否应当立即督促清洗消毒并公示检测结果？（第8案）”的意见还没有记录", 1},
		{"a majority", func(h *hearing.Hearing) { tie(h, "c-5") }, "（第5案）”未形成多数意见（同意2、不同意2、其他0）", 1},
		{"a decision", func(h *hearing.Hearing) { h.Outcome.Cases[6].Ruling = hearing.Ruling{} }, "“第7案”：听证已结束，还没有记录决定", 1},
		{"on the spot without reasons", func(h *hearing.Hearing) {
			h.Outcome.Cases[3].Timing, h.Outcome.Cases[3].Reasons = hearing.OnTheSpot, ""
		}, "“第4案”：当场决定要写明决定、理由和日期", 1},
		{"told after the first decisions", func(h *hearing.Hearing) {
			for i := range h.Participants {
				h.Participants[i].Told = append(h.Participants[i].Told, hearing.Told{Document: "20", ReceivedOn: day("2023-09-15")})
			}
		}, "DL16", 5 * 4},
		{"decided at once, as older packages have it", func(h *hearing.Hearing) { h.Outcome.Ruling, h.Outcome.Cases = h.Outcome.Cases[0].Ruling, nil }, "DL16", 4},
	} {
		p := d.examples()
		h := severally(&p, 8)
		for i := range h.Participants { // nobody was told of a result
			h.Participants[i].Told = h.Participants[i].Told[:min(1, len(h.Participants[i].Told))]
		}
		c.change(h)
		if got := d.check(p, e3, "2023-10-25 09:00"); strings.Count(got, c.want) != c.times {
			t.Errorf("%s: %d of %s, want %d, in\n%s", c.name, strings.Count(got, c.want), c.want, c.times, got)
		}
	}
}

// tie divides the officers on the first question in a case.
func tie(h *hearing.Hearing, of hearing.ID) {
	n := 0
	for i := range h.Opinions {
		if o := &h.Opinions[i]; o.Case == of && o.Question == h.Questions[0].ID {
			if o.Stance = hearing.Agree; n > 1 {
				o.Stance = hearing.Disagree
			}
			n++
		}
	}
}
