package storage

import (
	"context"
	"database/sql"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// OpenWork reads everything that can still owe something on a day, at one
// instant and with few queries: every record is read and decoded once.
func (d *Desk) OpenWork(ctx context.Context, today calendar.Date) (hearing.OpenWork, error) {
	tx, err := d.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return hearing.OpenWork{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	out, err := openWork(ctx, query.New(tx), today.AddMonths(-hearing.AfterClosing).String())
	return out, grasp(err)
}

func openWork(ctx context.Context, q *query.Queries, since string) (out hearing.OpenWork, err error) {
	sessions, err := q.OpenSessions(ctx)
	if err != nil {
		return out, err
	}
	cases, err := q.OpenCases(ctx, since)
	if err != nil {
		return out, err
	}
	rows, err := q.OpenRecords(ctx, since)
	if err != nil {
		return out, err
	}
	var p hearing.Package
	for _, row := range rows {
		r, err := decode(row.Kind, row.Body, row.Version)
		if err != nil {
			return out, err
		}
		p.Add(r)
	}
	b := binding{shelf: shelve(p)}
	if err := b.read(ctx, q); err != nil {
		return out, err
	}
	for _, id := range sessions {
		out.Sessions = append(out.Sessions, b.session(hearing.ID(id)))
	}
	for _, id := range cases {
		out.Cases = append(out.Cases, b.caseFile(b.cases[hearing.ID(id)]))
	}
	return out, nil
}

// A binding makes dossiers of what lies on a shelf.
type binding struct {
	*shelf
	hearings      map[hearing.ID]*hearing.Hearing
	announcements map[hearing.ID]*hearing.Announcement
	services      map[hearing.ID][]service // by person
	clashes       map[hearing.ID][]query.OpenClashesRow
}

// A service is one time that somebody was an officer.
type service struct {
	day     string
	session hearing.ID
}

func (b *binding) read(ctx context.Context, q *query.Queries) error {
	b.hearings, b.announcements = map[hearing.ID]*hearing.Hearing{}, map[hearing.ID]*hearing.Announcement{}
	for i := range b.p.Hearings {
		b.hearings[b.p.Hearings[i].ID] = &b.p.Hearings[i]
	}
	for i := range b.p.Announcements {
		b.announcements[b.p.Announcements[i].ID] = &b.p.Announcements[i]
	}
	b.services, b.clashes = map[hearing.ID][]service{}, map[hearing.ID][]query.OpenClashesRow{}
	services, err := q.AllServices(ctx)
	if err != nil {
		return err
	}
	for _, r := range services {
		b.services[hearing.ID(r.Person)] = append(b.services[hearing.ID(r.Person)], service{r.Day, hearing.ID(r.Session)})
	}
	taken, err := q.OpenClashes(ctx)
	for _, r := range taken {
		b.clashes[hearing.ID(r.Mine)] = append(b.clashes[hearing.ID(r.Mine)], r)
	}
	return err
}

// session puts together one session, as Dossier and Entry read it.
func (b *binding) session(id hearing.ID) hearing.OpenSession {
	d := hearing.Dossier{Office: b.office(), People: b.people, Organisations: b.organisations, Rooms: b.rooms, Zone: b.zone,
		Earlier: map[hearing.ID]int{}, EarlierStage: map[hearing.ID]bool{}}
	var named []hearing.ID
	e := hearing.Entry{Session: id}
	if h := b.hearings[id]; h != nil {
		d.Hearing, named = h, h.Cases
		e.Openness, e.Streamed, e.People = h.Openness, h.Has(hearing.Streamed), len(h.Participants)
	} else if a := b.announcements[id]; a != nil {
		d.Announcement, named = a, a.Cases
		e.Announcement, e.Openness, e.People = true, a.Openness, len(a.Participants)
	}
	for _, c := range named {
		d.Cases = append(d.Cases, b.cases[c])
		d.Instruments = append(d.Instruments, b.papers[c]...)
	}
	s := d.Session()
	d.Clashes = b.clashesOf(s)
	b.earlier(&d)
	e.Title, e.State, e.Start, e.End, e.Room, e.Clashes = s.Title, s.State, s.Slot.Start, s.Slot.End, s.Slot.Room, len(d.Clashes) > 0
	e.RoomName, e.Presider, e.Recorder = d.Rooms[s.Slot.Room].Name, d.Person(s.Presider).Name, d.Person(s.Recorder).Name
	return hearing.OpenSession{Entry: e, Dossier: d}
}

// clashesOf lists who and what is taken, in the order in which a session takes
// them.
func (b *binding) clashesOf(s hearing.Session) []hearing.Clash {
	rows := b.clashes[s.ID]
	if len(rows) == 0 {
		return nil
	}
	var out []hearing.Clash
	zone := s.Slot.Start.Format("-07:00")
	for _, t := range s.Takes() {
		for _, r := range rows {
			if r.Noun == t.Noun() && r.Who == string(t.Who) {
				out = append(out, hearing.Clash{What: t.What, Who: t.Who, Name: r.Whose, Session: hearing.ID(r.Session), Title: r.Title,
					Room: r.Room, Start: zoned(r.Starts, zone), End: zoned(r.Ends, zone)})
			}
		}
	}
	return out
}

// earlier counts the officers' services before the hearing, as a gathering
// does.
func (b *binding) earlier(d *hearing.Dossier) {
	if d.Hearing == nil || d.Hearing.Start.IsZero() {
		return
	}
	day := dayOf(d.Hearing.Start)
	from, to := day.AddMonths(-12).String(), day.String()
	same := map[hearing.ID]bool{} // other hearings of the cases
	for _, c := range d.Hearing.Cases {
		for _, h := range b.heard[c] {
			same[h.ID] = h.ID != d.Hearing.ID
		}
	}
	for _, p := range d.Hearing.Officers() {
		if p.Person == "" {
			continue
		}
		n := 0
		for _, s := range b.services[p.Person] {
			if s.day >= from && s.day < to {
				n++
			}
			if s.day < to && same[s.session] {
				d.EarlierStage[p.Person] = true
			}
		}
		d.Earlier[p.Person] = n
	}
}

// CaseIDs lists every case.
func (d *Desk) CaseIDs(ctx context.Context) ([]hearing.ID, error) {
	rows, err := query.New(d.read).OpenCases(ctx, "")
	out := make([]hearing.ID, len(rows))
	for i, id := range rows {
		out[i] = hearing.ID(id)
	}
	return out, grasp(err)
}
