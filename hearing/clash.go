package hearing

// A Taking is a room or a person that a session takes for its time.
type Taking struct {
	What string // room, presider, recorder, prosecutor, reader, or a participant's role
	Who  ID     // room or person
}

// Noun returns what sort of record is taken. IDs are unique only within one.
func (t Taking) Noun() string {
	if t.What == "room" {
		return NounRoom
	}
	return NounPerson
}

// Takes lists what a session takes: its room, the people who lead it, and the
// participants in roles that nobody can hold twice at once. Nobody is listed
// twice: the presider who is also the handling prosecutor is the presider.
func (s Session) Takes() []Taking {
	var out []Taking
	seen := map[Reference]bool{}
	add := func(what string, who ID) {
		t := Taking{what, who}
		key := Reference{Noun: t.Noun(), ID: who}
		if who != "" && !seen[key] {
			seen[key] = true
			out = append(out, t)
		}
	}
	add("room", s.Slot.Room)
	add("presider", s.Presider)
	add("recorder", s.Recorder)
	add("reader", s.Reader)
	for _, p := range s.Prosecutors {
		add("prosecutor", p)
	}
	for _, p := range s.Participants {
		if p.Role.Exclusive() && !p.Alternate {
			add(string(p.Role), p.Person)
		}
	}
	return out
}

// Session returns what the hearing has in common with other sessions.
func (h Hearing) Session(cases []Case) Session {
	return Session{ID: h.ID, Slot: h.Slot, State: h.StateNow(), Title: Title(h.Title, cases, true), Presider: h.Presider,
		Recorder: h.Recorder, Prosecutors: h.Prosecutors, Participants: h.Participants, Seating: h.Seating}
}

// Session returns what the announcement has in common with other sessions.
func (a Announcement) Session(cases []Case) Session {
	return Session{ID: a.ID, Slot: a.Slot, State: a.StateNow(), Title: Title(a.Title, cases, false), Presider: a.Presider,
		Recorder: a.Recorder, Reader: a.Reader, Participants: a.Participants, Seating: a.Seating}
}

// ClashesWith lists what s wants and other has taken at the same time. Names
// are left to whoever knows them.
func (s Session) ClashesWith(other Session) []Clash {
	if s.ID == other.ID || !s.State.Holds() || !other.State.Holds() || !s.Slot.Overlaps(other.Slot) {
		return nil
	}
	taken := map[Reference]bool{}
	for _, t := range other.Takes() {
		taken[Reference{Noun: t.Noun(), ID: t.Who}] = true
	}
	var out []Clash
	for _, t := range s.Takes() {
		if taken[Reference{Noun: t.Noun(), ID: t.Who}] {
			out = append(out, Clash{What: t.What, Who: t.Who, Session: other.ID, Title: other.Title, Start: other.Slot.Start, End: other.Slot.End})
		}
	}
	return out
}
