package figures

import (
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Change is how a number differs from what it was in another period.
type Change struct {
	Now  int `json:"now"`
	Then int `json:"then"`
}

// Difference is by how much the number grew; negative: shrank.
func (c Change) Difference() int { return c.Now - c.Then }

// Growth is by what part of the old number it grew, in hundredths of a percent,
// rounded half away from zero. Of nothing there is no part.
func (c Change) Growth() (hundredths int, ok bool) {
	switch d := c.Difference(); {
	case c.Then == 0:
		return 0, false
	case d < 0:
		return -((-2*d*whole + c.Then) / (2 * c.Then)), true
	default:
		return (2*d*whole + c.Then) / (2 * c.Then), true
	}
}

// Percent is the growth as +12.50% or -3.00%, and — where there is none.
func (c Change) Percent() string {
	n, ok := c.Growth()
	switch {
	case !ok:
		return "—"
	case n < 0:
		return fmt.Sprintf("-%s%%", Share(-n))
	case n > 0:
		return fmt.Sprintf("+%s%%", Share(n))
	}
	return Share(0).String() + "%"
}

// Against sets a period's table beside that of another one.
func Against(p, other hearing.Period) hearing.Period {
	p.Against, p.Growth = &other, nil
	then := other.All.Numbers()
	for i, now := range p.All.Numbers() {
		p.Growth = append(p.Growth, Change{now, then[i]}.Percent())
	}
	return p
}

// YearBefore is the same days of the year before: 29 February becomes the 28th,
// and a period that ends with February ends with it.
func YearBefore(from, to calendar.Date) (calendar.Date, calendar.Date) {
	first, last := from.AddMonths(-12), to.AddMonths(-12)
	if to.AddDays(1).Day() == 1 { // the last day of a month
		last = calendar.NewDate(to.Year()-1, to.Month()+1, 0)
	}
	return first, last
}

// Before is the period right before, as long as this one: as many months where
// this one is of whole months, otherwise as many days.
func Before(from, to calendar.Date) (calendar.Date, calendar.Date) {
	last := from.AddDays(-1)
	if from.Day() == 1 && to.AddDays(1).Day() == 1 {
		months := 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month()) + 1
		return from.AddMonths(-months), last
	}
	return from.AddDays(-to.Sub(from) - 1), last
}
