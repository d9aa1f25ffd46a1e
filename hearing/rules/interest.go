package rules

import (
	"slices"

	"hearingdesk/hearing"
)

// home is R5: who lives in the place that a case is about, as somebody said or as
// the address says, is asked about.
func (c *check) home(p *hearing.Participant, who *hearing.Person) {
	if p.Lives {
		c.say("R5", "", "participants", args{"who": who.Name}).of(p)
		return
	}
	at := c.lotOf(who.Address)
	for _, place := range c.affected() {
		if at.within(c.lotOf(place)) {
			c.say("R5", "address", "participants", args{"who": who.Name, "address": who.Address, "place": place}).of(p)
			return
		}
	}
}

// affected are the places that the cases are about, and the home in which a
// hearing is held.
func (c *check) affected() []string {
	var out []string
	for _, k := range c.d.Cases {
		out = append(out, k.Places...)
	}
	if r := c.d.Rooms[c.s.Slot.Room]; r.Kind == hearing.Home && r.Address != "" {
		out = append(out, r.Address)
	}
	return out
}

// bodies is R3 against units: the agencies of the case and the law firms that act
// in it.
func (c *check) bodies(p *hearing.Participant, who *hearing.Person, list []body) {
	for _, b := range list {
		if b.lawyer && who.Organisation == b.id {
			continue // said of the lawyer
		}
		unit := c.d.Organisation(b.id)
		if why := c.nearUnit(who, &unit, b.firm); why != "" {
			f := c.say("R3", "", "participants", args{"who": who.Name, "other": unit.Name, "why": why}).of(p)
			f.Subject = who.Name + "–" + unit.Name
		}
	}
}

// A body is a unit of which an officer must be independent.
type body struct {
	id   hearing.ID
	firm bool // a law firm that acts in the case

	lawyer bool // one who takes part is recorded as working there
}

// bodiesOf are the agencies that are parties or take part, and the firms of those
// who act for somebody.
func (c *check) bodiesOf(h *hearing.Hearing) []body {
	var out []body
	for _, id := range c.agencyIDs(h) {
		out = append(out, body{id: id})
	}
	add := func(id hearing.ID, lawyer bool) {
		i := slices.IndexFunc(out, func(b body) bool { return b.id == id })
		switch {
		case c.d.Organisation(id).Kind != hearing.LawFirm:
		case i < 0:
			out = append(out, body{id, true, lawyer})
		default:
			out[i].lawyer = out[i].lawyer || lawyer
		}
	}
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Role == hearing.Agent || p.Role == hearing.Defender {
			add(c.d.Person(p.Person).Organisation, true)
			add(p.Organisation, false)
		}
		if p.Proxy != nil {
			add(c.d.Person(p.Proxy.Person).Organisation, true)
		}
	}
	return out
}
