package agenda

import (
	"encoding/json"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A keeping is an agenda as it is written down: what several items are about stands in
// it once.
type keeping struct {
	Today       calendar.Date   `json:"today"`
	Subjects    []Subject       `json:"subjects,omitempty"`
	Items       []item          `json:"items,omitempty"`
	Clashes     []item          `json:"clashes,omitempty"`
	Unscheduled []hearing.Entry `json:"unscheduled,omitempty"`
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
			if !ok {
				about = len(k.Subjects)
				at[i.About.ID()] = about
				k.Subjects = append(k.Subjects, i.About)
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
			out = append(out, Item{Finding: i.Finding, About: k.Subjects[i.About], Day: i.Day, Fields: i.Fields})
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
