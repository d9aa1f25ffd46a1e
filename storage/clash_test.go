package storage_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

func TestClashes(t *testing.T) {
	at := func(h, m int) time.Time { return time.Date(2024, 5, 6, h, m, 0, 0, noon.Location()) }
	base := hearing.Hearing{ID: "h-base", Cases: []hearing.ID{"c-e1"}, Slot: hearing.Slot{Room: "r-1", Start: at(9, 0), End: at(11, 30)}, Presider: "p-lin", Recorder: "p-xu",
		Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-zhou"}, {ID: "2", Role: hearing.NotaryRole, Person: "p-han"},
			{ID: "3", Role: hearing.AgencyRep, Person: "p-zheng"}, {ID: "4", Role: hearing.Officer, Person: "p-zhao", Alternate: true}}}
	for _, c := range []struct {
		name  string
		other hearing.Hearing
		want  []string
	}{
		{"the room, half an hour before its end", hearing.Hearing{Slot: hearing.Slot{Room: "r-1", Start: at(11, 0), End: at(12, 0)}}, []string{"room 听证室一"}},
		{"one after the other", hearing.Hearing{Slot: hearing.Slot{Room: "r-1", Start: at(11, 30), End: at(12, 0)}, Presider: "p-lin"}, nil},
		{"presider, recorder, officer and notary", hearing.Hearing{Slot: hearing.Slot{Room: "r-chunhui", Start: at(8, 0), End: at(9, 1)}, Presider: "p-lin", Recorder: "p-xu",
			Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-zhou"}, {ID: "2", Role: hearing.NotaryRole, Person: "p-han"}}},
			[]string{"presider 林知远", "recorder 许晚", "officer 周慧敏", "notary 韩静"}},
		{"the presider as prosecutor elsewhere", hearing.Hearing{Slot: hearing.Slot{Start: at(10, 0), End: at(10, 30)}, Prosecutors: []hearing.ID{"p-lin"}}, []string{"prosecutor 林知远"}},
		{"an agency's man may be late", hearing.Hearing{Slot: hearing.Slot{Start: at(10, 0), End: at(10, 30)}, Participants: []hearing.Participant{{ID: "1", Role: hearing.AgencyRep, Person: "p-zheng"}}}, nil},
		{"an alternate is not taken", hearing.Hearing{Slot: hearing.Slot{Start: at(10, 0), End: at(10, 30)}, Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-zhao"}}}, nil},
		{"cancelled", hearing.Hearing{State: hearing.Cancelled, Slot: hearing.Slot{Room: "r-1", Start: at(10, 0), End: at(11, 0)}}, nil},
		{"over midnight", hearing.Hearing{Slot: hearing.Slot{Room: "r-1", Start: at(0, 0).Add(-2 * time.Hour), End: at(9, 30)}}, []string{"room 听证室一"}},
		{"no time yet", hearing.Hearing{Slot: hearing.Slot{Room: "r-1"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := filled(t)
			must[hearing.Version](t)(d.SaveHearing(t.Context(), base))
			c.other.ID = "h-other"
			_, err := d.SaveHearing(t.Context(), c.other)
			var clash *hearing.ClashError
			var got []string
			if errors.As(err, &clash) {
				for _, x := range clash.Clashes {
					got = append(got, x.What+" "+x.Name)
					if x.Session != "h-base" || x.Room != "听证室一" || !x.Start.Equal(at(9, 0)) || x.Title == "" {
						t.Errorf("the other session is %+v", x)
					}
				}
			} else if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if _, err := d.Hearing(t.Context(), "h-other"); (err == nil) != (c.want == nil) {
				t.Errorf("stored although it clashes, or not although it does not: %v", err)
			}
		})
	}
}

func TestAnOldClashDoesNotStopOtherWork(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	p := must[hearing.Package](t)(d.Export(ctx, "h-e1"))
	p.Hearings[0].ID = "h-twin"
	report := must[storage.ImportReport](t)(d.Import(ctx, p))
	if len(report.Clashes) == 0 {
		t.Error("the import does not say that it clashes")
	}
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-twin"))
	h.Note = "记录"
	if _, err := d.SaveHearing(ctx, h); err != nil {
		t.Errorf("a note cannot be saved: %v", err)
	}
	if found := must[hearing.Dossier](t)(d.Dossier(ctx, "h-twin")).Clashes; len(found) == 0 {
		t.Error("the dossier does not know the clash")
	}
	h.Version++
	h.End = h.End.Add(30 * time.Minute)
	var clash *hearing.ClashError
	if _, err := d.SaveHearing(ctx, h); !errors.As(err, &clash) {
		t.Errorf("another time that clashes too: got %v, want the clashes", err)
	}
	h.Start, h.End = h.Start.AddDate(0, 0, 1), h.End.AddDate(0, 0, 1)
	if _, err := d.SaveHearing(ctx, h); err != nil {
		t.Errorf("a free time: %v", err)
	}
}

// TestEntriesClashAsEachDoes reads sessions of many lengths, some of which reach beyond what
// is asked for: each clashes in the list where it does by itself.
func TestEntriesClashAsEachDoes(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	roll := rand.New(rand.NewPCG(3, 9)) //nolint:gosec // a test that can be repeated
	begin := time.Date(2024, 5, 6, 0, 0, 0, 0, noon.Location())
	var p hearing.Package
	for n := range 50 {
		start := begin.Add(time.Duration(roll.IntN(4*48)) * 30 * time.Minute)
		halves := 1 + roll.IntN(4)
		if n%8 == 0 {
			halves = 40 // over midnight
		}
		h := hearing.Hearing{ID: hearing.ID(fmt.Sprint("s-", n)), Presider: []hearing.ID{"p-lin", "p-xu", "p-zhou"}[roll.IntN(3)],
			Slot: hearing.Slot{Start: start, End: start.Add(time.Duration(halves) * 30 * time.Minute)}}
		if roll.IntN(2) == 0 {
			h.Room = []hearing.ID{"r-1", "r-chunhui"}[roll.IntN(2)]
		}
		p.Add(h)
	}
	must[storage.ImportReport](t)(d.Import(ctx, p))
	seen := map[bool]int{}
	for hours := 0; hours < 4*24; hours += 5 {
		from := begin.Add(time.Duration(hours) * time.Hour)
		for _, e := range must[[]hearing.Entry](t)(d.Entries(ctx, from, from.Add(time.Duration(1+roll.IntN(30))*time.Hour))) {
			seen[e.Clashes]++
			if one := must[hearing.Entry](t)(d.Entry(ctx, e.Session)); one.Clashes != e.Clashes {
				t.Errorf("%s of %v clashes in the list from %v: %v, by itself: %v", e.Session, e.Start, from, e.Clashes, one.Clashes)
			}
		}
	}
	if seen[true] < 20 || seen[false] < 20 {
		t.Errorf("clashing or not: %v", seen)
	}
}
