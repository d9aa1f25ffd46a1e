package sweep

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A reading finds what a change concerns, and what it does.
type reading struct {
	Model
	on    calendar.Date
	lines []*Line
}

func (r *reading) read(ctx context.Context) error {
	entries, err := r.desk.Entries(ctx, r.From.In(words.Zone()), r.To.AddDays(1).In(words.Zone()))
	if err != nil {
		return err
	}
	book, err := r.book()
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.State.Held() || !e.State.Holds() || r.Cause == Closed && e.Room != r.Who {
			continue
		}
		d, err := r.desk.Dossier(ctx, e.Session)
		if err != nil {
			return err
		}
		if r.Cause == Ill && d.Session().Presider != r.Who || r.Who == "" && r.Cause != Lost {
			continue
		}
		l := &Line{Entry: e, Ticked: !r.out[e.Session], After: d.Session().Slot, before: d, after: d, same: true}
		if r.Sweep.Whole() {
			if err := r.change(ctx, book, l); err != nil {
				return err
			}
		}
		r.lines = append(r.lines, l)
	}
	return r.clash(ctx)
}

// change makes the change in the facts of one session.
func (r *reading) change(ctx context.Context, book *rules.Book, l *Line) error {
	zone := l.before.Zone
	if h := l.before.Hearing; h != nil {
		next := r.Sweep.Hearing(*h, r.on, zone)
		l.after.Hearing = &next
		l.same = h.Presider == next.Presider && h.Slot == next.Slot && h.State == next.State
	} else {
		a := l.before.Announcement
		next := r.Sweep.Announcement(*a, r.on, zone)
		l.after.Announcement = &next
		l.same = a.Presider == next.Presider && a.Slot == next.Slot && a.State == next.State
	}
	if err := r.know(ctx, l); err != nil {
		return err
	}
	l.After = l.after.Session().Slot
	if !l.same {
		l.after.Clashes = nil // said apart
		l.Follows = sitting.Changed(book, l.before, l.after, r.now())
	}
	return nil
}

// know adds to the facts who or what is new in them.
func (r *reading) know(ctx context.Context, l *Line) (err error) {
	switch r.Sweep.Kind {
	case hearing.SweepPresider:
		l.after.People = clone(l.after.People)
		l.after.People[r.Sweep.To], err = r.desk.Person(ctx, r.Sweep.To)
	case hearing.SweepRoom:
		l.after.Rooms = clone(l.after.Rooms)
		l.after.Rooms[r.Sweep.To], err = r.desk.Room(ctx, r.Sweep.To)
	}
	return err
}

func clone[T any](m map[hearing.ID]T) map[hearing.ID]T {
	out := make(map[hearing.ID]T, len(m)+1)
	for k, v := range m {
		out[k] = v
	}
	return out
}

// clash finds what is taken twice after the change: by sessions that stay as they
// are, and among those that are changed.
func (r *reading) clash(ctx context.Context) error {
	moved := map[hearing.ID]hearing.Session{}
	for _, l := range r.lines {
		if l.Ticked && !l.same {
			moved[l.Session] = l.after.Session()
		}
	}
	for _, l := range r.lines {
		mine, changed := moved[l.Session]
		if !changed {
			continue
		}
		found, err := r.desk.Clashes(ctx, mine)
		if err != nil {
			return err
		}
		l.Clashes = slices.DeleteFunc(found, func(c hearing.Clash) bool {
			_, goes := moved[c.Session]
			old := slices.ContainsFunc(l.before.Clashes, func(o hearing.Clash) bool { return o.Session == c.Session && o.Who == c.Who })
			return goes || old && mine.Slot == l.before.Session().Slot
		})
		for _, o := range r.lines {
			if other, goes := moved[o.Session]; goes {
				for _, c := range mine.ClashesWith(other) {
					c.Name, c.Title, c.Room = l.after.Rooms[c.Who].Name+l.after.People[c.Who].Name, o.Title, l.after.Rooms[other.Slot.Room].Name
					l.Clashes = append(l.Clashes, c)
				}
			}
		}
	}
	return nil
}
