package calendar

import "fmt"

// A Unit is what a period is counted in.
type Unit string

// The units.
const (
	Day        Unit = "day"
	WorkingDay Unit = "working-day"
	Month      Unit = "month"
)

// A Period is a length of time that a rule counts, such as the two months in
// which an agency must answer a recommendation (检察建议工作规定, art. 19).
//
// The day of the trigger is not counted (民法典, art. 201). A period of months
// ends on the same day number, or on the month's last day where there is none
// (art. 202). Only the last day rolls over rest days (art. 203), and never for
// custody (刑事诉讼法, art. 105).
type Period struct {
	N     int  `json:"n"`               // at least 0
	Unit  Unit `json:"unit"`            // what N counts
	Fixed bool `json:"fixed,omitempty"` // never rolls: custody
}

// Days is a period of n days.
func Days(n int) Period { return Period{N: n, Unit: Day} }

// Months is a period of n months.
func Months(n int) Period { return Period{N: n, Unit: Month} }

// WorkingDays is a period of n working days.
func WorkingDays(n int) Period { return Period{N: n, Unit: WorkingDay} }

// A Due is the end of a period, and how it came about.
type Due struct {
	From    Date   // the trigger, which is not counted
	Raw     Date   // the end before rolling
	On      Date   // the last day
	Steps   []Step // each rest day that the end rolled over
	Unknown int    // a year whose table is missing, so that On is a guess to be checked; 0: none
}

// A Step is one day that an end rolled over, and why.
type Step struct {
	Day  Date
	Name string // the holiday; empty is a weekend
}

// After counts a period forward from a trigger.
func (c *Calendar) After(from Date, p Period) Due {
	due := Due{From: from}
	switch p.Unit {
	case Month:
		due.Raw = from.AddMonths(p.N)
	case WorkingDay:
		due.Raw = from
		for n := 0; n < p.N; {
			due.Raw = due.Raw.AddDays(1)
			if c.Working(due.Raw) {
				n++
			}
		}
	default:
		due.Raw = from.AddDays(p.N)
	}
	due.On = due.Raw
	if !p.Fixed {
		for !c.Working(due.On) {
			due.Steps = append(due.Steps, Step{due.On, c.Name(due.On)})
			due.On = due.On.AddDays(1)
		}
	}
	for y := from.Year(); y <= due.On.Year(); y++ {
		if !c.Known(y) && (y == due.Raw.Year() || p.Unit == WorkingDay) {
			due.Unknown = y
		}
	}
	return due
}

// A Limit is the end of a period that is counted backward from an event: "three
// days before". The rule gives no way of counting, so there are two dates.
type Limit struct {
	Hard    Date // last day that keeps the rule
	Advise  Date // the working day on or before it, by which it had better be done
	Unknown int  // a year whose table is missing; 0: none
}

// Before counts n days backward from an event. Lenient counting takes the day
// n days before as the last one; strict counting asks for n clear days between.
// A backward limit never rolls forward.
func (c *Calendar) Before(event Date, n int, strict bool) Limit {
	if strict {
		n++
	}
	l := Limit{Hard: event.AddDays(-n)}
	l.Advise = l.Hard
	for !c.Working(l.Advise) {
		l.Advise = l.Advise.AddDays(-1)
	}
	for y := l.Advise.Year(); y <= event.Year(); y++ {
		if !c.Known(y) {
			l.Unknown = y
		}
	}
	return l
}

// String says the period briefly: 3 days.
func (p Period) String() string { return fmt.Sprintf("%d %ss", p.N, p.Unit) }

// A Pause is a time in which a clock stands still, as while a review is
// suspended (公益诉讼办案规则, art. 78). The day of the suspension is the first
// that does not count; the day of resumption counts again.
type Pause struct{ From, To Date }

// Resume counts a period forward over pauses: each moves the raw end by its
// length.
func (c *Calendar) Resume(from Date, p Period, pauses ...Pause) Due {
	due := c.After(from, p)
	stood := 0
	for _, x := range pauses {
		if !x.From.IsZero() && !x.To.Before(x.From) && !x.From.After(due.Raw.AddDays(stood)) {
			stood += x.To.Sub(x.From)
		}
	}
	if stood == 0 {
		return due
	}
	moved := c.After(due.Raw, Period{N: stood, Unit: Day, Fixed: p.Fixed})
	moved.From = from
	return moved
}

// Validate returns an error where the period is none: fewer than one of its
// unit, or a unit that is not known.
func (p Period) Validate() error {
	switch p.Unit {
	case Day, WorkingDay, Month:
	default:
		return fmt.Errorf("%q is no unit of a period", p.Unit)
	}
	if p.N < 1 || p.N > 10_000 {
		return fmt.Errorf("a period of %d %ss", p.N, p.Unit)
	}
	return nil
}
