package columns

import (
	"cmp"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/figures"
)

func (w *Writer) eventsOf(k figures.Counter, p hearing.Package, from, to calendar.Date) []Event {
	d := hearing.Dossier{People: map[hearing.ID]hearing.Person{}, Organisations: map[hearing.ID]hearing.Organisation{}}
	for _, x := range p.People {
		d.People[x.ID] = x
	}
	for _, x := range p.Organisations {
		d.Organisations[x.ID] = x
	}
	var out []Event
	for _, e := range k.Events(p, from, to) {
		row := Event{Office: w.office, Kind: string(e.Kind), Day: days(e.On), Session: string(e.Session), Case: string(e.Case.ID), Paper: string(e.Paper.ID), CaseNumber: cmp.Or(e.Case.Number, e.Case.AcceptNumber),
			CaseType: string(e.Case.Type), Domain: string(e.Case.Domain), Source: string(e.Case.Source), Presider: string(e.Presider), Mode: string(e.Delivery), Recipient: w.key(e.Recipient),
			Hearings: int64(e.Sessions), CaseSessions: int64(e.CaseSessions), Officers: int64(e.Officers), Supervisors: int64(e.Supervisors), Postponed: int64(e.Postponed), Announcements: int64(e.Announcements),
			Served: int64(e.Served), Issued: int64(e.Issued), Recommendation: int64(e.Recommendations), Replied: int64(e.Replied), InTime: int64(e.InTime), Late: int64(e.Late), Overdue: int64(e.Overdue)}
		if e.Hearing != nil {
			row.Openness = string(e.Hearing.Openness)
		}
		d.Hearing, d.Cases = e.Hearing, []hearing.Case{e.Case}
		if e.Case.ID != "" && !document.Confidential(d) {
			row.Cause = document.Veil(d)(cmp.Or(e.Case.PublicCause, e.Case.Cause))
		}
		out = append(out, row)
	}
	return out
}

// sittings are the seats and the opinions of the sessions of a period, without
// rehearsals.
func (w *Writer) sittings(zone *time.Location, p hearing.Package, from, to calendar.Date) (seats []Seat, opinions []Opinion) {
	people := map[hearing.ID]hearing.Person{}
	for _, x := range p.People {
		people[x.ID] = x
	}
	sit := func(id hearing.ID, ceremony bool, day calendar.Date, list []hearing.Participant) {
		for _, m := range list {
			s := Seat{Office: w.office, Session: string(id), Ceremony: ceremony, Day: days(day), Role: string(m.Role), Person: w.key(m.Person), Organisation: w.key(m.Organisation), Alternate: m.Alternate, Presence: string(m.Attendance.Presence)}
			if m.Role == hearing.Officer {
				s.Class, s.Origin = string(people[m.Person].Class), string(people[m.Person].PoolSource)
			}
			seats = append(seats, s)
		}
	}
	for _, h := range p.Hearings {
		day := dayOf(h.Start, zone)
		if h.Rehearsal || !within(day, from, to) {
			continue
		}
		sit(h.ID, false, day, h.Participants)
		for _, o := range h.Opinions {
			who, _ := h.Participant(o.Officer)
			adopted := h.OpinionAdopted(hearing.Ballot{Question: o.Question, Case: o.Case}, o.Stance)
			opinions = append(opinions, Opinion{Office: w.office, Session: string(h.ID), Day: days(day), Question: string(o.Question), Case: string(o.Case), Officer: w.key(who.Person), Stance: string(o.Stance), Adopted: string(adopted)})
		}
	}
	for _, a := range p.Announcements {
		if day := dayOf(a.Start, zone); !a.Rehearsal && within(day, from, to) {
			sit(a.ID, true, day, a.Participants)
		}
	}
	return seats, opinions
}

func dayOf(t time.Time, zone *time.Location) calendar.Date {
	if t.IsZero() {
		return calendar.Date{}
	}
	return calendar.DateOf(t.In(zone))
}

func (w *Writer) metricsOf(p hearing.Package, from, to calendar.Date) []Metric {
	var out []Metric
	for _, i := range p.Instruments {
		for _, v := range i.Visits {
			if !within(v.On, from, to) {
				continue
			}
			for _, f := range v.Found {
				for _, m := range f.Metrics {
					out = append(out, Metric{Office: w.office, Paper: string(i.ID), Case: string(i.Case), Day: days(v.On), Item: int64(f.Item), Name: m.Name, Value: number(m.Value), Text: m.Quantity.String(), Unit: m.Unit, Approx: string(m.Approx)})
				}
			}
		}
	}
	return out
}
