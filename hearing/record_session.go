package hearing

// Noun says that it is a hearing.
func (h Hearing) Noun() string { return NounHearing }

// Key returns the ID.
func (h Hearing) Key() ID { return h.ID }

// At returns the version that was read.
func (h Hearing) At() Version { return h.Version }

// Called returns the hearing's own title.
func (h Hearing) Called() string { return h.Title }

// References returns every case, person, organisation and room that is named.
func (h Hearing) References() []Reference {
	var r references
	r.session(h.Cases, h.Slot, h.Approvals, h.Participants, h.Moves)
	r.overrides(h.Overrides)
	r.add(NounPerson, h.Presider, "presider")
	r.add(NounPerson, h.Recorder, "recorder")
	for i, id := range h.Prosecutors {
		r.add(NounPerson, id, "prosecutors[%d]", i)
	}
	r.supervision(h.Supervision)
	r.add(NounPerson, h.Allowances.ClaimedBy, "allowances.claimed_by")
	for i, q := range h.Questions {
		r.add(NounCase, q.Case, "questions[%d].case", i)
	}
	return r
}

// Noun says that it is an announcement.
func (a Announcement) Noun() string { return NounAnnouncement }

// Key returns the ID.
func (a Announcement) Key() ID { return a.ID }

// At returns the version that was read.
func (a Announcement) At() Version { return a.Version }

// Called returns the announcement's own title.
func (a Announcement) Called() string { return a.Title }

// References returns every case, person, organisation, room and instrument
// that is named.
func (a Announcement) References() []Reference {
	var r references
	r.session(a.Cases, a.Slot, a.Approvals, a.Participants, a.Moves)
	r.overrides(a.Overrides)
	r.add(NounPerson, a.Presider, "presider")
	r.add(NounPerson, a.Reader, "reader")
	r.add(NounPerson, a.Recorder, "recorder")
	for i, c := range a.Consents {
		r.add(NounOrganisation, c.Organisation, "consents[%d].organisation", i)
	}
	r.deliveries(a.Deliveries)
	r.supervision(a.Supervision)
	return r
}

func (r *references) supervision(s Supervision) {
	r.add(NounOrganisation, s.Bureau, "supervision.bureau")
	for i, o := range s.Opinions {
		r.add(NounPerson, o.Handler, "supervision.opinions[%d].handler", i)
	}
}

func (r *references) deliveries(list []Delivery) {
	for i, d := range list {
		r.add(NounOrganisation, d.Organisation, "deliveries[%d].organisation", i)
		r.add(NounPerson, d.Person, "deliveries[%d].person", i)
		for j, id := range d.Instruments {
			r.add(NounInstrument, id, "deliveries[%d].instruments[%d]", i, j)
		}
		r.add(NounOrganisation, d.Through, "deliveries[%d].through", i)
		for j, id := range d.Servers {
			r.add(NounPerson, id, "deliveries[%d].servers[%d]", i, j)
		}
	}
}

// session adds what hearings and announcements both name.
func (r *references) session(cases []ID, slot Slot, approvals []Approval, people []Participant, moves []Move) {
	for i, id := range cases {
		r.add(NounCase, id, "cases[%d]", i)
	}
	r.add(NounRoom, slot.Room, "room")
	for i, a := range approvals {
		r.add(NounPerson, a.By, "approvals[%d].by", i)
	}
	for i, p := range people {
		r.add(NounPerson, p.Person, "participants[%d].person", i)
		r.add(NounOrganisation, p.Organisation, "participants[%d].organisation", i)
		if p.Proxy != nil {
			r.add(NounPerson, p.Proxy.Person, "participants[%d].proxy.person", i)
		}
		for j, t := range p.Told {
			r.add(NounPerson, t.By, "participants[%d].told[%d].by", i, j)
		}
	}
	for i, m := range moves {
		r.add(NounRoom, m.From.Room, "moves[%d].from.room", i)
		r.add(NounPerson, m.Was, "moves[%d].was", i)
		r.add(NounPerson, m.By, "moves[%d].by", i)
	}
}
