package rules_test

import (
	"testing"

	"hearingdesk/hearing"
)

// TestTermsOfGuests holds that a supervisor and an aide come within their terms:
// on the last day, and not a day later; on the first, and not a day earlier.
func TestTermsOfGuests(t *testing.T) {
	for _, c := range []struct {
		name string
		role hearing.Role
		held hearing.Appointment
		want string // none: no finding
	}{
		{"without a term", hearing.Supervisor, hearing.Appointment{}, ""},
		{"the last day", hearing.Supervisor, hearing.Appointment{Until: day("2023-07-18")}, ""},
		{"a day late", hearing.Supervisor, hearing.Appointment{From: day("2018-07-18"), Until: day("2023-07-17")}, "warn SUPERVISOR 人民监督员沈秋白的任期（2018-07-18–2023-07-17）不含听证日"},
		{"the first day", hearing.InvitedAide, hearing.Appointment{From: day("2023-07-18")}, ""},
		{"a day early", hearing.InvitedAide, hearing.Appointment{From: day("2023-07-19")}, "warn AIDE 特邀检察官助理沈秋白的任期（2023-07-19–）不含听证日"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := planned(&p)
			h.Participants = append(h.Participants, hearing.Participant{ID: "x", Role: c.role, Person: "p-shen"})
			for i := range p.People {
				if p.People[i].ID == "p-shen" {
					p.People[i].Supervisor, p.People[i].Aide = c.held, c.held
				}
			}
			var want []string
			not := []string{"不含听证日"}
			if c.want != "" {
				want, not = []string{c.want}, nil
			}
			compare(t, d.check(p, e1, "2023-07-11 09:00"), want, not)
		})
	}
}
