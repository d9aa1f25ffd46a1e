package rules

import (
	"slices"
	"strconv"

	"hearingdesk/hearing"
)

// A receipt is one delivery, with what the rules of service ask of it.
type receipt struct {
	*check
	d      *hearing.Delivery
	papers []*hearing.Instrument // that it serves
	own    bool                  // without a ceremony
	again  bool                  // the recipient has another delivery of the same paper that was not returned
	who    string
}

// receipt checks one delivery: who signed, who served, what the way of service
// asks for, and whether the recipient is one that we may address.
func (c *check) receipt(r receipt) {
	if len(r.papers) == 0 {
		return
	}
	r.check, r.who = c, c.recipient(*r.d)
	r.addressed()
	r.signed()
	r.handed()
	r.refused()
	r.byPost()
	r.otherWays()
	r.answered()
}

// say adds a finding about the receipt.
func (r receipt) say(id, variant string, more args) {
	a := args{"who": r.who, "paper": r.paper(*r.papers[0])}
	for k, v := range more {
		a[k] = v
	}
	f := r.check.say(id, variant, "deliveries", a)
	if r.own {
		f.Instrument = r.papers[0].ID
	}
}

func (r receipt) unit() bool { return r.d.Organisation != "" }

func (r receipt) served() bool { return !r.d.ServedAt.IsZero() }

// advises reports whether the receipt is for a recommendation and nothing else.
func (r receipt) advises() bool {
	return !slices.ContainsFunc(r.papers, func(i *hearing.Instrument) bool { return i.Kind != hearing.Recommendation })
}

// addressed is art. 3 of the rules on recommendations: they go to authorities of
// the procuratorate's own level and region; to others through the procuratorate
// there. No procuratorate is below that of a county, so what is below belongs to
// it.
func (r receipt) addressed() {
	o, us := r.check.d.Organisation(r.d.Organisation), r.check.d.Office
	if !r.unit() || !r.advises() {
		return
	}
	if o.Kind == hearing.Agency && o.Level != "" && us.Level != "" {
		level := args{"level": r.term(o.Level)}
		switch theirs, ours := height(o.Level), height(us.Level); {
		case theirs < ours:
			r.say("ART3", "higher", level)
			return
		case theirs > ours:
			r.say("ART3", "lower", level)
			return
		}
	}
	if !hearing.SameRegion(o.Region, us.Region) {
		r.say("ART3", "region", args{"region": o.Region})
	}
}

// height is the place of a level from the highest.
func height(l hearing.Level) int {
	return min(slices.Index(hearing.Levels, l), slices.Index(hearing.Levels, hearing.LevelCounty))
}

// signed is about who signed: 民事诉讼法, art. 88.
func (r receipt) signed() {
	d := r.d
	if !r.served() || d.Capacity == "" {
		return
	}
	a := args{"receiver": d.Receiver, "capacity": r.term(d.Capacity)}
	switch {
	case !d.Capacity.MayReceive(r.unit()):
		variant := "person"
		if r.unit() {
			variant = "unit"
		}
		r.say("RECEIVER", variant, a)
	case d.Capacity == hearing.Family && r.opposite():
		r.say("RECEIVER", "opposite", a)
	case d.Mode == hearing.Announced && d.Capacity == hearing.MailRoom:
		r.say("RECEIVER", "head", a)
	}
	if d.Capacity.ForAnother() && d.Relation == "" {
		r.say("RECEIVER", "relation", a)
	}
	if d.Mode == hearing.Posted && d.Capacity.ForAnother() && d.ReceiverNumber == "" {
		r.say("RECEIVER", "number", a)
	}
}

// opposite reports whether the one who signed stands against the recipient in the
// case.
func (r receipt) opposite() bool {
	for _, k := range r.check.d.Cases {
		var own, signer hearing.PartyRole
		for _, p := range k.Parties {
			switch {
			case p.Person == r.d.Person:
				own = p.Role
			case p.Person != "" && r.name(p.Person) == r.d.Receiver:
				signer = p.Role
			}
		}
		if own != "" && signer != "" && own != signer {
			return true
		}
	}
	return false
}

// handed is about who served.
func (r receipt) handed() {
	if r.served() && r.d.Mode.ByHand() && len(r.d.Servers) < 2 {
		r.say("SERVERS", "", args{"n": strconv.Itoa(len(r.d.Servers))})
	}
	if n := len(r.d.Notaries); n == 1 {
		r.say("NOTARY", "staff", nil)
	}
}

// refused is about what was left: why, and with which proof. For a recommendation
// no witness is asked for (公益诉讼办案规则, art. 76); for other papers a witness
// or pictures (民事诉讼法, art. 89).
func (r receipt) refused() {
	d := r.d
	if d.Mode != hearing.Left {
		return
	}
	if d.Refusal == "" {
		r.say("REFUSED", "reason", nil)
	}
	if d.Pictures == "" && len(d.Witnesses) == 0 {
		variant := ""
		if r.advises() {
			variant = "advice"
		}
		r.say("REFUSED", variant, nil)
	}
	if r.own && d.Place == "" {
		r.say("REFUSED", "place", nil)
	}
}

// answered is about replies.
func (r receipt) answered() {
	all := r.d.AllReplies()
	switch {
	case len(all) == 0:
	case !r.served():
		r.say("REPLY", "unserved", args{"on": all[0].On.String()})
	case r.d.RepliedOn.IsZero():
		r.say("REPLY", "part", args{"on": all[len(all)-1].On.String()})
	}
}
