package figures

import (
	"slices"

	"hearingdesk/hearing"
)

func (c *counting) hearings(all []hearing.Hearing) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b hearing.Hearing) int { return a.Start.Compare(b.Start) })
	types := map[hearing.CaseType]*Figure{}
	for _, t := range hearing.CaseTypes {
		types[t] = &Figure{}
	}
	seen := map[hearing.ID]bool{}
	for _, h := range all {
		if h.Rehearsal || !c.within(h.Slot) {
			continue
		}
		c.postponed(h)
		if !Held(h) {
			if h.StateNow().Holds() {
				c.r.Planned.add(1, h.ID)
			}
			continue
		}
		c.r.Held.add(1, h.ID)
		for _, id := range h.Cases {
			c.heard(h, id, !seen[id], types)
			seen[id] = true
		}
		c.manner(h)
		c.people(h)
		c.outcome(h)
	}
	c.shares(types)
}

// Held reports whether a hearing took place: it was opened, or a state after
// that was reached.
func Held(h hearing.Hearing) bool {
	return begun(h.StateNow()) || h.StateNow().Holds() && !h.Outcome.OpenedAt.IsZero()
}

func (c *counting) postponed(h hearing.Hearing) {
	if h.StateNow() == hearing.Postponed || slices.ContainsFunc(h.Moves, func(m hearing.Move) bool { return m.Kind == hearing.MovePostponed }) {
		c.r.Postponed.add(1, h.ID)
	}
}

// heard counts one case of a hearing; only the first time is a case more.
func (c *counting) heard(h hearing.Hearing, id hearing.ID, first bool, types map[hearing.CaseType]*Figure) {
	c.r.CaseSessions.add(1, h.ID)
	t := types[c.cases[id].Type]
	if t == nil {
		t = types[hearing.OtherCase]
	}
	if first {
		c.r.Cases.add(1, h.ID)
		t.add(1, h.ID)
		return
	}
	for _, f := range []*Figure{&c.r.Cases, t} { // not a case more, but a session behind it
		if !slices.Contains(f.Sessions, h.ID) {
			f.Sessions = append(f.Sessions, h.ID)
		}
	}
}

func (c *counting) shares(types map[hearing.CaseType]*Figure) {
	parts := make([]int, len(hearing.CaseTypes))
	for i, t := range hearing.CaseTypes {
		parts[i] = types[t].N
	}
	exact, rounded := Shares(parts), Rounded(parts)
	for i, t := range hearing.CaseTypes {
		c.r.Types = append(c.r.Types, TypeFigure{t, *types[t], exact[i], rounded[i]})
	}
}

func (c *counting) manner(h hearing.Hearing) {
	switch h.Openness {
	case hearing.Public:
		c.r.Public.add(1, h.ID)
	case hearing.NotOpen:
		c.r.Closed.add(1, h.ID)
	}
	for i := range c.r.Forms {
		f := &c.r.Forms[i]
		if h.Has(f.Form) || f.Form == hearing.Ordinary && len(h.Forms) == 0 {
			f.Figure.add(1, h.ID)
		}
	}
	if h.Presider != "" && c.chiefs[h.Presider] {
		c.r.ByChief.add(1, h.ID)
	}
}

// people counts the officers who took part. While nobody's presence is
// recorded, everybody who was listed counts.
func (c *counting) people(h hearing.Hearing) {
	officers := h.Officers()
	recorded := slices.ContainsFunc(officers, func(p hearing.Participant) bool { return p.Attendance.Presence != "" })
	n := 0
	for _, p := range officers {
		if !recorded || p.Attendance.Presence.Here() {
			n++
		}
	}
	c.r.Officers.add(n, h.ID)
	c.r.Allowances.add(int(h.Paid("")), h.ID)
	supervisors := len(h.InRole(hearing.Supervisor))
	c.r.Supervisors.add(supervisors, h.ID)
	c.r.Supervised.add(min(supervisors, 1), h.ID)
}

func (c *counting) outcome(h hearing.Hearing) {
	spot := 0
	if len(h.Cases) == 0 && h.Outcome.Timing == hearing.OnTheSpot {
		spot = 1
	}
	for _, id := range h.Cases {
		if h.RulingOf(id).Timing == hearing.OnTheSpot {
			spot++
		}
	}
	c.r.OnTheSpot.add(spot, h.ID)
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
