package hearing

import (
	"maps"
	"strings"
	"time"

	"hearingdesk/hearing/calendar"
)

// A Day (当日安排) is what takes place on one day, for the sheets at the doors
// and the guard's.
type Day struct {
	Date     calendar.Date
	By       DayBy
	Sessions []Dossier // in the order of their starts
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
