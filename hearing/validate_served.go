package hearing

import (
	"fmt"
	"slices"
	"strconv"
)

// mostSupervisors is more than any session asks for.
const mostSupervisors = 99

// supervision checks the request and that opinions are of the session's own
// supervisors.
func (v *validator) supervision(s Supervision, people []Participant) {
	if s.Wanted < 0 || s.Wanted > mostSupervisors {
		v.add("supervision.wanted", "range", strconv.Itoa(s.Wanted), "0–"+strconv.Itoa(mostSupervisors))
	}
	v.short("supervision.activity", s.Activity)
	v.short("supervision.letter", s.Letter)
	v.text("supervision.answer", s.Answer)
	v.order("supervision.answered_on", s.AskedOn, s.AnsweredOn)
	v.unique("supervision.opinions", ids(s.Opinions, func(o Supervised) ID { return o.ID }))
	for i, o := range s.Opinions {
		at := fmt.Sprintf("supervision.opinions[%d]", i)
		if o.By != "" && !slices.ContainsFunc(people, func(p Participant) bool { return p.ID == o.By && p.Role == Supervisor }) {
			v.add(at+".by", "reference", string(o.By), "")
		}
		coded(v, at+".adopted", o.Adopted, Adoptions, false)
		v.text(at+".text", o.Text, o.Reply)
		v.order(at+".replied_on", o.On, o.RepliedOn)
	}
}

// allowances checks that each is an amount, of somebody whom the office pays, and
// once. Whether that one came is for the rules to say: presence is recorded
// later.
func (v *validator) allowances(h Hearing) {
	seen := map[ID]bool{}
	for i, a := range h.Allowances.Lines {
		at := fmt.Sprintf("allowances.lines[%d]", i)
		p, ok := h.Participant(a.Participant)
		switch {
		case !ok:
			v.add(at+".participant", "reference", string(a.Participant), "")
		case !Payable(p.Role):
			v.add(at+".participant", "payee", string(p.Role), list([]Role{Officer, Expert}))
		case seen[a.Participant]:
			v.add(at+".participant", "duplicate", string(a.Participant), "")
		}
		seen[a.Participant] = true
		for _, k := range Pays {
			switch f := *a.Of(k); {
			case f < 0:
				v.add(at+"."+string(k)+"_fen", "negative", f.String(), "≥ 0")
			case f > MostFen:
				v.add(at+"."+string(k)+"_fen", "range", f.String(), "≤ "+MostFen.String())
			}
		}
		v.short(at+".basis", a.Basis)
	}
}
