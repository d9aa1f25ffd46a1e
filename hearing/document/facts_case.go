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
