package document

import (
	"strings"

	"hearingdesk/hearing"
)

// matters are what a notary is asked to do at the hearing.
func (x teller) matters(h hearing.Hearing) []record {
	var out []record
	for _, m := range h.Notary {
		out = append(out, x.matter(h, m))
	}
	return out
}

func (x teller) matter(h hearing.Hearing, m hearing.NotaryMatter) record {
	p, _ := h.Participant(m.Notary)
	who := x.d.Person(p.Person)
	house := p.Organisation
	if house == "" {
		house = who.Organisation
	}
	licence := p.Licence
	if licence == "" {
		licence = who.Licence
	}
	var applicants []string
	for _, id := range m.Applicants {
		if a, ok := h.Participant(id); ok {
			applicants = append(applicants, x.mask.person(x.d.Person(a.Person)))
		}
	}
	r := record{"notary": Text(who.Name), "house": Text(x.d.Organisation(house).Name), "licence": Text(licence), "applicants": Text(strings.Join(applicants, "、")),
		"subject": Text(m.Subject), "disputed": m.Disputed, "settled": moment(m.SettledAt, x.zone()), "accepted": day(m.AcceptedOn), "issued": day(m.IssuedOn),
		"certificate": Text(m.Certificate), "note": Text(m.Note)}
	if m.Kind != "" {
		r["kind"] = Text(m.Kind.Term().Zh)
	}
	return r
}
