package outcome

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// AnswerOf returns the procuratorate's own answer on a ballot, also one that is
// not complete.
func AnswerOf(h hearing.Hearing, b hearing.Ballot) hearing.Answer {
	for _, of := range []hearing.ID{h.Named(b), ""} {
		for _, a := range h.Outcome.Answers {
			if a.Question == b.Question && a.Case == of {
				return a
			}
		}
	}
	return hearing.Answer{Question: b.Question, Case: h.Named(b)}
}

// EditAnswer changes the own answer on a ballot. One that says nothing is taken
// away. What was answered in all cases at once is kept in the others.
func EditAnswer(h *hearing.Hearing, b hearing.Ballot, do func(*hearing.Answer)) {
	if h.Named(b) != "" {
		h.Apart(b.Question)
	}
	a := AnswerOf(*h, b)
	do(&a)
	list := h.Outcome.Answers
	i := slices.IndexFunc(list, func(x hearing.Answer) bool { return x.Question == a.Question && x.Case == a.Case })
	empty := a.Stance == "" && a.Reason == "" && !a.Partly
	switch {
	case i < 0 && !empty:
		list = append(list, a)
	case i >= 0 && empty:
		list = slices.Delete(list, i, i+1)
	case i >= 0:
		list[i] = a
	}
	h.Outcome.Answers = list
}

// SetAnswer records the own answer on a ballot; the same again takes it back.
func SetAnswer(h *hearing.Hearing, b hearing.Ballot, s hearing.Stance) {
	EditAnswer(h, b, func(a *hearing.Answer) {
		if a.Stance == s {
			s = ""
		}
		a.Stance = s
	})
}

// FollowMajority answers each ballot as the majority did, where there is one and
// no own answer yet, and returns how many those were.
func FollowMajority(h *hearing.Hearing) int {
	n := 0
	for _, b := range h.Ballots() {
		m := h.Tally(b).Majority
		if _, answered := h.Answer(b); m == "" || answered {
			continue
		}
		EditAnswer(h, b, func(a *hearing.Answer) { a.Stance = m })
		n++
	}
	return n
}

// Departs lists the ballots on which the majority is not followed, or in part, so
// that the chief procurator must have agreed (art. 16).
func Departs(h hearing.Hearing) []hearing.Ballot {
	var out []hearing.Ballot
	for _, b := range h.Ballots() {
		if a := h.MajorityAdopted(b); a == hearing.NotAdopted || a == hearing.InPart {
			out = append(out, b)
		}
	}
	return out
}

// DepartsIn reports whether the majority is not followed in a case; of no case, in
// any.
func DepartsIn(h hearing.Hearing, of hearing.ID) bool {
	return slices.ContainsFunc(Departs(h), func(b hearing.Ballot) bool { return of == "" || b.Case == "" || b.Case == of })
}

// LacksConsent reports whether the majority is not followed in a case and the chief
// procurator's consent is not recorded; of no case, in any.
func LacksConsent(h hearing.Hearing, of hearing.ID) bool {
	return slices.ContainsFunc(Departs(h), func(b hearing.Ballot) bool {
		c, _ := h.Consent(b.Case)
		return (of == "" || b.Case == "" || b.Case == of) && (c.By == "" || c.On.IsZero() || c.Refused)
	})
}

// EditConsent changes the chief procurator's decision on not following the
// majority, of one case or of all. One that says nothing is taken away.
func EditConsent(h *hearing.Hearing, of hearing.ID, do func(*hearing.Approval)) {
	nothing := hearing.Approval{Kind: hearing.ApproveNonAdoption, Case: of}
	for i := len(h.Approvals) - 1; i >= 0; i-- {
		if h.Approvals[i].Kind != nothing.Kind || h.Approvals[i].Case != of {
			continue
		}
		do(&h.Approvals[i])
		if h.Approvals[i] == nothing {
			h.Approvals = slices.Delete(h.Approvals, i, i+1)
		}
		return
	}
	a := nothing
	do(&a)
	if a != nothing {
		h.Approvals = append(h.Approvals, a)
	}
}

// EditRuling changes what was decided in one case; of none, in all at once.
func EditRuling(h *hearing.Hearing, of hearing.ID, do func(*hearing.Ruling)) {
	if of == "" || !h.Differ() {
		do(&h.Outcome.Ruling)
		return
	}
	h.Outcome.Cases = slices.Clone(h.Outcome.Cases)
	for i := range h.Outcome.Cases {
		if h.Outcome.Cases[i].Case == of {
			do(&h.Outcome.Cases[i].Ruling)
			return
		}
	}
	r := hearing.CaseRuling{Case: of, Ruling: h.Outcome.Ruling}
	do(&r.Ruling)
	h.Outcome.Cases = append(h.Outcome.Cases, r)
}

// DecideApart has the cases decided each by itself, each at first as all were; or
// all at once again, as the first one is.
func DecideApart(h *hearing.Hearing, apart bool) {
	if !apart {
		h.Outcome.Ruling, h.Outcome.Cases = h.Rulings()[0].Ruling, nil
		return
	}
	h.Outcome.Cases = nil
	for _, of := range h.Cases {
		h.Outcome.Cases = append(h.Outcome.Cases, hearing.CaseRuling{Case: of, Ruling: h.Outcome.Ruling})
	}
}

// DecideAlike records what was decided in a case in each that has no decision yet,
// and returns how many those were.
func DecideAlike(h *hearing.Hearing, of hearing.ID) int {
	n, r := 0, h.RulingOf(of)
	for _, c := range h.Cases {
		if was := h.RulingOf(c); c != of && was.DecidedOn.IsZero() && was.Decision == "" {
			EditRuling(h, c, func(x *hearing.Ruling) { *x = r })
			n++
		}
	}
	return n
}

// SetTiming records when a decision is made. On the spot is on the hearing's day.
func SetTiming(h *hearing.Hearing, of hearing.ID, t hearing.Timing, now time.Time, zone *time.Location) {
	day := DayOf(*h, now, zone)
	EditRuling(h, of, func(r *hearing.Ruling) {
		if r.Timing == t {
			t = ""
		}
		switch {
		case t == hearing.OnTheSpot && r.DecidedOn.IsZero():
			r.DecidedOn = day
		case t == hearing.Later && r.Timing == hearing.OnTheSpot && r.DecidedOn == day:
			r.DecidedOn = calendar.Date{}
		}
		r.Timing = t
	})
}

// Decided counts the decisions that are there, with their day and their text, of
// those that there will be.
func Decided(h hearing.Hearing) (done, all int) {
	for _, r := range h.Rulings() {
		all++
		if !r.DecidedOn.IsZero() && r.Decision != "" {
			done++
		}
	}
	return done, all
}

// Letters counts the letters of the result that can be printed: one for each
// officer who came and each decision that is there (art. 17), with the consent that
// it needs.
func Letters(h hearing.Hearing) int {
	here, _ := Bench(h)
	n := 0
	for _, r := range h.Rulings() {
		if !r.DecidedOn.IsZero() && r.Decision != "" && !LacksConsent(h, r.Case) {
			n += len(here)
		}
	}
	return n
}
