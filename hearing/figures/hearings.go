package figures

import (
	"slices"

	"hearingdesk/hearing"
)

// inPeriod lists the hearings of the period by their dates, without rehearsals.
func (c *counting) inPeriod(all []hearing.Hearing) []hearing.Hearing {
	all = slices.DeleteFunc(slices.Clone(all), func(h hearing.Hearing) bool { return h.Rehearsal || !c.within(c.dayOf(h.Start)) })
	slices.SortStableFunc(all, func(a, b hearing.Hearing) int { return a.Start.Compare(b.Start) })
	return all
}

func (c *counting) hearings(all []hearing.Hearing) {
	types, domains := parts(hearing.CaseTypes), parts(hearing.Domains)
	guests := newGuests()
	seen, decided := map[hearing.ID]bool{}, map[hearing.ID]bool{}
	for _, h := range c.inPeriod(all) {
		day := c.dayOf(h.Start)
		c.r.Postponed.add(one(postponed(h)), h.ID)
		if !Held(h) {
			if h.StateNow().Holds() {
				c.r.Planned.add(1, h.ID)
			}
			continue
		}
		c.r.Held.add(1, h.ID)
		c.month(day).Held.add(1, h.ID)
		for _, id := range distinct(h.Cases) {
			c.heard(h, id, !seen[id], types, domains)
			seen[id] = true
		}
		c.manner(h)
		c.guests(h, day, guests)
		c.onTheSpot(h, decided)
		c.adoption(h)
	}
	for _, p := range types.split() {
		c.r.Types = append(c.r.Types, TypeFigure{p.Of, p.Figure, p.Proportion})
	}
	c.r.HeardDomains = domains.split()
	c.r.Presiders, c.r.Classes, c.r.Origins = guests.presiders.split(), guests.classes.split(), guests.origins.split()
}

// Held reports whether a hearing took place: it was opened, or a state after
// that was reached, or it left what only a hearing leaves.
func Held(h hearing.Hearing) bool {
	if begun(h.StateNow()) {
		return true
	}
	return h.StateNow().Holds() && (!h.Outcome.OpenedAt.IsZero() || !h.Outcome.ClosedAt.IsZero() || len(h.Opinions) > 0)
}

// postponed reports whether a hearing was postponed at least once.
func postponed(h hearing.Hearing) bool {
	return h.StateNow() == hearing.Postponed || slices.ContainsFunc(h.Moves, func(m hearing.Move) bool { return m.Kind == hearing.MovePostponed })
}

// distinct leaves out what is named a second time.
func distinct(ids []hearing.ID) []hearing.ID {
	var out []hearing.ID
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// heard counts one case of a hearing; only the first time is a case more. One of
// a type that is not known counts as 其他.
func (c *counting) heard(h hearing.Hearing, id hearing.ID, first bool, types division[hearing.CaseType], domains division[hearing.Domain]) {
	c.r.CaseSessions.addCase(id, h.ID)
	k := c.cases[id]
	into := []*Figure{&c.r.Cases, &c.r.InSystem, types.of(hearing.OtherCase)}
	if k.Petition {
		into[1] = &c.r.Petitions
	}
	if slices.Contains(hearing.CaseTypes, k.Type) {
		into[2] = types.of(k.Type)
	}
	if PublicInterest(k) {
		into = append(into, domains.of(k.Domain))
	}
	for _, f := range into {
		if first {
			f.addCase(id, h.ID)
		} else {
			behind(&f.Sessions, h.ID) // not a case more, but a session behind it
		}
	}
}

func (c *counting) manner(h hearing.Hearing) {
	switch h.Openness {
	case hearing.Public:
		c.r.Public.add(1, h.ID)
	case hearing.NotOpen:
		c.r.Closed.add(1, h.ID)
	default:
		c.r.OpennessUnset.add(1, h.ID)
	}
	for i := range c.r.Forms {
		f := &c.r.Forms[i]
		if h.Has(f.Form) || f.Form == hearing.Ordinary && len(h.Forms) == 0 {
			f.Figure.add(1, h.ID)
		}
	}
}

// onTheSpot counts the cases that a hearing decided at once, each once.
func (c *counting) onTheSpot(h hearing.Hearing, decided map[hearing.ID]bool) {
	if len(h.Cases) == 0 && h.Outcome.Timing == hearing.OnTheSpot {
		c.r.OnTheSpot.add(1, h.ID)
	}
	for _, id := range h.Cases {
		if h.RulingOf(id).Timing == hearing.OnTheSpot && !decided[id] {
			c.r.OnTheSpot.addCase(id, h.ID)
			decided[id] = true
		}
	}
}

func (c *counting) adoption(h hearing.Hearing) {
	for _, b := range h.Ballots() {
		t := h.Tally(b)
		switch h.MajorityAdopted(b) {
		case hearing.Adopted:
			c.r.Adopted.add(1, h.ID)
		case hearing.InPart:
			c.r.InPart.add(1, h.ID)
		case hearing.NotAdopted:
			c.r.NotAdopted.add(1, h.ID)
		default:
			if t.Majority == "" && t.Agree+t.Disagree+t.Other > 0 {
				c.r.NoMajority.add(1, h.ID)
			}
		}
	}
}
