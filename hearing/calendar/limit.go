package calendar

// A Limit is the end of a period that is counted backward from an event: "three
// days before". The rule gives no way of counting, so there are two dates.
type Limit struct {
	Event   Date
	Period  Period
	Strict  bool  // clear days between
	Hard    Date  // last day that keeps the rule
	Advise  Date  // the working day on or before it, by which it had better be done
	Clamped bool  // the month had no such day, so that Hard is its last
	Unknown int   // a year whose missing table could change a date; 0: none
	Err     error // ErrPeriod, ErrRange: nothing was counted

	cal *Calendar
}

// Before counts n days backward from an event. Lenient counting takes the day
// n days before as the last one; strict counting asks for n clear days between.
// A backward limit never rolls forward.
func (c *Calendar) Before(event Date, n int, strict bool) Limit {
	return c.Back(event, Days(n), strict)
}

// Back is [Calendar.Before] for any period that is not of hours. Strict
// counting takes one more day, or working day.
func (c *Calendar) Back(event Date, p Period, strict bool) Limit {
	l := Limit{Event: event, Period: p, Strict: strict, cal: c}
	if l.Err = p.checkDated(); l.Err == nil {
		l.Err = event.check()
	}
	if l.Err != nil {
		return l
	}
	more := 0
	if strict {
		more = 1
	}
	switch p.Unit {
	case WorkingDay:
		l.Hard = event
		for n := 0; n < p.N+more && !l.Hard.IsZero(); {
			l.Hard = l.Hard.AddDays(-1)
			l.ask(l.Hard)
			if c.Working(l.Hard) {
				n++
			}
		}
	case Month:
		l.Hard, l.Clamped = event.addMonths(-p.N)
		l.Hard = l.Hard.AddDays(-more)
	default:
		l.Hard = event.AddDays(-p.N - more)
	}
	l.Advise = l.Hard
	for {
		l.ask(l.Advise)
		if l.Advise.IsZero() || c.Working(l.Advise) {
			break
		}
		l.Advise = l.Advise.AddDays(-1)
	}
	if l.Err = l.Advise.check(); l.Err != nil {
		l.Hard, l.Advise = Date{}, Date{}
	}
	return l
}

func (l *Limit) ask(day Date) {
	if l.Unknown == 0 {
		l.Unknown = l.cal.missing(day)
	}
}
