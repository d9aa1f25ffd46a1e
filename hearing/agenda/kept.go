package agenda

import (
	"encoding/json"
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A keeping is an agenda as it is written down: what several items are about stands in
// it once.
type keeping struct {
	Today       calendar.Date   `json:"today"`
	Subjects    []subject       `json:"subjects,omitempty"`
	Items       []item          `json:"items,omitempty"`
	Clashes     []item          `json:"clashes,omitempty"`
	Unscheduled []hearing.Entry `json:"unscheduled,omitempty"`
}

type subject struct {
	Session      hearing.ID `json:"session,omitempty"`
	Case         hearing.ID `json:"case,omitempty"`
	Clue         hearing.ID `json:"clue,omitempty"`
	Patrol       hearing.ID `json:"patrol,omitempty"`
	Announcement bool       `json:"announcement,omitempty"`
	Title        string     `json:"title,omitempty"`
	Start        time.Time  `json:"start,omitzero"`
	End          time.Time  `json:"end,omitzero"`
	Room         string     `json:"room,omitempty"`
	Known
}

type item struct {
	Finding hearing.Finding `json:"finding"`
	About   int             `json:"about"`
	Day     calendar.Date   `json:"day,omitzero"`
	Fields  int             `json:"fields,omitempty"`
}

// most is how many items of one group are written down: a page shows fewer at first, and
// what it shows is soon another one.
const most = 200

// Encode writes an agenda that was gleaned down, to be shown again before the next one is
// made: the first items of each group. What is at rest is not in it.
func (a Agenda) Encode() ([]byte, error) {
	k := keeping{Today: a.Today, Unscheduled: first(a.Unscheduled)}
	at := map[hearing.ID]int{}
	put := func(items []Item) []item {
		out := make([]item, len(items))
		for n, i := range items {
			about, ok := at[i.About.ID()]
			if s := i.About; !ok {
				about = len(k.Subjects)
				at[s.ID()] = about
				line := subject{Session: s.Session, Case: s.Case, Clue: s.Clue, Patrol: s.Patrol, Announcement: s.Announcement, Title: s.Title, Start: s.Start, End: s.End, Room: s.Room}
				if s.known != nil {
					line.Known = *s.known
				}
				k.Subjects = append(k.Subjects, line)
			}
			out[n] = item{Finding: i.Finding, About: about, Day: i.Day, Fields: i.Fields}
		}
		return out
	}
	for _, g := range a.Groups() {
		k.Items = append(k.Items, put(first(g.Items))...)
	}
	k.Clashes = put(first(a.Clashes))
	text, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("write the agenda down: %w", err)
	}
	return text, nil
}

func first[T any](all []T) []T { return all[:min(len(all), most)] }

// Decode reads what [Agenda.Encode] wrote. What it did not write is
// [hearing.ErrDamaged].
func Decode(text []byte) (Agenda, error) {
	var k keeping
	if err := json.Unmarshal(text, &k); err != nil {
		return Agenda{}, fmt.Errorf("read the agenda: %w: %w", hearing.ErrDamaged, err)
	}
	a := Agenda{Today: k.Today, Unscheduled: k.Unscheduled}
	take := func(items []item) ([]Item, error) {
		var out []Item
		for _, i := range items {
			if i.About < 0 || i.About >= len(k.Subjects) {
				return nil, fmt.Errorf("read the agenda: %w", hearing.ErrDamaged)
			}
			s := &k.Subjects[i.About]
			out = append(out, Item{Finding: i.Finding, Day: i.Day, Fields: i.Fields, About: Subject{Session: s.Session, Case: s.Case, Clue: s.Clue, Patrol: s.Patrol,
				Announcement: s.Announcement, Title: s.Title, Start: s.Start, End: s.End, Room: s.Room, known: &s.Known}})
		}
		return out, nil
	}
	var err error
	if a.Items, err = take(k.Items); err != nil {
		return Agenda{}, err
	}
	a.Clashes, err = take(k.Clashes)
	return a, err
}
