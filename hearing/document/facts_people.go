package document

import (
	"strconv"

	"hearingdesk/hearing"
)

// people lists everybody who signs in, presider and recorder left out.
func (x teller) people() []record {
	var out []record
	for _, p := range x.d.Session().Participants {
		if p.Alternate {
			continue
		}
		who, unit := x.d.Person(p.Person), x.d.Organisation(p.Organisation)
		if unit.ID == "" {
			unit = x.d.Organisation(who.Organisation)
		}
		post := who.Post
		if post == "" {
			post = who.Title
		}
		out = append(out, x.signIn(len(out)+1, p, who, x.mask.body(unit)+post))
		out[len(out)-1]["came"] = Text(x.came(p))
		if p.Proxy != nil {
			deputy := x.d.Person(p.Proxy.Person)
			out = append(out, x.signIn(len(out)+1, p, deputy, x.mask.body(unit)+deputy.Post))
		}
	}
	return out
}

// away lists those who did not come, where that is recorded.
func (x teller) away() []record {
	var out []record
	for _, p := range x.d.Session().Participants {
		if !p.Alternate && p.Attendance.Presence == hearing.Absent {
			out = append(out, record{"name": Text(x.mask.person(x.d.Person(p.Person))), "status": Text(x.role(p))})
		}
	}
	return out
}

// came is how a participant came, where it is recorded.
func (x teller) came(p hearing.Participant) string {
	if p.Attendance.Presence == "" {
		return ""
	}
	return p.Attendance.Presence.Term().Zh
}

func (x teller) signIn(n int, p hearing.Participant, who hearing.Person, unit string) record {
	return record{"number": Text(strconv.Itoa(n)), "name": Text(x.mask.person(who)), "unit": Text(unit), "role": Text(x.role(p)),
		"paper": Text(maskNumber(who.IDNumber)), "phone": Text(maskNumber(who.Phone))}
}
