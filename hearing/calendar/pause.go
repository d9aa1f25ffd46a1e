package calendar

import (
	"fmt"
	"slices"
)

// A Pause is a time in which a clock stands still, as while a review is
// suspended (公益诉讼办案规则, art. 78). The day of the suspension is the first
// that does not count; the day of resumption counts again. While the review is
// suspended, To is no date.
type Pause struct{ From, To Date }

// Validate returns [ErrPause] for a pause without a beginning, or one that ends
// before it begins, and [ErrRange] for days that cannot be.
func (x Pause) Validate() error {
	switch {
	case x.From.IsZero(), !x.To.IsZero() && x.To.Before(x.From):
		return fmt.Errorf("%s to %s: %w", x.From, x.To, ErrPause)
	case !x.To.IsZero() && !x.To.Plausible():
		return x.To.check()
	}
	return x.From.check()
}

// Resume counts a period forward over pauses. What was left of it when the
// clock was stopped runs on when it starts again: the raw end moves by as many
// days as the clock stood, and of a period of working days none is counted
// meanwhile. Pauses that overlap count once, days up to the trigger not at all,
// and a pause that begins after the end of the period changes nothing. With a
// pause that has not ended there is no due date: see [Due.Open].
func (c *Calendar) Resume(from Date, p Period, pauses ...Pause) Due {
	due := Due{From: from, Period: p, cal: c}
	if due.Err = p.checkDated(); due.Err == nil {
		due.Err = from.check()
	}
	for _, x := range pauses {
		if due.Err == nil {
			due.Err = x.Validate()
		}
	}
	if due.Err != nil {
		return due
	}
	if len(pauses) > 0 {
		pauses = merge(from, pauses)
	}
	due.count(pauses)
	if due.Open {
		due.Raw = Date{}
		return due
	}
	due.roll()
	return due
}

// merge puts pauses in order, joins those that touch, and cuts off what lies
// before the first day that counts.
func merge(from Date, pauses []Pause) []Pause {
	sorted := slices.Clone(pauses)
	slices.SortFunc(sorted, func(a, b Pause) int { return a.From.Compare(b.From) })
	var out []Pause
	for _, x := range sorted {
		if !x.From.After(from) {
			x.From = from.AddDays(1)
		}
		if !x.To.IsZero() && !x.To.After(x.From) {
			continue
		}
		if n := len(out); n > 0 && (out[n-1].To.IsZero() || !x.From.After(out[n-1].To)) {
			if l := &out[n-1]; x.To.IsZero() || !l.To.IsZero() && x.To.After(l.To) {
				l.To = x.To
			}
			continue
		}
		out = append(out, x)
	}
	return out
}

// AsOf returns, of a period whose clock stands, when it would end if the clock
// started again on a day: the earliest that it can. Any other is as it was.
func (d Due) AsOf(day Date) Due {
	if !d.Open || d.Err != nil {
		return d
	}
	pauses := slices.Clone(d.Pauses)
	l := &pauses[len(pauses)-1]
	if l.To = l.From; day.After(l.From) {
		l.To = day
	}
	then := d.cal.Resume(d.From, d.Period, pauses...)
	if then.Open, then.Left = true, d.Left; len(then.Pauses) < len(pauses) {
		then.Pauses = pauses // it stood for no day yet
	}
	return then
}
