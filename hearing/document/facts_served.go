package document

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// served fills in what those who served are paid, and how supervisors are asked for.
func (x teller) served(facts record) {
	if x.form.root["pay"] && x.d.Hearing != nil {
		facts["pay"] = x.pay(*x.d.Hearing)
	}
	if x.form.root["supervision"] {
		facts["supervision"] = x.supervision(x.d.Supervision())
	}
}

// pay fills in what those who served are paid: officers, and apart from them people
// with special knowledge, who are paid from the means of the case. What is not
// entered stays blank.
func (x teller) pay(h hearing.Hearing) record {
	r := record{"clerk": Text(x.d.Person(h.Allowances.ClaimedBy).Name), "on": day(h.Allowances.ClaimedOn)}
	var groups []record
	for _, g := range []struct {
		role    hearing.Role
		heading string
	}{{hearing.Officer, ""}, {hearing.Expert, "有专门知识的人（从办案经费列支）"}} {
		if one := x.payGroup(h, g.role, g.heading); one != nil {
			groups = append(groups, one)
		}
	}
	r["groups"] = groups
	if sum := h.Paid(""); len(groups) > 1 && sum > 0 {
		r["sum"], r["capitals"] = Text(sum.Fixed()), Text(sum.Capitals())
	}
	return r
}

// payGroup is a table of those in a role; nil where there are none.
func (x teller) payGroup(h hearing.Hearing, role hearing.Role, heading string) record {
	var lines []record
	var basis []string
	for _, p := range h.Payees() {
		if p.Role != role {
			continue
		}
		who, a := x.d.Person(p.Person), h.Allowance(p.ID)
		line := amounts(a)
		line["number"], line["name"], line["status"] = Text(strconv.Itoa(len(lines)+1)), Text(who.Name), Text(x.status(p))
		line["paper"], line["account"] = Text(maskNumber(who.IDNumber)), Text(maskAccount(who.Account))
		lines = append(lines, line)
		if a.Basis != "" && !slices.Contains(basis, a.Basis) {
			basis = append(basis, a.Basis)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	all := h.Sums(role)
	g := amounts(all)
	g["heading"], g["lines"], g["basis"] = Text(heading), lines, Text(strings.Join(basis, "；"))
	if all.Sum() > 0 {
		g["capitals"] = Text(all.Sum().Capitals())
	}
	return g
}

// amounts are the three kinds of money and their sum, in yuan; none is blank.
func amounts(a hearing.Allowance) record {
	r := record{}
	for key, f := range map[string]hearing.Fen{"travel": a.Travel, "board": a.Board, "labour": a.Labour, "sum": a.Sum()} {
		if f != 0 {
			r[key] = Text(f.Fixed())
		}
	}
	return r
}

// maskAccount leaves of an account its last four digits, and the name of the bank.
func maskAccount(s string) string {
	r, left := []rune(s), 4
	for i := len(r) - 1; i >= 0; i-- {
		if r[i] < '0' || r[i] > '9' {
			continue
		}
		if left--; left < 0 {
			r[i] = '*'
		}
	}
	return string(r)
}

// supervision fills in the letter that asks the justice bureau for supervisors.
func (x teller) supervision(s hearing.Supervision) record {
	activity := s.Activity
	if activity == "" {
		activity = x.activity()
	}
	r := record{"bureau": Text(x.d.Organisation(s.Bureau).Name), "activity": Text(activity)}
	if s.Wanted > 0 {
		r["wanted"] = Text(strconv.Itoa(s.Wanted))
	}
	if start := x.d.Session().Slot.Start; !start.IsZero() { // who is drawn is told in time
		r["answer_by"] = day(x.law.Tell(x.d.Office, calendar.DateOf(start.In(x.zone()))))
	}
	return r
}

// activity is what the session is, as a kind of activity that supervisors attend.
func (x teller) activity() string {
	if x.d.Announcement != nil {
		return "法律文书宣告送达"
	}
	open := ""
	if h := x.d.Hearing; h != nil && h.Openness != "" {
		open = h.Openness.Term().Zh
	}
	return "案件" + open + "听证"
}
