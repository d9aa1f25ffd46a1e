package document

import "hearingdesk/hearing"

// Confidential reports whether outsiders are not to learn who a session is
// about: it is not public, a minor is involved, or there is a secret.
func Confidential(d hearing.Dossier) bool {
	closed := d.Hearing != nil && d.Hearing.Openness == hearing.NotOpen || d.Announcement != nil && d.Announcement.Openness == hearing.NotOpen
	for _, c := range d.Cases {
		closed = closed || c.HasMinor() || len(c.Secrets) > 0
	}
	return closed
}

// Veil returns what hides names in a text that leaves the desk without being a
// paper, such as a reminder on a screen or an entry of a telephone's calendar:
// those that a public paper masks, with telephones and identity numbers; of a
// confidential session, those of every party and of all who come for their sake.
func Veil(d hearing.Dossier) func(string) string {
	if Confidential(d) {
		d = allMasked(d)
	}
	return newMask(d, MaskPublic, nil).say
}

// allMasked marks every party, and makes parties of those who come for one.
func allMasked(d hearing.Dossier) hearing.Dossier {
	var cases []hearing.Case
	for _, c := range d.Cases {
		parties := make([]hearing.Party, len(c.Parties))
		for i, p := range c.Parties {
			p.Masked = true
			parties[i] = p
		}
		c.Parties = parties
		cases = append(cases, c)
	}
	with := hearing.Case{}
	for _, p := range d.Session().Participants {
		if !ofTheCourse(p.Role) && p.Person != "" {
			with.Parties = append(with.Parties, hearing.Party{Person: p.Person, Masked: true})
		}
	}
	d.Cases = append(cases, with)
	return d
}

// ofTheCourse are the roles of those who come for the hearing itself, whose
// names say nothing of the case.
func ofTheCourse(r hearing.Role) bool {
	switch r {
	case hearing.Officer, hearing.Supervisor, hearing.NotaryRole, hearing.Police, hearing.Technician, hearing.Interpreter, hearing.CaseStaff, hearing.InvitedAide, hearing.AgencyRep:
		return true
	}
	return false
}

// ownSide are the people whose names the addressee may read though they are
// minors: its own. What is served by public notice is read by everybody.
func ownSide(d hearing.Dossier, f *Form, t target) map[hearing.ID]bool {
	if f.Per == "call" || f.Per == "notice" {
		return nil
	}
	own := map[hearing.ID]bool{t.participant.Person: true}
	if t.step != nil {
		own[t.step.Person] = true
	}
	if t.delivery != nil {
		own[t.delivery.Person] = true
	}
	for _, c := range d.Cases {
		for _, p := range c.Parties {
			if t.participant.Party != "" && p.ID == t.participant.Party {
				own[p.Person] = true
			}
		}
	}
	delete(own, "")
	return own
}

// untouched are the keys of what bears no people's data: the office's own, and
// the contacts that are printed to be called.
var untouched = map[string]bool{"court": true, "doc": true, "contacts": true}

// counted are the keys of numbers that are no identity numbers, however long.
var counted = map[string]bool{"number": true, "accept": true, "licence": true, "certificate": true, "pictures": true, "recording": true, "file": true, "disc": true, "stream": true, "seat": true, "seed": true, "hash": true, "code": true}

// cover hides in every text of a paper what is to be hidden, so that a name in a
// cause, a reason or a question is found wherever a form prints it.
func (m mask) cover(key string, v any) any {
	switch v := v.(type) {
	case record:
		for name, w := range v {
			if !untouched[name] {
				v[name] = m.cover(name, w)
			}
		}
	case []record:
		for _, r := range v {
			m.cover(key, r)
		}
	case Text:
		switch {
		case v == "" || m.open[string(v)]:
		case counted[key]:
			if m.text != nil {
				return Text(m.text.Replace(string(v)))
			}
		default:
			return Text(m.say(string(v)))
		}
	}
	return v
}
