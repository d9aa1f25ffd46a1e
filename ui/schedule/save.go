package schedule

import (
	"context"
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A change says which slot follows from the one that is stored.
type change func(now hearing.Slot) (hearing.Slot, error)

// sessionOf reads a session with its people.
func sessionOf(ctx context.Context, desk Desk, e hearing.Entry) (hearing.Session, error) {
	if e.Announcement {
		a, err := desk.Announcement(ctx, e.Session)
		return a.Session(nil), err
	}
	h, err := desk.Hearing(ctx, e.Session)
	return h.Session(nil), err
}

// moveEntry stores a session in another slot and returns it, and whether
// people had been told of the one before. A clash there is a
// [hearing.ClashError], also one that the session had before.
func moveEntry(ctx context.Context, desk Desk, e hearing.Entry, next change, on calendar.Date, zone *time.Location) (to hearing.Slot, told bool, err error) {
	if e.Announcement {
		var a hearing.Announcement
		if a, err = desk.Announcement(ctx, e.Session); err != nil {
			return to, false, fmt.Errorf("move announcement: %w", err)
		}
		if to, err = next(a.Slot); err != nil {
			return to, false, err
		}
		a, told = a.MovedTo(to, on, zone)
		if err = free(ctx, desk, a.Session(nil)); err == nil {
			_, err = desk.SaveAnnouncement(ctx, a)
		}
		return to, told, err
	}
	h, err := desk.Hearing(ctx, e.Session)
	if err != nil {
		return to, false, fmt.Errorf("move hearing: %w", err)
	}
	if to, err = next(h.Slot); err != nil {
		return to, false, err
	}
	h, told = h.MovedTo(to, on, zone)
	if err = free(ctx, desk, h.Session(nil)); err == nil {
		_, err = desk.SaveHearing(ctx, h)
	}
	return to, told, err
}

// free reports what is taken at a session's slot.
func free(ctx context.Context, desk Desk, s hearing.Session) error {
	clashes, err := desk.Clashes(ctx, s)
	if err == nil && len(clashes) > 0 {
		return &hearing.ClashError{Clashes: clashes}
	}
	return err
}

// A reading is what the page reads of the file at once.
type reading struct {
	entries, unscheduled []hearing.Entry
	named                map[hearing.ID]bool
}

// mostPeople bounds the people that a filter's name can stand for.
const mostPeople = 20

// read reads the sessions of a time, and of the people whom the filter names
// those in which they take part.
func read(ctx context.Context, desk Desk, from, to time.Time, filter string) (reading, error) {
	var r reading
	var err error
	if r.entries, err = desk.Entries(ctx, from, to); err != nil {
		return r, fmt.Errorf("read schedule: %w", err)
	}
	if r.unscheduled, err = desk.Unscheduled(ctx); err != nil {
		return r, fmt.Errorf("read schedule: %w", err)
	}
	if len([]rune(filter)) < 2 {
		return r, nil // one letter is in everybody's name
	}
	people, err := desk.People(ctx, filter, mostPeople)
	if err != nil {
		return r, fmt.Errorf("read people: %w", err)
	}
	r.named = map[hearing.ID]bool{}
	for _, p := range people {
		list, err := desk.EntriesOf(ctx, hearing.NounPerson, p.ID)
		if err != nil {
			return r, fmt.Errorf("read sessions of %s: %w", p.ID, err)
		}
		for _, e := range list {
			r.named[e.Session] = true
		}
	}
	return r, nil
}
