package rules

import (
	"iter"
	"slices"
	"strconv"

	"hearingdesk/hearing"
)

// hearing checks one hearing, in the order of its page.
func (c *check) hearing(h *hearing.Hearing) {
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
	c.drawn(h)
	c.supervisor(h)
	c.supervised()
	c.roles(h)
	c.agencies(h)
	c.aides(h)
	c.terms(h)
	c.minors(h)
	c.recusal(h)
	c.absent(h)
	if h.State == hearing.Postponed {
		c.postponed(h)
	} else {
		c.told(h)
		c.posted(h)
	}
	c.moved(h)
	c.notary(h)
	c.outcome(h)
	c.allowances(h)
}

// handlers returns the handling prosecutors: the hearing's own, or the cases'.
func (c *check) handlers(h *hearing.Hearing) []hearing.ID {
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

// seated are the participants of a role, alternates left out.
func seated(h *hearing.Hearing, r hearing.Role) iter.Seq[*hearing.Participant] {
	return func(yield func(*hearing.Participant) bool) {
		for i := range h.Participants {
			if p := &h.Participants[i]; p.Role == r && !p.Alternate && !yield(p) {
				return
			}
		}
	}
}

// plain is how a hearing goes where no template says it (听证工作规定).
var plain = Template{Signers: signers, Absence: PresiderDecides, Officers: OfficersRequired, Venue: []hearing.RoomKind{hearing.HearingRoom}, Notice: Notice{Days: 3}}

// signers are those who sign the transcript by 听证工作规定, art. 18.
var signers = []hearing.Role{hearing.Officer, hearing.PartyRep, hearing.AgencyRep, hearing.Agent, hearing.Guardian, hearing.Defender, hearing.VictimRole,
	hearing.Witness, hearing.Appraiser, hearing.Expert, hearing.Interpreter, hearing.Investigator}

// course is how the hearing goes, by the types of its cases and its forms.
func (c *check) course() *Template {
	if c.goes == nil {
		c.goes = &plain
		if p := c.table.template(c.d.Cases, c.d.Hearing.Forms, c.day); p != nil {
			c.goes = p
		}
	}
	return c.goes
}

// granted reports whether an approval was given on or before the session's day.
func (c *check) granted(h *hearing.Hearing, k hearing.ApprovalKind) bool {
	a, ok := h.Approval(k)
	return ok && a.Granted(c.day)
}

// openness is arts. 5 and 19: the default of the case types, what may be
// streamed, and who may not sit in a closed hearing.
func (c *check) openness(h *hearing.Hearing) {
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
	for i := range h.Participants {
		p := &h.Participants[i]
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
func (c *check) approvals(h *hearing.Hearing) {
	if a, ok := h.Approval(hearing.ApproveHearing); ok && a.Refused {
		c.say("ART4", "refused", "approvals", nil)
	} else if !c.granted(h, hearing.ApproveHearing) {
		c.say("ART4", "missing", "approvals", nil)
	}
	r, ok := c.d.Rooms[h.Room]
	usual := !ok || slices.Contains(c.course().Venue, r.Kind)
	if a, _ := h.Approval(hearing.ApproveVenue); !usual && !a.Granted(c.day) {
		c.say("ART12", "", "approvals", args{"room": r.Name})
	} else if was := c.otherRoom(h, a); !usual && was != "" {
		c.say("ART12", "other", "approvals", args{"room": r.Name, "was": was})
	}
	if h.Has(hearing.Streamed) && !c.granted(h, hearing.ApproveStream) {
		c.say("ART19", "", "approvals", nil)
	}
}

// otherRoom names the room for which the venue was approved, where the hearing
// was moved to another one since.
func (c *check) otherRoom(h *hearing.Hearing, a hearing.Approval) string {
	for _, m := range h.Moves {
		if was, ok := c.d.Rooms[m.From.Room]; ok && m.From.Room != h.Room && was.NeedsVenueApproval() && a.On.Before(m.On) {
			return was.Name
		}
	}
	return ""
}

// presider is art. 13: a chief or a department head who handles the case must
// preside.
func (c *check) presider(h *hearing.Hearing) {
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
		c.say("ART13", "must", "presider", args{"who": c.name(must[0]), "rank": c.term(c.d.Person(must[0]).Rank)}).
			fix(hearing.FixPresider, string(must[0]))
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
func (c *check) number(h *hearing.Hearing) {
	n, present, recorded := 0, 0, false
	for p := range seated(h, hearing.Officer) {
		n++
		recorded = recorded || p.Attendance.Presence != ""
		if p.Attendance.Presence.Here() {
			present++
		}
	}
	allowed, variant := c.granted(h, hearing.ApproveNumber), ""
	switch {
	case n < 3 && c.course().Officers == OfficersIfNeeded:
		return
	case n < c.limit("N37", "few", 3) && !allowed:
		variant = "few"
	case n > c.limit("N37", "many", 7) && !allowed:
		variant = "many"
	case n%2 == 0:
		variant = "even"
	}
	if variant != "" {
		c.say("N37", variant, "participants", args{"n": strconv.Itoa(n)})
	}
	if least := c.limit("QUORUM", "", 3); recorded && present < least && n >= least && !allowed {
		c.say("QUORUM", "", "attendance", args{"n": strconv.Itoa(present)})
	}
}

// supervisor says when a people's supervisor must be invited.
func (c *check) supervisor(h *hearing.Hearing) {
	if slices.ContainsFunc(h.Participants, func(p hearing.Participant) bool { return p.Role == hearing.Supervisor && !p.Alternate }) {
		return
	}
	for _, k := range c.d.Cases {
		switch need := c.course().Invites(k, h.Openness); {
		case need == Should && k.Type == hearing.AdminSupervision:
			c.say("SUPERVISOR", "a6", "participants", nil)
		case need != May:
			c.say("SUPERVISOR", "must", "participants", args{"type": c.term(k.Type)})
		default:
			continue
		}
		return
	}
}
