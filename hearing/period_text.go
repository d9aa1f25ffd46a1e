package hearing

import (
	"strconv"
	"strings"

	"hearingdesk/hearing/calendar"
)

// periodUnits are how clerks write the units of a period; the first of a unit is
// how papers print it.
var periodUnits = []struct {
	name string
	unit calendar.Unit
}{{"个工作日", calendar.WorkingDay}, {"工作日", calendar.WorkingDay}, {"个月", calendar.Month}, {"月", calendar.Month}, {"日", calendar.Day}, {"天", calendar.Day}, {"", calendar.Day}}

// ParsePeriod reads a length of time as clerks type it: 15日, 5个工作日, 1个月. Nothing
// is none, and a bare number is days. The error is a [*FieldError] with the code
// format.
func ParsePeriod(typed string) (calendar.Period, error) {
	s := strings.TrimSpace(strings.Map(Narrow, typed))
	if s == "" {
		return calendar.Period{}, nil
	}
	for _, u := range periodUnits {
		number, ok := strings.CutSuffix(s, u.name)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSpace(number))
		if p := (calendar.Period{N: n, Unit: u.unit}); err == nil && p.Validate() == nil {
			return p, nil
		}
	}
	return calendar.Period{}, &FieldError{Code: "format", Value: typed, Expect: "15日"}
}

// PeriodText writes a length of time as papers have it; of none, nothing.
func PeriodText(p calendar.Period) string {
	for _, u := range periodUnits {
		if u.unit == p.Unit && p.N > 0 {
			return strconv.Itoa(p.N) + u.name
		}
	}
	return ""
}
