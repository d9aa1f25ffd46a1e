package rules

import (
	"slices"
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// officers checks R1 to R10: who is fit to serve on the hearing's day. That
// nobody serves in two places at once (R8) is said by the clashes.
func (c *check) officers(h *hearing.Hearing) {
	agencies, opposed, bodies := c.agencyIDs(h), c.opposed(h), c.bodiesOf(h)
	born, most := c.day.AddMonths(-12*c.limit("R1", "under", 23)), c.limit("R7", "", 6)
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Role != hearing.Officer || p.Person == "" {
			continue
		}
		who := c.d.Person(p.Person)
		c.age(p, &who, born)
		for _, b := range who.BarredOn(c.day) {
			c.say("R2", "", "participants", args{"who": who.Name, "bar": c.bar(b)}).of(p)
		}
		c.home(p, &who)
		if !c.employer(p, &who, agencies) {
			c.interest(p, &who, opposed)
			c.bodies(p, &who, bodies)
		}
		if c.d.EarlierStage[p.Person] {
			c.say("R6", "", "participants", args{"who": who.Name}).of(p)
		}
		if n := c.d.Earlier[p.Person]; n > most {
			c.say("R7", "", "participants", args{"who": who.Name, "n": strconv.Itoa(n), "most": strconv.Itoa(most)}).of(p)
		}
		if status := c.outside(&who); status != "" && !c.granted(h, hearing.ApproveOutsider) {
			c.say("R9", "", "participants", args{"who": who.Name, "status": status}).of(p)
		}
		c.declared(p, &who)
	}
}

// limit is the number that a rule goes by.
func (c *check) limit(id, variant string, usual int) int {
	if e, ok := c.table.find(id, variant, c.day); ok && e.N > 0 {
		return e.N
	}
	return usual
}

// bar names a ground, with the day since which it is in force.
func (c *check) bar(b hearing.Bar) string {
	if b.Since.IsZero() {
		return c.term(b.Kind)
	}
	return c.pick(c.term(b.Kind)+"（"+b.Since.String()+"起）", c.term(b.Kind)+" (since "+b.Since.String()+")")
}

// declared is R10: an officer declares, before the hearing, that he has no
// interest and keeps secrets.
func (c *check) declared(p *hearing.Participant, who *hearing.Person) {
	switch {
	case p.Declared == nil:
		c.say("R10", "missing", "participants", args{"who": who.Name}).of(p)
	case p.Declared.Interest:
		c.say("R10", "interest", "participants", args{"who": who.Name}).of(p)
	case p.Declared.On.After(c.day):
		c.say("R10", "late", "participants", args{"who": who.Name, "on": p.Declared.On.String()}).of(p)
	}
}

// outside says why a person is not in the pool of officers on the session's
// day; nothing when he is.
func (c *check) outside(who *hearing.Person) string {
	switch now := who.PoolOn(c.day); {
	case now == "":
		return c.pick("未入库", "not in it")
	case now != hearing.PoolActive:
		return c.term(now)
	case who.TermBegins.After(c.day):
		return c.pick("聘期自"+who.TermBegins.String()+"开始", "term begins on "+who.TermBegins.String())
	case !who.TermEnds.IsZero() && who.TermEnds.Before(c.day):
		return c.pick("聘期已于"+who.TermEnds.String()+"届满", "term ended on "+who.TermEnds.String())
	}
	return ""
}

// age is R1: born on or before the limit. With a date of birth known only in part the person may be under
// age on some reading of it, and is asked for.
func (c *check) age(p *hearing.Participant, who *hearing.Person, limit calendar.Date) {
	switch {
	case !who.Born.IsZero() && who.Born.Earliest().After(limit):
		c.say("R1", "under", "participants", args{"who": who.Name}).of(p)
	case who.Born.IsZero(), who.Born.Latest().After(limit):
		c.say("R1", "unsure", "participants", args{"who": who.Name}).of(p)
	}
}

// employer is R4: who works for a unit that is a party or takes part, for a unit
// above it or below it. It reports whether that is so.
func (c *check) employer(p *hearing.Participant, who *hearing.Person, agencies []hearing.ID) bool {
	if who.Organisation == "" {
		return false
	}
	for _, id := range agencies {
		variant := ""
		switch {
		case who.Organisation == id, c.under(id, who.Organisation):
		case c.under(who.Organisation, id):
			variant = "below"
		default:
			continue
		}
		c.say("R4", variant, "participants", args{"who": who.Name, "unit": c.d.Organisation(who.Organisation).Name, "party": c.d.Organisation(id).Name}).of(p)
		return true
	}
	return false
}

// under reports whether a unit is below another one. Who closes a ring of
// superiors is not followed about.
func (c *check) under(unit, top hearing.ID) bool {
	for range 8 {
		if unit = c.d.Organisation(unit).Parent; unit == "" || unit == top {
			break
		}
	}
	return unit != "" && unit == top
}

// interest is R3: an officer is no party, and whoever seems close to one is
// asked about.
func (c *check) interest(p *hearing.Participant, who *hearing.Person, opposed []side) {
	for _, o := range opposed {
		if o.id == p.Person {
			c.say("R3", "party", "participants", args{"who": who.Name}).of(p)
			continue
		}
		other := c.d.Person(o.id)
		if why := c.near(who, &other, o.staff); why != "" {
			f := c.say("R3", "", "participants", args{"who": who.Name, "other": other.Name, "why": why}).of(p)
			f.Subject = who.Name + "–" + other.Name
		}
	}
}

// A side is somebody of whom an officer must be independent.
type side struct {
	id    hearing.ID
	staff bool // of an agency: the same employer is R4
}

// opposed are the cases' parties, who stands for them, and who comes for an
// agency.
func (c *check) opposed(h *hearing.Hearing) []side {
	var out []side
	add := func(id hearing.ID, staff bool) {
		if id != "" && !slices.ContainsFunc(out, func(s side) bool { return s.id == id }) {
			out = append(out, side{id, staff})
		}
	}
	for i := range h.Participants {
		p := &h.Participants[i]
		switch p.Role {
		case hearing.PartyRep, hearing.Agent, hearing.Guardian, hearing.Defender, hearing.VictimRole, hearing.AgencyRep:
			staff := p.Role == hearing.AgencyRep
			add(p.Person, staff)
			if p.Proxy != nil {
				add(p.Proxy.Person, staff)
			}
		}
	}
	for _, k := range c.d.Cases {
		for _, p := range k.Parties {
			add(p.Person, false)
		}
	}
	return out
}

// agencyIDs are the units that are parties of a case or take part.
func (c *check) agencyIDs(h *hearing.Hearing) []hearing.ID {
	var out []hearing.ID
	add := func(id hearing.ID) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, k := range c.d.Cases {
		for _, p := range k.Parties {
			add(p.Organisation)
		}
	}
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Role == hearing.AgencyRep {
			add(p.Organisation)
		}
	}
	return out
}
