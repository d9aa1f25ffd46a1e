package hearing

// What only its team sees (不公开听证和未成年人案件): closed hearings and cases of minors.
//
// 听证工作规定, art. 5, closes hearings on arrest and custody and those of minors;
// what is closed to the public is closed within the office too, to all but those who
// work on it.

// Confined reports whether a case is its team's alone whatever its hearings are: a
// minor is involved, or there is a secret.
func (c Case) Confined() bool { return c.HasMinor() || len(c.Secrets) > 0 }

// Confined reports whether a hearing of cases is its team's alone. One of which it is
// not yet chosen whether it is public follows the default of art. 5.
func (h Hearing) Confined(cases []Case) bool {
	return confined(h.Openness, cases) || h.Openness == AskFirst && DefaultOpenness(cases) == NotOpen
}

// Confined reports whether an announcement is its team's alone.
func (a Announcement) Confined(cases []Case) bool { return confined(a.Openness, cases) }

func confined(o Openness, cases []Case) bool {
	for _, c := range cases {
		if c.Confined() {
			return true
		}
	}
	return o == NotOpen
}

// Team lists who works on a case: its handler and the lead of the group.
func (c Case) Team() []ID { return some(c.Handler, c.Lead) }

// Team lists who works on a hearing of cases: who presides, records and handles, who
// takes part, and who works on the cases.
func (h Hearing) Team(cases []Case) []ID {
	return team(cases, h.Participants, append([]ID{h.Presider, h.Recorder}, h.Prosecutors...)...)
}

// Team lists who works on an announcement.
func (a Announcement) Team(cases []Case) []ID {
	return team(cases, a.Participants, a.Presider, a.Recorder, a.Reader)
}

func team(cases []Case, with []Participant, ids ...ID) []ID {
	for _, p := range with {
		ids = append(ids, p.Person)
	}
	for _, c := range cases {
		ids = append(ids, c.Team()...)
	}
	return some(ids...)
}

// some lists the IDs that are set, each once.
func some(ids ...ID) []ID {
	seen := map[ID]bool{"": true}
	var out []ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// Veiled stands in lists for the name of what only its team sees.
const Veiled = "不公开"
