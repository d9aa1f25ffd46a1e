package hearing

import (
	"maps"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing/calendar"
)

// A Day (当日安排) is what takes place on one day, for the sheets at the doors
// and the guard's.
type Day struct {
	Date     calendar.Date
	By       DayBy
	Sessions []Dossier   // in the order of their starts; of those that were moved away, as they were
	Moved    map[ID]Slot // where those are now that were moved away; the zero slot is not known yet
}

// A DayBy says of what each sheet of a day is made.
type DayBy string

// Sheets of rooms and of presiders.
const (
	ByRoom     DayBy = "room"     // 按场所
	ByPresider DayBy = "presider" // 按主持人
)

// ID names the day's sheets as a session's ID names its papers: for reading them,
// and for remembering what was printed.
func (d Day) ID() ID { return ID("day:" + d.Date.String() + ":" + string(d.By)) }

// DayOf reads the ID of a day's sheets.
func DayOf(id ID) (Day, bool) {
	part := strings.Split(string(id), ":")
	if len(part) != 3 || part[0] != "day" {
		return Day{}, false
	}
	date, err := calendar.ParseDate(part[1])
	by := DayBy(part[2])
	return Day{Date: date, By: by}, err == nil && (by == ByRoom || by == ByPresider)
}

// Of returns the room or the presider of a session, whose sheet it stands on.
func (d Day) Of(s Session) ID {
	if d.By == ByPresider {
		return s.Presider
	}
	return s.Slot.Room
}

// Keys lists the rooms or presiders that have a session, in the order of their
// first ones. A session without one is under the empty ID.
func (d Day) Keys() []ID {
	var out []ID
	seen := map[ID]bool{}
	for _, s := range d.Sessions {
		k := d.Of(s.Session())
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// Dossier is what the papers of the day are made of, with every person and room
// that one of its sessions names.
func (d Day) Dossier(o Office, forms []FormText, zone *time.Location) Dossier {
	out := Dossier{Office: o, Forms: forms, Zone: zone, Day: &d, People: map[ID]Person{}, Organisations: map[ID]Organisation{}, Rooms: map[ID]Room{}}
	for _, s := range d.Sessions {
		maps.Copy(out.People, s.People)
		maps.Copy(out.Organisations, s.Organisations)
		maps.Copy(out.Rooms, s.Rooms)
	}
	return out
}

// Add puts a session on the day: where it takes place there, and where it would
// have if it had not been moved.
func (d *Day) Add(s Dossier, zone *time.Location) {
	if at := s.Session().Slot.Start; !at.IsZero() && calendar.DateOf(at.In(zone)) == d.Date {
		d.Sessions = append(d.Sessions, s)
	}
	if from, left := s.LeftOn(d.Date, zone); left {
		gone := s.At(from)
		d.Moved[s.Session().ID] = s.Session().Slot
		d.Sessions = append(d.Sessions, gone)
	}
	slices.SortStableFunc(d.Sessions, func(a, b Dossier) int { return a.Session().Slot.Start.Compare(b.Session().Slot.Start) })
}

// LeftOn returns the slot that a session had on a day, where it was moved from
// there to another day or place after people had been told of it, or put off, and
// does not take place there any more. One that was cancelled was moved nowhere.
func (d Dossier) LeftOn(date calendar.Date, zone *time.Location) (Slot, bool) {
	s := d.Session()
	var moves []Move
	switch {
	case d.Hearing != nil:
		moves = d.Hearing.Moves
	case d.Announcement != nil:
		moves = d.Announcement.Moves
	}
	on := func(at Slot) bool { return !at.Start.IsZero() && calendar.DateOf(at.Start.In(zone)) == date }
	for i := len(moves) - 1; i >= 0; i-- {
		m := moves[i]
		if m.Kind != MovePostponed && m.Kind != MoveMoved || !on(m.From) {
			continue
		}
		stays := on(s.Slot) && s.Slot.Room == m.From.Room
		return m.From, !stays && s.State != Cancelled
	}
	return Slot{}, false
}

// At returns the facts of a session as if it were in another slot.
func (d Dossier) At(at Slot) Dossier {
	switch {
	case d.Hearing != nil:
		h := *d.Hearing
		h.Slot = at
		d.Hearing = &h
	case d.Announcement != nil:
		a := *d.Announcement
		a.Slot = at
		d.Announcement = &a
	}
	return d
}
