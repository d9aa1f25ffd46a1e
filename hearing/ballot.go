package hearing

import (
	"slices"

	"hearingdesk/hearing/calendar"
)

// A Ballot (表决事项) is a question as it is answered in one case. In a hearing of
// several cases a question of all of them is answered in each.
type Ballot struct {
	Question ID
	Case     ID // empty: in all of the hearing's cases at once
}

// Ballots lists what the officers give their opinions on, case by case. Where
// opinions on a question of all cases were recorded without a case, as older
// packages have them, they are one ballot, and come first.
func (h Hearing) Ballots() []Ballot {
	var out []Ballot
	if len(h.Cases) < 2 {
		for _, q := range h.Questions {
			out = append(out, Ballot{q.ID, h.only()})
		}
		return out
	}
	for _, q := range h.Questions {
		if q.Case == "" && h.Together(q.ID) || q.Case != "" && !slices.Contains(h.Cases, q.Case) {
			out = append(out, Ballot{Question: q.ID})
		}
	}
	for _, c := range h.Cases {
		for _, q := range h.Questions {
			if q.Case == c || q.Case == "" && !h.Together(q.ID) {
				out = append(out, Ballot{q.ID, c})
			}
		}
	}
	return out
}

// only is the one case of a hearing that has one.
func (h Hearing) only() ID {
	if len(h.Cases) == 1 {
		return h.Cases[0]
	}
	return ""
}

// Together reports whether what is recorded on a question is of all cases at once.
func (h Hearing) Together(question ID) bool {
	some := false
	for _, o := range h.Opinions {
		if o.Question == question && o.Case != "" {
			return false
		}
		some = some || o.Question == question
	}
	for _, a := range h.Outcome.Answers {
		if a.Question == question && a.Case != "" {
			return false
		}
		some = some || a.Question == question
	}
	return some
}

// Named is the case that an opinion on a ballot names in its record: none where
// the question is of that case alone.
func (h Hearing) Named(b Ballot) ID {
	i := slices.IndexFunc(h.Questions, func(q Question) bool { return q.ID == b.Question })
	if len(h.Cases) < 2 || i >= 0 && h.Questions[i].Case != "" {
		return ""
	}
	return b.Case
}

// counts reports whether an opinion is one of a ballot: one that names the case
// goes before the officer's on all cases.
func (h Hearing) counts(i int, b Ballot) bool {
	o := &h.Opinions[i]
	if o.Question != b.Question || o.Case != "" && o.Case != b.Case {
		return false
	}
	return o.Case != "" || b.Case == "" || !slices.ContainsFunc(h.Opinions, func(x Opinion) bool {
		return x.Officer == o.Officer && x.Question == o.Question && x.Case == b.Case
	})
}

// Opinion returns an officer's opinion on a ballot, and whether there is one.
func (h Hearing) Opinion(officer ID, b Ballot) (Opinion, bool) {
	for i := range h.Opinions {
		if h.Opinions[i].Officer == officer && h.counts(i, b) {
			return h.Opinions[i], true
		}
	}
	return Opinion{}, false
}

// Answer returns the procuratorate's answer on a ballot, and whether there is one.
func (h Hearing) Answer(b Ballot) (Answer, bool) {
	for _, of := range []ID{b.Case, ""} {
		for _, a := range h.Outcome.Answers {
			if a.Question == b.Question && a.Case == of && a.Stance != "" {
				return a, true
			}
		}
	}
	return Answer{}, false
}

// Apart records what was said on a question of all cases in each of them, so that
// it can differ.
func (h *Hearing) Apart(question ID) {
	var opinions []Opinion
	for _, o := range h.Opinions {
		if o.Question != question || o.Case != "" {
			opinions = append(opinions, o)
			continue
		}
		for _, o.Case = range h.Cases {
			opinions = append(opinions, o)
		}
	}
	var answers []Answer
	for _, a := range h.Outcome.Answers {
		if a.Question != question || a.Case != "" {
			answers = append(answers, a)
			continue
		}
		for _, a.Case = range h.Cases {
			answers = append(answers, a)
		}
	}
	h.Opinions, h.Outcome.Answers = opinions, answers
}

