package storage

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// CaseFile reads all that is known of one case beyond its sessions, at one
// instant: rules that belong to no single session work on it.
func (d *Desk) CaseFile(ctx context.Context, id hearing.ID) (hearing.CaseFile, error) {
	d.opened(ctx, hearing.NounCase, id)
	tx, err := d.read.BeginTx(ctx, nil)
	if err != nil {
		return hearing.CaseFile{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	g := gathering{ctx: ctx, q: query.New(tx), seen: map[hearing.Reference]bool{}}
	if err := g.caseFile(id); err != nil {
		return hearing.CaseFile{}, grasp(err)
	}
	s := shelve(g.p)
	f := s.caseFile(s.cases[id])
	f.Doubles, err = doubles(ctx, g.q, f)
	return f, grasp(err)
}

// doubles are the numbers of a case's papers that papers of other cases bear.
func doubles(ctx context.Context, q *query.Queries, f hearing.CaseFile) ([]hearing.Double, error) {
	var out []hearing.Double
	for _, i := range f.Instruments {
		if i.Number == "" {
			continue
		}
		rows, err := q.SameNumber(ctx, i.Number)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if r.CaseID != string(f.Case.ID) {
				out = append(out, hearing.Double{Number: i.Number, Cause: r.Cause})
			}
		}
	}
	return out, nil
}

// caseFile adds a case and what is made of it.
func (g *gathering) caseFile(id hearing.ID) error {
	if err := g.add(hearing.NounCase, id); err != nil {
		return err
	}
	if err := g.office(); err != nil {
		return err
	}
	papers, err := g.naming(hearing.NounCase, id, hearing.NounInstrument)
	if err != nil {
		return err
	}
	for _, i := range papers {
		if _, err := g.naming(hearing.NounInstrument, i, hearing.NounAnnouncement); err != nil {
			return err
		}
	}
	_, err = g.naming(hearing.NounCase, id, hearing.NounHearing)
	return err
}

// naming adds the records of a kind that name another, and returns their IDs.
func (g *gathering) naming(noun string, id hearing.ID, by string) ([]hearing.ID, error) {
	rows, err := g.q.Naming(g.ctx, query.NamingParams{Kind: noun, ID: string(id), ByKind: by})
	if err != nil {
		return nil, err
	}
	out := make([]hearing.ID, len(rows))
	for n, r := range rows {
		out[n] = hearing.ID(r.ID)
		if err := g.add(by, out[n]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A shelf is a package with what it is looked up by. The maps of people,
// organisations and rooms are shared by all that is made of it.
type shelf struct {
	p             hearing.Package
	zone          *time.Location
	cases         map[hearing.ID]hearing.Case
	people        map[hearing.ID]hearing.Person
	organisations map[hearing.ID]hearing.Organisation
	rooms         map[hearing.ID]hearing.Room
	papers        map[hearing.ID][]hearing.Instrument   // by case
	heard         map[hearing.ID][]hearing.Hearing      // by case
	served        map[hearing.ID][]hearing.Announcement // by instrument
}

func shelve(p hearing.Package) *shelf {
	s := &shelf{p: p, zone: zoneOf(p.Office), cases: map[hearing.ID]hearing.Case{}, people: map[hearing.ID]hearing.Person{}, organisations: map[hearing.ID]hearing.Organisation{},
		rooms: map[hearing.ID]hearing.Room{}, papers: map[hearing.ID][]hearing.Instrument{}, heard: map[hearing.ID][]hearing.Hearing{},
		served: map[hearing.ID][]hearing.Announcement{}}
	for _, x := range p.Cases {
		s.cases[x.ID] = x
	}
	for _, x := range p.People {
		s.people[x.ID] = x
	}
	for _, x := range p.Organisations {
		s.organisations[x.ID] = x
	}
	for _, x := range p.Rooms {
		s.rooms[x.ID] = x
	}
	for _, x := range p.Instruments {
		s.papers[x.Case] = append(s.papers[x.Case], x)
	}
	for _, x := range p.Hearings {
		for _, id := range x.Cases {
			s.heard[id] = append(s.heard[id], x)
		}
	}
	for _, x := range p.Announcements {
		once := map[hearing.ID]bool{}
		for _, d := range x.Deliveries {
			for _, id := range d.Instruments {
				if !once[id] {
					once[id] = true
					s.served[id] = append(s.served[id], x)
				}
			}
		}
	}
	return s
}

func (s *shelf) office() hearing.Office {
	if s.p.Office == nil {
		return hearing.Office{}
	}
	return *s.p.Office
}

// caseFile puts together what belongs to a case.
func (s *shelf) caseFile(c hearing.Case) hearing.CaseFile {
	f := hearing.CaseFile{Office: s.office(), Case: c, Instruments: s.papers[c.ID], Hearings: s.heard[c.ID],
		People: s.people, Organisations: s.organisations, Zone: s.zone}
	seen := map[hearing.ID]bool{}
	for _, i := range f.Instruments {
		for _, a := range s.served[i.ID] {
			if !seen[a.ID] {
				seen[a.ID] = true
				f.Announcements = append(f.Announcements, a)
			}
		}
	}
	return f
}
