package rules

import (
	"slices"
	"strconv"

	"hearingdesk/hearing"
)

// hearing checks one hearing, in the order of its page.
func (c *check) hearing(h hearing.Hearing) {
	if len(h.Questions) == 0 {
		c.need("questions", "questions")
	}
	if len(c.handlers(h)) == 0 {
		c.need("prosecutor", "prosecutors")
	}
	c.openness(h)
	c.approvals(h)
	c.presider(h)
	c.number(h)
	c.officers(h)
	c.supervisor(h)
	c.roles(h)
	c.agencies(h)
	c.told(h)
	c.posted(h)
	c.moved(h)
	c.notary(h)
	c.outcome(h)
}

// handlers returns the handling prosecutors: the hearing's own, or the cases'.
func (c *check) handlers(h hearing.Hearing) []hearing.ID {
	if len(h.Prosecutors) > 0 {
		return h.Prosecutors
	}
	var out []hearing.ID
	for _, k := range c.d.Cases {
		if k.Handler != "" && !slices.Contains(out, k.Handler) {
			out = append(out, k.Handler)
		}
	}
	return out
}

func (c *check) minor() bool {
	return slices.ContainsFunc(c.d.Cases, hearing.Case.HasMinor)
}

// custody reports whether the hearing follows the custody rules, which have no
// term of three days and no fixed number of officers.
func (c *check) custody() bool {
	return slices.ContainsFunc(c.d.Cases, func(k hearing.Case) bool {
		return k.Type == hearing.Arrest || k.Type == hearing.CustodyNecessity
	})
}

// granted reports whether an approval was given on or before the session's day.
func (c *check) granted(h hearing.Hearing, k hearing.ApprovalKind) bool {
	a, ok := h.Approval(k)
	return ok && a.Granted(c.day)
}

// openness is arts. 5 and 19: the default of the case types, what may be
// streamed, and who may not sit in a closed hearing.
func (c *check) openness(h hearing.Hearing) {
	usual := hearing.DefaultOpenness(c.d.Cases)
	switch {
	case h.Openness == "":
		c.say("ART5", "open", "openness", nil)
	case h.Openness == hearing.NotOpen && usual == hearing.Public && h.OpennessReason == "":
		c.say("ART5", "reason", "openness_reason", nil)
	case h.Openness == hearing.Public && usual == hearing.NotOpen:
		kind := hearing.ApprovePublic
		if c.minor() {
			kind = hearing.ApproveMinor
		}
		if h.OpennessReason == "" || !c.granted(h, kind) && !c.granted(h, hearing.ApprovePublic) {
			c.say("ART5", "public", "openness", args{"ground": c.ground()})
		}
	}
	if h.Has(hearing.Streamed) && c.minor() {
		c.say("STREAM", "minor", "forms", nil)
	}
	if h.Openness != hearing.NotOpen {
		return
	}
	if h.Has(hearing.Streamed) {
		c.say("STREAM", "closed", "forms", nil)
	}
	if !h.Notice.PostedOn.IsZero() {
		c.say("CLOSED", "notice", "notice.posted_on", nil)
	}
	var seen []string
	for _, p := range h.Participants {
		if p.Role == hearing.Observer || p.Role == hearing.Media {
			seen = append(seen, c.who(p))
		}
	}
	if len(seen) > 0 {
		c.say("CLOSED", "observer", "participants", args{"who": c.join(seen)})
	}
}

// ground names why the cases are heard in private as a rule.
func (c *check) ground() string {
	if c.minor() {
		return c.pick("涉及未成年人", "a minor is involved")
	}
	for _, k := range c.d.Cases {
		switch {
		case len(k.Secrets) > 0:
			return c.term(k.Secrets[0])
		case k.Type == hearing.Arrest || k.Type == hearing.CustodyNecessity:
			return c.term(k.Type)
		}
	}
	return ""
}

// approvals are the chief procurator's: of the hearing (art. 4), of a venue
// that is no hearing room (art. 12), of streaming (art. 19).
func (c *check) approvals(h hearing.Hearing) {
	if a, ok := h.Approval(hearing.ApproveHearing); ok && a.Refused {
		c.say("ART4", "refused", "approvals", nil)
	} else if !c.granted(h, hearing.ApproveHearing) {
		c.say("ART4", "missing", "approvals", nil)
	}
	r, ok := c.d.Rooms[h.Room]
	usual := !ok || !r.NeedsVenueApproval() || c.custody() && r.Kind == hearing.DetentionCentre
	if !usual && !c.granted(h, hearing.ApproveVenue) {
		c.say("ART12", "", "approvals", args{"room": r.Name})
	}
	if h.Has(hearing.Streamed) && !c.granted(h, hearing.ApproveStream) {
		c.say("ART19", "", "approvals", nil)
	}
}

