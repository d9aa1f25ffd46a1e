package rules

import (
	"slices"
	"strconv"

	"hearingdesk/hearing"
)

// officers checks R1 to R10: who is fit to serve on the hearing's day.
func (c *check) officers(h hearing.Hearing) {
	for _, p := range h.Participants {
		if p.Role != hearing.Officer || p.Person == "" {
			continue
		}
		who := c.d.Person(p.Person)
		c.age(p, who)
		for _, b := range who.BarredOn(c.day) {
			c.say("R2", "", "participants", args{"who": who.Name, "bar": c.term(b.Kind)}).of(p)
		}
		c.interest(h, p, who)
		if c.d.EarlierStage[p.Person] {
			c.say("R6", "", "participants", args{"who": who.Name}).of(p)
		}
		if n := c.d.Earlier[p.Person]; n > 6 {
			c.say("R7", "", "participants", args{"who": who.Name, "n": strconv.Itoa(n)}).of(p)
		}
		if status := c.outside(who); status != "" && !c.granted(h, hearing.ApproveOutsider) {
			c.say("R9", "", "participants", args{"who": who.Name, "status": status}).of(p)
		}
		switch {
		case p.Declared == nil:
			c.say("R10", "missing", "participants", args{"who": who.Name}).of(p)
		case p.Declared.Interest:
			c.say("R10", "interest", "participants", args{"who": who.Name}).of(p)
		}
	}
}

// outside says why a person is not in the pool of officers on the session's
// day; nothing when he is.
func (c *check) outside(who hearing.Person) string {
	switch {
	case who.Pool == "":
		return c.pick("未入库", "not in it")
	case who.Pool != hearing.PoolActive:
		return c.term(who.Pool)
	case !who.TermEnds.IsZero() && who.TermEnds.Before(c.day):
		return c.pick("聘期已于"+who.TermEnds.String()+"届满", "term ended on "+who.TermEnds.String())
	}
	return ""
}

// age is R1. With a date of birth known only in part the person may be under
// twenty-three on some reading of it, and is asked for.
func (c *check) age(p hearing.Participant, who hearing.Person) {
	if who.Born.IsZero() {
		c.say("R1", "unsure", "participants", args{"who": who.Name}).of(p)
		return
	}
	limit := c.day.AddMonths(-23 * 12)
	switch {
	case who.Born.Earliest().After(limit):
		c.say("R1", "under", "participants", args{"who": who.Name}).of(p)
	case who.Born.Latest().After(limit):
		c.say("R1", "unsure", "participants", args{"who": who.Name}).of(p)
	}
}

// interest is R3 to R5: the employer, the address and the neighbourhood.
func (c *check) interest(h hearing.Hearing, p hearing.Participant, who hearing.Person) {
	if p.Lives {
		c.say("R5", "", "participants", args{"who": who.Name}).of(p)
	}
	for id := range c.agencyIDs(h) {
		if who.Organisation != "" && (who.Organisation == id || c.d.Organisation(id).Parent == who.Organisation) {
			c.say("R4", "", "participants", args{"who": who.Name, "unit": c.d.Organisation(who.Organisation).Name}).of(p)
			return
		}
	}
	for _, id := range c.opposed(h) {
		other := c.d.Person(id)
		sameUnit := who.Organisation != "" && who.Organisation == other.Organisation
		sameHome := who.Address != "" && who.Address == other.Address
		switch {
		case id == p.Person:
			c.say("R3", "party", "participants", args{"who": who.Name}).of(p)
		case sameUnit || sameHome:
			c.say("R3", "", "participants", args{"who": who.Name, "other": other.Name}).of(p)
		}
	}
}

// opposed are the people of whom an officer must be independent: the cases'
// parties, and who stands for them.
func (c *check) opposed(h hearing.Hearing) []hearing.ID {
	var out []hearing.ID
	add := func(id hearing.ID) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, o := range h.Participants {
		switch o.Role {
		case hearing.PartyRep, hearing.Agent, hearing.Guardian, hearing.Defender, hearing.VictimRole:
			add(o.Person)
		}
	}
	for _, k := range c.d.Cases {
		for _, p := range k.Parties {
			add(p.Person)
		}
	}
	return out
}

// agencyIDs are the agencies that are parties of a case or take part.
func (c *check) agencyIDs(h hearing.Hearing) map[hearing.ID]bool {
	out := map[hearing.ID]bool{}
	for _, k := range c.d.Cases {
		for _, p := range k.Parties {
			if p.Organisation != "" {
				out[p.Organisation] = true
			}
		}
	}
	for _, p := range h.InRole(hearing.AgencyRep) {
		if p.Organisation != "" {
			out[p.Organisation] = true
		}
	}
	return out
}
