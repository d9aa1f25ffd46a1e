package hearing

import (
	"fmt"
	"slices"
)

// Validate returns what is wrong with the hearing's own fields: an end before
// the start, a role that does not exist, an opinion of nobody.
func (h Hearing) Validate() FieldErrors {
	var v validator
	v.id("id", h.ID)
	v.short("title", h.Title)
	coded(&v, "state", h.State, States, false)
	v.slot(h.Slot)
	codedAll(&v, "forms", h.Forms, Forms)
	coded(&v, "openness", h.Openness, []Openness{Public, NotOpen}, false)
	codedAll(&v, "purposes", h.Purposes, Purposes)
	v.unique("questions", ids(h.Questions, func(q Question) ID { return q.ID }))
	for i, q := range h.Questions {
		v.text(fmt.Sprintf("questions[%d].text", i), q.Text)
	}
	v.approvals(h.Approvals)
	v.overrides(h.Overrides)
	v.participants(h.Participants)
	v.draws(h.Draws)
	v.placings(h.Seating)
	v.unique("notary", ids(h.Notary, func(m NotaryMatter) ID { return m.ID }))
	for i, m := range h.Notary {
		coded(&v, fmt.Sprintf("notary[%d].kind", i), m.Kind, MatterKinds, true)
	}
	v.moves(h.Moves)
	v.outcome(h)
	v.supervision(h.Supervision, h.Participants)
	v.allowances(h)
	v.text("note", h.Note)
	return v.faults
}

// Validate returns what is wrong with the announcement's own fields.
func (a Announcement) Validate() FieldErrors {
	var v validator
	v.id("id", a.ID)
	v.short("title", a.Title)
	coded(&v, "state", a.State, States, false)
	v.slot(a.Slot)
	codedAll(&v, "forms", a.Forms, Forms)
	coded(&v, "openness", a.Openness, []Openness{Public, NotOpen}, false)
	coded(&v, "signing", a.Signing, Signings, false)
	v.approvals(a.Approvals)
	v.overrides(a.Overrides)
	v.participants(a.Participants)
	v.placings(a.Seating)
	v.moves(a.Moves)
	v.deliveries(a.Deliveries)
	v.receipts(a.Deliveries)
	v.supervision(a.Supervision, a.Participants)
	v.text("words", a.Words, a.Note)
	return v.faults
}

func (v *validator) approvals(list []Approval) {
	for i, a := range list {
		coded(v, fmt.Sprintf("approvals[%d].kind", i), a.Kind, ApprovalKinds, true)
	}
}

// steps checks the form of a case's steps; which kinds there are, the rule
// table says.
func (v *validator) steps(list []Step) {
	v.unique("steps", ids(list, func(s Step) ID { return s.ID }))
	for i, s := range list {
		at := fmt.Sprintf("steps[%d]", i)
		if !s.Kind.WellFormed() {
			v.add(at+".kind", "format", string(s.Kind), "recusal-asked")
		}
		if s.Period != nil {
			if err := s.Period.Validate(); err != nil {
				v.add(at+".period", "range", s.Period.String(), "1 day")
			}
		}
		v.text(at+".note", s.Note)
	}
}

// overrides checks that each says of what, by whom, when and why: an approval
// without these is none.
func (v *validator) overrides(list []Override) {
	for i, o := range list {
		at := fmt.Sprintf("overrides[%d]", i)
		for _, f := range []struct{ name, value string }{{"rule", o.Rule}, {"by", string(o.By)}, {"on", o.On.String()}, {"reason", o.Reason}} {
			if f.value == "" {
				v.add(at+"."+f.name, "required", "", "")
			}
		}
		v.text(at+".reason", o.Reason)
	}
}

func (v *validator) moves(list []Move) {
	for i, m := range list {
		coded(v, fmt.Sprintf("moves[%d].kind", i), m.Kind, MoveKinds, true)
	}
}

func (v *validator) participants(list []Participant) {
	v.unique("participants", ids(list, func(p Participant) ID { return p.ID }))
	for i, p := range list {
		at := fmt.Sprintf("participants[%d]", i)
		coded(v, at+".role", p.Role, Roles, true)
		coded(v, at+".attendance.presence", p.Attendance.Presence, Presences, false)
		v.short(at+".label", p.Label)
		for j, t := range p.Told {
			coded(v, fmt.Sprintf("%s.told[%d].method", at, j), t.Method, TellMethods, false)
		}
	}
}

// outcome checks that opinions and answers refer to the hearing's own officers
// and questions, each once.
func (v *validator) outcome(h Hearing) {
	questions := ids(h.Questions, func(q Question) ID { return q.ID })
	cases := func(at string, question, of ID) {
		i := slices.Index(questions, question)
		if of != "" && (!slices.Contains(h.Cases, of) || i >= 0 && h.Questions[i].Case != "" && h.Questions[i].Case != of) {
			v.add(at+".case", "reference", string(of), "")
		}
	}
	type key struct{ officer, question, of ID }
	seen := map[key]bool{}
	for i, o := range h.Opinions {
		at := fmt.Sprintf("opinions[%d]", i)
		if p, ok := h.Participant(o.Officer); !ok || p.Role != Officer {
			v.add(at+".officer", "reference", string(o.Officer), "")
		}
		if !slices.Contains(questions, o.Question) {
			v.add(at+".question", "reference", string(o.Question), "")
		}
		coded(v, at+".stance", o.Stance, Stances, false)
		cases(at, o.Question, o.Case)
		if seen[key{o.Officer, o.Question, o.Case}] {
			v.add(at+".question", "duplicate", string(o.Question), "")
		}
		seen[key{o.Officer, o.Question, o.Case}] = true
		v.text(at+".reason", o.Reason, o.Advice)
	}
	for i, a := range h.Outcome.Answers {
		at := fmt.Sprintf("outcome.answers[%d]", i)
		if !slices.Contains(questions, a.Question) {
			v.add(at+".question", "reference", string(a.Question), "")
		}
		cases(at, a.Question, a.Case)
		coded(v, at+".stance", a.Stance, Stances, false)
	}
	for i, a := range h.Approvals {
		cases(fmt.Sprintf("approvals[%d]", i), "", a.Case)
	}
	v.ruling("outcome", h.Outcome.Ruling)
	for i, r := range h.Outcome.Cases {
		at := fmt.Sprintf("outcome.cases[%d]", i)
		if slices.ContainsFunc(h.Outcome.Cases[:i], func(o CaseRuling) bool { return o.Case == r.Case }) {
			v.add(at+".case", "duplicate", string(r.Case), "")
		}
		cases(at, "", r.Case)
		v.ruling(at, r.Ruling)
	}
	if h.Outcome.Observers < 0 {
		v.add("outcome.observers", "range", fmt.Sprint(h.Outcome.Observers), "≥ 0")
	}
	v.recordings(h.Outcome.Recordings)
}

// ruling checks what was decided.
func (v *validator) ruling(at string, r Ruling) {
	coded(v, at+".timing", r.Timing, []Timing{OnTheSpot, Later}, false)
	v.text(at+".decision", r.Decision, r.Reasons)
}
