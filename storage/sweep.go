package storage

import (
	"context"
	"slices"

	"hearingdesk/hearing"
)

// SaveSessions stores several hearings and announcements in one transaction: all
// of them, or none. Undo takes all back together. A place or a person that is
// newly taken by another session, also by one of these, is a
// [hearing.ClashError].
func (d *Desk) SaveSessions(ctx context.Context, hearings []hearing.Hearing, announcements []hearing.Announcement) error {
	var records []hearing.Record
	for _, h := range hearings {
		records = append(records, h)
	}
	for _, a := range announcements {
		records = append(records, a)
	}
	for _, r := range records {
		if faults := r.Validate(); len(faults) > 0 {
			return faults
		}
	}
	return d.transact(ctx, func(w *writing) error {
		had := map[hearing.ID][]hearing.Clash{}
		for _, r := range records {
			s, _ := sessionOf(r)
			fresh, err := w.newClashes(ctx, r, s)
			if err != nil {
				return err
			}
			all, err := clashes(ctx, w.q, s)
			if err != nil {
				return err
			}
			had[s.ID] = without(all, fresh)
		}
		for _, r := range records {
			if _, err := w.put(ctx, "save", r); err != nil {
				return err
			}
		}
		var fresh []hearing.Clash
		for _, r := range records { // as all of them are by now
			s, _ := sessionOf(r)
			now, err := clashes(ctx, w.q, s)
			if err != nil {
				return err
			}
			fresh = append(fresh, without(now, had[s.ID])...)
		}
		if len(fresh) > 0 {
			return w.clashing(ctx, fresh)
		}
		return nil
	})
}

// without are the clashes of a list that another has not: with the same session,
// about the same.
func without(list, other []hearing.Clash) []hearing.Clash {
	return slices.DeleteFunc(slices.Clone(list), func(c hearing.Clash) bool {
		return slices.ContainsFunc(other, func(o hearing.Clash) bool { return o.Session == c.Session && o.Who == c.Who && o.What == c.What })
	})
}
