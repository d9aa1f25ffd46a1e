package storage

import (
	"context"
	"database/sql"
	"slices"

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
	out.Office, out.People = b.office(), b.people
	out.Patrols = p.Patrols
	for _, c := range p.Clues {
		if c.ClosedOn().IsZero() { // others came in with the case
			out.Clues = append(out.Clues, c)
		}
	}
	if err := b.read(ctx, q, sessions); err != nil {
		return out, err
	}
	for _, id := range sessions {
		out.Sessions = append(out.Sessions, b.session(hearing.ID(id)))
	}
	for _, id := range cases {
		f := b.caseFile(b.cases[hearing.ID(id)])
		for _, i := range f.Instruments {
			for _, r := range b.doubles[i.Number] {
				if r.CaseID != id {
					f.Doubles = append(f.Doubles, hearing.Double{Number: i.Number, Cause: r.Cause})
				}
			}
		}
		out.Cases = append(out.Cases, f)
	}
	return out, nil
}

// A binding makes dossiers of what lies on a shelf.
type binding struct {
	*shelf
	hearings      map[hearing.ID]*hearing.Hearing
	announcements map[hearing.ID]*hearing.Announcement
	services      map[hearing.ID][]string // per person: the days on which it was an officer, in order
	stages        map[hearing.ID][]stage  // per session
	clashes       map[hearing.ID][]query.OpenClashesRow
	doubles       map[string][]query.DoublesRow // by number
}

// A stage is somebody's service as an officer in another hearing of the
// session's cases.
type stage struct {
	person hearing.ID
	day    string
}

func (b *binding) read(ctx context.Context, q *query.Queries, open []string) error {
	b.hearings, b.announcements = map[hearing.ID]*hearing.Hearing{}, map[hearing.ID]*hearing.Announcement{}
	for i := range b.p.Hearings {
		b.hearings[b.p.Hearings[i].ID] = &b.p.Hearings[i]
	}
	for i := range b.p.Announcements {
		b.announcements[b.p.Announcements[i].ID] = &b.p.Announcements[i]
	}
	b.services, b.stages, b.clashes = map[hearing.ID][]string{}, map[hearing.ID][]stage{}, map[hearing.ID][]query.OpenClashesRow{}
	services, err := q.ServicesSince(ctx, b.since(open))
	if err != nil {
		return err
	}
	for _, r := range services {
		b.services[hearing.ID(r.Person)] = append(b.services[hearing.ID(r.Person)], r.Day)
	}
	stages, err := q.OpenStages(ctx)
	if err != nil {
		return err
	}
	for _, r := range stages {
		b.stages[hearing.ID(r.Mine)] = append(b.stages[hearing.ID(r.Mine)], stage{hearing.ID(r.Person), r.Day})
	}
	twice, err := q.Doubles(ctx)
	if err != nil {
		return err
	}
	b.doubles = map[string][]query.DoublesRow{}
	for _, r := range twice {
		b.doubles[r.Number] = append(b.doubles[r.Number], r)
	}
	taken, err := q.OpenClashes(ctx)
	for _, r := range taken {
		b.clashes[hearing.ID(r.Mine)] = append(b.clashes[hearing.ID(r.Mine)], r)
	}
	return err
}

// since is the first day whose services count for one of the open hearings.
func (b *binding) since(open []string) string {
	first := calendar.NewDate(9999, 12, 31)
	for _, id := range open {
		if h := b.hearings[hearing.ID(id)]; h != nil && !h.Start.IsZero() && dayOf(h.Start).Before(first) {
			first = dayOf(h.Start)
		}
	}
	return first.AddMonths(-12).String()
}

// session puts together one session, as Dossier and Entry read it.
func (b *binding) session(id hearing.ID) hearing.OpenSession {
	d := hearing.Dossier{Office: b.office(), Forms: b.p.Forms, People: b.people, Organisations: b.organisations, Rooms: b.rooms, Zone: b.zone,
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
	for _, p := range d.Hearing.Officers() {
		if p.Person == "" {
			continue
		}
		days := b.services[p.Person]
		begin, _ := slices.BinarySearch(days, from)
		end, _ := slices.BinarySearch(days, to)
		d.Earlier[p.Person] = end - begin
		if slices.ContainsFunc(b.stages[d.Hearing.ID], func(s stage) bool { return s.person == p.Person && s.day < to }) {
			d.EarlierStage[p.Person] = true
		}
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
