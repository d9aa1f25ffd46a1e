package storage

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// Hearing reads a hearing.
func (d *Desk) Hearing(ctx context.Context, id hearing.ID) (hearing.Hearing, error) {
	d.opened(ctx, hearing.NounHearing, id)
	return load[hearing.Hearing](ctx, d, hearing.NounHearing, id)
}

// SaveHearing stores a hearing and returns the new version. A place or a person
// that is newly taken by another session at the time is a [hearing.ClashError];
// a clash that the file already has does not stop other changes.
func (d *Desk) SaveHearing(ctx context.Context, h hearing.Hearing) (hearing.Version, error) {
	return d.saveSession(ctx, h, h.Session(nil))
}

// DeleteHearing deletes a hearing; it can be undone.
func (d *Desk) DeleteHearing(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounHearing, id, v)
}

// Announcement reads an announcement.
func (d *Desk) Announcement(ctx context.Context, id hearing.ID) (hearing.Announcement, error) {
	d.opened(ctx, hearing.NounAnnouncement, id)
	return load[hearing.Announcement](ctx, d, hearing.NounAnnouncement, id)
}

// SaveAnnouncement stores an announcement as SaveHearing does a hearing.
func (d *Desk) SaveAnnouncement(ctx context.Context, a hearing.Announcement) (hearing.Version, error) {
	return d.saveSession(ctx, a, a.Session(nil))
}

// DeleteAnnouncement deletes an announcement; it can be undone.
func (d *Desk) DeleteAnnouncement(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounAnnouncement, id, v)
}

func (d *Desk) saveSession(ctx context.Context, r hearing.Record, s hearing.Session) (v hearing.Version, err error) {
	if faults := r.Validate(); len(faults) > 0 {
		return 0, faults
	}
	err = d.transact(ctx, func(w *writing) error {
		fresh, err := w.newClashes(ctx, r, s)
		if err != nil {
			return err
		}
		if len(fresh) > 0 {
			return w.clashing(ctx, fresh)
		}
		if err := w.keepsDraws(ctx, r); err != nil {
			return err
		}
		v, err = w.put(ctx, "save", r)
		return err
	})
	return v, err
}

// keepsDraws holds that no draw of the stored hearing is lost or rewritten. An
// undo can take a draw back; the record of changes keeps it.
func (w *writing) keepsDraws(ctx context.Context, r hearing.Record) error {
	h, ok := r.(hearing.Hearing)
	if !ok {
		return nil
	}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	if errors.Is(grasp(err), hearing.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	stored, err := decode(r.Noun(), row.Body, row.Version)
	if err != nil {
		return err
	}
	was, _ := stored.(hearing.Hearing)
	if faults := h.Rewritten(was); len(faults) > 0 {
		return faults
	}
	return nil
}

// newClashes returns the clashes that the stored session does not have. When
// the time is another, all of them are new.
func (w *writing) newClashes(ctx context.Context, r hearing.Record, s hearing.Session) ([]hearing.Clash, error) {
	now, err := clashes(ctx, w.q, s)
	if err != nil || len(now) == 0 {
		return nil, err
	}
	row, err := w.q.Record(ctx, query.RecordParams{Kind: r.Noun(), ID: string(r.Key())})
	if errors.Is(grasp(err), hearing.ErrNotFound) {
		return now, nil
	}
	if err != nil {
		return nil, err
	}
	stored, err := decode(r.Noun(), row.Body, row.Version)
	if err != nil {
		return nil, err
	}
	before, _ := sessionOf(stored)
	if !before.Slot.Start.Equal(s.Slot.Start) || !before.Slot.End.Equal(s.Slot.End) {
		return now, nil
	}
	was, err := clashes(ctx, w.q, before)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(now, func(c hearing.Clash) bool {
		return slices.ContainsFunc(was, func(o hearing.Clash) bool {
			return o.Session == c.Session && o.Who == c.Who && (o.What == "room") == (c.What == "room")
		})
	}), nil
}

// Clashes lists who and what is already taken at a session's time, of one that
// is stored or only planned.
func (d *Desk) Clashes(ctx context.Context, s hearing.Session) ([]hearing.Clash, error) {
	c, err := clashes(ctx, query.New(d.read), s)
	return c, grasp(err)
}

// longest bounds the search for sessions that began before; queries/session.sql
// has it too.
const longest = hearing.LongestSession

func clashes(ctx context.Context, q *query.Queries, s hearing.Session) ([]hearing.Clash, error) {
	if !s.Slot.Set() || !s.State.Holds() {
		return nil, nil
	}
	var out []hearing.Clash
	for _, t := range s.Takes() {
		rows, err := q.Taken(ctx, query.TakenParams{Noun: t.Noun(), Who: string(t.Who), Starts: instant(s.Slot.Start), Ends: instant(s.Slot.End),
			Earliest: instant(s.Slot.Start.Add(-longest)), Session: string(s.ID)})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			zone := s.Slot.Start.Format("-07:00")
			out = append(out, hearing.Clash{What: t.What, Who: t.Who, Name: r.Whose, Session: hearing.ID(r.Session), Title: cmp.Or(r.Title, hearing.Veiled),
				Room: r.Room, Start: zoned(r.Starts, zone), End: zoned(r.Ends, zone)})
		}
	}
	return out, nil
}

