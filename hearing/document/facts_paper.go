package document

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// instruments are the papers of law that a session serves: those of a ceremony's
// deliveries, and beside a hearing those that are served without a ceremony.
func instruments(wanted func(hearing.Instrument) bool) func(hearing.Dossier) []target {
	return func(d hearing.Dossier) []target {
		var out []target
		for i := range d.Instruments {
			p := &d.Instruments[i]
			v := serving(d, *p)
			if v == nil || !wanted(*p) {
				continue
			}
			t := target{key: string(p.ID), name: d.Organisation(v.Organisation).Name + d.Person(v.Person).Name, delivery: v, paper: p}
			for k := range d.Cases {
				if d.Cases[k].ID == p.Case {
					t.cases = d.Cases[k : k+1]
				}
			}
			out = append(out, t)
		}
		return out
	}
}

func advice(i hearing.Instrument) bool { return i.Kind == hearing.Recommendation }

func byCall(v hearing.Delivery) bool { return v.Mode == hearing.PublicCall }

// ownDeliveries are those of an instrument that is served without a ceremony,
// each with the instrument in it.
func ownDeliveries(i hearing.Instrument) []hearing.Delivery {
	out := slices.Clone(i.Deliveries)
	for k := range out {
		out[k].Instruments = []hearing.ID{i.ID}
	}
	return out
}

// serving is the delivery by which an instrument is served in a session.
func serving(d hearing.Dossier, i hearing.Instrument) *hearing.Delivery {
	if d.Announcement != nil {
		for k := range d.Announcement.Deliveries {
			if v := &d.Announcement.Deliveries[k]; slices.Contains(v.Instruments, i.ID) {
				return v
			}
		}
		return nil
	}
	if len(i.Deliveries) == 0 {
		return nil
	}
	return &ownDeliveries(i)[0]
}

// allDeliveries are those of a session, and beside a hearing those of its cases'
// papers.
func allDeliveries(d hearing.Dossier) []hearing.Delivery {
	if d.Announcement != nil {
		return d.Announcement.Deliveries
	}
	var out []hearing.Delivery
	if d.Hearing != nil {
		for _, i := range d.Instruments {
			out = append(out, ownDeliveries(i)...)
		}
	}
	return out
}

// calls are the deliveries by public notice.
func calls(d hearing.Dossier) []target {
	return services(d, slices.DeleteFunc(slices.Clone(allDeliveries(d)), func(v hearing.Delivery) bool { return !byCall(v) }))
}

// instrument fills in the paper of law that a form is about.
func (x teller) instrument() record {
	i := x.t.paper
	if i == nil {
		return record{}
	}
	r := record{"title": Text(x.title(*i)), "short": Text(x.short(*i)), "number": Text(i.Number), "decided": day(i.DecidedOn), "urgent": i.Urgent, "reply_by": day(i.ReplyBy), "filed": day(i.FiledOn),
		"unit": Text(x.unitName()), "copies": Text(strings.Join(i.CopyTo, "、")), "reply": Text("两个月")}
	if i.Urgent {
		r["reply"] = Text("十五日")
	}
	var items []record
	for n, s := range i.Items {
		items = append(items, record{"text": Text(bareText(s)), "number": Text(strconv.Itoa(n + 1))})
	}
	r["items"] = items
	x.parts(r, *i)
	if v := x.t.delivery; v != nil && !v.ServedAt.IsZero() {
		on := calendar.DateOf(v.ServedAt.In(x.zone()))
		r["served"], r["mode"] = day(on), Text(v.Mode.Term().Zh)
		r["due"] = day(x.replyDue(*i, on))
		r["announced"] = x.d.Announcement != nil && x.d.Announcement.Announces(*v)
		r["replied"], r["answer"] = day(v.RepliedOn), Text(bareText(v.Reply))
	}
	return r
}

// unitName is on whom the paper that a form is about is served.
func (x teller) unitName() string {
	if v := x.t.delivery; v != nil {
		return x.d.Organisation(v.Organisation).Name + x.d.Person(v.Person).Name
	}
	return x.t.name
}

// readAloud is what is read in a ceremony, as far as the desk knows it: of each paper
// that is announced its title, its parts and its items.
func (x teller) readAloud(a hearing.Announcement) string {
	var out []string
	for _, v := range a.Deliveries {
		for _, id := range v.Instruments {
			for _, i := range x.d.Instruments {
				if i.ID != id || !a.Announces(v) {
					continue
				}
				r := record{}
				x.parts(r, i)
				out = append(out, x.title(i), i.Number)
				for _, key := range []string{"source", "facts", "reasons", "rectify", "objection", "other"} {
					if t, ok := r[key].(Text); ok {
						out = append(out, string(t))
					}
				}
				if laws, ok := r["basis"].([]record); ok {
					out = append(out, string(texts(laws)))
				}
				out = append(out, i.Items...)
			}
		}
	}
	return strings.Join(out, "")
}

