package storage_test

import (
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestDayHasItsSessions holds which sessions stand on the sheets of a day, and
// on whose.
func TestDayHasItsSessions(t *testing.T) {
	d := filled(t)
	h := must[hearing.Hearing](t)(d.Hearing(t.Context(), "h-e1"))
	copyOf := func(id hearing.ID, by time.Duration, with func(*hearing.Hearing)) hearing.Hearing {
		x := h
		x.ID, x.Start, x.End = id, h.Start.Add(by), h.End.Add(by)
		with(&x)
		return x
	}
	nothing := func(*hearing.Hearing) {}
	if _, err := d.Import(t.Context(), hearing.Package{Hearings: []hearing.Hearing{
		copyOf("off", 5*time.Hour, func(x *hearing.Hearing) { x.State, x.Presider = hearing.Cancelled, "p-gu" }),
		copyOf("practice", 6*time.Hour, func(x *hearing.Hearing) { x.Rehearsal = true }),
		copyOf("night before", -12*time.Hour, func(x *hearing.Hearing) { x.End = h.Start.Add(-time.Hour) }), // ends on the day
		copyOf("next", 24*time.Hour, nothing)}}); err != nil {
		t.Fatal(err)
	}
	day := must[hearing.Dossier](t)(d.Day(t.Context(), calendar.NewDate(2023, 7, 18), hearing.ByPresider))
	var ids []hearing.ID
	for _, s := range day.Day.Sessions {
		ids = append(ids, s.Session().ID)
	}
	if want := []hearing.ID{"h-e1", "off"}; !slices.Equal(ids, want) {
		t.Errorf("on the day are %v, want %v", ids, want)
	}
	if got, want := day.Day.Keys(), []hearing.ID{h.Presider, "p-gu"}; !slices.Equal(got, want) {
		t.Errorf("sheets of %v, want %v", got, want)
	}
	if day.Person("p-gu").Name == "" || day.Rooms[h.Room].Name == "" || day.Office.Name == "" {
		t.Error("the day does not know who and where")
	}
	to := hearing.Slot{Room: h.Room, Start: h.Start.AddDate(0, 0, 2), End: h.End.AddDate(0, 0, 2)}
	moved := must[hearing.Hearing](t)(d.Hearing(t.Context(), "h-e1"))
	moved.State = hearing.Notifying
	moved, _ = moved.MovedTo(to, calendar.NewDate(2023, 7, 16), h.Start.Location())
	if len(moved.Moves) == 0 {
		t.Fatal("nobody had been told")
	}
	must[hearing.Version](t)(d.SaveHearing(t.Context(), moved))
	was := must[hearing.Dossier](t)(d.Day(t.Context(), calendar.NewDate(2023, 7, 18), hearing.ByRoom)).Day
	if len(was.Sessions) != 2 || !was.Sessions[0].Session().Slot.Start.Equal(h.Start) || !was.Moved["h-e1"].Start.Equal(to.Start) {
		t.Errorf("of what was moved away there is %v, on the day %d", was.Moved, len(was.Sessions))
	}
	now := must[hearing.Dossier](t)(d.Day(t.Context(), calendar.NewDate(2023, 7, 20), hearing.ByRoom)).Day
	if len(now.Sessions) != 1 || len(now.Moved) != 0 || !now.Sessions[0].Session().Slot.Start.Equal(to.Start) {
		t.Errorf("where it went there are %d, moved %v", len(now.Sessions), now.Moved)
	}
	none := must[hearing.Dossier](t)(d.Day(t.Context(), calendar.NewDate(2023, 7, 22), hearing.ByRoom))
	if len(none.Day.Sessions) != 0 {
		t.Errorf("an empty day has %v", none.Day.Sessions)
	}
}
