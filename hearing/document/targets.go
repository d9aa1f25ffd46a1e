package document

import (
	"slices"

	"hearingdesk/hearing"
)

// A target is whom, or what, a paper is made for.
type target struct {
	key, name   string
	participant hearing.Participant
	delivery    *hearing.Delivery
	step        *hearing.Step         // of a case, that a paper answers
	paper       *hearing.Instrument   // that a paper is about
	matter      *hearing.NotaryMatter // of a notary
	draw        *hearing.Draw         // of officers
	cases       []hearing.Case        // that a paper is about; none: the session's
	day         *hearing.Day          // whose sheet it is
	enclosure   *hearing.Enclosure    // that the sheet is
	visit       *hearing.Visit        // that followed the paper
	closure     *hearing.Closure      // that struck an item of the paper off
}

// The classes of participants; each has a notice of its own.
const (
	perParty   = "party"
	perAgency  = "agency"
	perOfficer = "officer"
	perInvitee = "invitee"
	perResult  = "result"
)

// makers list whom a form is made for, by what stands behind per: in its head.
var makers = map[string]func(hearing.Dossier) []target{
	"hearing":    once,
	"sitting":    always, // a hearing or an announcement
	perParty:     seats(perParty),
	perAgency:    seats(perAgency),
	perOfficer:   seats(perOfficer),
	perInvitee:   seats(perInvitee),
	"chosen":     chosen,    // officers and their alternates
	"everyone":   everyone,  // all who have a seat
	"told":       toldOnce,  // who was told of the hearing before its last change
	"asked-once": askedOnce, // who had been asked to an announcement before its last change
	"receipt":    receipts,  // what is served on somebody
	"call":       calls,     // what is served by public notice
	"asked":      asking(hearing.HearingAsked),
	"recusal":    asking(hearing.RecusalAsked),
	"review":     asking(hearing.ReviewAsked),
	"notice":     asking(hearing.CallIssued),
	"draw":       drawings,            // each random draw of officers
	"matter":     matters,             // what a notary is asked to do
	"case":       eachCase,            // the cases of a hearing
	"opinions":   byCase,              // what the officers gave their opinions on: each case, or all at once
	perResult:    results,             // who is told the result: of each case, or of all at once
	"ceremony":   ceremonies,          // an announcement, unless all units declined it
	"unit":       unitsOf,             // on whom an announcement serves
	"advice":     instruments(advice), // recommendations that are served
	"visit":      visits,              // what followed them, each time that somebody looked
	"closure":    closures,            // what was struck off
	"post":       posts,               // who gets something by post
	"mailing":    mailing,             // the session, if anything of it goes by post
	perEnclosure: none,                // what goes with other papers, see [Catalogue.enclosed]
	"period":     periods,             // what was counted of a period
	"door":       doors,               // the rooms in which something takes place on a day
	"day":        guards,              // the same, or the presiders
}

// The conditions on which the rules have a say: the deliberation has minutes of
// its own, a pledge of secrecy is signed.
const (
	whenMinutes = "minutes"
	whenSecret  = "secret"
)

// conditions say when a form is made, by what stands behind when: in its head.
var conditions = map[string]func(hearing.Dossier) bool{
	"public": func(d hearing.Dossier) bool { return d.Hearing != nil && d.Hearing.Openness == hearing.Public },
	"decided": func(d hearing.Dossier) bool {
		return d.Hearing != nil && slices.ContainsFunc(d.Hearing.Rulings(), settled)
	},
	"changed": func(d hearing.Dossier) bool { return d.Hearing != nil && len(d.Hearing.Moves) > 0 },
	"closed":  func(d hearing.Dossier) bool { return d.Hearing != nil && d.Hearing.Openness == hearing.NotOpen },
	"voted":   func(d hearing.Dossier) bool { return d.Hearing != nil && len(d.Hearing.Opinions) > 0 },
	"against": against,
	"paid":    func(d hearing.Dossier) bool { return d.Hearing != nil && len(d.Hearing.Payees()) > 0 },
	"supervisors": func(d hearing.Dossier) bool {
		return d.Supervision().Began() || len(d.Session().Supervisors()) > 0
	},
}

// targets lists whom a form is made for in a session.
func (c *Catalogue) targets(f *Form, d hearing.Dossier) []target {
	switch holds := conditions[f.When]; {
	case f.When == whenMinutes && (d.Hearing == nil || !c.courseOf(d).Minutes):
		return nil
	case f.When == whenSecret && !conditions["closed"](d) && !c.courseOf(d).Secrecy:
		return nil
	case holds != nil && !holds(d):
		return nil
	}
	if f.Per == perEnclosure {
		return c.enclosed(d)
	}
	out := makers[f.Per](d)
	if keep := ofTarget[f.When]; keep != nil {
		out = slices.DeleteFunc(out, func(t target) bool { return !keep(d, t) })
	}
	return out
}

