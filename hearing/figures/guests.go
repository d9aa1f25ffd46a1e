package figures

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A guests divides those who took part: presiders by rank, officers by class
// and by how they came to the pool.
type guests struct {
	presiders division[hearing.Rank]
	classes   division[hearing.OfficerClass]
	origins   division[hearing.PoolSource]
}

func newGuests() guests {
	return guests{parts(hearing.Ranks), parts(hearing.OfficerClasses), parts(hearing.PoolSources)}
}

// guests counts who took part.
func (c *counting) guests(h hearing.Hearing, day calendar.Date, g guests) {
	rank := c.rank(h.Presider)
	g.presiders.of(rank).add(1, h.ID)
	if rank == hearing.Chief {
		c.r.ByChief.add(1, h.ID)
	}
	for _, p := range took(h) {
		c.r.Officers.add(1, h.ID)
		who := c.people[p.Person]
		if who == nil {
			who = &hearing.Person{}
		}
		g.classes.of(who.Class).add(1, h.ID)
		g.origins.of(who.PoolSource).add(1, h.ID)
		if who.ID != "" && who.PoolOn(day) != hearing.PoolActive {
			c.r.OutsidePool.add(1, h.ID)
		}
	}
	c.r.Allowances.add(int(h.Paid("")), h.ID)
	invited := supervisors(h.Participants)
	c.r.Supervisors.add(invited, h.ID)
	c.r.Supervised.add(min(invited, 1), h.ID)
}

// took lists the officers who took part. While nobody's presence is recorded, it
// is every officer who was listed.
func took(h hearing.Hearing) []hearing.Participant {
	officers := h.Officers()
	recorded := slices.ContainsFunc(officers, func(p hearing.Participant) bool { return p.Attendance.Presence != "" })
	return slices.DeleteFunc(officers, func(p hearing.Participant) bool { return recorded && !p.Attendance.Presence.Here() })
}

// supervisors counts the people's supervisors who were invited.
func supervisors(people []hearing.Participant) int {
	n := 0
	for _, p := range people {
		n += one(p.Role == hearing.Supervisor && !p.Alternate)
	}
	return n
}

// rank is a presider's rank; the office says who its chief procurator is.
func (c *counting) rank(id hearing.ID) hearing.Rank {
	if id != "" && id == c.chief {
		return hearing.Chief
	}
	if p := c.people[id]; p != nil {
		return p.Rank
	}
	return ""
}
