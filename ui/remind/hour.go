package remind

import (
	"fmt"
	"time"
)

// An Hour is a time of day at which to remind, in minutes from midnight.
type Hour int

// Off is no time: nothing reminds at an hour.
const Off Hour = -1

// Usual is the hour of a desk that says nothing else: half past eight.
const Usual Hour = 8*60 + 30

// off is how Off is written.
const off = "off"

// ParseHour reads 08:30, or off. What it cannot read, and nothing, is Usual.
func ParseHour(s string) Hour {
	if s == off {
		return Off
	}
	t, err := time.Parse("15:04", s)
	if err != nil {
		return Usual
	}
	return Hour(t.Hour()*60 + t.Minute())
}

// String writes the hour as ParseHour reads it.
func (h Hour) String() string {
	if h == Off {
		return off
	}
	return fmt.Sprintf("%02d:%02d", int(h)/60, int(h)%60)
}

// on is the hour of a day.
func (h Hour) on(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), int(h)/60, int(h)%60, 0, 0, day.Location())
}
