package outcome

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// An Applicant is somebody who can apply for a notary matter.
type Applicant struct {
	ID   hearing.ID // participant, or party of a case
	Name string
}

// Applicants lists who can apply: the parties' seats, and parties of the cases
// for whom nobody sits there.
func Applicants(h hearing.Hearing, d hearing.Dossier) []Applicant {
	var out []Applicant
	seated := map[hearing.ID]bool{}
	for _, p := range h.Participants {
		switch p.Role {
		case hearing.PartyRep, hearing.VictimRole, hearing.AgencyRep, hearing.Agent, hearing.Guardian:
			name, _ := Called(d, p)
			out = append(out, Applicant{p.ID, name})
			seated[p.Party] = true
		}
	}
	for _, c := range d.Cases {
		for _, p := range c.Parties {
			name := d.Person(p.Person).Name
			if name == "" {
				name = d.Organisation(p.Organisation).Name
			}
			if !seated[p.ID] && name != "" {
				out = append(out, Applicant{p.ID, name})
			}
		}
	}
	return out
}

// AddMatter begins a matter for the hearing's notary.
func AddMatter(h *hearing.Hearing, id hearing.ID) {
	m := hearing.NotaryMatter{ID: id, Kind: hearing.MatterAgreement}
	if notaries := h.InRole(hearing.NotaryRole); len(notaries) > 0 {
		m.Notary = notaries[0].ID
	}
	h.Notary = append(h.Notary, m)
}

// EditMatter changes a matter.
func EditMatter(h *hearing.Hearing, id hearing.ID, do func(*hearing.NotaryMatter)) {
	for i := range h.Notary {
		if h.Notary[i].ID == id {
			do(&h.Notary[i])
		}
	}
}

// MatterOf returns a matter.
func MatterOf(h hearing.Hearing, id hearing.ID) hearing.NotaryMatter {
	for _, m := range h.Notary {
		if m.ID == id {
			return m
		}
	}
	return hearing.NotaryMatter{}
}

// MatterFindings picks the findings about one matter: they name it by its
// subject, or by its kind.
func MatterFindings(m hearing.NotaryMatter, all []hearing.Finding) []hearing.Finding {
	name := m.Subject
	if name == "" {
		name = words.Of(m.Kind)
	}
	return slices.DeleteFunc(slices.Clone(all), func(f hearing.Finding) bool { return f.Args["subject"] != name })
}

// Settled is when a dispute ended that is said to be over now: now on the
// hearing's own day, and not known on any other.
func Settled(h hearing.Hearing, now time.Time, zone *time.Location) time.Time {
	if !today(h, now, zone) {
		return time.Time{}
	}
	return now.In(zone).Truncate(time.Minute)
}

// Dispute records that the parties dispute a matter, or that they came to
// terms then. While it is disputed it is not accepted.
func Dispute(m *hearing.NotaryMatter, disputed bool, settled time.Time) {
	m.Disputed = disputed
	if disputed {
		m.SettledAt = time.Time{}
		return
	}
	if m.SettledAt.IsZero() {
		m.SettledAt = settled
	}
}
