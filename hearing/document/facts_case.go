package document

import (
	"slices"

	"hearingdesk/hearing"
)

// questions are those of a hearing that a paper is about: of one case those of
// that case, and those of all.
func (x teller) questions(h hearing.Hearing) []hearing.Question {
	if len(x.t.cases) == 0 {
		return h.Questions
	}
	return slices.DeleteFunc(slices.Clone(h.Questions), func(q hearing.Question) bool {
		return q.Case != "" && !slices.ContainsFunc(x.t.cases, func(c hearing.Case) bool { return c.ID == q.Case })
	})
}

// concerns reports whether a participant takes part in what a paper is about:
// who comes for a party of another case alone does not.
func (x teller) concerns(p hearing.Participant) bool {
	if len(x.t.cases) == 0 {
		return true
	}
	of := func(cases []hearing.Case) bool {
		return slices.ContainsFunc(cases, func(c hearing.Case) bool { return c.Concerns(p) })
	}
	return of(x.t.cases) || !of(x.d.Cases)
}

// asks is the question of a ballot.
func (x teller) asks(h hearing.Hearing, b hearing.Ballot) string {
	i := slices.IndexFunc(h.Questions, func(q hearing.Question) bool { return q.ID == b.Question })
	return h.Questions[i].Text
}

// caseOf names the case of a ballot where there are several.
func (x teller) caseOf(b hearing.Ballot) string {
	i := slices.IndexFunc(x.d.Cases, func(c hearing.Case) bool { return c.ID == b.Case })
	if i < 0 || len(x.d.Cases) < 2 {
		return ""
	}
	return joined([]string{x.d.Cases[i].Cause})
}

// decision is what was decided in the case that a paper is about, or in all. Where
// the cases differ and the paper is about all of them, it is decided when all are,
// on the day of the last; its text names each.
func (x teller) decision(h hearing.Hearing) record {
	var r hearing.Ruling
	switch {
	case len(x.t.cases) == 1:
		r = h.RulingOf(x.t.cases[0].ID)
	case !h.Differ():
		r = h.Rulings()[0].Ruling
	default:
		r = x.joint(h)
	}
	return record{"text": Text(r.Decision), "reasons": Text(r.Reasons), "on": day(r.DecidedOn), "spot": r.Timing == hearing.OnTheSpot}
}

// joint are several rulings as one.
func (x teller) joint(h hearing.Hearing) hearing.Ruling {
	out := hearing.Ruling{Timing: hearing.OnTheSpot, DecidedOn: h.DecidedOn()}
	add := func(all, of, text string) string {
		if text == "" {
			return all
		}
		if all != "" {
			all += "；"
		}
		return all + of + "：" + bareText(text)
	}
	for _, r := range h.Rulings() {
		of := x.caseOf(hearing.Ballot{Case: r.Case})
		if r.Timing != hearing.OnTheSpot {
			out.Timing = hearing.Later
		}
		out.Decision, out.Reasons = add(out.Decision, of, r.Decision), add(out.Reasons, of, r.Reasons)
	}
	return out
}

// rulings are what was decided in each case that is decided by itself; of all at
// once one without a case.
func (x teller) rulings(h hearing.Hearing) []record {
	var out []record
	for _, r := range h.Rulings() {
		if r.Case != "" && len(x.t.cases) == 1 && x.t.cases[0].ID != r.Case {
			continue
		}
		out = append(out, record{"case": Text(x.caseOf(hearing.Ballot{Case: r.Case})), "text": Text(bareText(r.Decision)), "reasons": Text(bareText(r.Reasons)), "on": day(r.DecidedOn),
			"spot": r.Timing == hearing.OnTheSpot, "later": r.Timing == hearing.Later, "agreement": Text(bareText(r.Agreement))})
	}
	return out
}
