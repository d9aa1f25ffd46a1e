package rules

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
)

// Fit says of each member of a pool what the rules say of the person as an
// officer of the hearing: R1 to R9 on its day, clashes, and other chairs that
// the person has in it. What an officer only does after being chosen, such as
// the declaration (R10), is left out; so is whoever sits among the officers
// already. The findings are those of [Book.Check], so that nobody who is drawn is
// refused by it on the next page.
func (b *Book) Fit(p hearing.OfficerPool, at time.Time, lang string) map[hearing.ID][]hearing.Finding {
	e := b.of(p.Dossier.Office)
	return e.table.fit(p, e, at, lang)
}

func (t *Table) fit(p hearing.OfficerPool, e *edition, at time.Time, lang string) map[hearing.ID][]hearing.Finding {
	out := map[hearing.ID][]hearing.Finding{}
	if p.Dossier.Hearing == nil {
		return out
	}
	h := *p.Dossier.Hearing
	officer := func(m hearing.Participant) bool { return m.Role == hearing.Officer }
	others := slices.DeleteFunc(slices.Clone(h.Participants), officer)
	h.Participants = slices.Clone(others)
	seat := map[hearing.ID]hearing.ID{}
	for _, id := range p.Members {
		key := "draw:" + id
		seat[key] = id
		h.Participants = append(h.Participants, hearing.Participant{ID: key, Role: hearing.Officer, Person: id})
	}
	// Who is not in the pool can be an officer by approval, and is not drawn.
	h.Approvals = slices.DeleteFunc(slices.Clone(h.Approvals), func(a hearing.Approval) bool { return a.Kind == hearing.ApproveOutsider })
	d := p.Dossier
	d.Hearing = &h
	c := t.look(d, e.days, at, lang)
	c.officers(&h)
	c.roles(&h)
	c.clashes()
	for _, f := range c.out {
		who, ok := seat[f.Participant]
		if !ok || f.Rule == "R10" {
			continue
		}
		f.Participant = ""
		out[who] = append(out[who], f)
	}
	return out
}

// drawn repeats the draws that count. A record that a program made holds; one
// that came in a package may have been changed on the way.
func (c *check) drawn(h *hearing.Hearing) {
	for _, d := range h.Draws {
		if d.Void != nil {
			continue
		}
		for _, x := range draw.Verify(d) {
			if !x.Holds() {
				c.say("DRAW", "differs", "draws", args{"on": calendar.DateOf(d.At.In(c.zone)).String(), "step": c.term(x.Step)})
				break
			}
		}
	}
}
