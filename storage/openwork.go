package storage

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// OpenWork reads everything that can still owe something on a day, at one
// instant and with few queries: every record is read and decoded once. Closed cases
// that were judged to owe nothing are left out, see [Desk.Judged], and of no case the
// hearings are read: what is open of them is among the sessions. Who sees records only in
// part is owed nothing.
func (d *Desk) OpenWork(ctx context.Context, today calendar.Date) (hearing.OpenWork, error) {
	var out hearing.OpenWork
	_, err := d.openParts(ctx, today, -1, func(w hearing.OpenWork) error {
		out = w
		return nil
	})
	return out, err
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
	first, officers, err := b.officers(open)
	if err != nil {
		return err
	}
	services, err := q.ServicesOf(ctx, query.ServicesOfParams{List: officers, Since: first})
	if err != nil {
		return err
	}
	for _, r := range services {
		b.services[hearing.ID(r.Person)] = append(b.services[hearing.ID(r.Person)], r.Day)
	}
	sessions, err := listing(open)
	if err != nil {
		return err
	}
	stages, err := q.OpenStages(ctx, sessions)
	if err != nil {
		return err
	}
	for _, r := range stages {
		b.stages[hearing.ID(r.Mine)] = append(b.stages[hearing.ID(r.Mine)], stage{hearing.ID(r.Person), r.Day})
	}
	numbers, err := b.numbers()
	if err != nil {
		return err
	}
	twice, err := q.Doubles(ctx, numbers)
	if err != nil {
		return err
	}
	b.doubles = map[string][]query.DoublesRow{}
	for _, r := range twice {
		b.doubles[r.Number] = append(b.doubles[r.Number], r)
	}
	taken, err := q.OpenClashes(ctx, sessions)
	for _, r := range taken {
		b.clashes[hearing.ID(r.Mine)] = append(b.clashes[hearing.ID(r.Mine)], r)
	}
	return err
}

// officers are those of the open hearings, as a list in JSON, and the first day whose
// services count for one of these.
func (b *binding) officers(open []string) (since, list string, err error) {
	first := calendar.NewDate(9999, 12, 31)
	who := map[hearing.ID]bool{}
	for _, id := range open {
		h := b.hearings[hearing.ID(id)]
		if h == nil || h.Start.IsZero() {
			continue
		}
		if dayOf(h.Start).Before(first) {
			first = dayOf(h.Start)
		}
		for _, p := range h.Officers() {
			who[p.Person] = true
		}
	}
	list, err = listing(slices.Sorted(maps.Keys(who)))
	return first.AddMonths(-12).String(), list, err
}

// numbers are those of the papers that were read, as a list in JSON.
func (b *binding) numbers() (string, error) {
	borne := map[string]bool{}
	for i := range b.p.Instruments {
		if n := b.p.Instruments[i].Number; n != "" {
			borne[n] = true
		}
	}
	return listing(slices.Sorted(maps.Keys(borne)))
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
				out = append(out, hearing.Clash{What: t.What, Who: t.Who, Name: r.Whose, Session: hearing.ID(r.Session), Title: cmp.Or(r.Title, hearing.Veiled),
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
	rows, err := query.New(d.read).CaseIDs(ctx)
	out := make([]hearing.ID, len(rows))
	for i, id := range rows {
		out[i] = hearing.ID(id)
	}
	return out, grasp(err)
}
