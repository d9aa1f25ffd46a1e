package schedule

import (
	"fmt"
	"testing"
	"time"

	"hearingdesk/hearing"
)

func slot(t testing.TB, start, end string) hearing.Slot {
	return hearing.Slot{Room: "r-1", Start: at(t, start), End: at(t, end)}
}

func says(s hearing.Slot) string {
	return fmt.Sprintf("%s %s – %s", s.Room, s.Start.In(zone).Format("2006-01-02 15:04"), s.End.In(zone).Format("2006-01-02 15:04"))
}

func TestDragged(t *testing.T) {
	morning := slot(t, "2023-07-18 09:00", "2023-07-18 11:30")
	for _, c := range []struct {
		name     string
		slot     hearing.Slot
		from, to spot
		want     string
	}{
		{"a month's day on", morning, spot{day: day(t, "2023-07-18"), minute: -1}, spot{day: day(t, "2023-07-20"), minute: -1}, "r-1 2023-07-20 09:00 – 2023-07-20 11:30"},
		{"into the next year", slot(t, "2023-12-29 09:10", "2023-12-29 10:00"), spot{day: day(t, "2023-12-29"), minute: -1}, spot{day: day(t, "2024-01-02"), minute: -1}, "r-1 2024-01-02 09:10 – 2024-01-02 10:00"},
		{"back a month", morning, spot{day: day(t, "2023-07-18"), minute: -1}, spot{day: day(t, "2023-06-30"), minute: -1}, "r-1 2023-06-30 09:00 – 2023-06-30 11:30"},
		{"snaps to a quarter", morning, spot{day: day(t, "2023-07-18"), minute: 600}, spot{day: day(t, "2023-07-18"), minute: 639}, "r-1 2023-07-18 09:45 – 2023-07-18 12:15"},
		{"snaps up too", morning, spot{day: day(t, "2023-07-18"), minute: 600}, spot{day: day(t, "2023-07-19"), minute: 594}, "r-1 2023-07-19 09:00 – 2023-07-19 11:30"},
		{"an odd time snaps once it moves", slot(t, "2023-07-18 09:10", "2023-07-18 10:00"), spot{day: day(t, "2023-07-18"), minute: 560}, spot{day: day(t, "2023-07-18"), minute: 590}, "r-1 2023-07-18 09:45 – 2023-07-18 10:35"},
		{"an odd time stays on another day", slot(t, "2023-07-18 09:10", "2023-07-18 10:00"), spot{day: day(t, "2023-07-18"), minute: 560}, spot{day: day(t, "2023-07-19"), minute: 560}, "r-1 2023-07-19 09:10 – 2023-07-19 10:00"},
		{"not before midnight", morning, spot{day: day(t, "2023-07-18"), minute: 600}, spot{day: day(t, "2023-07-18"), minute: 0}, "r-1 2023-07-18 00:00 – 2023-07-18 02:30"},
		{"its end goes past midnight", morning, spot{day: day(t, "2023-07-18"), minute: 540}, spot{day: day(t, "2023-07-18"), minute: 1380}, "r-1 2023-07-18 23:00 – 2023-07-19 01:30"},
		{"not past the day", morning, spot{day: day(t, "2023-07-18"), minute: 540}, spot{day: day(t, "2023-07-18"), minute: 1440}, "r-1 2023-07-18 23:45 – 2023-07-19 02:15"},
		{"its second day", slot(t, "2023-07-18 22:00", "2023-07-19 02:00"), spot{day: day(t, "2023-07-19"), minute: 60}, spot{day: day(t, "2023-07-20"), minute: 60}, "r-1 2023-07-19 22:00 – 2023-07-20 02:00"},
		{"another room", morning, spot{day: day(t, "2023-07-18"), minute: 600, room: "r-1", byRoom: true}, spot{day: day(t, "2023-07-18"), minute: 600, room: "r-2", byRoom: true}, "r-2 2023-07-18 09:00 – 2023-07-18 11:30"},
		{"no room is no room to go to", morning, spot{day: day(t, "2023-07-18"), minute: 600, room: "r-1", byRoom: true}, spot{day: day(t, "2023-07-18"), minute: 615, byRoom: true}, "r-1 2023-07-18 09:15 – 2023-07-18 11:45"},
	} {
		if got := says(dragged(c.slot, c.from, c.to, zone)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestDraggedInOtherZones keeps the time of day also where the slot was stored
// in another zone, and where clocks change.
func TestDraggedInOtherZones(t *testing.T) {
	s := slot(t, "2023-07-18 09:00", "2023-07-18 11:30")
	s.Start, s.End = s.Start.UTC(), s.End.UTC()
	if got := says(shifted(s, 1, 0, zone)); got != "r-1 2023-07-19 09:00 – 2023-07-19 11:30" {
		t.Errorf("from UTC: %s", got)
	}
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	s.Start = time.Date(2023, 3, 25, 9, 0, 0, 0, berlin)
	s.End = s.Start.Add(2 * time.Hour)
	if got := shifted(s, 1, 0, berlin); got.Start.Hour() != 9 || got.End.Sub(got.Start) != 2*time.Hour {
		t.Errorf("where clocks change: %v – %v", got.Start, got.End)
	}
}
