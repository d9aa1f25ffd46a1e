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
// those that a public paper masks; of a confidential session, those of every
// party and of all who come for their sake.
func Veil(d hearing.Dossier) func(string) string {
	if Confidential(d) {
		d = allMasked(d)
	}
	return newMask(d, true, nil).text.Replace
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