// once is a paper of the hearing itself.
func once(d hearing.Dossier) []target {
	if d.Hearing == nil {
		return nil
	}
	return []target{{}}
}

func ceremonies(d hearing.Dossier) []target {
	if d.Announcement == nil || d.Announcement.AllDeclined() {
		return nil
	}
	return []target{{}}
}

func everyone(d hearing.Dossier) []target {
	return who(d, func(p hearing.Participant) bool { return class(p.Role) != "" && !p.Alternate })
}

func matters(d hearing.Dossier) []target {
	if d.Hearing == nil {
		return nil
	}
	var out []target
	for i := range d.Hearing.Notary {
		m := &d.Hearing.Notary[i]
		p, _ := d.Hearing.Participant(m.Notary)
		out = append(out, target{key: string(m.ID), name: d.Person(p.Person).Name, matter: m})
	}
	return out
}

// eachCase makes a form once for each case of a hearing: a volume has one.
func eachCase(d hearing.Dossier) []target {
	if d.Hearing == nil {
		return nil
	}
	var out []target
	for i := range d.Cases {
		t := target{key: string(d.Cases[i].ID), cases: d.Cases[i : i+1]}
		if len(d.Cases) > 1 {
			t.name = d.Cases[i].Cause
		}
		out = append(out, t)
	}
	return out
}

func always(d hearing.Dossier) []target {
	if d.Hearing == nil && d.Announcement == nil {
		return nil
	}
	return []target{{}}
}

// seats are the participants of a class, alternates left out.
func seats(k string) func(hearing.Dossier) []target {
	return func(d hearing.Dossier) []target {
		return who(d, func(p hearing.Participant) bool { return class(p.Role) == k && !p.Alternate })
	}
}

func chosen(d hearing.Dossier) []target {
	return who(d, func(p hearing.Participant) bool { return p.Role == hearing.Officer })
}

// who are the participants of a hearing that are wanted.
func who(d hearing.Dossier, wanted func(hearing.Participant) bool) []target {
	if d.Hearing == nil {
		return nil
	}
	var out []target
	for _, p := range d.Hearing.Participants {
		if wanted(p) {
			out = append(out, target{key: string(p.ID), name: called(d, p), participant: p})
		}
	}
	return out
}

// receipts are those of the notices of a hearing and of the papers that are
// served without a ceremony, and those of an announcement, one a unit.
func receipts(d hearing.Dossier) []target {
	if d.Announcement != nil {
		return services(d, d.Announcement.Deliveries)
	}
	out := who(d, func(p hearing.Participant) bool {
		return !p.Alternate && (class(p.Role) == perParty || class(p.Role) == perAgency)
	})
	return append(out, services(d, allDeliveries(d))...)
}

func services(d hearing.Dossier, list []hearing.Delivery) []target {
	var out []target
	for i := range list {
		v := &list[i]
		t := target{key: string(v.ID), name: d.Organisation(v.Organisation).Name + d.Person(v.Person).Name, delivery: v}
		for _, p := range d.Session().Participants {
			if p.Role == hearing.Recipient && p.Organisation != "" && p.Organisation == v.Organisation {
				t.participant = p
			}
		}
		out = append(out, t)
	}
	return out
}

// invitees are the roles that are invited rather than summoned.
var invitees = []hearing.Role{hearing.Supervisor, hearing.DeputyRole, hearing.NotaryRole, hearing.Volunteer, hearing.Resident, hearing.Mediator, hearing.InvitedAide}

// class says which kind of notice a role gets; nothing for those who get none.
func class(r hearing.Role) string {
	switch {
	case !r.MustBeTold():
		return ""
	case r == hearing.Officer:
		return perOfficer
	case r == hearing.AgencyRep, r == hearing.Recipient:
		return perAgency
	case slices.Contains(invitees, r):
		return perInvitee
	}
	return perParty
}

// called names a participant as a list of papers does: the unit, or the person.
func called(d hearing.Dossier, p hearing.Participant) string {
	if p.Role == hearing.AgencyRep || p.Role == hearing.Recipient || p.Person == "" {
		if n := d.Organisation(p.Organisation).Name; n != "" {
			return n
		}
	}
	return d.Person(p.Person).Name
}
