package rules

import (
	"slices"
	"strconv"

	"hearingdesk/hearing"
)

// byPost is about letters: three tries, then they come back. What is refused at
// the door comes back too, and is never left there (检察专递规定).
func (r receipt) byPost() {
	d := r.d
	switch {
	case d.Mode == hearing.Left && len(d.Tries) > 0:
		r.say("POST", "left", nil)
	case d.Mode != hearing.Posted:
	case !d.Returned():
		if d.Refusal != "" {
			r.say("POST", "refused", nil)
		}
	default:
		on := args{"on": d.ReturnedOn.String(), "reason": d.ReturnReason, "n": strconv.Itoa(len(d.Tries))}
		switch {
		case d.ReturnReason == "" && d.Refusal == "":
			r.say("POST", "reason", on)
		case !r.again && d.Refusal == "" && len(d.Tries) > 0 && len(d.Tries) < hearing.MostTries:
			r.say("POST", "tries", on)
		}
		if !r.again {
			r.say("POST", "returned", on)
		}
	}
}

// otherWays is about service by electronic means (民事诉讼法, art. 90), by another
// organ (arts. 91–94) and by public notice (art. 95).
func (r receipt) otherWays() {
	d := r.d
	under := r.served() || !d.SentOn.IsZero()
	switch {
	case !under:
	case d.Mode == hearing.Electronic && d.ConsentOn.IsZero():
		r.say("ELECTRONIC", "consent", nil)
	case d.Mode == hearing.Electronic && !d.SentOn.IsZero() && d.ConsentOn.After(d.SentOn):
		r.say("ELECTRONIC", "late", args{"on": d.ConsentOn.String()})
	case d.Mode.ByOther() && d.Through == "":
		r.say("THROUGH", "", args{"mode": r.term(d.Mode)})
	case d.Mode == hearing.PublicCall && d.CallReason == "":
		r.say("CALL", "reason", nil)
	}
}

// receiptsOf checks the deliveries of a paper without a ceremony.
func (s *terms) receiptsOf(paper *hearing.Instrument) {
	for i := range paper.Deliveries {
		d := &paper.Deliveries[i]
		s.receipt(receipt{d: d, papers: []*hearing.Instrument{paper}, own: true, again: s.another(paper, d)})
	}
}

// another reports whether the same paper goes to the same recipient in another way
// that was not returned.
func (s *terms) another(paper *hearing.Instrument, d *hearing.Delivery) bool {
	found := false
	s.services(paper, func(x *hearing.Delivery, _ *hearing.Announcement) {
		found = found || x != d && x.Organisation == d.Organisation && x.Person == d.Person && !x.Returned()
	})
	return found
}

// receiptOf checks a receipt of a ceremony.
func (c *check) receiptOf(a *hearing.Announcement, d *hearing.Delivery) {
	r := receipt{d: d}
	for _, id := range d.Instruments {
		if i := c.instrument(id); i != nil {
			r.papers = append(r.papers, i)
		}
	}
	r.again = slices.ContainsFunc(r.papers, func(i *hearing.Instrument) bool { return c.runningIn(i, a).another(i, d) })
	c.receipt(r)
}
