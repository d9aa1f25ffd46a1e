package storage

import (
	"context"
	"errors"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

func sessionOf(r hearing.Record) (hearing.Session, bool) {
	switch v := r.(type) {
	case hearing.Hearing:
		return v.Session(nil), true
	case hearing.Announcement:
		return v.Session(nil), true
	}
	return hearing.Session{}, false
}

// calendar projects a session on the calendar.
func (w *writing) calendar(ctx context.Context, r, was hearing.Record, s hearing.Session) error {
	id := string(s.ID)
	p := query.PutSessionParams{ID: id, Kind: r.Noun(), Title: s.Title, State: string(s.State), Starts: instant(s.Slot.Start), Ends: instant(s.Slot.End),
		Zone: s.Slot.Start.Format("-07:00"), Room: string(s.Slot.Room), Presider: string(s.Presider), Recorder: string(s.Recorder), People: int64(len(s.Participants))}
	switch v := r.(type) {
	case hearing.Hearing:
		p.Openness, p.Streamed, p.Rehearsal = string(v.Openness), truth(v.Has(hearing.Streamed)), truth(v.Rehearsal)
	case hearing.Announcement:
		p.Openness, p.Rehearsal = string(v.Openness), truth(v.Rehearsal)
	}
	switch other, err := w.q.KindOf(ctx, id); {
	case err == nil && other != p.Kind: // both are on one calendar
		return hearing.FieldErrors{{Path: "id", Code: "duplicate", Value: id}}
	case err != nil && !errors.Is(grasp(err), hearing.ErrNotFound):
		return err
	}
	if err := w.q.PutSession(ctx, p); err != nil {
		return err
	}
	if was != nil && slices.Equal(taken(r), taken(was)) {
		return nil
	}
	return w.takings(ctx, r, s, p)
}

// A take is somebody or a room that a session takes, and whether it is as an officer.
type take struct {
	hearing.Taking
	starts, ends string
	serves       bool
}

// taken lists whom and what a session takes for its time.
func taken(r hearing.Record) []take {
	s, _ := sessionOf(r)
	if !s.Slot.Set() || !s.State.Holds() {
		return nil
	}
	starts, ends := instant(s.Slot.Start), instant(s.Slot.End)
	var out []take
	for _, t := range s.Takes() {
		out = append(out, take{Taking: t, starts: starts, ends: ends})
	}
	if h, ok := r.(hearing.Hearing); ok && !h.Rehearsal {
		day := dayOf(s.Slot.Start).String()
		for i := range s.Participants {
			if m := &s.Participants[i]; serves(m) {
				out = append(out, take{Taking: hearing.Taking{Who: m.Person}, starts: day, serves: true})
			}
		}
	}
	return out
}

// serves reports whether somebody is counted as an officer of a hearing.
func serves(m *hearing.Participant) bool {
	return m.Role == hearing.Officer && !m.Alternate && m.Person != "" && m.Attendance.Presence != hearing.Absent
}

// takings projects whom and what a session takes for its time, and who serves
// in it as an officer.
func (w *writing) takings(ctx context.Context, r hearing.Record, s hearing.Session, p query.PutSessionParams) error {
	id := p.ID
	if err := w.q.DropTakings(ctx, id); err != nil {
		return err
	}
	if err := w.q.DropServices(ctx, id); err != nil {
		return err
	}
	if !s.Slot.Set() || !s.State.Holds() {
		return nil
	}
	for _, t := range s.Takes() {
		if err := w.q.AddTaking(ctx, query.AddTakingParams{Noun: t.Noun(), Who: string(t.Who), Starts: p.Starts, Ends: p.Ends, Session: id, What: t.What}); err != nil {
			return err
		}
	}
	if r.Noun() != hearing.NounHearing || p.Rehearsal != 0 {
		return nil
	}
	day := dayOf(s.Slot.Start).String()
	for i := range s.Participants {
		if m := &s.Participants[i]; serves(m) {
			if err := w.q.AddService(ctx, query.AddServiceParams{Person: string(m.Person), Day: day, Session: id}); err != nil {
				return err
			}
		}
	}
	return nil
}
