package calendar

import (
	"fmt"
	"time"
)

// A Due is the end of a period, and how it came about; [Due.Explain] says it
// step by step.
type Due struct {
	From    Date      // the trigger, which is not counted
	FromAt  time.Time // of a period of hours: the trigger's instant
	Period  Period    // what was counted
	Raw     Date      // the end before rolling, pauses included
	Clamped bool      // the month had no such day, so that Raw is its last (民法典, art. 202)
	On      Date      // the last day; none where Err is set, or the clock stands
	At      time.Time // of a period of hours: the instant at which it ends
	Steps   []Step    // each rest day that the end rolled over
	Pauses  []Pause   // the times that moved the end, merged and in order
	Stood   int       // how many days they are together
	Open    bool      // the last pause has not ended: no due date yet, see [Due.AsOf]
	Left    int       // days, or working days, left to run when it began
	Unknown int       // a year whose missing table could change On; 0: none
	Err     error     // ErrPeriod, ErrRange, ErrPause: nothing was counted

	cal   *Calendar
	plain Date // the raw end without the pauses
}

// A Step is one day that an end rolled over, and why.
type Step struct {
	Day    Date
	Name   string // the holiday; empty is a weekend
	Region string // whose own holiday it is; empty: everybody's
}

// After counts a period forward from a trigger.
func (c *Calendar) After(from Date, p Period) Due { return c.Resume(from, p) }

// AfterHours counts a period of hours forward from an instant. The hour in which
// it begins is not counted, so that it ends on the hour: 24 hours from 14:30
// end at 15:00 of the next day, as they do from 14:00. An end on a rest day
// rolls to the end of the first working day, 24:00 (民事诉讼法, art. 85; 民法典,
// art. 203); a Fixed one does not (刑事诉讼法, art. 105). An end at 0:00 is the
// end of the day before. The articles do not say whether an end in hours rolls
// to the same hour or to the day's end; the day is read as a whole, as 民法典
// 203(2) has the last day end at 24:00.
func (c *Calendar) AfterHours(t time.Time, p Period) Due {
	due := Due{From: DateOf(t), FromAt: t, Period: p, cal: c}
	if due.Err = p.Validate(); due.Err == nil && p.Unit != Hour {
		due.Err = fmt.Errorf("%q is not counted from an instant: %w", p.Unit, ErrPeriod)
	}
	if due.Err == nil {
		due.Err = due.From.check()
	}
	if due.Err != nil {
		return due
	}
	opening := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), 0, 0, 0, t.Location())
	due.At = opening.Add(time.Duration(p.N+1) * time.Hour)
	due.Raw = DateOf(due.At.Add(-time.Nanosecond))
	due.plain = due.Raw
	due.roll()
	if due.On != due.Raw {
		due.At = due.On.AddDays(1).In(t.Location())
	}
	return due
}

// count finds the raw end and what moved it; pauses are merged and in order.
func (d *Due) count(pauses []Pause) {
	c, p := d.cal, d.Period
	switch p.Unit {
	case WorkingDay:
		d.Raw = c.nth(d, pauses)
		d.plain = d.Raw
		if len(d.Pauses) > 0 {
			d.plain = c.nth(&Due{From: d.From, Period: p, cal: c}, nil)
		}
		return
	case Month:
		d.plain, d.Clamped = d.From.addMonths(p.N)
	default:
		d.plain = d.From.AddDays(p.N)
	}
	d.Raw = d.plain
	for _, x := range pauses {
		if x.From.After(d.Raw) {
			break
		}
		d.Pauses = append(d.Pauses, x)
		if x.To.IsZero() {
			d.Open, d.Left = true, d.Raw.Sub(x.From)+1
			return
		}
		d.Stood += x.To.Sub(x.From)
		d.Raw = d.plain.AddDays(d.Stood)
	}
}

// nth counts working days one by one, but for those of the pauses.
func (c *Calendar) nth(d *Due, pauses []Pause) Date {
	day := d.From
	for n := 0; n < d.Period.N; {
		if day = day.AddDays(1); day.IsZero() {
			return day
		}
		if len(pauses) > 0 && !day.Before(pauses[0].From) {
			x := pauses[0]
			pauses = pauses[1:]
			d.Pauses = append(d.Pauses, x)
			if x.To.IsZero() {
				d.Open, d.Left = true, d.Period.N-n
				return day
			}
			d.Stood += x.To.Sub(x.From)
			day = x.To
		}
		d.ask(day)
		if c.Working(day) {
			n++
		}
	}
	return day
}

// ask remembers the first year whose missing table could say something else of
// a day that the result rests on.
func (d *Due) ask(day Date) {
	if d.Unknown == 0 {
		d.Unknown = d.cal.missing(day)
	}
}

// roll moves the end over rest days.
func (d *Due) roll() {
	if d.Err = d.Raw.check(); d.Err != nil {
		return
	}
	d.On = d.Raw
	for !d.Period.Fixed {
		d.ask(d.On)
		if d.cal.Working(d.On) {
			break
		}
		s := d.cal.Day(d.On)
		d.Steps = append(d.Steps, Step{d.On, s.Name, s.Region})
		d.On = d.On.AddDays(1)
	}
	if d.Err = d.On.check(); d.Err != nil {
		d.On, d.At = Date{}, time.Time{}
	}
}
