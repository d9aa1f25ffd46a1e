package draw

import (
	"cmp"
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// reasons are what the rules' findings are called in a record.
var reasons = map[string]hearing.ExclusionReason{
	"R1": hearing.ExcludedAge, "R2": hearing.ExcludedBar, "R3": hearing.ExcludedInterest, "R4": hearing.ExcludedUnit, "R5": hearing.ExcludedInterest,
	"R6": hearing.ExcludedEarlier, "R7": hearing.ExcludedOften, "R9": hearing.ExcludedPool, "CLASH": hearing.ExcludedTime, "ROLES": hearing.ExcludedRole,
}

// A Choice is what the operator decides of somebody before the draw: that the
// person does not take part, and why.
type Choice struct {
	Reason hearing.ExclusionReason
	Text   string
}

// A Sieve says who of a pool takes part in a draw.
type Sieve struct {
	Pool   hearing.OfficerPool
	Found  map[hearing.ID][]hearing.Finding // what the rules say of each, in Chinese: the record is
	Manual map[hearing.ID]Choice            // whom the operator leaves out
	Strict bool                             // also leave out of whom the rules only warn
}

// Parts divides the pool into who takes part, in the canonical order, and who
// does not, by the order of the reasons and of the names.
func (s Sieve) Parts() ([]hearing.DrawCandidate, []hearing.DrawExclusion) {
	var in []hearing.DrawCandidate
	var out []hearing.DrawExclusion
	for _, id := range s.Pool.Members {
		p := s.Pool.Dossier.Person(id)
		if x, excluded := s.excluded(p); excluded {
			x.Person, x.Code, x.Name, x.Class = p.ID, Code(p.ID), plain(p.Name), p.Class
			out = append(out, x)
			continue
		}
		in = append(in, hearing.DrawCandidate{Person: p.ID, Code: Code(p.ID), Name: plain(p.Name), Class: p.Class, Specialties: slices.Clone(p.Specialties), Hint: s.hint(p.ID)})
	}
	slices.SortStableFunc(out, func(a, b hearing.DrawExclusion) int {
		return cmp.Or(slices.Index(hearing.ExclusionReasons, a.Reason)-slices.Index(hearing.ExclusionReasons, b.Reason), strings.Compare(a.Code, b.Code))
	})
	return inOrder(in), out
}

// excluded says why somebody does not take part: who is an officer already or has
// refused, then what bars by rule, then another role in the hearing, then the
// operator, then what the rules warn of.
func (s Sieve) excluded(p hearing.Person) (hearing.DrawExclusion, bool) {
	var reason hearing.ExclusionReason
	as := ""
	if h := s.Pool.Dossier.Hearing; h != nil {
		reason, as = standing(*h, p.ID)
	}
	found := s.Found[p.ID]
	barred := slices.IndexFunc(found, func(f hearing.Finding) bool { return f.Severity == hearing.Blocked })
	if barred >= 0 && (reason == "" || reason == hearing.ExcludedRole) {
		return byRule(found[barred]), true
	}
	if reason != "" {
		return hearing.DrawExclusion{Reason: reason, Text: as}, true
	}
	if c, ok := s.Manual[p.ID]; ok {
		return hearing.DrawExclusion{Reason: c.Reason, Text: plain(c.Text)}, true
	}
	if i := slices.IndexFunc(found, func(f hearing.Finding) bool { return f.Severity == hearing.Warning }); i >= 0 && s.Strict {
		return byRule(found[i]), true
	}
	return hearing.DrawExclusion{}, false
}

// standing says whether somebody is among the officers already, takes part as
// something else, or has refused.
func standing(h hearing.Hearing, person hearing.ID) (reason hearing.ExclusionReason, as string) {
	for _, p := range h.Participants {
		switch {
		case p.Person != person:
		case p.Role == hearing.Officer:
			return hearing.ExcludedSeated, ""
		default:
			return hearing.ExcludedRole, p.Role.Term().Zh
		}
	}
	for _, d := range h.Draws {
		n := d.Number(person)
		switch r := d.Reply(n); {
		case d.Void != nil || n == 0:
		case r != "" && r != hearing.ReplyAccepted:
			return hearing.ExcludedRefused, r.Term().Zh
		case d.Asked(n):
			return hearing.ExcludedSeated, ""
		}
	}
	return "", ""
}

func byRule(f hearing.Finding) hearing.DrawExclusion {
	x := hearing.DrawExclusion{Reason: hearing.ExcludedRule, Rule: f.Rule, Text: detail(f)}
	if r, ok := reasons[f.Rule]; ok {
		x.Reason = r
	}
	if f.Rule == "R1" && f.Variant == "unsure" {
		x.Text = "出生日期不全"
	}
	if x.Reason == hearing.ExcludedRule {
		x.Text = f.Text
	}
	return x
}

// detail is what a record says beside the reason: whom or what it is about.
func detail(f hearing.Finding) string {
	switch f.Rule {
	case "R2":
		return f.Args["bar"]
	case "R3":
		if f.Args["other"] == "" {
			return "当事人或者其代理人"
		}
		return f.Args["other"] + "：" + f.Args["why"]
	case "R4":
		return f.Args["unit"]
	case "R7":
		return "十二个月内" + f.Args["n"] + "场"
	case "R9":
		return f.Args["status"]
	case "CLASH":
		return f.Args["time"] + " " + f.Args["title"]
	case "ROLES":
		return f.Args["a"]
	}
	return ""
}

// hint is what the rules ask to be looked at in somebody who takes part.
func (s Sieve) hint(id hearing.ID) string {
	var out []string
	for _, f := range s.Found[id] {
		if f.Severity != hearing.Blocked {
			out = append(out, f.Text)
		}
	}
	return strings.Join(out, " ")
}
