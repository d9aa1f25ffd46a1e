package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// Day reads what takes place on a day, for its sheets: of each session what
// [Desk.Dossier] reads. A session that begins on another day is not of this one;
// those that were postponed, cancelled or moved away are, so that nobody waits
// for them.
func (d *Desk) Day(ctx context.Context, date calendar.Date, by hearing.DayBy) (hearing.Dossier, error) {
	office, err := d.Office(ctx)
	if err != nil {
		return hearing.Dossier{}, err
	}
	forms, err := d.Forms(ctx)
	if err != nil {
		return hearing.Dossier{}, err
	}
	zone := zoneOf(&office)
	entries, err := d.Entries(ctx, date.In(zone), date.AddDays(1).In(zone))
	if err != nil {
		return hearing.Dossier{}, err
	}
	var ids []hearing.ID
	for _, e := range entries {
		if calendar.DateOf(e.Start.In(zone)) == date {
			ids = append(ids, e.Session)
		}
	}
	away, err := query.New(d.read).SessionsSaying(ctx, `%"start":"`+date.String()+`T%`) // in the time or in a change of it
	if err != nil {
		return hearing.Dossier{}, fmt.Errorf("read what was moved from %s: %w", date, err)
	}
	for _, id := range away {
		if !slices.Contains(ids, hearing.ID(id)) {
			ids = append(ids, hearing.ID(id))
		}
	}
	day := hearing.Day{Date: date, By: by, Moved: map[hearing.ID]hearing.Slot{}}
	for _, id := range ids {
		s, err := d.dossier(ctx, id)
		if errors.Is(err, hearing.ErrNotFound) {
			continue // deleted meanwhile
		}
		if err != nil {
			return hearing.Dossier{}, err
		}
		if !rehearsed(s) {
			day.Add(s, zone)
		}
	}
	return day.Dossier(office, forms, zone), nil
}

// rehearsed reports whether a session is one for practice.
func rehearsed(d hearing.Dossier) bool {
	return d.Hearing != nil && d.Hearing.Rehearsal || d.Announcement != nil && d.Announcement.Rehearsal
}