// Forget drops the opinions, answers and rulings on questions and cases that the
// hearing does not have any more. What was said of a case that is the only one now
// is kept.
func (h *Hearing) Forget() {
	gone := func(question, of ID) bool {
		return of != "" && !slices.Contains(h.Cases, of) || !slices.ContainsFunc(h.Questions, func(q Question) bool {
			return q.ID == question && (of == "" || q.Case == "" || q.Case == of)
		})
	}
	h.Opinions = slices.DeleteFunc(slices.Clone(h.Opinions), func(o Opinion) bool { return gone(o.Question, o.Case) })
	h.Outcome.Answers = slices.DeleteFunc(slices.Clone(h.Outcome.Answers), func(a Answer) bool { return gone(a.Question, a.Case) })
	h.Outcome.Cases = slices.DeleteFunc(slices.Clone(h.Outcome.Cases), func(r CaseRuling) bool { return !slices.Contains(h.Cases, r.Case) })
}

// RulingOf returns what was decided in a case.
func (h Hearing) RulingOf(of ID) Ruling {
	for _, r := range h.Outcome.Cases {
		if r.Case == of {
			return r.Ruling
		}
	}
	return h.Outcome.Ruling
}

// Differ reports whether the cases are decided each by itself.
func (h Hearing) Differ() bool { return len(h.Cases) > 1 && len(h.Outcome.Cases) > 0 }

// Rulings lists what was decided: once without a case where it is the same in
// all, or else in each case.
func (h Hearing) Rulings() []CaseRuling {
	if !h.Differ() {
		r := CaseRuling{Ruling: h.Outcome.Ruling}
		if of := h.only(); of != "" {
			r.Ruling = h.RulingOf(of)
		}
		return []CaseRuling{r}
	}
	out := make([]CaseRuling, len(h.Cases))
	for i, c := range h.Cases {
		out[i] = CaseRuling{c, h.RulingOf(c)}
	}
	return out
}

// DecidedOn is the day of the last decision; unset while a case has none.
func (h Hearing) DecidedOn() calendar.Date {
	var out calendar.Date
	for _, r := range h.Rulings() {
		switch {
		case r.DecidedOn.IsZero():
			return calendar.Date{}
		case r.DecidedOn.After(out):
			out = r.DecidedOn
		}
	}
	return out
}

// FirstDecided is the day of the first decision that a ballot bears on; unset
// while there is none.
func (h Hearing) FirstDecided(b Ballot) calendar.Date {
	if b.Case != "" {
		return h.RulingOf(b.Case).DecidedOn
	}
	var out calendar.Date
	for _, r := range h.Rulings() {
		if !r.DecidedOn.IsZero() && (out.IsZero() || r.DecidedOn.Before(out)) {
			out = r.DecidedOn
		}
	}
	return out
}

// Consent returns the chief procurator's decision on not following the majority in
// a case (听证工作规定, art. 16): the one of that case, or of all.
func (h Hearing) Consent(of ID) (Approval, bool) {
	for _, c := range []ID{of, ""} {
		for _, a := range slices.Backward(h.Approvals) {
			if a.Kind == ApproveNonAdoption && a.Case == c {
				return a, true
			}
		}
	}
	return Approval{}, false
}

// ResultTold is when a participant was told a decision by document 20; unset while
// that is not recorded. Where the cases are decided each by itself, what came
// before the decision told of another.
func (h Hearing) ResultTold(p Participant, of CaseRuling) calendar.Date {
	for _, t := range p.Told {
		if t.Document == "20" && !t.ReceivedOn.IsZero() && (!h.Differ() || !t.ReceivedOn.Before(of.DecidedOn)) {
			return t.ReceivedOn
		}
	}
	return calendar.Date{}
}
