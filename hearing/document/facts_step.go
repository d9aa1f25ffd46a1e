package document

import (
	"slices"

	"hearingdesk/hearing"
)

// asking makes a form once for each step of a kind that somebody of the session's
// cases took: an application for a hearing, a request for recusal.
func asking(k hearing.StepKind) func(hearing.Dossier) []target {
	return func(d hearing.Dossier) []target {
		if d.Hearing == nil {
			return nil
		}
		var out []target
		for i := range d.Cases {
			for _, s := range d.Cases[i].StepsOf(k) {
				if s.Session == "" || s.Session == d.Hearing.ID {
					out = append(out, target{key: string(s.ID), name: d.Organisation(s.Organisation).Name + d.Person(s.Person).Name, step: &s, cases: d.Cases[i : i+1]})
				}
			}
		}
		return out
	}
}

// replies are the steps that answer others.
var replies = map[hearing.StepKind]hearing.StepKind{hearing.HearingAsked: hearing.HearingAnswered, hearing.RecusalAsked: hearing.RecusalDecided,
	hearing.ReviewAsked: hearing.ReviewDecided}

// asked fills in what was asked for, by whom, and what was answered.
func (x teller) asked() record {
	s := x.t.step
	if s == nil {
		return record{}
	}
	c := x.t.cases[0]
	r := record{"on": day(s.On), "note": Text(bareText(s.Note)), "role": Text(x.partyOf(c, *s)), "name": Text(x.d.Organisation(s.Organisation).Name + x.d.Person(s.Person).Name)}
	if a, ok := answerTo(c, *s); ok {
		r["answered"], r["reason"] = day(a.On), Text(bareText(a.Note))
	}
	if h := x.d.Hearing; h != nil && s.Kind == hearing.HearingAsked {
		if a, ok := h.Approval(hearing.ApproveHearing); ok && !a.On.IsZero() {
			r["granted"], r["refused"] = !a.Refused, a.Refused
			if r["reason"] == nil {
				r["reason"] = Text(bareText(a.Note))
			}
		}
	}
	return r
}

// answerTo is the step that answers another: the one that names it, or else the
// first of its kind that names none and is not earlier.
func answerTo(c hearing.Case, s hearing.Step) (hearing.Step, bool) {
	list := c.StepsOf(replies[s.Kind])
	i := slices.IndexFunc(list, func(a hearing.Step) bool { return a.Of == s.ID && s.ID != "" })
	if i < 0 {
		i = slices.IndexFunc(list, func(a hearing.Step) bool { return a.Of == "" && !a.On.Before(s.On) })
	}
	if i < 0 {
		return hearing.Step{}, false
	}
	return list[i], true
}

// partyOf is what somebody who asks is in the case, as printed.
func (x teller) partyOf(c hearing.Case, s hearing.Step) string {
	for _, p := range c.Parties {
		if p.Person != "" && p.Person == s.Person || p.Organisation != "" && p.Organisation == s.Organisation {
			return partyLabel(p)
		}
	}
	return ""
}

func partyLabel(p hearing.Party) string {
	if p.Label != "" {
		return p.Label
	}
	return p.Role.Term().Zh
}

// approvals lists the approvals that a hearing may need, each a decision of its
// own, with what became of it; the first five always stand in the form.
func (x teller) approvals(h hearing.Hearing) []record {
	var out []record
	for i, k := range hearing.ApprovalKinds {
		a, asked := h.Approval(k)
		if !asked && i >= 5 {
			continue
		}
		r := record{"name": Text(k.Term().Zh), "asked": asked, "on": day(a.On), "note": Text(a.Note), "by": Text(x.d.Person(a.By).Name)}
		if asked && !a.On.IsZero() {
			r["granted"], r["refused"] = !a.Refused, a.Refused
		}
		out = append(out, r)
	}
	return out
}

// dossierCase fills in what one paper says of the case beyond its cause.
func (x teller) dossierCase(r record) record {
	if len(x.d.Cases) == 0 {
		return r
	}
	c := x.d.Cases[0]
	if len(x.t.cases) > 0 {
		c = x.t.cases[0]
	}
	lines := func(list []string) []record {
		var out []record
		for _, s := range list {
			out = append(out, record{"text": Text(bareText(s))})
		}
		return out
	}
	r["issues"], r["laws"] = lines(c.Issues), lines(c.Laws)
	r["filed"], r["accept"] = day(c.FiledOn), Text(c.AcceptNumber)
	if c.Domain != "" {
		r["domain"] = Text(c.Domain.Term().Zh)
	}
	if c.Source != "" {
		r["source"] = Text(c.Source.Term().Zh)
	}
	var parties []record
	for _, p := range c.Parties {
		name := x.mask.person(x.d.Person(p.Person))
		if p.Person == "" {
			name = x.mask.body(x.d.Organisation(p.Organisation))
		}
		parties = append(parties, record{"name": Text(name), "role": Text(partyLabel(p))})
	}
	r["parties"] = parties
	if s := c.StepsOf(hearing.CaseClosed); len(s) > 0 {
		r["closed"] = day(s[len(s)-1].On)
	}
	return r
}
