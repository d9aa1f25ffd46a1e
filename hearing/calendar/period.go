package calendar

import (
	"errors"
	"fmt"
)

// The errors of what cannot be counted.
var (
	ErrPeriod = errors.New("a period is 1 to 10000 hours, days, working days or months")
	ErrPause  = errors.New("a pause begins on a date and ends no earlier")
)

// A Unit is what a period is counted in.
type Unit string

// The units.
const (
	Hour       Unit = "hour" // only from an instant: see [Calendar.AfterHours]
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
	N     int  `json:"n"`               // 1 to 10000
	Unit  Unit `json:"unit"`            // what N counts
	Fixed bool `json:"fixed,omitempty"` // never rolls: custody
}

// longest is more than any period of law, and few enough to count day by day.
const longest = 10000

// Hours is a period of n hours.
func Hours(n int) Period { return Period{N: n, Unit: Hour} }

// Days is a period of n days.
func Days(n int) Period { return Period{N: n, Unit: Day} }

// Months is a period of n months.
func Months(n int) Period { return Period{N: n, Unit: Month} }

// WorkingDays is a period of n working days.
func WorkingDays(n int) Period { return Period{N: n, Unit: WorkingDay} }

// Validate returns [ErrPeriod] for a period that cannot be counted: of 0 or -3,
// or in a unit that there is not.
func (p Period) Validate() error {
	known := p.Unit == Hour || p.Unit == Day || p.Unit == WorkingDay || p.Unit == Month
	if p.N < 1 || p.N > longest || !known {
		return fmt.Errorf("%d %q: %w", p.N, p.Unit, ErrPeriod)
	}
	return nil
}

// checkDated is Validate for a period that starts on a date.
func (p Period) checkDated() error {
	if p.Unit == Hour {
		return fmt.Errorf("hours count from an instant, not from a date: %w", ErrPeriod)
	}
	return p.Validate()
}

// String says the period briefly: 3 days.
func (p Period) String() string { return fmt.Sprintf("%d %ss", p.N, p.Unit) }
