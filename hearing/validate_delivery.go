package hearing

import (
	"fmt"
	"slices"

	"hearingdesk/hearing/calendar"
)

// deliveries checks each receipt by itself.
func (v *validator) deliveries(list []Delivery) {
	v.unique("deliveries", ids(list, func(d Delivery) ID { return d.ID }))
	for i := range list {
		d, at := &list[i], fmt.Sprintf("deliveries[%d]", i)
		coded(v, at+".mode", d.Mode, DeliveryModes, false)
		coded(v, at+".capacity", d.Capacity, Capacities, false)
		if d.Organisation == "" && d.Person == "" {
			v.add(at+".organisation", "required", "", "")
		}
		for _, f := range []struct{ name, text string }{{"receiver", d.Receiver}, {"relation", d.Relation}, {"receiver_number", d.ReceiverNumber},
			{"return_reason", d.ReturnReason}, {"address", d.Address}, {"medium", d.Medium}, {"call_reason", d.CallReason}} {
			v.short(at+"."+f.name, f.text)
		}
		v.way(at, d)
		v.replies(at, d)
	}
}

// way checks the days of a receipt: nothing arrives before it was sent, and what
// came back was not served.
func (v *validator) way(at string, d *Delivery) {
	served := d.On()
	v.notBefore(at+".served_at", "early-arrival", served, d.SentOn)
	v.notBefore(at+".returned_on", "early-arrival", d.ReturnedOn, d.SentOn)
	for i, t := range d.Tries {
		v.notBefore(fmt.Sprintf("%s.tries[%d].on", at, i), "early-arrival", t.On, d.SentOn)
		v.short(fmt.Sprintf("%s.tries[%d].why", at, i), t.Why)
	}
	if d.Returned() && !served.IsZero() {
		v.add(at+".returned_on", "returned", d.ReturnedOn.String(), served.String())
	}
}

// replies checks that nobody answers what was not served yet: the time to reply
// runs from the receipt (检察建议工作规定, art. 19).
func (v *validator) replies(at string, d *Delivery) {
	v.notBefore(at+".replied_on", "early-reply", d.RepliedOn, d.On())
	v.text(at+".reply", d.Reply)
	for i, r := range d.Replies {
		v.notBefore(fmt.Sprintf("%s.replies[%d].on", at, i), "early-reply", r.On, d.On())
		v.text(fmt.Sprintf("%s.replies[%d].text", at, i), r.Text)
	}
}

func (v *validator) notBefore(path, code string, on, from calendar.Date) {
	if !on.IsZero() && !from.IsZero() && on.Before(from) {
		v.add(path, code, on.String(), from.String())
	}
}

// decided checks that an instrument was not served before it was decided: the
// chief procurator signs it first (检察建议工作规定, art. 15).
func (v *validator) decided(i Instrument) {
	for k := range i.Deliveries {
		v.notBefore(fmt.Sprintf("deliveries[%d].served_at", k), "early-service", i.Deliveries[k].On(), i.DecidedOn)
	}
}

// Grid returns what is wrong with a ceremony's grid of recipients and papers,
// given the papers: a receipt for a recipient who gets none of them, or for a paper
// of a case that is not announced, and a service before its decision. Papers that
// are not given are not judged.
func (a Announcement) Grid(papers []Instrument) FieldErrors {
	var v validator
	for k := range a.Deliveries {
		d := &a.Deliveries[k]
		for n, id := range d.Instruments {
			at := slices.IndexFunc(papers, func(i Instrument) bool { return i.ID == id })
			if at < 0 {
				continue
			}
			v.notBefore(fmt.Sprintf("deliveries[%d].served_at", k), "early-service", d.On(), papers[at].DecidedOn)
			if !slices.Contains(a.Cases, papers[at].Case) {
				v.add(fmt.Sprintf("deliveries[%d].instruments[%d]", k, n), "not-in-grid", papers[at].Called(), "")
			}
		}
	}
	return v.faults
}

// receipts checks that nothing is signed for by somebody who gets no paper.
func (v *validator) receipts(list []Delivery) {
	for k := range list {
		if d := &list[k]; len(d.Instruments) == 0 && !d.ServedAt.IsZero() {
			v.add(fmt.Sprintf("deliveries[%d].served_at", k), "no-paper", d.On().String(), "")
		}
	}
}