// parts fills in what a recommendation says beside its items, from the case where
// the paper itself does not say it.
func (x teller) parts(r record, i hearing.Instrument) {
	var c hearing.Case
	for _, k := range x.d.Cases {
		if k.ID == i.Case {
			c = k
		}
	}
	source := i.Parts.Source
	if source == "" && c.Source != "" {
		source = c.Source.Term().Zh + "反映的线索"
	}
	basis := c.Laws
	if i.Parts.Basis != "" {
		basis = strings.Split(strings.TrimSpace(i.Parts.Basis), "\n")
	}
	var laws []record
	for _, s := range basis {
		laws = append(laws, record{"text": Text(bareText(s))})
	}
	r["source"], r["facts"], r["reasons"], r["basis"] = Text(source), Text(bareText(cmp.Or(i.Parts.Facts, c.Facts))), Text(bareText(i.Parts.Reasons)), laws
	r["rectify"], r["objection"], r["other"] = Text(i.Parts.Rectify), Text(hearing.PeriodText(i.Parts.Objection)), Text(bareText(i.Parts.Other))
	r["kind"] = Text(hearing.AdviceKindOf(i, c).Term().Zh)
}

// replyDue is the last day of the reply, where the calendar is known.
func (x teller) replyDue(i hearing.Instrument, served calendar.Date) calendar.Date {
	days := x.law.Days(x.d.Office)
	if days == nil || !advice(i) {
		return calendar.Date{}
	}
	return i.ReplyDue(served, days)
}

// ceremony fills in what the papers of an announcement say of it as a whole.
func (x teller) ceremony(facts record, a hearing.Announcement) {
	facts["host"] = record{"name": Text(x.d.Person(a.Presider).Name), "status": Text(x.status(hearing.Participant{Person: a.Presider}))}
	facts["reader"] = record{"name": Text(x.d.Person(a.Reader).Name), "status": Text(x.status(hearing.Participant{Person: a.Reader}))}
	facts["recorder"] = record{"name": Text(x.d.Person(a.Recorder).Name)}
	facts["prosecutors"] = x.prosecutors()
	var guests []record
	for _, p := range a.Participants {
		if class(p.Role) == perInvitee && !p.Alternate {
			guests = append(guests, record{"name": Text(x.mask.person(x.d.Person(p.Person))), "status": Text(x.role(p))})
		}
	}
	facts["guests"] = guests
	var units, elsewhere []record
	for _, t := range unitsOf(x.d) {
		if a.Announces(*t.delivery) {
			units = append(units, x.unit(a, t))
		} else if len(t.delivery.Instruments) > 0 {
			elsewhere = append(elsewhere, x.unit(a, t))
		}
	}
	facts["units"], facts["elsewhere"] = units, elsewhere
	facts["words"], facts["reading"] = Text(bareText(a.Words)), Text(x.readAloud(a))
	facts["change"] = x.change(ceremonyAsHearing(a))
	var signers []record
	for _, p := range a.Participants {
		if p.Attendance.Presence != hearing.Absent && !p.Alternate && class(p.Role) != "" {
			signers = append(signers, x.signer(x.role(p), x.mask.person(x.d.Person(p.Person)), p.Signed))
		}
	}
	signers = append(signers, x.signer("主持人", x.d.Person(a.Presider).Name, nil))
	if a.Reader != a.Presider {
		signers = append(signers, x.signer("宣告人", x.d.Person(a.Reader).Name, nil))
	}
	facts["signers"] = lastOnes(append(signers, x.signer("记录人", x.d.Person(a.Recorder).Name, nil)))
}

// unitsOf are the units of a ceremony: whom something is served on, and who was
// asked to agree to it.
func unitsOf(d hearing.Dossier) []target {
	if d.Announcement == nil {
		return nil
	}
	out := services(d, d.Announcement.Deliveries)
	for _, c := range d.Announcement.Consents {
		if !slices.ContainsFunc(out, func(t target) bool { return t.delivery.Organisation == c.Organisation }) {
			out = append(out, target{key: string(c.Organisation), name: d.Organisation(c.Organisation).Name, delivery: &hearing.Delivery{Organisation: c.Organisation}})
		}
	}
	return out
}

// unit fills in one unit of a ceremony: who comes, what is served, what it said
// to the proposal, and how the service went.
func (x teller) unit(a hearing.Announcement, t target) record {
	who := x.d.Person(t.participant.Person)
	r := record{"name": Text(t.name), "person": Text(who.Name), "post": Text(who.Post), "refusal": Text(bareText(t.delivery.Refusal)),
		"witnesses": Text(strings.Join(t.delivery.Witnesses, "、")), "pictures": Text(t.delivery.Pictures), "receiver": Text(t.delivery.Receiver)}
	var names []string
	var due calendar.Date
	urgent, advised := false, false
	for _, id := range t.delivery.Instruments {
		i := slices.IndexFunc(x.d.Instruments, func(i hearing.Instrument) bool { return i.ID == id })
		if i < 0 {
			continue
		}
		p := x.d.Instruments[i]
		names = append(names, "《"+x.title(p)+"》"+bracketed(p.Number))
		urgent, advised = urgent || p.Urgent, advised || advice(p)
		if on := x.servedOn(a, *t.delivery); !on.IsZero() {
			due = x.replyDue(p, on)
		}
	}
	r["papers"], r["due"], r["urgent"], r["advice"] = Text(strings.Join(names, "、")), day(due), urgent, advised
	for _, c := range a.Consents {
		if c.Organisation == t.delivery.Organisation {
			r["asked"], r["agreed"], r["agreed_on"] = day(c.AskedOn), c.Agreed, day(c.AnsweredOn)
		}
	}
	return r
}

// servedOn is the day on which something is served, or is to be.
func (x teller) servedOn(a hearing.Announcement, v hearing.Delivery) calendar.Date {
	at := v.ServedAt
	if at.IsZero() {
		at = a.Start
	}
	if at.IsZero() {
		return calendar.Date{}
	}
	return calendar.DateOf(at.In(x.zone()))
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "（" + s + "）"
}