// Entries lists the sessions that share an instant with [from, to), in order.
func (d *Desk) Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error) {
	earliest := time.Time{}
	if !from.IsZero() {
		earliest = from.Add(-longest)
	}
	tx, err := d.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	q, span := query.New(tx), query.EntriesParams{Earliest: instant(earliest), Starts: instant(from), Ends: instant(to)}
	rows, err := q.Entries(ctx, span)
	if err != nil {
		return nil, grasp(err)
	}
	taken, err := q.Takings(ctx, query.TakingsParams{Earliest: span.Earliest, Starts: span.Starts, Ends: span.Ends})
	if err != nil {
		return nil, grasp(err)
	}
	twice := clashing(rows, taken)
	out := make([]hearing.Entry, len(rows))
	for i, r := range rows {
		out[i] = entry(query.EntryOfRow(r))
		out[i].Clashes = out[i].Clashes || twice[i]
	}
	return out, nil
}

// Unscheduled lists the sessions that have no start or no end yet.
func (d *Desk) Unscheduled(ctx context.Context) ([]hearing.Entry, error) {
	rows, err := query.New(d.read).Unscheduled(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Entry, len(rows))
	for i, r := range rows {
		out[i] = entry(query.EntryOfRow(r))
	}
	return out, nil
}

// EntriesOf lists the sessions that name a record, the latest first.
func (d *Desk) EntriesOf(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error) {
	ids, err := query.New(d.read).SessionsNaming(ctx, query.SessionsNamingParams{Kind: noun, ID: string(id)})
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Entry, 0, len(ids))
	for _, id := range ids {
		e, err := d.Entry(ctx, hearing.ID(id))
		if errors.Is(err, hearing.ErrNotFound) {
			continue // deleted meanwhile
		}
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// Mandates lists for whom a person acts, or who acts for the parties of a case, in the
// hearings that name the record, the latest first.
func (d *Desk) Mandates(ctx context.Context, noun string, id hearing.ID) ([]hearing.Mandate, error) {
	ids, err := query.New(d.read).SessionsNaming(ctx, query.SessionsNamingParams{Kind: noun, ID: string(id)})
	if err != nil {
		return nil, grasp(err)
	}
	var out []hearing.Mandate
	for _, s := range ids {
		doc, err := d.dossier(ctx, hearing.ID(s))
		if errors.Is(err, hearing.ErrNotFound) || err == nil && doc.Hearing == nil {
			continue // deleted meanwhile, or an announcement
		}
		if err != nil {
			return nil, err
		}
		for _, m := range doc.Hearing.Mandates(doc.Cases) {
			if noun == hearing.NounPerson && m.Agent != id || noun == hearing.NounCase && m.Case != id {
				continue
			}
			m.AgentName, m.FirmName = doc.Person(m.Agent).Name, doc.Organisation(m.Firm).Name
			if m.ClientName = doc.Person(m.Client.Person).Name; m.ClientName == "" {
				m.ClientName = doc.Organisation(m.Client.Organisation).Name
			}
			out = append(out, m)
		}
	}
	return out, nil
}

// Entry reads one session as the calendar shows it.
func (d *Desk) Entry(ctx context.Context, session hearing.ID) (hearing.Entry, error) {
	r, err := query.New(d.read).EntryOf(ctx, string(session))
	if err != nil {
		return hearing.Entry{}, grasp(err)
	}
	return entry(r), nil
}

func entry(r query.EntryOfRow) hearing.Entry {
	return hearing.Entry{Session: hearing.ID(r.ID), Announcement: r.Kind == hearing.NounAnnouncement, Title: cmp.Or(r.Title, hearing.Veiled),
		State: hearing.State(r.State), Openness: hearing.Openness(r.Openness), Streamed: r.Streamed != 0, Start: zoned(r.Starts, r.Zone), End: zoned(r.Ends, r.Zone),
		Veiled: r.Title == "", Room: hearing.ID(r.Room), RoomName: r.RoomName, Presider: r.Presider, Recorder: r.Recorder, People: int(r.People), Clashes: r.Clashes != 0}
}
