package schedule

import (
	"context"
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A change says which slot follows from the one that is stored.
type change func(now hearing.Slot) (hearing.Slot, error)

// moveEntry stores a session in another slot and returns that. A clash there is
// a [hearing.ClashError], also one that the session had before.
func moveEntry(ctx context.Context, desk Desk, e hearing.Entry, next change, on calendar.Date, zone *time.Location) (to hearing.Slot, err error) {
	if e.Announcement {
		var a hearing.Announcement
		if a, err = desk.Announcement(ctx, e.Session); err != nil {
			return to, fmt.Errorf("move announcement: %w", err)
		}
		if to, err = next(a.Slot); err != nil {
			return to, err
		}
		a, _ = a.MovedTo(to, on, zone)
		if err = free(ctx, desk, a.Session(nil)); err == nil {
			_, err = desk.SaveAnnouncement(ctx, a)
		}
		return to, err
	}
	h, err := desk.Hearing(ctx, e.Session)
	if err != nil {
		return to, fmt.Errorf("move hearing: %w", err)
	}
	if to, err = next(h.Slot); err != nil {
		return to, err
	}
	h, _ = h.MovedTo(to, on, zone)
	if err = free(ctx, desk, h.Session(nil)); err == nil {
		_, err = desk.SaveHearing(ctx, h)
	}
	return to, err
}

// move saves a session in another slot and says so; a clash is not saved.
func (p *page) move(e hearing.Entry, change func(hearing.Slot) (hearing.Slot, error)) {
	var to hearing.Slot
	var follows []sitting.Consequence
	today, zone := p.model.today, p.model.zone
	p.sh.Work.Do(func(ctx context.Context) error {
		book, err := p.sh.Book()
		if err != nil {
			return err
		}
		before, err := p.desk.Dossier(ctx, e.Session)
		if err != nil {
			return fmt.Errorf("read what is moved: %w", err)
		}
		if to, err = moveEntry(ctx, p.desk, e, change, today, zone); err != nil {
			return err
		}
		follows = sitting.Moved(book, before, to, p.sh.Now())
		return nil
	}, func(err error) {
		if err != nil {
			p.cancel()
			p.sh.Fail(err)
			if !isClash(err) {
				p.read() // it is not what was shown
			}
			return
		}
		values := map[string]string{"Title": titleOf(e), "Time": words.Range(to.Start, to.End)}
		if values["What"] = sitting.Sentence(follows); values["What"] != "" {
			p.sh.Say(words.T("已把“{{.Title}}”移到 {{.Time}}；{{.What}}。可用 Ctrl+Z 撤销", values))
		} else {
			p.sh.Say(words.T("已把“{{.Title}}”移到 {{.Time}}，可用 Ctrl+Z 撤销", values))
		}
		p.model.entry, p.model.day = e.Session, calendar.DateOf(to.Start.In(p.model.zone))
		p.read()
	})
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
