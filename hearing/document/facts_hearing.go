package document

import (
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// session fills in what hearings and announcements have in common.
func (x teller) session(facts record, s hearing.Slot) record {
	start, end := moment(s.Start, x.zone()), moment(s.End, x.zone())
	r := record{"start": start, "span": span(start, end), "place": Text(x.place(s.Room)), "basis": Text(x.course.Basis)}
	facts["hearing"] = r
	return r
}

// hearing fills in all that a hearing's papers say.
func (x teller) hearing(facts record, h hearing.Hearing) {
	r := x.session(facts, h.Slot)
	if h.Openness != "" {
		r["openness"] = Text(h.Openness.Term().Zh)
	}
	r["public"], r["streamed"] = h.Openness == hearing.Public, h.Has(hearing.Streamed)
	var questions []record
	for i, q := range x.questions(h) {
		questions = append(questions, record{"text": Text(q.Text), "number": Text(numeral(i + 1))})
	}
	facts["questions"] = questions
	host := x.d.Person(h.Presider)
	facts["host"] = record{"name": Text(host.Name), "status": Text(x.status(hearing.Participant{Person: h.Presider}))}
	facts["recorder"] = record{"name": Text(x.d.Person(h.Recorder).Name)}
	facts["prosecutors"] = x.prosecutors()
	var officers, parties, agencies, guests []record
	for _, p := range h.Participants {
		if p.Alternate || !x.concerns(p) {
			continue
		}
		one := record{"name": Text(x.mask.person(x.d.Person(p.Person))), "status": Text(x.role(p))}
		switch class(p.Role) {
		case perOfficer:
			one["status"] = Text(x.status(p))
			one["number"] = Text(strconv.Itoa(len(officers) + 1))
			officers = append(officers, one)
		case perParty:
			parties = append(parties, one)
		case perAgency:
			agencies = append(agencies, record{"name": Text(x.mask.body(x.d.Organisation(p.Organisation)))})
		case perInvitee:
			guests = append(guests, one)
		}
	}
	facts["officers"], facts["parties"], facts["agencies"], facts["guests"] = officers, parties, agencies, guests
	facts["notice"] = x.notice(h)
	facts["decision"], facts["rulings"] = x.decision(h), x.rulings(h)
	facts["answers"] = x.answers(h)
	facts["change"] = x.change(h)
	x.transcript(facts, h)
	x.plan(r, h)
	if m := x.t.matter; m != nil {
		facts["matter"] = x.matter(h, *m)
	}
	if r := x.t.draw; r != nil {
		facts["draw"] = x.drawing(h, *r)
	}
}

// plan fills in what the papers for the approval of a hearing say.
func (x teller) plan(r record, h hearing.Hearing) {
	var forms, purposes []string
	for _, f := range h.Forms {
		forms = append(forms, f.Term().Zh)
	}
	for _, p := range h.Purposes {
		purposes = append(purposes, p.Term().Zh)
	}
	r["forms"], r["purposes"] = Text(strings.Join(forms, "、")), Text(strings.Join(purposes, "、"))
	r["risk"], r["openness_reason"] = Text(bareText(h.Risk)), Text(bareText(h.OpennessReason))
	room := x.d.Rooms[h.Room]
	r["room"] = room.Kind == hearing.HearingRoom
	r["elsewhere"] = room.Kind != "" && room.NeedsVenueApproval()
}

func (x teller) prosecutors() []record {
	var out []record
	for _, id := range x.d.Handlers() {
		out = append(out, record{"name": Text(x.d.Person(id).Name)})
	}
	return out
}

// notice fills in what the public announcement says, with the office's and the
// room's own where the hearing says nothing.
func (x teller) notice(h hearing.Hearing) record {
	n := h.Notice
	seats := n.Seats
	if seats == 0 {
		seats = x.d.Rooms[h.Room].Seats
	}
	contacts := n.Contacts
	if len(contacts) == 0 {
		contacts = x.d.Office.Contacts
	}
	r := record{"sign_up": moment(n.SignUpBy, x.zone()), "stream": Text(n.Stream), "media": Text(n.Media)}
	if seats > 0 {
		r["seats"] = Text(strconv.Itoa(seats))
	}
	if !h.Start.IsZero() { // an answer helps as long as somebody else can be found
		r["reply_by"] = day(calendar.DateOf(h.Start.In(x.zone())).AddDays(-1))
	}
	var people, notes []record
	for _, c := range contacts {
		people = append(people, record{"name": Text(c.Name), "phone": Text(c.Phone)})
	}
	for _, t := range n.Notes {
		if strings.TrimSpace(t) != "" {
			notes = append(notes, record{"text": Text(t)})
		}
	}
	r["contacts"], r["notes"] = people, notes
	return r
}

// answers tells an officer what became of each of the officer's opinions.
func (x teller) answers(h hearing.Hearing) []record {
	var out []record
	for _, b := range ballotsOf(h, x.t) {
		o, ok := h.Opinion(x.t.participant.ID, b)
		if !ok || o.Stance == "" {
			continue
		}
		adopted := Text("")
		if a := h.OpinionAdopted(b, o.Stance); a != "" {
			adopted = Text(a.Term().Zh)
		}
		question := x.asks(h, b)
		if of := x.caseOf(b); of != "" && len(x.t.cases) == 0 {
			question += "（" + of + "）"
		}
		out = append(out, record{"question": Text(question), "opinion": Text(o.Stance.Term().Zh), "adopted": adopted})
	}
	return out
}

// service fills in a receipt: the papers, the way, and what came of it.
func (x teller) service() record {
	r := record{}
	mode := hearing.DeliveryMode("")
	var papers []record
	if v := x.t.delivery; v != nil {
		mode = v.Mode
		for _, id := range v.Instruments {
			papers = append(papers, x.paper(id))
		}
		var servers []string
		for _, id := range v.Servers {
			servers = append(servers, x.d.Person(id).Name)
		}
		r["servers"] = Text(strings.Join(servers, "　"))
		r["sent"] = day(v.SentOn)
		r["refusal"], r["witnesses"], r["pictures"] = Text(v.Refusal), Text(strings.Join(v.Witnesses, "、")), Text(v.Pictures)
		r["proxy"], r["remarks"] = Text(proxy(*v)), Text(strings.Join(x.remarks(*v), "；"))
	} else if x.t.key != "" {
		papers = []record{x.own(noticeForm(x.t.participant), x.t.participant)}
		if x.d.Hearing != nil {
			if t, ok := x.t.participant.ToldOf(x.d.Hearing.Start); ok {
				mode = ways[t.Method]
			}
		}
	}
	r["papers"] = papers
	for key, m := range map[string]hearing.DeliveryMode{"direct": hearing.Direct, "left": hearing.Left, "post": hearing.Posted, "electronic": hearing.Electronic,
		"entrusted": hearing.Entrusted, "forwarded": hearing.Forwarded, "notice": hearing.PublicCall, "announced": hearing.Announced} {
		r[key] = mode == m
	}
	return r
}

// ways maps how somebody was told to the ways of service that a receipt has.
var ways = map[hearing.TellMethod]hearing.DeliveryMode{hearing.ByHand: hearing.Direct, hearing.ByPost: hearing.Posted,
	hearing.ByElectron: hearing.Electronic, hearing.ByLeaving: hearing.Left, hearing.ByNotice: hearing.PublicCall}

func (x teller) paper(id hearing.ID) record {
	for _, i := range x.d.Instruments {
		if i.ID == id {
			return record{"name": Text("《" + x.title(i) + "》"), "number": Text(i.Number), "copies": Text("1")}
		}
	}
	return record{"name": Text(""), "copies": Text("1")}
}
