package figures

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Days are the days on which something of a record is counted, as they were
// written down: a period's figures need no record that has none in it, but those
// that these name.
func Days(r hearing.Record) []calendar.Date {
	var out []calendar.Date
	add := func(d calendar.Date) {
		if !d.IsZero() {
			out = append(out, d)
		}
	}
	served := func(list []hearing.Delivery) {
		for _, d := range list {
			add(d.On())
		}
	}
	start := func(s hearing.Slot) {
		if !s.Start.IsZero() {
			add(calendar.DateOf(s.Start))
		}
	}
	switch v := r.(type) {
	case hearing.Hearing:
		start(v.Slot)
	case hearing.Announcement:
		start(v.Slot)
		served(v.Deliveries)
	case hearing.Case:
		add(v.FiledOn)
		for _, s := range v.StepsOf(hearing.SuitBrought) {
			add(s.On)
		}
	case hearing.Instrument:
		add(v.DecidedOn)
		served(v.Deliveries)
		for _, x := range v.Visits {
			add(x.On)
		}
		for _, x := range v.Closures {
			add(x.On)
		}
	case hearing.Clue:
		add(v.CameOn)
	case hearing.Patrol:
		for _, x := range v.Visits {
			add(x.On)
		}
	}
	return out
}