// presider is art. 13: a chief or a department head who handles the case must
// preside.
func (c *check) presider(h hearing.Hearing) {
	if h.Presider == "" {
		return
	}
	who := slices.Clone(c.handlers(h))
	own := false
	for _, k := range c.d.Cases {
		if k.Handler != "" && !slices.Contains(who, k.Handler) {
			who = append(who, k.Handler)
		}
		own = own || k.Lead == h.Presider
	}
	own = own || slices.Contains(who, h.Presider)
	must := slices.DeleteFunc(who, func(id hearing.ID) bool {
		rank := c.d.Person(id).Rank
		return rank != hearing.Chief && rank != hearing.DepartmentHead
	})
	if len(must) > 0 && !slices.Contains(must, h.Presider) {
		c.say("ART13", "must", "presider", args{"who": c.name(must[0]), "rank": c.term(c.d.Person(must[0]).Rank)})
		return
	}
	switch c.d.Person(h.Presider).Rank {
	case hearing.Chief, hearing.DeputyChief, hearing.DepartmentHead:
		own = true
	}
	if !own {
		c.say("ART13", "other", "presider", args{"who": c.name(h.Presider)})
	}
}

// number is art. 7: three to seven officers, at least three of them present.
func (c *check) number(h hearing.Hearing) {
	n := len(h.Officers())
	count := args{"n": strconv.Itoa(n)}
	allowed := c.granted(h, hearing.ApproveNumber)
	switch {
	case n == 0 && c.custody(): // officers come only where they are needed
		return
	case n < 3 && !allowed:
		c.say("N37", "few", "participants", count)
	case n > 7 && !allowed:
		c.say("N37", "many", "participants", count)
	case n%2 == 0:
		c.say("N37", "even", "participants", count)
	}
	present, recorded := 0, false
	for _, p := range h.Officers() {
		recorded = recorded || p.Attendance.Presence != ""
		if p.Attendance.Presence.Here() {
			present++
		}
	}
	if recorded && present < 3 && n >= 3 && !allowed {
		c.say("QUORUM", "", "attendance", args{"n": strconv.Itoa(present)})
	}
}

// supervisor says when a people's supervisor must be invited.
func (c *check) supervisor(h hearing.Hearing) {
	if len(h.InRole(hearing.Supervisor)) > 0 {
		return
	}
	for _, k := range c.d.Cases {
		switch {
		case k.Type == hearing.AdminSupervision:
			c.say("SUPERVISOR", "a6", "participants", nil)
		case k.Type == hearing.NonProsecution, k.Type == hearing.CriminalPetition,
			k.Type == hearing.CustodyNecessity && h.Openness == hearing.Public,
			k.Type == hearing.Arrest && h.Openness == hearing.Public && k.Serious:
			c.say("SUPERVISOR", "must", "participants", args{"type": c.term(k.Type)})
		default:
			continue
		}
		return
	}
}

// roles looks for people who sit in two chairs.
func (c *check) roles(h hearing.Hearing) {
	seen := map[hearing.ID]hearing.Role{}
	for _, p := range h.Participants {
		if p.Person == "" {
			continue
		}
		if p.Role == hearing.Officer {
			for _, r := range []struct {
				id   hearing.ID
				name string
			}{{h.Presider, c.what("presider")}, {h.Recorder, c.what("recorder")}} {
				if p.Person == r.id {
					c.say("ROLES", "presider-officer", "participants", args{"who": c.who(p), "a": r.name}).of(p)
				}
			}
		}
		if first, ok := seen[p.Person]; ok {
			c.say("ROLES", "two", "participants", args{"who": c.name(p.Person), "a": c.term(first), "b": c.term(p.Role)}).of(p)
		} else {
			seen[p.Person] = p.Role
		}
	}
}

// agencies looks for agencies that have named nobody, and for missing powers
// of attorney.
func (c *check) agencies(h hearing.Hearing) {
	for _, p := range h.InRole(hearing.AgencyRep) {
		if p.Person == "" && p.Proxy == nil {
			c.say("AGENCY", "person", "participants", args{"who": c.who(p)}).of(p)
		}
		if p.Proxy != nil && !p.Proxy.OnFile {
			c.say("AGENCY", "proxy", "participants", args{"who": c.who(p)}).of(p)
		}
	}
}
